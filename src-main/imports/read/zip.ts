import { InflateRaw } from 'minizlib';
import { Refusal } from '../../contract/errors.ts';
import { damaged, LIMITS, within } from './limits.ts';

/** A part of a zip file. */
export interface Entry { readonly name: string; readonly method: number; readonly packed: number; readonly size: number; readonly at: number }

/** A zip opened by its directory. Nothing is unpacked before it is asked for, and never to the disk: names of parts are only looked up. */
export interface Zip {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Unpacks one part piece by piece; `take` may throw to stop. */
  stream(name: string, take: (chunk: Uint8Array, last: boolean) => void, onPacked?: (bytes: number) => void): void;
}

const END = 0x06054b50;
const ITEM = 0x02014b50;
const LOCAL = 0x04034b50;
/** Packed bytes at a time: a thousandfold at most comes of them before a limit is looked at. */
const PIECE = 16 * 1024;

/** Opens a zip in memory. Refuses `import.damaged` (no directory: truncated), `import.password`, `import.tooLarge`. */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const entries = new Map<string, Entry>();
  const count = view.getUint16(end + 10, true);
  within('entries', count);
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ITEM) throw damaged('directory');
    const flags = view.getUint16(at + 8, true);
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const name = new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (flags & 1) throw new Refusal('import.password');
    // Two parts of one name: readers disagree which counts.
    if (entries.has(name)) throw damaged('duplicate');
    entries.set(name, { name, method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true) });
    at += 46 + nameLength + extra + comment;
  }
  let unzipped = 0;
  return {
    entries,
    stream(name, take, onPacked) {
      const entry = entries.get(name);
      if (!entry) throw damaged(name);
      const data = bodyOf(bytes, view, entry);
      let size = 0;
      const pass = (chunk: Uint8Array, last: boolean): void => {
        size += chunk.length;
        unzipped += chunk.length;
        within('unzipped', unzipped);
        if (size > LIMITS.ratioFrom && size > entry.packed * LIMITS.ratio) throw new Refusal('import.tooLarge', { what: 'ratio', limit: LIMITS.ratio });
        take(chunk, last);
      };
      if (entry.method === 0) {
        for (let from = 0; from < data.length || from === 0; from += PIECE) pass(data.subarray(from, from + PIECE), from + PIECE >= data.length);
        return;
      }
      if (entry.method !== 8) throw damaged('method');
      // Bytes wait until the next ones come, so that the last are known as such.
      let waiting: Uint8Array | null = null;
      let failed = false;
      const inflate = new InflateRaw({});
      inflate.on('error', () => { failed = true; });
      inflate.on('data', (chunk) => {
        if (waiting) pass(waiting, false);
        waiting = chunk;
      });
      for (let from = 0; from < data.length; from += PIECE) {
        if (failed) break;
        inflate.write(data.subarray(from, from + PIECE));
        onPacked?.(Math.min(from + PIECE, data.length));
      }
      if (!failed) inflate.end();
      if (failed) throw damaged('deflate');
      pass(waiting ?? new Uint8Array(), true);
    },
  };
}

/** The record at the end of a zip: found from the back, over a comment. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1) if (view.getUint32(at, true) === END) return at;
  throw damaged('end');
}

function bodyOf(bytes: Uint8Array, view: DataView, { at, packed }: Entry): Uint8Array {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) throw damaged('entry');
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) throw damaged('entry');
  return bytes.subarray(from, from + packed);
}
