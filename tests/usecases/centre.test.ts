import { describe, expect, test } from 'vitest';
import type { Num, TraceRef } from '#contract/models.ts';
import { manualPlan } from './helper.ts';
import { missingTexts, sentencesIn } from './locales.ts';

const year = 2027;
const home = 's015.1', stay = 's015.2', day = 's015.3';

/** A territorial centre with a unit of home care, one of day care and one of residence. */
async function centre() {
  const p = await manualPlan();
  const one = { kind: 'territorial_centre', sector: 'municipal' } as const;
  await p.ask('provider.add', { ...one, id: 'centre', name: 'Територіальний центр', territory: 'v1' });
  for (const [id, service] of [['home', home], ['day', day], ['stay', stay]] as const) await p.ask('provider.add', { ...one, id, name: `Відділення ${id}`, parent: 'centre', services: [service] });
  const set = (cells: readonly (readonly [measure: Parameters<typeof p.key>[0], provider: string, service: string, value: number, more?: object])[]) =>
    p.ask('figures.set', { cells: cells.map(([measure, provider, service, value, more]) => ({ key: p.key(measure, { provider, service, ...more }), patch: { value } })) });
  return { ...p, set, view: (provider = 'centre') => p.ask('centre.view', { year, provider }), people: (provider: string, service = home) => p.ask('centre.people', { year, provider, service }) };
}
const traceable = (num: Num): TraceRef => { if (num.ref === null) throw new Error('no ref'); return num.ref; };

