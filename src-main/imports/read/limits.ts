import { Refusal } from '../../contract/errors.ts';

/** What a file may be at most. More is no table of a community but a mistake or an attack; each limit ends in `import.tooLarge`. */
export const LIMITS = {
  /** Bytes of the file itself: what one message of a door carries as base64. */
  file: 24_000_000,
  /** Bytes of all read parts of a zip after unpacking. */
  unzipped: 700_000_000,
  /** Unpacked to packed size of one part; ordinary sheets are below 40. Small parts are not measured. */
  ratio: 250,
  ratioFrom: 5_000_000,
  /** Entries of a zip. */
  entries: 5_000,
  sheets: 200,
  /** Filled cells of all sheets together. */
  cells: 4_000_000,
  rows: 1_048_576,
  columns: 2_048,
  /** Texts shared by cells, and characters of all texts together. */
  strings: 2_000_000,
  characters: 150_000_000,
  /** Characters of one cell, as in Excel. */
  cell: 32_767,
  merged: 100_000,
} as const;

/** Refuses what is above a limit. */
export function within(what: keyof typeof LIMITS, value: number): void {
  if (value > LIMITS[what]) throw new Refusal('import.tooLarge', { what, limit: LIMITS[what] });
}

/** A file that ends too early or contradicts itself. */
export const damaged = (why: string): Refusal => new Refusal('import.damaged', { why });
