import { beforeEach, expect, test } from 'vitest';
import type { FigureKey } from '#contract/models.ts';
import { buildNeedsReport } from '../../src-main/documents/needsReport.ts';
import { textOf, type Edition, type Paper } from '../../src-main/documents/tree.ts';
import { manualPlan } from './helper.ts';

/** What the edition for publication must not let anybody work out, on plans made for it. */
const year = 2027;
let p: Awaited<ReturnType<typeof manualPlan>>;
beforeEach(async () => { p = await manualPlan(year, ['a', 'b', 'c']); });

const set = async (measure: FigureKey['measure'], value: number, more: Partial<FigureKey> = {}): Promise<void> => { await p.ask('figures.set', { cells: [{ key: p.key(measure, more), patch: { value } }] }); };
async function paper(edition: Edition): Promise<Paper> {
  const scope = { year };
  return buildNeedsReport({
    year, scenario: 'base', plan: await p.ask('plan.view', scope), community: await p.ask('community.view', scope), groups: await p.ask('groups.view', scope), needs: await p.ask('needs.view', scope),
    capacity: await p.ask('capacity.view', scope), gaps: await p.ask('gaps.view', scope), overview: await p.ask('overview.view', scope),
  }, { language: 'uk', edition });
}
const union = async (edition: Edition): Promise<string> => {
  for (const block of (await paper(edition)).blocks) if (block.kind === 'paragraph' && textOf(block.runs).startsWith('Різних людей')) return textOf(block.runs);
  return '';
};
const matrix = async (edition: Edition): Promise<string[][]> => (await paper(edition)).blocks.flatMap((block) => (block.kind === 'table' && block.caption === 'Незадоволена потреба за територіями' ? block.rows.map((row) => row.map(textOf)) : []));

test('the bounds of distinct people are not printed beside a hidden group: their sum would give it', async () => {
  const { rows } = await p.ask('groups.view', { year });
  // Every group is known, so that the upper bound is the sum of all.
  for (const row of rows.filter((each) => each.unit !== 'family')) await set('groupSize', row.id === 'elderly' ? 3000 : row.id === 'trafficking' ? 3 : 0, { group: row.id });
  expect(await union('service')).toContain('3\u00a0000–3\u00a0003');
  expect(await union('public')).not.toContain('3\u00a0003');
  expect(await union('public')).toContain('3\u00a0000');
});

test('a place that is not known stays unknown: the total less the known places would give a small count', async () => {
  await set('identified', 100, { service: 's015.1' });
  await set('served', 40, { service: 's015.1' });
  for (const [territory, identified, served] of [['a', 50, 20], ['b', 47, 20]] as const) {
    await set('identified', identified, { service: 's015.1', territory });
    await set('served', served, { service: 's015.1', territory });
  }
  // 60 − 30 − 27 = 3 people in the third place.
  const [service] = await matrix('service');
  expect(service?.slice(1)).toEqual(['30', '27', '60']);
  const [printed] = await matrix('public');
  expect(printed?.slice(1)).toEqual(['приховано', 'приховано', '60']);
});

test('more people served than identified is not printed as unmet need', async () => {
  for (const [territory, identified, served] of [['a', 10, 30], ['b', 40, 15], ['c', 30, 10]] as const) {
    await set('identified', identified, { service: 's015.1', territory });
    await set('served', served, { service: 's015.1', territory });
  }
  const [row] = await matrix('service');
  expect(row?.slice(1)).toEqual(['+20', '25', '20', '25']);
});
