import { Refusal } from '../../contract/errors.ts';
import type { RawSheet } from '../types.ts';
import { readCsv } from './csv.ts';
import { isExcelXml, readExcelXml } from './excelXml.ts';
import { within } from './limits.ts';
import { readOds } from './ods.ts';
import { readXlsx } from './xlsx.ts';
import { openZip } from './zip.ts';

/** How far the reading is; `of` 0 = not known. */
export type OnProgress = (done: number, of: number) => void;

const starts = (bytes: Uint8Array, ...signs: readonly number[]): boolean => signs.every((sign, at) => bytes[at] === sign);
const SIGNS: readonly (readonly [found: string, signs: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]], ['picture', [0x89, 0x50, 0x4e, 0x47]], ['picture', [0xff, 0xd8, 0xff]], ['picture', [0x47, 0x49, 0x46]],
  ['archive', [0x52, 0x61, 0x72, 0x21]], ['archive', [0x37, 0x7a, 0xbc, 0xaf]], ['archive', [0x1f, 0x8b]],
];

/** Does the directory of an OLE container name the part in which a protected .xlsx lies? */
function isEncrypted(bytes: Uint8Array): boolean {
  const sign = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) if (sign.every((byte, n) => bytes[at + n] === byte)) return true;
  return false;
}

/**
 * Reads a table file by its content, whatever its name says: .xlsx, .xlsm (as data), .ods, «XML Spreadsheet 2003», or text with separators.
 * Everything else ends in a refusal; nothing is ever run, unpacked to the disk or stored.
 */
export function readFile(name: string, bytes: Uint8Array, onProgress: OnProgress = () => {}): readonly RawSheet[] {
  if (bytes.length === 0) throw new Refusal('import.empty');
  within('file', bytes.length);
  const sheets = readAny(name, bytes, onProgress).filter((sheet) => sheet.rows.length > 0);
  if (sheets.length === 0) throw new Refusal('import.empty');
  return sheets;
}

function readAny(name: string, bytes: Uint8Array, onProgress: OnProgress): readonly RawSheet[] {
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw isEncrypted(bytes) ? new Refusal('import.password') : new Refusal('import.oldExcel', { name });
  if (starts(bytes, 0x50, 0x4b)) return readZip(name, bytes, onProgress);
  const known = SIGNS.find(([, signs]) => starts(bytes, ...signs));
  if (known) throw new Refusal('import.format', { name, found: known[0] });
  if (isExcelXml(bytes)) return readExcelXml(bytes, onProgress);
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  if (/^\uFEFF?<(!doctype|html|\?xml|table|meta|head|style)/.test(head)) throw new Refusal('import.format', { name, found: 'html' });
  // The name promises a workbook, the content is text: whoever made it meant something else.
  if (/\.(xlsx|xlsm|xls|xlsb|ods)$/i.test(name)) throw new Refusal('import.format', { name, found: 'text' });
  return readCsv(bytes, name, onProgress);
}

function readZip(name: string, bytes: Uint8Array, onProgress: OnProgress): readonly RawSheet[] {
  const zip = openZip(bytes);
  const has = (part: string): boolean => zip.entries.has(part);
  if (has('[Content_Types].xml') && [...zip.entries.keys()].some((part) => part.endsWith('workbook.bin'))) throw new Refusal('import.oldExcel', { name });
  if (has('xl/workbook.xml') || (has('[Content_Types].xml') && has('_rels/.rels') && [...zip.entries.keys()].some((part) => /\/?workbook\d*\.xml$/.test(part)))) return readXlsx(zip, onProgress);
  if (has('content.xml') && has('mimetype')) {
    let kind = '';
    zip.stream('mimetype', (chunk) => { if (kind.length < 200) kind += new TextDecoder().decode(chunk); });
    if (kind.trim() === 'application/vnd.oasis.opendocument.spreadsheet') return readOds(zip, onProgress);
  }
  throw new Refusal('import.format', { name, found: has('word/document.xml') ? 'docx' : 'zip' });
}
