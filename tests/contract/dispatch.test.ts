import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { api, type MethodName } from '#contract/api.ts';
import { ERRORS } from '#contract/errors.ts';
import { createApp, type App } from '../../src-main/app.ts';
import { root } from '../helpers/root.ts';

const library = mkdtempSync(join(tmpdir(), 'sotsplan-dispatch-'));
const log: string[] = [];
let app: App;
let ids = 0;
beforeAll(async () => {
  app = createApp({ libraryDir: library, resourcesDir: join(root, 'resources'), now: () => new Date('2027-03-01T10:00:00Z'), newId: () => `id-${++ids}`, log: (line) => log.push(line) });
  await app.dispatch('plan.sample', { sample: 'training', file: 'dispatch' });
});
/** A plan is open again before each method: one of them closes it. */
beforeEach(async () => {
  await app.dispatch('plan.open', { path: join(library, 'dispatch.sotsplan') });
});
afterAll(async () => {
  await app.close();
  rmSync(library, { recursive: true, force: true });
});

/** Methods that start threads or move the library elsewhere are asked elsewhere. */
const LEFT_OUT: ReadonlySet<string> = new Set(['job.start', 'library.setFolder', 'plan.saveCopy', 'plan.restore']);
const METHODS = (Object.keys(api) as MethodName[]).filter((name) => !LEFT_OUT.has(name));

/** Methods that answered at least once: inputs that are always refused would prove nothing. */
const answered = new Set<string>();

async function answers(method: string, input: unknown): Promise<void> {
  const before = log.length;
  const reply = await app.dispatch(method, input);
  if (reply.ok) {
    answered.add(method);
    expect(JSON.parse(JSON.stringify(reply.value ?? null)), method).toEqual(reply.value ?? null);
    return;
  }
  expect(Object.hasOwn(ERRORS, reply.error.code), reply.error.code).toBe(true);
  expect(reply.error.kind, `${method} ${fc.stringify(input).slice(0, 300)} ${log.slice(before).join('\n')}`).not.toBe('bug');
}

test('a method nobody has is refused, whatever its name', async () => {
  for (const name of ['', 'none', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'plan.view ', 'Plan.view', '\u0000']) {
    expect(await app.dispatch(name, {})).toEqual({ ok: false, error: { code: 'input.unknownMethod', kind: 'input', details: { method: name } } });
  }
});

test.each(METHODS)('%s never throws, whatever it is given', async (method) => {
  await fc.assert(fc.asyncProperty(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withSparseArray: true }), (input) => answers(method, input)), { numRuns: 40, seed: 7 });
});

