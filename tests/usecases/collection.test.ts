import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { xlsx } from '../imports/files.ts';
import { filesOf, form, giveBack, type Form } from './filledSheets.ts';
import { byId, manualPlan, program } from './helper.ts';

const ELDERLY = 'Особи похилого віку';

/** A community with one starosta district of two villages. */
async function plan() {
  const p = await manualPlan(2027, []);
  await p.ask('territory.add', { id: 'd1', parent: p.root, kind: 'starosta', name: 'Вишнівський старостинський округ' });
  for (const name of ['Вишневе', 'Річки']) await p.ask('territory.add', { id: name, parent: 'd1', kind: 'settlement', name });
  const make = async (collector: string, territory = ''): Promise<{ readonly id: string; readonly form: Form }> => {
    await p.ask('sheets.make', { year: 2027, sheets: [{ collector, territory }], due: '2027-02-15', giveTo: 'Відділ соціального захисту' });
    const row = (await p.ask('sheets.view', { year: 2027 })).rows.find((each) => each.collector === collector && each.territory === territory);
    if (!row) throw new Error('no sheet');
    return { id: row.id, form: form(Object.values(filesOf(await p.ask('sheets.file', { ids: [row.id] })))[0] as Uint8Array) };
  };
  const value = async (group: string, territory = p.root) => p.ask('figure.get', { key: p.key('groupSize', { group, territory }) });
  return { ...p, make, value };
}

test('a sheet is made, filled in and brings its numbers back in one undo step', async () => {
  const p = await plan();
  const { id, form: sheet } = await p.make('starosta', 'd1');
  const fill: readonly [string, string, number | string][] = [[ELDERLY, 'Вишневе', 120], [ELDERLY, 'Річки', 0], ['Особи з інвалідністю', 'Річки', 'н/д'], ['Внутрішньо переміщені особи', 'Вишневе', '14']];
  for (const [what, place, value] of fill) sheet.set(`G${sheet.rowOf(what, place)}`, value);
  sheet.set('G4', 46402);
  sheet.set('G5', 'Староста');
  sheet.set(`H${sheet.rowOf(ELDERLY, 'Вишневе')}`, 'оцінка');
  sheet.set(`I${sheet.rowOf(ELDERLY, 'Вишневе')}`, 'за подвірним обходом');
  const { returnId, files, check } = await giveBack(p, sheet);
  expect(files[0]).toMatchObject({ verdict: 'taken', sheet: id, year: 2027, filledOn: '2027-01-15', answered: 4, notes: [] });
  expect(check.counts).toMatchObject({ new: 3, changed: 0, same: 0, rejected: 0 });
  await p.ask('return.apply', { returnId });
  expect(await p.value('elderly', 'Вишневе')).toMatchObject({ value: 120, method: 'estimate', source: 'Староста: Вишнівський старостинський округ (Староста), 15.01.2027', asOf: '2027-01-01', note: 'за подвірним обходом' });
  expect([(await p.value('elderly', 'Річки')).value, (await p.value('pwd', 'Річки')).value, (await p.value('idp', 'Вишневе')).value]).toEqual([0, null, 14]);
  const row = byId((await p.ask('sheets.view', { year: 2027 })).rows, id);
  expect(row).toMatchObject({ state: 'returned', returned: '2027-01-15', asks: 16, known: 3, lateDays: 0 });
  const again = await giveBack(p, sheet);
  expect(again.check.counts).toMatchObject({ new: 0, changed: 0, same: 3, rejected: 0 });
  await p.ask('history.undo', {});
  expect((await p.value('elderly', 'Вишневе')).value).toBeNull();
  expect(byId((await p.ask('sheets.view', { year: 2027 })).rows, id)).toMatchObject({ state: 'made', known: 0, lateDays: 15 });
  expect(p.log).toEqual([]);
});

