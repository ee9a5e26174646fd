import type { RawCell, RawSheet } from '../types.ts';
import { damaged, LIMITS, within } from './limits.ts';
import { readStyles, serialDate, type Look } from './formats.ts';
import { addressOf, sheetBuilder, type Budget, type SheetBuilder } from './sheet.ts';
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
function valueOf(type: string | undefined, text: string, style: number | undefined, formula: boolean, book: Book): RawCell {
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
      const look = style === undefined ? 'plain' : book.looks[style] ?? 'plain';
      if (look === 'plain') return number;
      if (look === 'percent') return { share: number };
      const date = serialDate(number, book.from1904);
      return date === null ? number : { date };
    }
  }
}

/** Where a run of digits that begins at `at` ends. */
function digitsEnd(source: string, at: number): number {
  let end = at;
  for (let code = source.charCodeAt(end); code >= 48 && code <= 57; code = source.charCodeAt(++end));
  return end;
}

/**
 * Takes cells as Excel and LibreOffice write nearly all of them, `<c r="B2" s="1" t="s"><v>12</v></c>` and `<c r="C2" s="1"/>`, one after the other from `at` on:
 * letter by letter, since a million matches of a pattern take twice as long. Answers with where the first other thing begins.
 */
function usualCells(source: string, begin: number, book: Book, sheet: SheetBuilder, seen: (row: number, column: number) => void): number {
  let done = begin;
  let [row, column] = [-1, -1];
  while (source.startsWith('<c r="', done)) {
    let at = done + 6;
    let place = 0;
    for (let code = source.charCodeAt(at); code >= 65 && code <= 90; code = source.charCodeAt(++at)) place = place * 26 + code - 64;
    const letters = at - done - 6;
    let end = digitsEnd(source, at);
    if (letters === 0 || letters > 3 || end === at || end - at > 7 || source.charCodeAt(at) === 48 || source.charCodeAt(end) !== 34) break;
    const number = wholeAt(source, at, end);
    at = end + 1;
    let style: number | undefined;
    if (source.startsWith(' s="', at)) {
      end = digitsEnd(source, at += 4);
      if (end === at || end - at > 7 || source.charCodeAt(end) !== 34) break;
      style = wholeAt(source, at, end);
      at = end + 1;
    }
    let type: string | undefined;
    if (source.startsWith(' t="', at)) {
      end = source.indexOf('"', at += 4);
      if (end < 0 || end - at > 9) break;
      type = end === at + 1 ? source[at] : source.slice(at, end);
      at = end + 1;
    }
    if (source.startsWith('/>', at)) {
      done = at + 2;
      [row, column] = [number - 1, place - 1];
      continue;
    }
    if (!source.startsWith('><v>', at)) break;
    at += 4;
    end = digitsEnd(source, at);
    const whole = end > at && end - at < 16 && source.charCodeAt(end) === 60;
    if (!whole) end = source.indexOf('<', at);
    if (end < 0 || !source.startsWith('</v></c>', end)) break;
    let value: RawCell;
    if (whole && type === 's') value = book.strings[wholeAt(source, at, end)] ?? { error: 'string' };
    else if (whole && type === undefined && style === undefined) value = wholeAt(source, at, end);
    else {
      const text = source.slice(at, end);
      if (text.includes('&')) break;
      value = valueOf(type, text, style, false, book);
    }
    [row, column] = [number - 1, place - 1];
    sheet.cell(row, column, value);
    done = end + 8;
  }
  if (done > begin) seen(row, column);
  return done;
}

/** The whole number that stands between two places. */
function wholeAt(source: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + source.charCodeAt(at) - 48;
  return number;
}

function readSheet(zip: Zip, part: string, book: Book, sheet: SheetBuilder, onPacked?: (bytes: number) => void): void {
  let row = -1;
  let column = -1;
  let type: string | undefined;
  let style: number | undefined;
  let formula = false;
  let text = '';
  let hears = false;
  let inCell = false;
  let phonetic = 0;
  readXml(zip, part, {
    quick: (source, at) => usualCells(source, at, book, sheet, (...place) => { [row, column] = place; }),
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
          style = attributes['s'] === undefined ? undefined : Number(attributes['s']);
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
