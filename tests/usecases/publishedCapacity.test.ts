import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Input } from '#contract/api.ts';
import type { MeasureId } from '#contract/models.ts';
import { program } from './helper.ts';

/** Capacity that a territorial centre published: what was entered of each unit, what the program says, what cannot be recomputed. */
interface Case {
  readonly name: string; readonly date: string; readonly basis: string; readonly year: number; readonly community: Input<'plan.create'>['community'];
  readonly units: readonly { readonly id: string; readonly service: string; readonly identified?: number; readonly served: number; readonly postsFilled?: number; readonly places?: number }[];
  readonly expected: Readonly<Record<string, { readonly caseload: number | null; readonly loadState: string; readonly size: string; readonly coverage: number | null }>>;
  readonly how: readonly string[]; readonly notRecomputable: readonly string[];
}
const folder = new URL('publishedCapacity/', import.meta.url);
const cases = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case);

test.each(cases.map((each) => [each.name, each] as const))('%s', async (_, { community, year, date, basis, units, expected, how, notRecomputable }) => {
  expect([basis !== '', how.length > 0, notRecomputable.length > 0]).toEqual([true, true, true]);
  const p = program();
  await p.ask('plan.create', { community, year });
  await p.ask('plan.set', { calcDate: date });
  const { root: territory } = await p.ask('plan.view', { year });
  await p.ask('provider.add', { id: 'centre', name: 'Територіальний центр', kind: 'territorial_centre', sector: 'municipal' });
  for (const { id, service } of units) await p.ask('provider.add', { id, name: id, kind: 'territorial_centre', sector: 'municipal', parent: 'centre', services: [service] });
  await p.ask('figures.set', { cells: units.flatMap(({ id, service, identified, ...had }) => [
    ...(Object.entries(had) as [MeasureId, number][]).map(([measure, value]) => ({ key: { measure, service, provider: id, territory, year }, patch: { value, source: basis } })),
    ...(identified === undefined ? [] : [{ key: { measure: 'identified' as const, service, territory, year }, patch: { value: identified, source: basis } }]),
  ]) });
  const view = await p.ask('centre.view', { year, provider: 'centre' });
  for (const { id, service } of units) {
    const wanted = expected[id];
    const line = view.lines.find((row) => row.provider === id);
    if (wanted === undefined || line === undefined) throw new Error(id);
    expect([line.loadState, view.norms.find((row) => row.provider === id)?.state], id).toEqual([wanted.loadState, wanted.size]);
    if (wanted.caseload === null) expect(line.caseload.value, id).toBeNull(); else expect(line.caseload.value, id).toBeCloseTo(wanted.caseload, 6);
    const trace = await p.ask('trace.get', { ref: { kind: 'result', result: 'providerCoverage', service, group: '', territory, year, scenario: 'base', provider: id } });
    if (wanted.coverage === null) expect(trace.num.value, id).toBeNull(); else expect(trace.num.value, id).toBeCloseTo(wanted.coverage, 6);
  }
});