test('moved, added and renamed columns and sorted rows are still known, and so are rows without their keys', async () => {
  const p = await plan();
  const { form: sheet } = await p.make('starosta', 'd1');
  const source = [...sheet.rows];
  const head = source.find(([, cells]) => cells.get('C') === 'Показник')?.[0] ?? 0;
  const order = ['G', 'D', 'C', 'A', 'B', 'H', 'I'];
  const rows = source.filter(([row]) => row === 1 || row >= head).map(([row, cells]) => ['зайве', ...order.map((letter) => {
    if (letter === 'G' && row > head) return cells.get('C') === ELDERLY ? (cells.get('D') === 'Річки' ? 7 : 5) : null;
    if (letter === 'G' && row === head) return 'Скільки';
    return cells.get(letter) ?? null;
  })]);
  const [tags, heads, ...body] = rows;
  const moved = xlsx({ name: 'Аркуш1', rows: [['Якийсь титул'], tags ?? [], heads ?? [], ...body.toReversed()] });
  const sorted = await giveBack(p, moved);
  expect(sorted.files[0]).toMatchObject({ verdict: 'taken', answered: 2, notes: ['noDate'] });
  await p.ask('return.apply', { returnId: sorted.returnId });
  expect([(await p.value('elderly', 'Вишневе')).value, (await p.value('elderly', 'Річки')).value]).toEqual([5, 7]);

  const { form: bare } = await p.make('starosta', 'd1');
  const row = bare.rowOf(ELDERLY, 'Річки');
  bare.set(`G${row}`, 9);
  bare.xml((text) => text.replaceAll(/<c r="A\d+" s="0" t="inlineStr">.*?<\/c>/g, '').replace(/<row r="1" hidden="1">.*?<\/row>/, '').replace('>Річки<', '>с. Річки<'));
  const byNames = await giveBack(p, bare);
  expect(byNames.files[0]?.notes).toContain('noKeys');
  expect(byNames.check.lines).toMatchObject([{ filter: 'changed', before: 7, after: 9 }]);
});

test('what cannot be taken says why, and nothing personal comes through', async () => {
  const p = await plan();
  const { form: sheet } = await p.make('social_protection');
  const at = (what: string): string => `G${sheet.rowOf(what)}`;
  sheet.set(at('Діти з інвалідністю'), 'багато');
  sheet.set(at('Внутрішньо переміщені особи'), -3);
  sheet.set(at('Багатодітні сімʼї'), 2.5);
  sheet.set(at('Малозабезпечені особи та сімʼї'), { formula: 'SUM(B1:B2)', value: 41 });
  sheet.set(at('Бездомні особи'), { formula: 'SUM(B1:B2)' });
  sheet.set(at('Особи з інвалідністю'), 88);
  sheet.set(`I${sheet.rowOf('Особи з інвалідністю')}`, 'Петренко Марія Іванівна, тел. 0671234567');
  sheet.set('G5', 'Петренко Марія Іванівна');
  const { check, files } = await giveBack(p, sheet);
  expect(files[0]?.notes).toContain('role');
  expect(check.lines.filter((line) => line.filter === 'rejected').map((line) => [line.what.uk, line.reason])).toEqual([
    ['Особи з інвалідністю', 'personal'], ['Діти з інвалідністю', 'notNumber'], ['Внутрішньо переміщені особи', 'negative'], ['Багатодітні сімʼї', 'notWhole'], ['Бездомні особи', 'error'],
  ].toSorted((a, b) => sheet.rowOf(a[0] ?? '') - sheet.rowOf(b[0] ?? '')));
  expect(check.lines.filter((line) => line.filter === 'new')).toMatchObject([{ after: 41 }]);
  expect(JSON.stringify([check, files])).not.toContain('Петренко');
  expect(p.log).toEqual([]);
});

