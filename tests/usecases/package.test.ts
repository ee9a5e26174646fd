import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { PackageView } from '#contract/api/package.ts';
import { packagePaper } from '../../src-main/documents/package.ts';
import { textOf } from '../../src-main/documents/tree.ts';
import { byId, manualPlan, program } from './helper.ts';

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
    const { all, given, absent, rows } = await view(p);
    const row = byId(rows, day);
    expect([absent, given]).toEqual([2, all - 2 - rows.reduce((sum, each) => sum + each.counts.unknown, 0)]);
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
  test('speaks of starosta districts where no settlement is entered', async () => {
    const p = await planned();
    const { territories } = await p.ask('community.view', { year });
    const root = territories.find((row) => row.parent === null)?.id ?? '';
    for (const { id } of territories.filter((row) => row.kind === 'settlement')) await p.ask('territory.remove', { id });
    await p.ask('territory.add', { id: 'd', parent: root, kind: 'starosta', name: 'Лісовий старостинський округ' });
    const paper = packagePaper({ language: 'uk', year, community: { uk: 'Громада', en: null }, teaching: false, view: await view(p) });
    expect([paper.title, JSON.stringify(paper.blocks).includes('населен')]).toEqual(['Базові соціальні послуги за старостинськими округами. Громада', false]);
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
  test('a community of 73 settlements is printed on one page in both languages, hostile text as text', async () => {
    const p = program();
    await p.ask('plan.create', { community: { code: 'UA35040170000065192' }, year });
    const { places, rows } = await p.ask('package.view', { year, level: 'settlements' });
    expect(places).toHaveLength(73);
    const basis = '<b>&amp;</b> № 5';
    await p.ask('package.set', { answers: rows.flatMap((row, at) => places.slice(at).map((place) => ({ service: row.id, territory: place.id, way: 'absent' as const, basis, asOf: '2027-01-01' }))) });
    for (const language of ['uk', 'en'] as const) {
      const pdf = await p.ask('package.file', { year, language, format: 'pdf' });
      const text = Buffer.from(pdf.base64, 'base64').toString('latin1');
      expect([text.startsWith('%PDF'), text.match(/\/Type \/Page\b/g)?.length]).toEqual([true, 1]);
    }
    const { name, base64 } = await p.ask('package.file', { year, language: 'uk' });
    const xml = strFromU8(unzipSync(Buffer.from(base64, 'base64'))['word/document.xml'] ?? new Uint8Array());
    expect([name.endsWith('.docx'), xml.includes('w:num="3"'), xml.includes('&lt;b&gt;&amp;amp;&lt;/b&gt; № 5'), xml.includes('Додаток'), places.every((place) => xml.includes(place.name.uk.replaceAll("'", '’')))]).toEqual([true, true, true, false, true]);
  });
  test('what one page cannot hold is grouped by district, or the worst come first; all stands in an annex', async () => {
    const small = await view(await planned());
    const [place] = small.places;
    if (!place) throw new Error('no place');
    const many = (inDistricts: boolean): PackageView => ({
      ...small, places: Array.from({ length: 125 }, (_, at) => ({ ...place, id: `x${at}`, name: { uk: `Село ${at}`, en: null }, district: inDistricts ? { id: `d${at % 9}`, name: { uk: `Округ ${at % 9}`, en: null } } : null })),
      rows: small.rows.map((row) => ({ ...row, cells: Array.from({ length: 125 }, (_, at) => ({ territory: `x${at}`, way: at === 124 || at % 9 === 1 ? 'absent' as const : at % 2 ? 'here' as const : 'centre' as const, from: 'own' as const, basis: '', asOf: '', note: '', need: place.population })) })),
    });
    for (const inDistricts of [true, false]) {
      const { blocks } = packagePaper({ language: 'uk', year, community: { uk: 'Громада', en: null }, teaching: false, view: many(inDistricts) });
      const [, ...shown] = blocks.flatMap((block) => (block.kind === 'columns' ? block.parts.flatMap((part) => part.blocks) : [])).filter((block) => block.kind === 'table');
      const rows = shown.flatMap((table) => table.rows.map((row) => row.slice(0, 2).map(textOf).join(' ')));
      const annex = blocks.slice(blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Додаток')).find((block) => block.kind === 'table');
      if (inDistricts) expect(rows).toEqual(['Округ 0 +', 'Округ 1 ×', ...[2, 3, 4, 5, 6].map((n) => `Округ ${n} +`), 'Округ 7 ×1', 'Округ 8 +']);
      else expect([rows[0], rows[14], rows.length > 99, rows.at(-1)]).toEqual(['Село 1 ×', 'Село 124 ×', true, `ще ${126 - rows.length} – у додатку`]);
      expect(annex?.rows.filter((row) => row.length > 1)).toHaveLength(125);
    }
  });
});
