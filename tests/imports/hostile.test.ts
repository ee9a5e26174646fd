import { describe, expect, test } from 'vitest';
import { deflateSync, strToU8 } from 'fflate';
import { Refusal } from '../../src-main/contract/errors.ts';
import { delimiterOf, decodeText, records } from '../../src-main/imports/read/csv.ts';
import { LIMITS } from '../../src-main/imports/read/limits.ts';
import { readFile } from '../../src-main/imports/read/read.ts';
import { openZip } from '../../src-main/imports/read/zip.ts';
import { ods, utf8, xlsx, xlsxParts, zip } from './files.ts';

/** Files that must end in a plain refusal, and files that look odd and are read all the same. */
const SHEET = [{ name: 'А', rows: [['Село', 'Осіб'], ['Вишневе', 5]] }];
const parts = (change: Readonly<Record<string, string>> = {}): Uint8Array => zip({ ...xlsxParts(SHEET), ...change });
const code = (name: string, bytes: Uint8Array): string => {
  try {
    return `read ${readFile(name, bytes).length}`;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
const sheet = (body: string): string => `<worksheet><sheetData>${body}</sheetData></worksheet>`;

/** A zip of one deflated part whose directory says what it likes. */
function liar(name: string, body: Uint8Array, packed: Uint8Array): Uint8Array {
  const title = strToU8(name);
  const head = (sign: number, extra: readonly number[]): Buffer => { const b = Buffer.alloc(extra[0] ?? 0); b.writeUInt32LE(sign, 0); return b; };
  const local = head(0x04034b50, [30]);
  local.writeUInt16LE(8, 8); local.writeUInt32LE(packed.length, 18); local.writeUInt32LE(body.length, 22); local.writeUInt16LE(title.length, 26);
  const item = head(0x02014b50, [46]);
  item.writeUInt16LE(8, 10); item.writeUInt32LE(packed.length, 20); item.writeUInt32LE(body.length, 24); item.writeUInt16LE(title.length, 28);
  const end = head(0x06054b50, [22]);
  end.writeUInt16LE(1, 8); end.writeUInt16LE(1, 10); end.writeUInt32LE(46 + title.length, 12); end.writeUInt32LE(30 + title.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, title, packed, item, title, end]));
}

describe('what is refused', () => {
  const whole = xlsx(...SHEET);
  const ole = (text: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from(text, 'utf16le'), Buffer.alloc(100)]));
  test.each([
    ['an empty file', 'a.xlsx', new Uint8Array(0), 'import.empty'],
    ['a workbook with nothing in it', 'a.xlsx', xlsx({ name: 'А', rows: [[null]] }), 'import.empty'],
    ['a text of blanks', 'a.csv', utf8(' \r\n ;\r\n'), 'import.empty'],
    ['a truncated workbook', 'a.xlsx', whole.subarray(0, Math.floor(whole.length * 0.7)), 'import.damaged'],
    ['a workbook that lacks its last bytes', 'a.xlsx', whole.subarray(0, whole.length - 8), 'import.damaged'],
    ['a sheet cut off in the middle', 'a.xlsx', parts({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>' }), 'import.damaged'],
    ['tags that do not close each other', 'a.xlsx', parts({ 'xl/worksheets/sheet1.xml': sheet('<row r="1"></c></row>') }), 'import.damaged'],
    ['an address that is none', 'a.xlsx', parts({ 'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="1A"><v>1</v></c></row>') }), 'import.damaged'],
    ['an old workbook', 'a.xls', ole('Workbook'), 'import.oldExcel'],
    ['a protected workbook', 'a.xlsx', ole('EncryptedPackage'), 'import.password'],
    ['a binary workbook', 'a.xlsb', zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), 'import.oldExcel'],
    ['a protected .ods', 'a.ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': 'x', 'META-INF/manifest.xml': '<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>' }), 'import.password'],
    ['a picture named .xlsx', 'a.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'import.format'],
    ['a PDF named .csv', 'a.csv', utf8('%PDF-1.7 …'), 'import.format'],
    ['a web page named .xls', 'a.xls', utf8('<html><table><tr><td>1</td></tr></table></html>'), 'import.format'],
    ['text named .xlsx', 'a.xlsx', utf8('а;б\n1;2\n'), 'import.format'],
    ['a Word document', 'a.docx', zip({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships/>', 'word/document.xml': '<w/>' }), 'import.format'],
    ['bytes that are no text', 'a.csv', new Uint8Array([1, 0, 0, 0, 5, 0, 0, 9, 200, 0, 0]), 'import.format'],
    ['an entity bomb', 'a.xlsx', parts({ 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>' }), 'import.unsafe'],
    ['an entity of its own', 'a.xlsx', parts({ 'xl/sharedStrings.xml': '<sst><si><t>&secret;</t></si></sst>' }), 'import.unsafe'],
    ['an outside entity', 'a.ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>' }), 'import.unsafe'],
    ['a cell repeated sixteen million times', 'a.ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<d><table:table table:name="x"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16" office:value-type="float" office:value="1"/></table:table-row></table:table></d>' }), 'import.tooLarge'],
    ['a column beyond all others', 'a.xlsx', parts({ 'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>') }), 'import.tooLarge'],
    ['a row beyond all others', 'a.xlsx', parts({ 'xl/worksheets/sheet1.xml': sheet('<row r="9999999"><c r="A9999999"><v>1</v></c></row>') }), 'import.tooLarge'],
    ['too many sheets', 'a.xlsx', parts({ 'xl/workbook.xml': `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${'<sheet name="a" r:id="rId1"/>'.repeat(LIMITS.sheets + 1)}</sheets></workbook>` }), 'import.tooLarge'],
    ['nesting without end', 'a.xlsx', parts({ 'xl/worksheets/sheet1.xml': '<a>'.repeat(5000) }), 'import.damaged'],
    ['a part outside of the package', 'a.xlsx', parts({ 'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>' }), 'import.damaged'],
  ])('%s', (_, name, bytes, expected) => {
    expect(code(name, bytes)).toBe(expected);
  });

  test('a zip bomb, while it is unpacked and long before it is whole', () => {
    const zeros = new Uint8Array(20_000_000);
    const packed = deflateSync(zeros);
    expect(code('a.xlsx', liar('xl/workbook.xml', zeros, packed))).toBe('import.tooLarge');
    const body = strToU8(`<sst>${' '.repeat(12_000_000)}</sst>`);
    const bomb = zip({ ...xlsxParts(SHEET), 'xl/sharedStrings.xml': body });
    expect(bomb.length).toBeLessThan(100_000);
    expect(code('a.xlsx', bomb)).toBe('import.tooLarge');
    let unpacked = 0;
    expect(() => openZip(bomb).stream('xl/sharedStrings.xml', (piece) => { unpacked += piece.length; })).toThrow();
    expect(unpacked).toBeLessThan(body.length / 2);
  });

  test('a file above the limit of a door', () => expect(code('a.csv', new Uint8Array(LIMITS.file + 1).fill(49))).toBe('import.tooLarge'));
});

