import type { ReadSheet } from './readSheets.ts';
import type { RawCell } from './types.ts';

/** What the thread that reads hands over: a sheet begins, or some of its rows follow. */
export type ReadPiece = { readonly sheet: Omit<ReadSheet, 'rows'> } | { readonly rows: PackedRows };
/** A sheet whose rows come in pieces. */
export type GrowingSheet = Omit<ReadSheet, 'rows'> & { readonly rows: (readonly RawCell[])[] };

/** Rows as they go from the thread that read them to the program: numbers and numbers of texts, which cross without being copied one by one. */
export interface PackedRows {
  /** How many cells each row has. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  /** What each cell is, see {@link NONE} and its sisters. */
  readonly kinds: Uint8Array<ArrayBuffer>;
  /** Of a number itself, of a text its place among all texts so far, of another cell its place in `others`. */
  readonly values: Float64Array<ArrayBuffer>;
  /** Texts that did not stand in the pieces before. */
  readonly texts: readonly string[];
  readonly others: readonly RawCell[];
}

const [NONE, NUMBER, TEXT, OTHER] = [0, 1, 2, 3];

/** Packs rows piece by piece. A text that stands in many cells crosses once and is one text on the other side: the memory of a large table stays small. */
export function createPacker(): (rows: readonly (readonly RawCell[])[]) => PackedRows {
  const known = new Map<string, number>();
  return (rows) => {
    const lengths = Uint32Array.from(rows, (row) => row.length);
    const cells = lengths.reduce((sum, length) => sum + length, 0);
    const [kinds, values] = [new Uint8Array(cells), new Float64Array(cells)];
    const texts: string[] = [];
    const others: RawCell[] = [];
    let at = 0;
    for (const row of rows) {
      for (let column = 0; column < row.length; column += 1, at += 1) {
        const cell = row[column] ?? null;
        if (cell === null) continue;
        if (typeof cell === 'number') {
          kinds[at] = NUMBER;
          values[at] = cell;
        } else if (typeof cell === 'string') {
          kinds[at] = TEXT;
          let place = known.get(cell);
          if (place === undefined) {
            known.set(cell, place = known.size);
            texts.push(cell);
          }
          values[at] = place;
        } else {
          kinds[at] = OTHER;
          values[at] = others.push(cell) - 1;
        }
      }
    }
    return { lengths, kinds, values, texts, others };
  };
}

/** Puts pieces together to sheets, in their order. */
export function createTaker(sheets: GrowingSheet[]): (piece: unknown) => void {
  const texts: string[] = [];
  return (piece) => {
    const read = piece as ReadPiece;
    if ('sheet' in read) sheets.push({ ...read.sheet, rows: [] });
    else unpack(read.rows, texts, sheets.at(-1)?.rows ?? []);
  };
}

function unpack({ lengths, kinds, values, texts: more, others }: PackedRows, texts: string[], rows: (readonly RawCell[])[]): void {
  for (const text of more) texts.push(text);
  let at = 0;
  for (const length of lengths) {
    const row: RawCell[] = [];
    for (const end = at + length; at < end; at += 1) {
      const value = values[at] as number;
      const kind = kinds[at];
      row.push(kind === NONE ? null : kind === NUMBER ? value : kind === TEXT ? (texts[value] as string) : (others[value] as RawCell));
    }
    rows.push(row);
  }
}
