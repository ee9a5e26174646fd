import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportChange } from '#contract/api/imports.ts';
import type { Input, MethodName, Output } from '#contract/api.ts';
import { createApp, type App } from '../../src-main/app.ts';
import { root } from '../helpers/root.ts';
import { CELLS } from '../imports/ugly/cells.ts';
import { HEADS } from '../imports/ugly/heads.ts';
import type { UglyCase } from '../imports/ugly/case.ts';
import { lookedAt, meaning, opened } from './importing.ts';

/** One plan for all of them: Теплицька громада has namesakes, an apostrophe, a former name and settlements of two kinds. */
let app: App;
let library: string;
const log: string[] = [];
const ask = async <N extends MethodName>(method: N, input: Input<N>): Promise<Output<N>> => {
  const reply = await app.dispatch(method, input);
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)} ${log.join('\n')}`);
  return reply.value as never;
};
const p = { ask } as Parameters<typeof opened>[0];
let ids: ReadonlyMap<string, string>;
let codes: ReadonlyMap<string, string>;
let groups: ReadonlyMap<string, string>;

beforeAll(async () => {
  library = mkdtempSync(join(tmpdir(), 'sotsplan-ugly-'));
  let n = 0;
  app = createApp({ libraryDir: library, resourcesDir: join(root, 'resources'), now: () => new Date('2026-03-02T09:00:00.000Z'), newId: () => `u${++n}`, log: (line) => log.push(line) });
  await ask('plan.create', { community: { code: 'UA05040230000017028' }, year: 2026 });
  await ask('year.add', { year: 2025 });
  const lists = await ask('import.lists', {});
  ids = new Map(lists.territories.map((place) => [place.name.uk, place.id]));
  codes = new Map(lists.services.map((service) => [service.name.uk, service.code ?? service.id]));
  groups = new Map(lists.groups.map((group) => [group.name.uk, group.id]));
});
afterAll(async () => {
  await app.close();
  rmSync(library, { recursive: true, force: true });
});

const said = (line: ImportChange): string => (line.filter === 'rejected'
  ? `${line.column}${line.row} ✗ ${line.reason}`
  : [`${line.column}${line.row}`, line.measure, line.service && codes.get(line.service.uk), line.group && groups.get(line.group.uk), line.territory, line.year, line.sex === 'all' ? '' : line.sex, line.age === 'all' ? '' : line.age, `= ${line.after}`].filter(Boolean).join(' '));
/** Lines in the order of the file. */
const inOrder = (lines: readonly string[]): readonly string[] => lines.toSorted((a, b) => (Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0])) || a.localeCompare(b, 'uk'));

describe('spreadsheets the way officials make them', () => {
  test.each([...HEADS, ...CELLS].map((each) => [each.name, each] as const))('%s', async (_, ugly: UglyCase) => {
    const importId = await opened(p, ugly.file, ugly.bytes);
    const { area, look } = await lookedAt(p, importId, ugly.sheet, ugly.table);
    expect(`${area.headTop + 1}-${area.headBottom + 1} ${area.dataTop + 1}-${area.dataBottom + 1}`).toBe(ugly.rows);
    const heads = Object.fromEntries(look.columns.map((column) => [column.letter, column.head.join(' / ')]));
    expect(heads).toMatchObject(ugly.heads ?? {});
    expect(look.findings.filter((finding) => finding.where === 'column').map((finding) => look.columns.find((column) => column.column === finding.column)?.letter).join(' ')).toBe(ugly.personal ?? '');
    const say = Object.fromEntries(Object.entries(ugly.say ?? {}).map(([letter, column]) => [letter, column.territory ? { ...column, territory: ids.get(column.territory) ?? '' } : column]));
    const mapping = meaning(look, say, { ...ugly.more, rest: { ...look.mapping.rest, ...ugly.more?.rest } });
    const check = await ask('import.check', { importId, area, mapping });
    const { rows } = await ask('import.changes', { importId, from: 0, count: 5000 });
    expect(inOrder(rows.filter((line) => !['same', 'kept'].includes(line.filter)).map(said))).toEqual(inOrder(ugly.lines));
    const names = new Map([...ids].map(([name, id]) => [id, name]));
    expect(check.questions.map((question) => `${question.text}: ${question.candidates.map((id) => (question.kind === 'territory' ? names.get(id) ?? 'Розкошівка' : '')).filter(Boolean).join(', ')}`)).toEqual(ugly.asks ?? []);
    expect(check.totals.map((total) => `${total.column}${total.row} ${total.stated} ${total.sum}`)).toEqual(ugly.totals ?? []);
    expect({ totalsFine: check.totalsFine, ...check.passed }).toMatchObject({ totalsFine: ugly.totalsFine ?? 0, ...ugly.passed });
    if (check.counts.new + check.counts.changed > 0) {
      await ask('import.apply', { importId });
      await ask('history.undo', {});
    }
    await ask('import.close', { importId });
    expect(log).toEqual([]);
  });

  test('no name, number or phone of a person is in any file of the program', async () => {
    await ask('plan.close', {});
    const all = readdirSync(library, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    for (const secret of ['Шевченко', 'Косач', '3184710691', '0501234567', 'БОНДАР', 'Петренко', 'Забутиця']) {
      expect(all.some((bytes) => bytes.includes(Buffer.from(secret, 'utf8')) || bytes.includes(Buffer.from(secret, 'utf16le'))), secret).toBe(false);
    }
  });
});
