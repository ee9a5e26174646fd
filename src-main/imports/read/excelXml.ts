import type { RawCell, RawSheet } from '../types.ts';
import { damaged, within } from './limits.ts';
import { sheetBuilder, type Budget, type SheetBuilder } from './sheet.ts';
import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

const NAMESPACE = 'urn:schemas-microsoft-com:office:spreadsheet';
const PIECE = 64 * 1024;

/** The encoding of an XML text: by its first bytes, else by its declaration; UTF-8 without either. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const declared = /^\s*(?:\u00EF\u00BB\u00BF)?<\?xml[^>]{0,200}?encoding=["']([\w-]{1,40})["']/i.exec(new TextDecoder('windows-1252').decode(bytes.subarray(0, 400)));
  return (declared?.[1] ?? 'utf-8').toLowerCase();
}

/** Is the file a workbook as one XML text («XML Spreadsheet 2003»), whatever its name says? */
export function isExcelXml(bytes: Uint8Array): boolean {
  const head = decode(bytes.subarray(0, 4096), encodingOf(bytes)).replace(/^\uFEFF/, '').trimStart();
  return /^<(?:\?xml|\?mso|(?:\w+:)?Workbook)/.test(head) && head.includes(NAMESPACE);
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch { throw damaged('encoding'); }
}

/** The bytes as the one part of a container, so that they are read piece by piece like any other XML. */
function asPart(bytes: Uint8Array): Pick<Zip, 'stream'> {
  const encoding = encodingOf(bytes);
  const utf8 = encoding === 'utf-8' || encoding === 'utf8' ? bytes : new TextEncoder().encode(decode(bytes, encoding));
  const from = utf8[0] === 0xef && utf8[1] === 0xbb && utf8[2] === 0xbf ? 3 : 0;
  return { stream: (_, take, onPacked) => {
    for (let at = from; at < utf8.length; at += PIECE) {
      take(utf8.subarray(at, at + PIECE), at + PIECE >= utf8.length);
      onPacked?.(Math.min(at + PIECE, utf8.length));
    }
  } };
}

type Attributes = Readonly<Record<string, string>>;
const own = (attributes: Attributes, name: string): string | undefined => attributes[`ss:${name}`] ?? attributes[name];

/** A place or a count; what is no whole number above zero is damage. */
function counted(attributes: Attributes, name: string, usual: number): number {
  const text = own(attributes, name);
  if (text === undefined) return usual;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw damaged(name);
  return number;
}

function valueOf(type: string, text: string): RawCell {
  switch (type) {
    case 'Number': return text.trim() === '' ? null : Number.isFinite(Number(text)) ? Number(text) : { error: 'value' };
    case 'DateTime': return /^\d{4}-\d{2}-\d{2}/.test(text) ? { date: text.slice(0, 10) } : text;
    case 'Boolean': return text.trim() === '1';
    case 'Error': return { error: text === '' ? 'value' : text };
    default: return text;
  }
}

/** Reads all sheets of an «XML Spreadsheet 2003» file. Formulas are never computed: their kept values are read; entities and document types are refused. */
export function readExcelXml(bytes: Uint8Array, onProgress: (done: number, of: number) => void): readonly RawSheet[] {
  const budget: Budget = { cells: 0, characters: 0 };
  const sheets: RawSheet[] = [];
  let sheet: SheetBuilder | null = null;
  let row = -1;
  let column = -1;
  let columns = -1;
  let type = '';
  let text = '';
  let aside = 0;
  let data = 0;
  readXml(asPart(bytes), 'xml', {
    open(name, attributes) {
      if (aside > 0 || name === 'Comment' || name === 'PhoneticText') { aside += 1; return; }
      if (data > 0) { data += 1; return; }
      switch (name) {
        case 'Worksheet': {
          within('sheets', sheets.length + 1);
          sheet = sheetBuilder(own(attributes, 'Name') ?? '', false, budget);
          row = -1;
          columns = -1;
          return;
        }
        case 'Column': {
          columns = counted(attributes, 'Index', columns + 2) - 1;
          const last = columns + counted(attributes, 'Span', 0);
          if (own(attributes, 'Hidden') === '1') sheet?.hideColumns(columns, last);
          columns = last;
          return;
        }
        case 'Row': {
          row = counted(attributes, 'Index', row + 2) - 1;
          within('rows', row + 1);
          column = -1;
          if (own(attributes, 'Hidden') === '1') sheet?.hideRow(row);
          return;
        }
        case 'Cell': {
          column = counted(attributes, 'Index', column + 2) - 1;
          within('columns', column + 1);
          const [across, down] = [counted(attributes, 'MergeAcross', 0), counted(attributes, 'MergeDown', 0)];
          if (across > 0 || down > 0) sheet?.merge({ top: row, left: column, bottom: row + down, right: column + across });
          return;
        }
        case 'Data': type = own(attributes, 'Type') ?? 'String'; text = ''; data = 1;
      }
    },
    text(piece) { if (aside === 0 && data > 0) text += piece; },
    close(name) {
      if (aside > 0) { aside -= 1; return; }
      if (data > 1) { data -= 1; return; }
      if (data === 1) {
        data = 0;
        if (sheet !== null && row >= 0 && column >= 0) sheet.cell(row, column, valueOf(type, text));
        return;
      }
      if (name === 'Worksheet' && sheet !== null) { sheets.push(sheet.done()); sheet = null; }
    },
  }, (done) => onProgress(done, bytes.length));
  return sheets;
}