/** Values that fit a schema, or nearly: from its JSON Schema, with ids that exist mixed in. */
function like(schema: unknown): fc.Arbitrary<unknown> {
  const { type, properties, required, items, anyOf, oneOf, allOf, enum: values, const: only, minimum, maximum } = schema as Record<string, never> & { type?: string };
  if (values) return fc.constantFrom(...(values as unknown[]));
  if (only !== undefined) return fc.constant(only);
  const many = (anyOf ?? oneOf ?? allOf) as unknown[] | undefined;
  if (many) return fc.oneof(...many.map(like));
  if (type === 'object' && properties) return fc.record(Object.fromEntries(Object.entries(properties as Record<string, unknown>).map(([name, each]) => [name, named(name, each)])), { requiredKeys: (required ?? []) as string[] });
  if (type === 'array') return fc.array(like(items), { minLength: 1, maxLength: 4 });
  if (type === 'integer') return fc.oneof(fc.integer({ min: Math.max(minimum ?? -5, -1e9), max: Math.min(maximum ?? 1e6, 1e9) }), fc.constantFrom(2026, 2027));
  if (type === 'number') return fc.oneof(fc.double({ noNaN: true, min: -1e13, max: 1e13 }), fc.nat(500), fc.constantFrom(0.25, 0.5, 1, -0));
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  return fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('', 'base', 'community', 's015.1', 'elderly', '__proto__', 'constructor', '2027-01-01', '<b>', "'--"));
}
const KEYS = [
  { measure: 'identified', service: 's015.1', territory: 'community', year: 2027 }, { measure: 'population', territory: 'd-lypove', year: 2027 }, { measure: 'posts', service: 's010.1', provider: 'p-css', territory: 'community', year: 2027 },
  { measure: 'groupSize', group: 'elderly', territory: 's-navchalne', year: 2026, scenario: 'more-idp' }, { measure: 'needRate', group: 'elderly', service: 's015.1', territory: 'community', year: 2027 }, { measure: 'hiddenShare', service: 's016.0', territory: 'd-lypove', year: 2026 },
];
/** Fields whose name says what stands in them: mostly ids of the training plan. */
const KNOWN: Readonly<Record<string, readonly unknown[]>> = {
  service: ['s015.1', 's010.1', 's016.0', 's021.0', '', 's999'], group: ['elderly', 'families_szo', '', 'nobody'], territory: ['community', 'd-lypove', 's-navchalne', '', 'nowhere'], scenario: ['base', 'more-idp', 'none'],
  provider: ['p-tercentr', '', 'nobody'], year: [2027, 2026, 2030], parent: ['community', 'd-lypove', 's-navchalne'], norm: ['sw_load_village', 'none'], id: ['d-lypove', 's-navchalne', 'p-css', 'own-1', 'more-idp'], section: ['gaps', 'none'], ids: [['s-navchalne'], ['nowhere']], order: [['elderly', 'veterans'], [], ['nobody']],
  determination: ['d-lypove', 's-navchalne', 'p-css', 'none'], snapshot: [undefined, 'none'], from: ['2027-01-01', ''], to: ['2027-02-01', ''], done: ['2027-01-15', ''], papers: [[]],
  services: [['s015.1', 's010.1'], [], ['s999']], months: [12, 240], // of a history this young nothing is compacted: undo is tried afterwards
  key: KEYS, keys: [KEYS], value: [0, 5, 12, 0.25, 1, null, -1, 1e13], low: [null, 0, 3], high: [null, 90],
};
const named = (name: string, schema: unknown): fc.Arbitrary<unknown> => {
  const known = KNOWN[name];
  return known ? fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 8 }, { arbitrary: like(schema), weight: 1 }) : like(schema);
};

describe('inputs that fit, or nearly', () => {
  test.each(METHODS.filter((name) => !['plan.close', 'plan.open', 'plan.create', 'plan.sample'].includes(name)))('%s answers or refuses with a code', async (method) => {
    const schema = z.toJSONSchema(api[method].input, { io: 'input', reused: 'inline' });
    await fc.assert(fc.asyncProperty(like(schema), (input) => answers(method, input)), { numRuns: method.endsWith('.view') ? 25 : 60, seed: 11 });
  });
  test('after all that the plan is whole: every page can be built, the history undone to the beginning', async () => {
    for (const view of ['plan.view', 'needs.view', 'gaps.view', 'capacity.view', 'groups.view', 'community.view', 'overview.view']) {
      const reply = await app.dispatch(view, { year: 2027 });
      expect(reply.ok ? 'ok' : `${view} ${JSON.stringify(reply.error)} ${log.join('\n')}`).toBe('ok');
    }
    for (let n = 0; n < 3000; n++) if (!(await app.dispatch('history.undo', {})).ok) break;
    const needs = await app.dispatch('needs.view', { year: 2027 });
    expect(JSON.stringify(needs)).toContain('"identified"');
    expect(log).toEqual([]);
    // Ids of jobs and tokens, codes of communities, names of samples and files to read cannot be guessed; five chances do not add up to 100.
    const guesses = ['plan.sample', 'job.get', 'job.cancel', 'reference.compare', 'reference.accept', 'community.card', 'neighbour.add', 'neighbour.remove', 'gaps.setWeights', 'plan.open', 'plan.create', 'group.update', 'group.remove', 'table.xlsx', 'cycle.approve', 'cycle.stage', 'cycle.members', 'snapshot.view', 'projection.setParameters', 'projection.take', 'event.put', 'event.remove', 'difference.put', 'difference.remove'];
    expect(METHODS.filter((method) => !answered.has(method) && !guesses.includes(method))).toEqual([]);
  });
});
