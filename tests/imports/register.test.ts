import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../src-main/imports/read/read.ts';
import { codeKey, registerTable, type RegisterService } from '../../src-main/imports/register/columns.ts';
import { createHere } from '../../src-main/imports/register/here.ts';
import { readRegister } from '../../src-main/imports/register/rows.ts';
import type { RawCell } from '../../src-main/imports/types.ts';
import { root } from '../helpers/root.ts';
import { ods, utf16, utf8, windows1251, xlsx } from './files.ts';
import { excelXml, HEADS, line, register, SERVICES } from './registerFile.ts';

const services: readonly RegisterService[] = (JSON.parse(readFileSync(`${root}/resources/reference/services.json`, 'utf8')) as { id: string; code: string | null; name: { uk: string } | null }[]).map(({ id, code, name }) => ({ id, code, names: name ? [name.uk] : [] }));
const read = (rows: readonly (readonly RawCell[])[]) => {
  const table = registerTable(rows, services);
  if (table === null) throw new Error('no table');
  return { table, ...readRegister(rows, table) };
};
const bytesOf = (rows: readonly (readonly RawCell[])[]) => utf8(rows.map((row) => row.map((cell) => String(cell ?? '')).join(';')).join('\n'));
const code = (run: () => unknown): string => { try { run(); return 'read'; } catch (error) { return (error as { code?: string }).code ?? String(error); } };