describe('the page of a territorial centre', () => {
  test('adds up its units: caseload against the load in force, vacancies, cost of a recipient, each with its explanation', async () => {
    const p = await centre();
    await p.set([['posts', 'home', home, 12], ['postsFilled', 'home', home, 10], ['served', 'home', home, 95], ['served', 'day', day, 40], ['providerCost', 'home', '', 2850], ['providerCost', 'day', '', 1200]]);
    await p.ask('figures.set', { cells: [{ key: p.key('loadPerPost', { service: home }), patch: { value: 9 } }] });
    const view = await p.view();
    const line = (provider: string, service: string) => view.lines.find((row) => row.provider === provider && row.service === service);
    expect(view.units.map((unit) => unit.id)).toEqual(['home', 'stay', 'day']);
    const whole = line('centre', home);
    expect([whole?.caseload.value, whole?.load.value, whole?.loadState, whole?.vacancies.value]).toEqual([9.5, 9, 'above', 2]);
    expect(line('home', home)?.caseload.value).toBe(9.5);
    const unit = view.costs.find((row) => row.provider === 'home');
    expect([unit?.cost.value, unit?.perRecipient.value]).toEqual([2850, 30_000]);
    const all = view.costs[0];
    // 2850 + 1200 and an unknown third unit: at least; people of the third service are not known either.
    expect([all?.cost.value, all?.cost.low, all?.perRecipient.value]).toEqual([null, 4050, null]);
    expect(all?.perRecipient.missing.map((key) => key.measure)).toContain('providerCost');
    for (const num of [whole?.caseload, whole?.vacancies, unit?.perRecipient]) {
      const trace = await p.ask('trace.get', { ref: traceable(num as Num) });
      expect(trace.num.value).toBe(num?.value);
      expect(sentencesIn(trace).flatMap(missingTexts)).toEqual([]);
    }
    const cost = await p.ask('trace.get', { ref: traceable(unit?.perRecipient as Num) });
    expect(cost.steps[0]?.map((part) => (typeof part === 'string' ? part : part.n))).toEqual([2850, ' × 1000 / ', 95, ' = ', 30_000]);
  });

  test('asks for what is missing: nothing entered is not known, a norm nobody knows is none, zero posts give no caseload', async () => {
    const p = await centre();
    await p.set([['postsFilled', 'day', day, 0], ['served', 'day', day, 12]]);
    const view = await p.view();
    const rest = view.lines.find((row) => row.provider === 'day');
    expect([rest?.caseload.value, rest?.caseload.state, rest?.loadState, rest?.load.value]).toEqual([null, 'unknown', 'none', null]);
    expect(rest?.load.missing.map((key) => key.measure)).toEqual(['loadPerPost']);
    expect(view.costs.map((row) => row.perRecipient.value)).toEqual([null, null, null, null]);
    expect(view.norms.map((row) => [row.provider, row.state])).toEqual([['home', 'unknown'], ['stay', 'unknown'], ['day', 'unknown']]);
    await p.refuse('input.unknownId', 'centre.view', { year, provider: 'nobody' });
    await p.refuse('input.unknownId', 'centre.people', { year, provider: 'home', service: 's999' });
  });

  test('compares units with the sizes of the act, which are only recalled', async () => {
    const p = await centre();
    await p.set([['served', 'home', home, 79], ['places', 'day', day, 30], ['places', 'stay', stay, 51]]);
    const norms = async () => (await p.view()).norms.map((row) => [row.norm.normId, row.norm.confidence, row.actual.value, row.state]);
    expect(await norms()).toEqual([['dept_home_min', 'recalled', 79, 'below'], ['dept_resid_range', 'recalled', 51, 'above'], ['dept_day_min', 'recalled', 30, 'within']]);
    await p.set([['served', 'home', home, 200], ['places', 'stay', stay, 10]]);
    expect((await norms()).map((row) => row.at(-1))).toEqual(['within', 'within', 'within']);
  });

  test('people by settlement, sex and age: coverage, and where the parts do not make the whole', async () => {
    const p = await centre();
    await p.set([['served', 'home', home, 30, { territory: 'v1' }], ['served', 'home', home, 12, { territory: 'v2' }], ['served', 'home', home, 0, { territory: 'v3' }]]);
    await p.ask('figures.set', { cells: [{ key: p.key('identified', { service: home, territory: 'v1' }), patch: { value: 40 } }, { key: p.key('identified', { service: home, territory: 'v2' }), patch: { value: 8 } }] });
    const people = await p.people('home');
    expect([people.whole.served.value, people.places.map((row) => row.served.value), people.places.map((row) => row.coverage.value)]).toEqual([42, [30, 12, 0], [0.75, 1.5, null]]);
    expect(people.places.map((row) => row.coverage.state)).toEqual(['computed', 'conflict', 'unknown']);
    expect((await p.people('centre')).places.map((row) => row.coverage.value)).toEqual([0.75, 1.5, null]);
    expect((await p.ask('needs.view', { year })).rows.find((row) => row.id === home)?.served.value).toBe(42);
    await p.set([['served', 'home', home, 45], ['served', 'home', home, 30, { sex: 'female' }], ['served', 'home', home, 10, { sex: 'male' }], ['served', 'home', home, 20, { sex: 'female', age: '60+' }]]);
    const { differences } = await p.people('home');
    expect(differences.map(({ key, params }) => [key, params['whole'], params['parts']])).toEqual([['centre.difference.places', 45, 42], ['centre.difference.sex', 45, 40]]);
    expect(differences.flatMap(missingTexts)).toEqual([]);
    const { issues } = await p.ask('checks.view', { year });
    const found = issues.filter((issue) => issue.link?.provider === 'home').map((issue) => issue.rule);
    expect(found).toEqual(expect.arrayContaining(['partsNotTotal', 'splitNotTotal']));
    const { num } = await p.ask('trace.get', { ref: traceable(people.places[0]?.coverage as Num) });
    expect(num.value).toBe(0.75);
  });

  test('transfers in the order of their days with a running balance; after one nobody counted it is not known', async () => {
    const p = await centre();
    const move = { provider: 'centre', body: 'Прилуцький район', what: 'staff' } as const;
    await p.ask('transfer.put', { ...move, day: '2027-03-01', direction: 'out', amount: 2 });
    await p.ask('transfer.put', { ...move, day: '2026-12-30', direction: 'in', amount: 14 });
    await p.ask('transfer.put', { ...move, day: '2027-02-01', direction: 'in', what: 'recipients', amount: 120 });
    await p.ask('transfer.put', { ...move, provider: 'home', day: '2027-04-01', direction: 'in', amount: null });
    await p.ask('transfer.put', { ...move, day: '2027-05-01', direction: 'in', amount: 1 });
    expect((await p.view()).transfers.map((row) => [row.what, row.balance])).toEqual([['staff', 14], ['recipients', 120], ['staff', 12], ['staff', null], ['staff', null]]);
  });

  test('years stand beside each other', async () => {
    const p = await centre();
    await p.ask('year.add', { year: 2026 });
    await p.set([['served', 'home', home, 40, { year: 2026 }], ['served', 'home', home, 44], ['postsFilled', 'home', home, 5]]);
    expect((await p.view()).years.map((row) => [row.year, row.served.map((num) => num.low ?? num.value), row.postsFilled.low])).toEqual([[2026, [40, null, null], null], [2027, [44, null, null], 5]]);
  });
});
