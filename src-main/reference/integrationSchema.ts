import { z } from 'zod';
import { BETTERS, INDICATOR_KINDS, INDICATOR_UNITS, PERIOD_KINDS } from '../contract/lists.ts';

const label = z.strictObject({ uk: z.string(), en: z.string().nullable() });
const confidence = z.enum(['verified', 'recalled']);
const key = z.string().min(1).max(120);

/** An indicator of integration: what is counted among whom, where it usually comes from and which way is better. */
const indicator = z.strictObject({
  id: key, dimension: key, name: label,
  /** Whom the framework measures, and whom beside them for comparison. */
  populations: z.array(key).min(1), compare: z.array(key),
  /** `share`: part of a whole; `ratio`: one number per another; `value`: one number. */
  kind: z.enum(INDICATOR_KINDS),
  /** A ratio is per so many. */
  factor: z.number().positive(),
  unit: z.enum(INDICATOR_UNITS),
  /** The end of a scale from 0; null = open. */
  most: z.number().positive().nullable(),
  /** A difference from which on it means something where no interval can be computed; null = not known. */
  notable: z.number().positive().nullable(),
  numerator: label, denominator: label.nullable(),
  better: z.enum(BETTERS), frequency: z.enum(PERIOD_KINDS),
  /** Criteria of the framework for durable solutions it speaks of; none in an older book, and where it follows another framework. */
  criteria: z.array(key).default([]), framework: label, source: label,
  /** The program computes it: residents less this population of another indicator. */
  gapOf: key.nullable(),
  /** Numbers the plan may know already: `group` = size of the population's group. */
  fromPlan: z.strictObject({ numerator: z.enum(['population', 'group', 'served']).nullable(), denominator: z.enum(['population', 'group', 'need']).nullable() }),
  /** `composed`: the dimension follows a framework, numerator and denominator are worded by the program. */
  confidence: z.enum(['verified', 'recalled', 'composed']),
  note: label.nullable(),
});

/** Indicators of integration with the rule, cautions and acts around them. */
export const integration = z.strictObject({
  source: label, asOf: z.string(), wording: label, rule: label, ruleSource: label, ruleConfidence: confidence, caution: label,
  criteria: z.array(z.strictObject({ id: key, text: label, confidence })),
  policy: z.array(z.strictObject({ act: label, text: label, confidence })),
  /** `group`: the target group of this population, null = the book has none. */
  populations: z.array(z.strictObject({ id: key, name: label, group: key.nullable() })).min(1),
  dimensions: z.array(z.strictObject({ id: key, name: label })).min(1),
  indicators: z.array(indicator).min(1),
}).superRefine((book, context) => {
  const fail = (message: string) => context.addIssue({ code: 'custom', message });
  const [people, dimensions, ids] = [new Set(book.populations.map((p) => p.id)), new Set(book.dimensions.map((d) => d.id)), new Set(book.indicators.map((i) => i.id))];
  if (ids.size < book.indicators.length) fail('an indicator stands twice');
  for (const i of book.indicators) {
    if (!dimensions.has(i.dimension)) fail(`${i.id} names an unknown dimension`);
    if ([...i.populations, ...i.compare].some((p) => !people.has(p))) fail(`${i.id} names an unknown population`);
    if (i.criteria.some((c) => !book.criteria.some((each) => each.id === c))) fail(`${i.id} names an unknown criterion`);
    if (i.kind !== 'value' && i.denominator === null) fail(`${i.id} has no denominator`);
    if (i.kind === 'value' && i.fromPlan.numerator !== null) fail(`${i.id} is one number, the plan knows a part of it`);
    if (i.gapOf !== null && !ids.has(i.gapOf)) fail(`${i.id} is computed from an unknown indicator`);
  }
});
