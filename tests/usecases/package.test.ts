import { describe, expect, test } from 'vitest';
import { byId, manualPlan } from './helper.ts';

const year = 2027;
const home = 's015.1';
const day = 's015.3';

/** A centre in the first village with home care, a mobile team for counselling; people who need day care are counted in both villages. */
const planned = async () => {
  const p = await manualPlan();
  await p.ask('provider.add', { id: 'centre', name: 'Терцентр', kind: 'territorial_centre', sector: 'municipal', territory: 'v1', services: [home] });
  await p.ask('provider.add', { id: 'team', name: 'Мобільна бригада', kind: 'mobile_team', sector: 'municipal', services: ['s002.0'] });
  await p.ask('figures.set', { cells: [{ key: p.key('identified', { service: day, territory: 'v1' }), patch: { value: 7 } }, { key: p.key('identified', { service: day, territory: 'v2' }), patch: { value: 5 } }, { key: p.key('population', { territory: 'v2' }), patch: { value: 300, source: 'облік' } }] });
  return p;
};
const view = async (p: Awaited<ReturnType<typeof planned>>, level: 'districts' | 'settlements' = 'settlements') => p.ask('package.view', { year, level });
const cellOf = async (p: Awaited<ReturnType<typeof planned>>, service: string, territory: string) => byId((await view(p)).rows, service).cells.find((cell) => cell.territory === territory);

describe('minimal package', () => {
  test('shows what follows from the providers as not confirmed, and what nobody said as not known', async () => {
    const p = await planned();
    expect([(await cellOf(p, home, 'v1')), (await cellOf(p, home, 'v2')), (await cellOf(p, 's002.0', 'v2')), (await cellOf(p, day, 'v2'))].map((cell) => [cell?.way, cell?.from])).toEqual([['here', 'providers'], ['centre', 'providers'], ['mobile', 'providers'], [null, 'none']]);
    const row = byId((await view(p)).rows, day);
    expect([row.counts.absent, row.counts.unknown, row.leftOut.value]).toEqual([0, row.cells.length, 0]);
  });
  test('holds only basic services and names the list it used', async () => {
    const { rows, list } = await view(await planned());
    expect(rows.every((row) => row.basic)).toBe(true);
    expect([list.article.uk, list.checkedOn]).toEqual(['ст. 16', '2026-11-22']);
  });
  test('counts who is left out where a service is absent: need and residents, at least while some are not known', async () => {
    const p = await planned();
    await p.ask('package.set', { answers: ['v1', 'v2'].map((territory) => ({ service: day, territory, way: 'absent' as const, basis: 'звіт старост', asOf: '2027-01-01' })) });
    const row = byId((await view(p)).rows, day);
    expect([row.counts.absent, row.leftOut.value, row.residents.state, row.residents.low]).toEqual([2, 12, 'partial', 300]);
    const trace = await p.ask('trace.get', { ref: row.leftOut.ref as NonNullable<typeof row.leftOut.ref> });
    expect(trace.inputs.map((input) => input.num.value)).toEqual([7, 5]);
    await p.ask('history.undo');
    expect((await cellOf(p, day, 'v1'))?.way).toBeNull();
  });
  test('an answer of a district holds for its settlements until they have their own; taking it back brings back what was', async () => {
    const p = await planned();
    const { territories } = await p.ask('community.view', { year });
    const root = territories.find((row) => row.parent === null)?.id ?? '';
    await p.ask('package.set', { answers: [{ service: home, territory: root, way: 'bought', basis: 'договір № 1' }, { service: home, territory: 'v2', way: 'neighbour' }] });
    expect([(await cellOf(p, home, 'v1')), (await cellOf(p, home, 'v2'))].map((cell) => [cell?.way, cell?.from])).toEqual([['bought', 'district'], ['neighbour', 'own']]);
    await p.ask('package.set', { answers: [{ service: home, territory: 'v2', way: null }] });
    expect((await cellOf(p, home, 'v2'))?.way).toBe('bought');
  });
  test('refuses services that are not basic, places that are not there, and grounds without a way; nothing is stored', async () => {
    const p = await planned();
    await p.refuse('input.unknownId', 'package.set', { answers: [{ service: 's015.2', territory: 'v1', way: 'here' }] });
    await p.refuse('input.unknownId', 'package.set', { answers: [{ service: home, territory: 'v1', way: 'absent' }, { service: home, territory: 'nowhere', way: 'here' }] });
    await p.refuse('package.noWay', 'package.set', { answers: [{ service: day, territory: 'v1', basis: 'рішення' }] });
    expect((await cellOf(p, home, 'v1'))?.from).toBe('providers');
  });
  test('answers go with a place that is removed', async () => {
    const p = await planned();
    await p.ask('package.set', { answers: [{ service: home, territory: 'v2', way: 'absent' }] });
    await p.ask('territory.remove', { id: 'v2' });
    expect((await view(p)).places.map((place) => place.id)).not.toContain('v2');
    await p.ask('history.undo');
    expect((await cellOf(p, home, 'v2'))?.way).toBe('absent');
  });
  test('is printed on one page in both languages, hostile text as text', async () => {
    const p = await planned();
    await p.ask('package.set', { answers: [{ service: home, territory: 'v2', way: 'absent', basis: '<b>&amp;</b> № 5', asOf: '2027-01-01' }] });
    for (const language of ['uk', 'en'] as const) {
      const [docx, pdf] = [await p.ask('package.file', { year, language }), await p.ask('package.file', { year, language, format: 'pdf' })];
      expect([docx.name.endsWith('.docx'), Buffer.from(docx.base64, 'base64').subarray(0, 2).toString()]).toEqual([true, 'PK']);
      const text = Buffer.from(pdf.base64, 'base64').toString('latin1');
      expect([text.startsWith('%PDF'), text.match(/\/Type \/Page\b/g)?.length]).toEqual([true, 1]);
    }
  });
});
