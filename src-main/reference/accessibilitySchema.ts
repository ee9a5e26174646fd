import { z } from 'zod';

const label = z.strictObject({ uk: z.string(), en: z.string().nullable() });
const confidence = z.enum(['verified', 'recalled']);
const key = z.string().min(1).max(120);

/** One measured value of a criterion with its bounds, both inclusive; null = open on that side. */
const measuredPart = z.strictObject({ label: label.nullable(), low: z.number().min(0).nullable(), high: z.number().min(0).nullable() }).refine(({ low, high }) => low !== null || high !== null, 'no bound');
/** A criterion of the accessibility card: a question, what is measured, where the value was seen. */
export const criterion = z.strictObject({
  id: key, area: key, question: label,
  /** What is measured; null = only yes or no. */
  measure: z.enum(['width', 'length', 'height', 'depth', 'distance', 'diameter', 'slope', 'share', 'size']).nullable(),
  parts: z.array(measuredPart).max(3),
  /** `answer`: the measurement settles the question; `no`: it can only fail it, because the question asks more. */
  decides: z.enum(['answer', 'no']).nullable(),
  unit: z.enum(['m', '%']).nullable(),
  ref: label,
  /** The program's proposal: without it a person with reduced mobility cannot enter. */
  critical: z.boolean(),
  confidence,
  evidence: key,
  core: z.boolean(),
  note: label.nullable(),
});
/** The checklist of accessibility: procedure, statuses, the proposed rule, what was not seen, areas and criteria. */
export const accessibility = z.strictObject({
  procedure: z.strictObject({ act: label, who: label, when: label, submit: label, methodical: label, confidence }),
  norm: z.strictObject({ act: label, confidence }),
  caution: label, scoring: label, scoringConfidence: confidence,
  statuses: z.array(z.strictObject({ id: z.enum(['free', 'partial', 'barrier']), name: label })).length(3), statusesConfidence: confidence,
  /** Shares of yes among yes and no from which on an object is barrier-free, and partly so. */
  rule: z.strictObject({ freeShare: z.number().min(0).max(1), partialShare: z.number().min(0).max(1), note: label, confidence }),
  criticality: label,
  evidence: z.array(z.strictObject({ id: key, meaning: label })),
  /** Target groups a fix usually helps. */
  affected: z.array(key),
  source: label,
  /** `entrance`: these decide whether people can get in. */
  areas: z.array(z.strictObject({ id: key, name: label, entrance: z.boolean() })).min(1),
  items: z.array(criterion).min(1),
}).superRefine((list, context) => {
  const fail = (message: string) => context.addIssue({ code: 'custom', message });
  const [areas, evidence] = [new Set(list.areas.map((a) => a.id)), new Set(list.evidence.map((e) => e.id))];
  if (new Set(list.items.map((i) => i.id)).size < list.items.length) fail('a criterion stands twice');
  for (const i of list.items) {
    if (!areas.has(i.area) || !evidence.has(i.evidence)) fail(`${i.id} names an unknown area or evidence`);
    if ((i.parts.length === 0) !== (i.measure === null) || (i.measure === null) !== (i.unit === null) || (i.measure === null) !== (i.decides === null)) fail(`${i.id} is measured only in part`);
    if (i.parts.some((p) => p.low !== null && p.high !== null && p.low > p.high)) fail(`${i.id} has bounds out of order`);
  }
  if (list.rule.partialShare > list.rule.freeShare) fail('shares of the rule out of order');
});
