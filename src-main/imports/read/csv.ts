import { Refusal } from '../../contract/errors.ts';
import type { RawSheet } from '../types.ts';
import { sheetBuilder } from './sheet.ts';

/** Text of a file: UTF-8 and UTF-16 by their marks or by how the bytes lie, otherwise windows-1251. Refuses what is not text, with the name of the file. */
export function decodeText(bytes: Uint8Array, name: string): { readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' } {
  const as = (encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251') => ({ text: new TextDecoder(encoding).decode(bytes), encoding });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be');
  // Without its mark, UTF-16 shows in every second byte: 0 over Latin letters and signs, 4 over Cyrillic ones.
  const sample = bytes.subarray(0, 4096);
  const high = [0, 0];
  sample.forEach((byte, at) => { if (byte === 0 || byte === 4) high[at % 2] = (high[at % 2] as number) + 1; });
  const [even = 0, odd = 0] = high;
  if (sample.includes(0) && odd > sample.length * 0.45 && even < sample.length * 0.05) return as('utf-16le');
  if (sample.includes(0) && even > sample.length * 0.45 && odd < sample.length * 0.05) return as('utf-16be');
  if (bytes.includes(0)) throw new Refusal('import.format', { name, found: 'unknown' });
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return as('windows-1251');
  }
}

const DELIMITERS = [';', '\t', ',', '|'] as const;

/** The sign between the fields: the one that makes most lines equally wide; «;» before «,» because a comma may stand inside numbers. */
export function delimiterOf(text: string): string {
  const named = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
  if (named) return named[1] as string;
  let best = { delimiter: ';', score: 0 };
  for (const delimiter of DELIMITERS) {
    const widths = [...records(text, delimiter, 40)].map((fields) => fields.length).filter((width) => width > 1);
    const usual = Math.max(0, ...[...Map.groupBy(widths, (width) => width)].map(([, same]) => same.length));
    if (usual > best.score) best = { delimiter, score: usual };
  }
  return best.delimiter;
}

/** How many line ends a field in quotes may hold: an unclosed quote must not swallow the rest of the file. */
const LINES_IN_FIELD = 50;

/** Records of a text in the way of RFC 4180, lenient: a quote that does not end its field is part of the words. */
export function* records(text: string, delimiter: string, most = Number.POSITIVE_INFINITY): Generator<string[]> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let fields: string[] = [];
  let count = 0;
  while (at < text.length) {
    let end: number;
    const quoted = text[at] === '"' ? quotedField(text, at, delimiter) : null;
    if (quoted) {
      fields.push(quoted.value);
      end = quoted.end;
    } else {
      end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
      fields.push(text.slice(at, end));
    }
    if (text[end] === delimiter) {
      at = end + 1;
      if (at >= text.length) fields.push('');
      continue;
    }
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    yield fields;
    fields = [];
    if (++count >= most) return;
  }
  if (fields.length > 0) yield fields;
}

function quotedField(text: string, from: number, delimiter: string): { readonly value: string; readonly end: number } | null {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') { at += 1; continue; }
    const next = text[at + 1];
    if (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r') return null;
    const inside = text.slice(from + 1, at);
    return inside.includes('\n') && inside.split('\n').length > LINES_IN_FIELD ? null : { value: inside.replaceAll('""', '"'), end: at + 1 };
  }
  return null;
}

/** Reads a text file as one sheet; every cell is text. */
export function readCsv(bytes: Uint8Array, name: string, onProgress: (done: number, of: number) => void): readonly RawSheet[] {
  const { text } = decodeText(bytes, name);
  const delimiter = delimiterOf(text);
  const sheet = sheetBuilder(name.replace(/\.[^.]*$/, ''), false, { cells: 0, characters: 0 });
  let row = 0;
  for (const fields of records(text, delimiter)) {
    if (row === 0 && /^sep=.$/i.test(fields.join(delimiter))) continue;
    fields.forEach((field, column) => sheet.cell(row, column, field.trim()));
    row += 1;
    if (row % 5000 === 0) onProgress(row, 0);
  }
  return [sheet.done()];
}
