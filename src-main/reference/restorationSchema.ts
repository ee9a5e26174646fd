import { z } from 'zod';

const label = z.strictObject({ uk: z.string().min(1), en: z.string().min(1) });
const key = z.string().min(1).max(120);

/** Restoration: the scale of states, who is to be informed, questions on gender and inclusion. `assumption` = the program proposes it, no act or guide names it. */
export const restoration = z.strictObject({
  note: label,
  scale: z.array(z.strictObject({ level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]), name: label, about: label })).length(5),
  audiences: z.array(z.strictObject({ id: key, name: label })).min(1),
  /** Days before its end from which help of a donor counts as ending soon. */
  aidDays: z.strictObject({ value: z.number().int().positive(), basis: label }),
  questions: z.array(z.strictObject({ id: key, text: label, source: label, confidence: z.enum(['verified', 'recalled', 'assumption']) })).min(1),
}).superRefine(({ scale, audiences, questions }, context) => {
  if (scale.some(({ level }, at) => level !== at)) context.addIssue({ code: 'custom', message: 'restoration: the scale is not in order' });
  for (const ids of [audiences.map((each) => each.id), questions.map((each) => each.id)]) if (new Set(ids).size < ids.length) context.addIssue({ code: 'custom', message: 'restoration: an id stands twice' });
});
