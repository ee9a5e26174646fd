import fc from 'fast-check';
import { z } from 'zod';
import { api, type MethodName } from '#contract/api.ts';

/** Values that fit a schema, or nearly: from its JSON Schema, with ids that exist mixed in. */
export function like(schema: unknown): fc.Arbitrary<unknown> {
  const { type, format, properties, required, items, anyOf, oneOf, allOf, enum: values, const: only, minimum, maximum, minItems, maxItems } = schema as Record<string, never> & { type?: string };
  if (values) return fc.constantFrom(...(values as unknown[]));
  if (only !== undefined) return fc.constant(only);
  const many = (anyOf ?? oneOf ?? allOf) as unknown[] | undefined;
  if (many) return fc.oneof(...many.map(like));
  if (type === 'object' && properties) return fc.record(Object.fromEntries(Object.entries(properties as Record<string, unknown>).map(([name, each]) => [name, named(name, each)])), { requiredKeys: (required ?? []) as string[] });
  if (type === 'object') return fc.constant({});
  if (type === 'array') return fc.array(like(items), { minLength: minItems ?? 1, maxLength: Math.min(4, maxItems ?? 4) });
  if (type === 'integer') return fc.oneof(fc.integer({ min: Math.max(minimum ?? -5, -1e9), max: Math.min(maximum ?? 1e6, 1e9) }), fc.constantFrom(2026, 2027));
  if (type === 'number' && minimum !== undefined && maximum !== undefined) return fc.oneof({ arbitrary: fc.double({ noNaN: true, min: minimum, max: maximum }), weight: 3 }, { arbitrary: fc.double({ noNaN: true }), weight: 1 });
  if (type === 'number') return fc.oneof(fc.double({ noNaN: true, min: -1e13, max: 1e13 }), fc.nat(500), fc.constantFrom(0.25, 0.5, 1, -0));
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (format === 'date') return fc.constantFrom('2027-01-01', '2026-06-30', '1900-01-01');
  return fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('', 'base', 'community', '2026-Q1', 's015.1', 'elderly', '__proto__', 'constructor', '2027-01-01', '<b>', "'--"));
}
const KEYS = [
  { measure: 'identified', service: 's015.1', territory: 'community', year: 2027 }, { measure: 'population', territory: 'd-lypove', year: 2027 }, { measure: 'posts', service: 's010.1', provider: 'p-css', territory: 'community', year: 2027 },
  { measure: 'groupSize', group: 'elderly', territory: 's-navchalne', year: 2026, scenario: 'more-idp' }, { measure: 'needRate', group: 'elderly', service: 's015.1', territory: 'community', year: 2027 }, { measure: 'hiddenShare', service: 's016.0', territory: 'd-lypove', year: 2026 },
];
/** Fields whose name says what stands in them: mostly ids of the training plan; a test adds those it made. */
export const KNOWN: Record<string, readonly unknown[]> = {
  indicator: ['employment', 'belonging', 'housing_temporary', 'none'], population: ['idp', 'host', 'all'], period: ['2026', '2026-Q4', '2030-01', 'x'], dimension: ['social', 'none'], populations: [['idp', 'host']],
  audit: ['a-2026', 'a-2025', 'none'], item: ['door_width', 'curb_ramp', 'wc_size', 'none'], items: [['door_width', 'braille'], [], ['none']],
  service: ['s015.1', 's010.1', 's016.0', 's021.0', '', 's999'], group: ['elderly', 'families_szo', '', 'nobody'], territory: ['community', 'd-lypove', 's-navchalne', '', 'nowhere'], scenario: ['base', 'more-idp', 'none'],
  provider: ['p-tercentr', '', 'nobody'], year: [2027, 2026, 2030], parent: ['community', 'd-lypove', 's-navchalne', '', 'p-tercentr'], facility: ['', 'f-main'], standards: [{}], norm: ['sw_load_village', 'none'], rule: ['jump', 'none'], severity: ['warning', 'off'], limit: [null, 2], id: ['d-lypove', 's-navchalne', 'p-css', 'own-1', 'more-idp', 'way-bridge'], section: ['gaps', 'none'], ids: [['s-navchalne'], ['nowhere']], order: [['elderly', 'veterans'], [], ['nobody']],
  determination: ['d-lypove', 's-navchalne', 'p-css', 'none'], snapshot: [undefined, 'none'], from: ['2027-01-01', '', '2026'], to: ['2027-02-01', '', '2027-Q1'], done: ['2027-01-15', ''], papers: [[]],
  services: [['s015.1', 's010.1'], [], ['s999']], months: [12, 240], // of a history this young nothing is compacted: undo is tried afterwards
  category: ['social_worker', 'other', 'none', ''], activity: ['visit_g34', 'none'], parameter: ['time.leave', 'travel.speed', 'speed.car', 'none'], posts: [1, 0.25, null], filled: [2, 0.5, null], support: [0.2, null], asOf: ['2027-01-01', ''],
  values: [[{ parameter: 'time.leave', value: 20 }], [{ parameter: 'none', value: 1 }]], rows: [[{ provider: 'u-home', service: 's015.1', category: 'social_worker', posts: 1, filled: 1 }]], pairs: [[{ provider: 'u-home', service: 's015.1' }], [{ provider: 'nobody', service: 's015.1' }]], ways: [[{ origin: 's-navchalne', territory: 's-vyshneve', minutes: 25 }]], lines: [[{ activity: 'shop', recipients: 40, times: 52 }], [{ name: 'x', volume: 3, minutes: 5 }]],
  after: [[], ['none']], point: [''], audiences: [['residents'], []],
  origin: ['s-navchalne', 'd-dubove', 'nowhere'], destination: ['s-lypove', 's-navchalne', 'nowhere'], who: ['population', 'need', 'elderly', 'nobody'], target: ['', '', 'f-main', 'u-home', 'none'], within: [15, 30], times: [[{ origin: 's-navchalne', destination: 's-tykhe', mode: 'car', minutes: 20 }], 52],
  key: KEYS, keys: [KEYS], value: [0, 5, 12, 0.25, 1, null, -1, 1e13], low: [null, 0, 3], high: [null, 90],
};
const named = (name: string, schema: unknown): fc.Arbitrary<unknown> => {
  const known = KNOWN[name];
  return known ? fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 8 }, { arbitrary: like(schema), weight: 1 }) : like(schema);
};

/** An input a method accepts. */
export function anyInput(method: MethodName): unknown {
  const fits = fc.sample(like(z.toJSONSchema(api[method].input, { io: 'input', reused: 'inline' })), { numRuns: 1000, seed: 5 }).find((input) => api[method].input.safeParse(input).success);
  if (fits === undefined) throw new Error(`no input found for ${method}`);
  return fits;
}
