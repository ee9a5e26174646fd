import { Refusal } from '../../contract/errors.ts';
import { damaged } from './limits.ts';
import type { Zip } from './zip.ts';

/** What is heard of an XML part. Names come without their prefix (`x:row` → `row`), attributes with it. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
  /** May take whole, usual elements that begin at `at` by itself; answers with where the last of them ends, `at` = read it the long way. */
  quick?(text: string, at: number): number;
}

/** A tag or a text between two tags is never longer, in characters. */
const LONGEST = 8_000_000;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

/**
 * Reads one XML part of a zip piece by piece. Our own because saxes needs three times as long (100,000 × 12 cells), and because of what it
 * does not do: entities of the file's own are never expanded, a document type is refused at once (`import.unsafe`).
 */
export function readXml(zip: Pick<Zip, 'stream'>, part: string, listener: XmlListener, onPacked?: (bytes: number) => void): void {
  const decoder = new TextDecoder('utf-8');
  const tags: string[] = [];
  let rest = '';
  let elements = 0;

  const decoded = (text: string): string => (text.includes('&')
    ? text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([^;&<]{0,40}));?/g, (_, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      const named = name === undefined ? undefined : NAMED[name];
      if (named !== undefined) return named;
      const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : -1;
      if (code < 0 || code > 0x10ffff) throw new Refusal('import.unsafe', { part });
      return String.fromCodePoint(code);
    })
    : text);

  /** Reads the tag that begins at `open`; answers with where it ends, −1 = it is not whole yet. */
  const tag = (text: string, open: number): number => {
    let at = open + 1;
    let code = text.charCodeAt(at);
    let nameFrom = at;
    while (code !== 62 && code !== 47 && !isSpace(code)) {
      if (code === 58) nameFrom = at + 1;
      code = text.charCodeAt(++at);
      if (at >= text.length) return -1;
    }
    const nameEnd = at;
    let attributes: Record<string, string> | undefined;
    for (;;) {
      while (isSpace(code)) code = text.charCodeAt(++at);
      if (at >= text.length) return -1;
      if (code === 62 || code === 47) break;
      const equals = text.indexOf('=', at);
      if (equals < 0) return -1;
      let begin = equals + 1;
      while (isSpace(text.charCodeAt(begin))) begin += 1;
      const quote = text.charCodeAt(begin);
      if (begin >= text.length) return -1;
      if (quote !== 34 && quote !== 39) throw damaged(part);
      const end = text.indexOf(quote === 34 ? '"' : "'", begin + 1);
      if (end < 0) return -1;
      const name = equals === at + 1 ? (text[at] as string) : text.slice(at, equals).trimEnd();
      if (name !== '__proto__') (attributes ??= {})[name] = decoded(text.slice(begin + 1, end));
      at = end + 1;
      code = text.charCodeAt(at);
    }
    const empty = code === 47;
    if (empty && at + 1 >= text.length) return -1;
    if (empty && text.charCodeAt(at + 1) !== 62) throw damaged(part);
    const name = nameEnd === nameFrom + 1 ? (text[nameFrom] as string) : text.slice(nameFrom, nameEnd);
    elements += 1;
    listener.open?.(name, attributes ?? NO_ATTRIBUTES);
    if (empty) listener.close?.(name);
    else if (tags.push(name) > 256) throw damaged(part);
    return empty ? at + 2 : at + 1;
  };

  /** Takes all that is whole from the text; answers with where the unfinished remainder begins. */
  const take = (text: string): number => {
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) return at;
      if (open > at && listener.text && tags.length > 0) listener.text(decoded(text.slice(at, open)));
      const next = text.charCodeAt(open + 1);
      if (next === 47) {
        const end = text.indexOf('>', open);
        if (end < 0) return open;
        const name = tags.pop();
        if (name === undefined || !closes(text, open + 2, end, name)) throw damaged(part);
        listener.close?.(name);
        at = end + 1;
      } else if (next === 33) {
        if (text.startsWith('<!--', open)) {
          const end = text.indexOf('-->', open + 4);
          if (end < 0) return open;
          at = end + 3;
        } else if (text.startsWith('<![CDATA[', open)) {
          const end = text.indexOf(']]>', open);
          if (end < 0) return open;
          listener.text?.(text.slice(open + 9, end));
          at = end + 3;
        } else if (text.length < open + 9) return open;
        else throw new Refusal('import.unsafe', { part });
      } else if (next === 63) {
        const end = text.indexOf('?>', open);
        if (end < 0) return open;
        at = end + 2;
      } else {
        at = listener.quick?.(text, open) ?? open;
        if (at > open) continue;
        at = tag(text, open);
        if (at < 0) return open;
      }
    }
  };

  let begun: Uint8Array = new Uint8Array();
  zip.stream(part, (chunk, last) => {
    // What follows the last «>» waits for the rest of it: a piece is then decoded whole, without a state, and is one plain text, which is read twice as fast.
    const end = last ? chunk.length : chunk.lastIndexOf(62) + 1;
    if (end === 0 && !last) {
      begun = joined(begun, chunk);
      if (begun.length > LONGEST) throw damaged(part);
      return;
    }
    const text = rest + decoder.decode(joined(begun, chunk.subarray(0, end)));
    begun = chunk.slice(end);
    rest = text.slice(take(text));
    if (rest.length > LONGEST) throw damaged(part);
  }, onPacked);
  if (tags.length > 0 || elements === 0 || rest.trim() !== '') throw damaged(part);
}

/** Two pieces of bytes as one. */
function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** Does the text between «</» and «>» name this tag, with or without a prefix? */
function closes(text: string, from: number, end: number, name: string): boolean {
  if (text.startsWith(name, from) && end - from === name.length) return true;
  const whole = text.slice(from, end).trimEnd();
  return whole === name || whole.endsWith(`:${name}`);
}
