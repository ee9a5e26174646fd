import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Output } from '#contract/api.ts';
import type { TestProgram } from './helper.ts';

export type Filling = string | number | { readonly formula: string; readonly value?: number };

/** A sheet as one who fills it in has it: cells of «Дані» by address, changed as in a spreadsheet program. */
export interface Form { readonly rows: ReadonlyMap<number, ReadonlyMap<string, string>>; set(at: string, value: Filling): void; xml(change: (text: string) => string): void; bytes(): Uint8Array; rowOf(text: string, place?: string): number }

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const unescape = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Opens a file of `sheets.file`. */
export function form(bytes: Uint8Array): Form {
  const files = unzipSync(bytes);
  const part = 'xl/worksheets/sheet2.xml';
  let text = strFromU8(files[part] ?? new Uint8Array());
  const read = (): Map<number, Map<string, string>> => {
    const rows = new Map<number, Map<string, string>>();
    for (const [, letter = '', row = '', value = ''] of text.matchAll(/<c r="([A-Z])(\d+)" s="\d+" t="inlineStr"><is><t xml:space="preserve">([^<]*)</g)) rows.set(Number(row), (rows.get(Number(row)) ?? new Map<string, string>()).set(letter, unescape(value)));
    return rows;
  };
  return {
    get rows() { return read(); },
    set(at, value) {
      const inner = typeof value === 'number' ? `><v>${value}</v></c>` : typeof value === 'string' ? ` t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>` : `><f>${escape(value.formula)}</f>${value.value === undefined ? '' : `<v>${value.value}</v>`}</c>`;
      const before = text;
      text = text.replace(new RegExp(`<c r="${at}" s="(\\d+)"(?:/>|(?: [^>]*)?>.*?</c>)`), `<c r="${at}" s="$1"${inner}`);
      if (text === before) throw new Error(`no cell ${at}`);
    },
    xml(change) { text = change(text); },
    rowOf(what, place) { const found = [...read()].find(([, cells]) => cells.get('C') === what && (place === undefined || cells.get('D') === place)); if (!found) throw new Error(`no row ${what}`); return found[0]; },
    bytes: () => zipSync({ ...files, [part]: strToU8(text) }),
  };
}

/** Files of an answer: one, or those of a zip. */
export function filesOf(out: Output<'sheets.file'>): Readonly<Record<string, Uint8Array>> {
  const bytes = new Uint8Array(Buffer.from(out.base64, 'base64'));
  return out.mime === 'application/zip' ? unzipSync(bytes) : { [out.name]: bytes };
}

/** Gives filled sheets back, in this order; answers with the dry run. */
export async function giveBack(p: TestProgram, ...files: readonly (Form | Uint8Array)[]): Promise<{ readonly returnId: string; readonly files: Output<'return.read'>['file'][]; readonly check: Output<'return.check'> }> {
  let returnId: string | null = null;
  const read: Output<'return.read'>['file'][] = [];
  for (const [n, file] of files.entries()) {
    const answer: Output<'return.read'> = await p.ask('return.read', { returnId, name: `${n}.xlsx`, base64: Buffer.from(file instanceof Uint8Array ? file : file.bytes()).toString('base64') });
    returnId = answer.returnId;
    read.push(answer.file);
  }
  if (returnId === null) throw new Error('no files');
  return { returnId, files: read, check: await p.ask('return.check', { returnId }) };
}