test('foreign files, other plans and years, repeated and empty sheets are told apart', async () => {
  const p = await plan();
  const { id, form: sheet } = await p.make('pension_fund');
  const empty = sheet.bytes();
  sheet.set(`G${sheet.rowOf(ELDERLY)}`, 300);
  const meta = sheet.rows.get(1)?.get('A') ?? '';
  const other = form(sheet.bytes());
  other.set('A1', meta.replace(p.root, 'other'));
  const year = form(sheet.bytes());
  year.set('A1', meta.replace('2027', '2031'));
  const foreign = xlsx({ name: 'Кошторис', rows: [['Назва', 'Сума'], ['Пальне', 12]] });
  const { files, check, returnId } = await giveBack(p, foreign, new TextEncoder().encode('%PDF-1.7'), other, year, empty, sheet, sheet);
  expect(files.map((file) => file.verdict)).toEqual(['notSheet', 'unreadable', 'otherPlan', 'otherYear', 'empty', 'taken', 'repeated']);
  expect(files[1]?.error).toBe('import.format');
  expect(check.counts).toMatchObject({ new: 1, rejected: 0 });
  await p.ask('return.apply', { returnId });
  expect(byId((await p.ask('sheets.view', { year: 2027 })).rows, id).state).toBe('returned');
  await p.refuse('import.unknown', 'return.check', { returnId });
});

test('two sheets that differ wait for a choice: one of them, or both added', async () => {
  const p = await plan();
  const { form: a } = await p.make('police');
  const b = form(a.bytes());
  const row = a.rowOf('Особи, які вчинили домашнє насильство (кривдники)');
  a.set(`G${row}`, 4);
  b.set(`G${row}`, 6);
  const { check, returnId } = await giveBack(p, a, b);
  expect(check.counts).toMatchObject({ new: 0, rejected: 2 });
  const [conflict] = check.conflicts;
  expect(conflict).toMatchObject({ choice: null, additive: true, values: [{ file: 0, value: 4 }, { file: 1, value: 6 }] });
  const address = conflict?.address ?? '';
  expect((await p.ask('return.check', { returnId, choices: [{ address, choice: 1 }] })).lines).toMatchObject([{ filter: 'new', after: 6 }]);
  expect((await p.ask('return.check', { returnId, choices: [{ address, choice: 'sum' }] })).lines).toMatchObject([{ filter: 'new', after: 10 }]);
  await p.ask('return.apply', { returnId });
  // Over the previous calendar year: as of its last day.
  expect(await p.value('offenders')).toMatchObject({ value: 10, asOf: '2026-12-31' });
});

test('a sheet of an older list brings what still counts; what was taken out of the list is refused', async () => {
  const p = await plan();
  const { form: sheet } = await p.make('pension_fund');
  sheet.set(`G${sheet.rowOf(ELDERLY)}`, 300);
  sheet.set(`G${sheet.rowOf('Особи з інвалідністю')}`, 90);
  await p.ask('indicator.remove', { id: 'pwd' });
  expect((await p.ask('sheets.view', { year: 2027 })).rows.find((row) => row.collector === 'pension_fund')?.outdated).toBe(true);
  const { check, files } = await giveBack(p, sheet);
  expect(files[0]?.notes).toContain('olderList');
  expect(check.lines.map((line) => [line.filter, line.after, line.reason])).toEqual([['new', 300, null], ['rejected', null, 'oldList']]);
  await p.ask('year.add', { year: 2028 });
  await p.refuse('input.unknownId', 'indicator.remove', { id: 'pwd' });
});

