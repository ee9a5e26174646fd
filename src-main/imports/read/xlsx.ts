import type { RawCell, RawSheet } from '../types.ts';
import { damaged, LIMITS, within } from './limits.ts';
import { readStyles, serialDate, type Look } from './formats.ts';
import { addressOf, columnOf, sheetBuilder, type Budget, type SheetBuilder } from './sheet.ts';
import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

interface Book { readonly looks: readonly Look[]; readonly strings: readonly string[]; readonly from1904: boolean }

/** Path of a part named in a relation, inside the package: never leaves it. */
function targetOf(base: string, target: string): string {
  const parts = target.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function readRelations(zip: Zip, of: string): ReadonlyMap<string, { readonly target: string; readonly type: string }> {
  const slash = of.lastIndexOf('/');
  const part = `${of.slice(0, slash + 1)}_rels/${of.slice(slash + 1)}.rels`;
  const found = new Map<string, { target: string; type: string }>();
  if (!zip.entries.has(part)) return found;
  readXml(zip, part, {
    open(name, { Id = '', Target = '', Type = '', TargetMode }) {
      if (name === 'Relationship' && TargetMode !== 'External') found.set(Id, { target: targetOf(of, Target), type: Type.slice(Type.lastIndexOf('/') + 1) });
    },
  });
  return found;
}

function readStrings(zip: Zip, part: string, budget: Budget): readonly string[] {
  const strings: string[] = [];
  if (!zip.entries.has(part)) return strings;
  let text = '';
  let inText = false;
  let phonetic = 0;
  readXml(zip, part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    text(piece) { if (inText && text.length <= LIMITS.cell) text += piece; },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') {
        within('strings', strings.length + 1);
        within('characters', budget.characters += text.length);
        strings.push(unescape_(text));
      }
    },
  });
  return strings;
}

/** Excel writes control characters as `_x000D_`. */
const unescape_ = (text: string): string => (text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text);

/** One cell as the file keeps it. Formulas are never computed: their kept value is read. */
function valueOf(type: string | undefined, text: string, style: string | undefined, formula: boolean, book: Book): RawCell {
  switch (type) {
    case 's': return book.strings[Number(text)] ?? (text === '' ? null : { error: 'string' });
    case 'str': return formula && text === '' ? '' : unescape_(text);
    case 'inlineStr': return unescape_(text);
    case 'b': return text === '' ? null : text === '1' || text === 'true';
    case 'e': return { error: text };
    case 'd': return /^\d{4}-\d{2}-\d{2}/.test(text) ? { date: text.slice(0, 10) } : text;
    default: {
      if (text === '') return formula ? { error: 'formula' } : null;
      const number = Number(text);
      if (!Number.isFinite(number)) return { error: text };
      const look = style === undefined ? 'plain' : book.looks[Number(style)] ?? 'plain';
      if (look === 'plain') return number;
      if (look === 'percent') return { share: number };
      const date = serialDate(number, book.from1904);
      return date === null ? number : { date };
    }
  }
}

/** A cell as Excel and LibreOffice write nearly all of them. */
const USUAL = /<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="(\d+)")?(?: t="(\w+)")?><v>([^<&]*)<\/v><\/c>/y;

function readSheet(zip: Zip, part: string, book: Book, sheet: SheetBuilder, onPacked?: (bytes: number) => void): void {
  let row = -1;
  let column = -1;
  let type: string | undefined;
  let style: string | undefined;
  let formula = false;
  let text = '';
  let hears = false;
  let inCell = false;
  let phonetic = 0;
  readXml(zip, part, {
    quick(source, at) {
      USUAL.lastIndex = at;
      const found = USUAL.exec(source);
      if (found === null) return 0;
      const [whole, letters, number, look, kind, kept] = found as unknown as [string, string, string, string | undefined, string | undefined, string];
      column = columnOf(letters);
      row = Number(number) - 1;
      sheet.cell(row, column, valueOf(kind, kept, look, false, book));
      return at + whole.length;
    },
    open(name, attributes) {
      switch (name) {
        case 'c': {
          inCell = true;
          const ref = attributes['r'];
          const at = ref === undefined ? null : addressOf(ref);
          if (ref !== undefined && at === null) throw damaged('address');
          column = at?.column ?? column + 1;
          if (at) row = at.row;
          type = attributes['t'];
          style = attributes['s'];
          formula = false;
          text = '';
          return;
        }
        case 'v': hears = inCell; return;
        case 't': hears = inCell && phonetic === 0; return;
        case 'f': formula = true; return;
        case 'rPh': phonetic += 1; return;
        case 'row':
          row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1;
          if (!Number.isInteger(row) || row < 0) throw damaged('row');
          within('rows', row + 1);
          column = -1;
          if (attributes['hidden'] === '1' || attributes['hidden'] === 'true') sheet.hideRow(row);
          return;
        case 'col': if (attributes['hidden'] === '1' || attributes['hidden'] === 'true') sheet.hideColumns(Number(attributes['min']) - 1, Number(attributes['max']) - 1); return;
        case 'mergeCell': {
          const [from, to] = (attributes['ref'] ?? '').split(':').map(addressOf);
          if (from && to) sheet.merge({ top: from.row, left: from.column, bottom: to.row, right: to.column });
        }
      }
    },
    text(piece) { if (hears && text.length <= LIMITS.cell) text += piece; },
    close(name) {
      if (name === 'v' || name === 't') hears = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'c') {
        inCell = false;
        sheet.cell(row, column, valueOf(type, text, style, formula, book));
      }
    },
  }, onPacked);
}

/** Reads all sheets of an .xlsx or .xlsm workbook. Macros are never looked at. */
export function readXlsx(zip: Zip, onProgress: (done: number, of: number) => void): readonly RawSheet[] {
  const main = [...readRelations(zip, '').values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!zip.entries.has(main)) throw damaged('workbook');
  const relations = readRelations(zip, main);
  const partOf = (type: string): string => [...relations.values()].find((each) => each.type === type)?.target ?? '';
  const listed: { name: string; part: string; hidden: boolean }[] = [];
  let from1904 = false;
  readXml(zip, main, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const relation = relations.get(id);
      within('sheets', listed.length + 1);
      if (relation?.type === 'worksheet') listed.push({ name: attributes['name'] ?? '', part: relation.target, hidden: (attributes['state'] ?? 'visible') !== 'visible' });
    },
  });
  const budget: Budget = { cells: 0, characters: 0 };
  const book: Book = { looks: readStyles(zip, partOf('styles')), strings: readStrings(zip, partOf('sharedStrings'), budget), from1904 };
  const of = listed.reduce((sum, { part }) => sum + (zip.entries.get(part)?.packed ?? 0), 0);
  let before = 0;
  return listed.map(({ name, part, hidden }) => {
    const sheet = sheetBuilder(name, hidden, budget);
    readSheet(zip, part, book, sheet, (bytes) => onProgress(before + bytes, of));
    before += zip.entries.get(part)?.packed ?? 0;
    return sheet.done();
  });
}
