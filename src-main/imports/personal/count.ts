import type { RawCell } from '../types.ts';
import { readDate } from '../match/dates.ts';
import { foldCell } from '../match/fold.ts';
import { sexOf } from '../match/columns.ts';
import { dayOf } from './places.ts';

/** What rows of people are counted by: the text of a column (place, group, service), or the age band or sex that a column gives away. */
export interface CountKey { readonly column: number; readonly as: 'text' | 'sex' | 'age' }
/** One line of the counted table: the keys in their order ('' = not given) and the number of people. */
export interface CountedRow { readonly keys: readonly string[]; readonly count: number }
export interface Counter {
  /** Takes one row of a person; a row with nothing filled is no person. */
  readonly add: (row: readonly RawCell[]) => void;
  /** The table so far, by keys. Sums up to the rows taken. */
  readonly table: () => readonly CountedRow[];
}

/** Full years on a day, from a day or a year of birth; null = not known or impossible. */
function ageOn(cell: RawCell | undefined, onDay: string): number | null {
  const text = typeof cell === 'object' && cell !== null && 'date' in cell ? cell.date : typeof cell === 'string' ? (/\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{1,2}-\d{1,2}/.exec(cell)?.[0] ?? '') : '';
  const born = dayOf(text) ?? (typeof cell === 'number' && cell > 2100 ? serial(cell) : null);
  const year = born === null ? /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(String(typeof cell === 'number' || typeof cell === 'string' ? cell : ''))?.[0] : born.slice(0, 4);
  if (year === undefined) return null;
  // A year alone may be one year off; people of such a year count by the age they reach in it.
  const age = Number(onDay.slice(0, 4)) - Number(year) - (born !== null && born.slice(5) > onDay.slice(5) ? 1 : 0);
  return age >= 0 && age <= 120 ? age : null;
}
const serial = (day: number): string | null => (day < 60_000 ? new Date(Date.UTC(1899, 11, 30 + Math.floor(day))).toISOString().slice(0, 10) : null);

function keyOf(row: readonly RawCell[], key: CountKey, onDay: string): string {
  const cell = row[key.column];
  if (cell === undefined || cell === null) return '';
  if (key.as === 'age') {
    const age = ageOn(cell, onDay);
    return age === null ? '' : age < 18 ? '0-17' : age < 60 ? '18-59' : '60+';
  }
  const text = typeof cell === 'string' ? cell : typeof cell === 'object' ? (readDate(cell) ?? '') : String(cell);
  if (key.as === 'sex') { const sex = sexOf(foldCell(text)); return sex === 'all' ? '' : sex; }
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Turns a list of people into numbers: rows counted by keys that are not personal. Nothing of the other cells is kept, and of a birthday only the age band
 * on `onDay`. The first spelling of a text stays; spellings that fold alike are one.
 */
export function createCounter(keys: readonly CountKey[], onDay: string): Counter {
  const counts = new Map<string, { keys: readonly string[]; count: number }>();
  return {
    add: (row) => {
      if (row.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''))) return;
      const values = keys.map((key) => keyOf(row, key, onDay));
      const id = values.map(foldCell).join('\u0000');
      const seen = counts.get(id);
      if (seen) seen.count += 1;
      else counts.set(id, { keys: values, count: 1 });
    },
    table: () => [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => ({ ...row })),
  };
}