describe('the export of the register as Excel XML', () => {
  test('is read whatever its name, in the encodings Windows writes, with skipped cells, numbers and days', () => {
    const xml = excelXml('Реєстр', register());
    for (const [name, bytes] of [['Реєстр_22.11.2026.xml.xls', utf8(xml)], ['r.xml', utf8(`\uFEFF${xml}`)], ['r.xls', windows1251(xml.replace('UTF-8', 'windows-1251').replaceAll('ʼ', "'"))], ['r.xls', utf16(xml.replace('UTF-8', 'UTF-16'))]] as const) {
      const [sheet] = readFile(name, bytes);
      expect(sheet?.rows[0]?.slice(0, 2)).toEqual(HEADS.slice(0, 2));
      expect(read(sheet?.rows ?? []).rows.map((row) => row.code)).toEqual(['26145678', '', '04061234']);
    }
    const [small] = readFile('a.xml', utf8(`<?xml version="1.0"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><ss:Worksheet ss:Name="А"><ss:Table><ss:Column ss:Index="2" ss:Hidden="1"/><ss:Row ss:Index="2"><ss:Cell ss:Index="3" ss:MergeAcross="1"><ss:Data ss:Type="Number">1.5</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type="DateTime">2026-11-22T00:00:00.000</ss:Data><ss:Comment><ss:Data>людина</ss:Data></ss:Comment></ss:Cell></ss:Row><ss:Row><ss:Cell><ss:Data ss:Type="Error">#REF!</ss:Data></ss:Cell><ss:Cell><ss:Data ss:Type="String"><B>так</B></ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>`));
    expect(small).toMatchObject({ name: 'А', rows: [[], [null, null, 1.5, { date: '2026-11-22' }], [{ error: '#REF!' }, 'так']], merged: [{ top: 1, left: 2, bottom: 1, right: 3 }], hiddenColumns: [1] });
  });

  test('cut off, with entities, with places that are none: refused before anything is made of it', () => {
    const xml = excelXml('Реєстр', register());
    const bomb = xml.replace('<Workbook', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><Workbook').replace('Так', '&b;');
    const xxe = xml.replace('<Workbook', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><Workbook').replace('Так', '&f;');
    expect([xml.slice(0, -300), bomb, xxe, xml.replace('Так', '&b;'), xml.replace('<Row>', '<Row ss:Index="99999999">'), xml.replace('<Row>', '<Row ss:Index="-2">'), xml.replace('<Cell>', '<Cell ss:Index="1e9">'), xml.replace('<Cell>', '<Cell ss:Index="2.5">')].map((text) => code(() => readFile('r.xls', utf8(text)))))
      .toEqual(['import.damaged', 'import.unsafe', 'import.unsafe', 'import.unsafe', 'import.tooLarge', 'import.damaged', 'import.tooLarge', 'import.damaged']);
    expect(code(() => readFile('r.xls', utf8('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>')))).toBe('import.format');
  });
});

describe('the columns of the register', () => {
  test('are found moved, renamed, with codes of any form, and as .xlsx, .ods or text alike', () => {
    const rows = register();
    const plain = read(rows);
    expect(plain.table.columns.filter((each) => each.role === 'service')).toHaveLength(37);
    const order = [5, 0, ...Array.from({ length: HEADS.length - 2 }, (_, n) => (n < 4 ? n + 1 : n + 2))];
    const moved = rows.map((row) => order.map((column) => row[column] ?? null));
    const renamed = [['ЄДРПОУ', 'Найменування надавача', ...HEADS.slice(2)].map((head, n) => (n >= 16 && n < 53 ? String(head).replace(/^0/, '') : head)), ...rows.slice(1)];
    const word = (value: RawCell | undefined): RawCell => (value === 'Так' ? '+' : value === 'Ні' ? null : value ?? null);
    const signs = [HEADS, ...rows.slice(1).map((row) => row.map((value, n) => (n >= 16 && n < 53 ? word(value) : value)))];
    const numbered = [HEADS, HEADS.map((_, n) => n + 1), ...rows.slice(1)];
    const titled = [['Реєстр надавачів соціальних послуг'], [], ...rows];
    for (const other of [moved, renamed, signs, titled, numbered]) expect(read(other).rows.map((row) => [row.code, row.name, row.yes])).toEqual(plain.rows.map((row) => [row.code, row.name, row.yes]));
    const cells = rows.map((row) => row.map((cell) => cell as string | number | null));
    for (const [name, bytes] of [['r.xlsx', xlsx({ name: 'Реєстр', rows: cells })], ['r.ods', ods({ name: 'Реєстр', rows: cells })], ['r.csv', bytesOf(rows)]] as const) expect(read(readFile(name, bytes)[0]?.rows ?? []).rows).toEqual(plain.rows);
  });

  test('without heads of services stand in the order of the classifier, if they are as many', () => {
    const blank = register().map((row, n) => (n === 0 ? row.map((cell, column) => (column >= 16 && column < 53 ? `Послуга ${column}` : cell)) : row));
    const { table, rows } = read(blank);
    expect([table.columns.filter((each) => each.by === 'order').length, rows[0]?.yes]).toEqual([37, ['s015.1', 's015.3', 's019.0']]);
    expect(read(blank.map((row) => row.filter((_, column) => column !== 20))).table.columns.some((each) => each.role === 'service')).toBe(false);
  });

  test('a dated title right above the heads is none of them; signs beside a name of a service, a phone by its short word', () => {
    const rows = [['Реєстр надавачів станом на 01.11.2026', null, null], ['№ п/п', 'Повне найменування', 'ЄДРПОУ/код', 'Догляд вдома (надає)', '15,3', 'Конт. тел.', 'Щось', 'Дата внесення'], ['1', 'ГО «Поруч»', '87654321', '+', 'ні', '0671112233', 'так', '05.03.2026']];
    const named = [{ id: 's015.1', code: '015.1', names: ['Догляд вдома'] }, { id: 's015.3', code: '015.3', names: ['Денний догляд'] }];
    const table = registerTable(rows, named);
    expect(table?.columns.map(({ role, service, by }) => [role, service, by])).toEqual([['skip', '', 'none'], ['name', '', 'head'], ['code', '', 'head'], ['service', 's015.1', 'head'], ['service', 's015.3', 'head'], ['personal', '', 'head'], ['skip', '', 'none'], ['statusOn', '', 'head']]);
    expect(table && readRegister(rows, table).rows).toMatchObject([{ code: '87654321', yes: ['s015.1'], no: ['s015.3'], statusOn: '2026-03-05' }]);
  });

  test('a choice of a person wins, and what it names leaves the other column', () => {
    const table = registerTable(register(), services, [{ column: 2, role: 'name', service: '' }]);
    expect([table?.columns[2]?.role, table?.columns[1]?.role]).toEqual(['name', 'skip']);
    expect(registerTable([['А', 'Б'], ['1', '2']], services)).toBeNull();
    expect([codeKey('15.1'), codeKey('015.1'), codeKey('006.0'), codeKey('6'), codeKey('015,3.1')]).toEqual(['15.1', '15.1', '6', '6', '15.3.1']);
  });
});

describe('the rows of the register', () => {
  test('leave nothing of a person: natural persons, tax numbers, phones, e-mail and homes are dropped and counted', () => {
    const all = read(register());
    expect(all.dropped).toEqual({ persons: 1, codes: 1, contacts: 7, addresses: 2 });
    expect(JSON.stringify(all.rows)).not.toMatch(/2912345678|3012345671|0671112233|@|Коваленко|Садова/);
    expect(all.rows.map((row) => [row.name, row.kind, row.sector, row.addresses])).toEqual([
      ['Територіальний центр соціального обслуговування', 'territorial_centre', 'municipal', ['с. Вишневе, вул. Шкільна, 4', 'с. Садове, вул. Лісова, 1']],
      ['ФОП «Турбота»', 'fop', 'non_state', []], ['Громадська організація «Поруч»', 'ngo', 'non_state', ['м. Київ, вул. Хрещатик, 1']],
    ]);
    expect([all.extra, all.rows[0]?.statusOn, all.rows[0]?.no.length]).toEqual([1, '2026-11-20', 34]);
  });

  test('with a code that is none, a second answer for one code, no name, or an answer nobody understands are said', () => {
    const rows = [HEADS, line({ code: '123', name: 'А' }), line({ code: '26145678', name: 'Б', yes: ['015.1'] }), line({ code: '26145678', name: 'Б', yes: ['015.2'] }), line({ code: '26145679', name: '', yes: ['015.1'] }), line({ code: 4061234, name: 'В', yes: ['015.1'] }).map((cell, n) => (n === 20 ? 'можливо' : cell))];
    const { rows: good, rejected } = read(rows);
    expect(rejected.map(({ row, reason }) => [row, reason])).toEqual([[1, 'badCode'], [3, 'duplicate'], [4, 'noName']]);
    expect(good.map((row) => [row.code, row.unclear])).toEqual([['26145678', []], ['04061234', [HEADS[20]]]]);
  });

  test('further addresses of a person who was left out are not given to the provider above', () => {
    const { rows, dropped } = read([HEADS, line({ code: '26145678', name: 'Центр', yes: ['015.1'] }), line({ code: '2912345678', name: 'Коваленко Ольга Іванівна', yes: ['015.1'] }), line({ code: '', name: '', service: 'с. Тихе, вул. Сонячна, 3' })]);
    expect([rows.map((row) => row.addresses), dropped.persons, dropped.addresses]).toEqual([[[]], 1, 1]);
  });

  test('of the whole country are read in one go', () => {
    const rest = line({ code: '', name: '', yes: ['015.1'] }).slice(2);
    const many = [HEADS, ...Array.from({ length: 50_000 }, (_, n) => [String(10_000_000 + n), `Надавач ${n}`, ...rest])];
    expect(read(many).rows).toHaveLength(50_000);
  });
});

test('an address is here when its code, its community or its raion says so; a name alone is only possible', () => {
  const here = createHere({ codes: new Map([['UA74080150010012345', 'v1'], ['UA74080150000054321', '']]), settlements: [{ id: 'v1', name: 'Вишневе' }, { id: 'v2', name: 'Сокиринці' }], community: 'Срібнянська селищна громада', raion: 'Прилуцький район', oblast: 'Чернігівська область' });
  const at = (...places: string[]) => { const found = here(places); return [found.where, found.territory]; };
  expect(at('UA74080150010012345')).toEqual(['here', 'v1']);
  expect(at('17300, Чернігівська обл., Прилуцький район, с. Сокиринці, вул. Лісова, 2')).toEqual(['here', 'v2']);
  expect(at('Чернігівська область, Срібнянська селищна територіальна громада, селище Срібне')).toEqual(['here', '']);
  expect(at('с. Вишневе, вул. Шкільна, 4')).toEqual(['maybe', 'v1']);
  expect(at('Київська обл., Бучанський район, м. Вишневе')).toEqual(['elsewhere', '']);
  expect(at('Чернігівська обл., Ніжинський р-н, с. Вишневе')).toEqual(['elsewhere', '']);
  expect(at('м. Вишневецьке')).toEqual(['elsewhere', '']);
  expect(SERVICES).toHaveLength(37);
});