describe('what is read all the same', () => {
  test('a workbook with macros is data', () => expect(code('a.xlsm', parts({ 'xl/vbaProject.bin': 'macro' }))).toBe('read 1'));
  test('prefixes, quotes of both kinds, comments, CDATA, numbers of characters, rich and inline text', () => {
    const bytes = parts({ 'xl/worksheets/sheet1.xml': "<x:worksheet xmlns:x='m'><!-- <c> --><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>а &amp; б &#x456;&#1111; &lt;</x:t></x:is></x:c><x:c t='str'><x:f>1&gt;0</x:f><x:v><![CDATA[<так>]]></x:v></x:c></x:row></x:sheetData></x:worksheet>" });
    expect(readFile('a.xlsx', bytes)[0]?.rows).toEqual([['а & б ії <', '<так>']]);
    const rich = xlsx({ name: 'А', rows: [[{ rich: ['Отри', 'мують '] }, { date: '2026-01-05' }, { percent: 0.125 }, true, { f: 'A1', v: 7 }, { f: 'NOW()' }, { error: '#N/A' }]] });
    expect(readFile('a.xlsx', rich)[0]?.rows).toEqual([['Отримують ', { date: '2026-01-05' }, { share: 0.125 }, true, 7, { error: 'formula' }, { error: '#N/A' }]]);
  });
  test('rows and cells without addresses follow each other', () => {
    const bytes = parts({ 'xl/worksheets/sheet1.xml': sheet('<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row>') });
    expect(readFile('a.xlsx', bytes)[0]?.rows).toEqual([[1, 2], [], [], [null, null, 3, 4]]);
  });
  test('hidden sheets, rows, columns and joined cells are told', () => {
    const [first] = readFile('a.ods', ods({ name: 'А', rows: [['а', 1], ['б', 2]], hiddenRows: [2], hiddenColumns: [2] }));
    expect([first?.hiddenRows, first?.hiddenColumns]).toEqual([[1], [1]]);
    const book = readFile('a.xlsx', xlsx({ name: 'А', rows: [['а', null], ['б', 2]], merges: ['A1:B1'], hiddenRows: [2], hiddenColumns: [1] }, { name: 'Б', rows: [['х']], state: 'hidden' }));
    expect(book.map((each) => [each.name, each.hidden])).toEqual([['А', false], ['Б', true]]);
    expect([book[0]?.merged, book[0]?.hiddenRows, book[0]?.hiddenColumns]).toEqual([[{ top: 0, left: 0, bottom: 0, right: 1 }], [1], [0]]);
  });
  test('text: quotes that do not end their field, line ends inside quotes, every delimiter, a broken quote does not swallow the file', () => {
    expect([...records('"Надія" ЦНСП\t5\nб\t6', '\t')]).toEqual([['"Надія" ЦНСП', '5'], ['б', '6']]);
    expect([...records('"а\nб";"в ""г"""\r\nд;', ';')]).toEqual([['а\nб', 'в "г"'], ['д', '']]);
    expect([...records(`"а;1\n${'б;2\n'.repeat(100)}в";3`, ';')].length).toBe(102);
    expect(['а;1,5\nб;2,5', 'а,1\nб,2', 'а\t1\nб\t2', 'sep=|\nа|1'].map(delimiterOf)).toEqual([';', ',', '\t', '|']);
    expect(decodeText(utf8('\uFEFFїжак'), '')).toEqual({ text: 'їжак', encoding: 'utf-8' });
    expect(decodeText(new Uint8Array(Buffer.from('Село;Осіб\n', 'utf16le')), '').encoding).toBe('utf-16le');
    expect(decodeText(new Uint8Array([0xd1, 0xe5, 0xeb, 0xee]), '')).toEqual({ text: 'Село', encoding: 'windows-1251' });
  });
});