test('indicators: edited, linked, imported, confirmed, printed as the form of annex 1 only then', async () => {
  const p = await plan();
  const view = () => p.ask('indicators.view', { year: 2027 });
  const paper = async () => { const out = await p.ask('indicators.file', { year: 2027, language: 'uk', format: 'docx' }); return strFromU8(unzipSync(new Uint8Array(Buffer.from(out.base64, 'base64')))['word/document.xml'] ?? new Uint8Array()); };
  expect(await view()).toMatchObject({ proposed: true, confirmed: null, known: 0 });
  await p.refuse('collection.confirm', 'indicators.confirm', { by: 'Начальник відділу', on: '2027-02-01', source: 'zakon.rada.gov.ua' });
  for (const text of ['Додаток 1', 'Дані щодо соціально-демографічної ситуації', 'Дані щодо соціально-демографічної ситуації']) expect(await paper()).not.toContain(text);

  const list = xlsx({ name: 'Додаток', rows: [['Додаток 1'], [], ['№ з/п', 'Показник*', 'Кількість осіб', 'Орієнтовні джерела'], [1, 2, 3, 4], ['1', 'Кількість осіб похилого віку', null, 'Пенсійний фонд'], ['2', 'Особи, які постраждали від домашнього насильства**', null, 'Поліція'], ['3', 'Кількість осіб, яким потрібен психолог', null, '']] });
  const { rows } = await p.ask('indicators.readList', { name: 'додаток.xlsx', base64: Buffer.from(list).toString('base64') });
  expect(rows.map((row) => row.basis)).toEqual(['jan1', 'year', 'jan1']);
  await p.ask('indicators.replace', { rows: [...rows] });
  const taken = await view();
  expect(taken.rows.map((row) => [row.number, row.link?.group ?? null])).toEqual([['1', 'elderly'], ['2', 'dv_survivors'], ['3', null]]);
  const free = taken.rows[2]?.id ?? '';
  await p.ask('indicator.ownGroup', { id: free });
  const linked = (await view()).rows[2];
  expect(linked?.value?.state).toBe('unknown');
  await p.ask('figures.set', { cells: [{ key: linked?.value?.key ?? p.key('population'), patch: { value: 17 } }], label: 'edit' });
  await p.ask('indicators.confirm', { by: 'Начальник відділу', on: '2027-02-01', source: 'zakon.rada.gov.ua, z1169-23' });
  expect((await view()).confirmed).toMatchObject({ by: 'Начальник відділу' });
  const form1 = await paper();
  for (const text of ['Додаток 1', 'Кількість осіб (станом на 01 січня 2027 року)', 'Орієнтовні джерела', '17', 'н/д']) expect(form1).toContain(text);
  await p.ask('indicator.update', { cells: [{ id: free, wording: 'Інше' }] });
  expect(await view()).toMatchObject({ confirmed: null, lapsed: { by: 'Начальник відділу' } });
  await p.ask('indicator.move', { id: free, by: -5 });
  expect((await view()).rows[0]).toMatchObject({ id: free, wording: { uk: 'Інше' } });
  await p.ask('history.undo', {});
  await p.ask('history.undo', {});
  expect((await view()).confirmed).not.toBeNull();
  await p.ask('indicators.reset', {});
  expect(await view()).toMatchObject({ proposed: true, lapsed: null });
});

test('every sheet of the training plan is made, locked and asks for what its collector can know', async () => {
  const p = program();
  await p.sample('training');
  const year = (await p.ask('plan.current', {}))?.years.at(-1) ?? 0;
  const { rows } = await p.ask('sheets.view', { year });
  expect(rows.filter((row) => row.collector === 'starosta')).toHaveLength(7);
  expect(rows.filter((row) => row.collector === 'provider').length).toBeGreaterThan(2);
  await p.ask('sheets.make', { year, sheets: rows.map(({ collector, territory, provider }) => ({ collector, territory, provider })), due: '2027-02-15' });
  const made = await p.ask('sheets.view', { year });
  const files = filesOf(await p.ask('sheets.file', { ids: made.rows.map((row) => row.id) }));
  expect(Object.keys(files)).toHaveLength(rows.length);
  for (const bytes of Object.values(files)) {
    const parts = unzipSync(bytes);
    const sheet = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
    expect(sheet).toMatch(/<sheetProtection sheet="1"[^>]*\/><mergeCells.*<dataValidations/);
    expect(sheet).not.toMatch(/<sheetProtection[^>]*password/);
  }
  const provider = made.rows.find((row) => row.collector === 'provider');
  const sheet = form(files[Object.keys(files).find((name) => name.includes(provider?.name.uk.slice(0, 12) ?? '?')) ?? ''] as Uint8Array);
  expect([...sheet.rows.values()].some((cells) => cells.get('C')?.endsWith('отримують послугу'))).toBe(true);
  const out = await p.ask('sheets.reminder', { year, language: 'uk' });
  expect(strFromU8(unzipSync(new Uint8Array(Buffer.from(out.base64, 'base64')))['word/document.xml'] ?? new Uint8Array())).toContain('Вишнівський старостинський округ');
  await p.refuse('cycle.person', 'sheets.set', { ids: [made.rows[0]?.id ?? ''], giveTo: 'Іваненко Олена Петрівна' });
});
