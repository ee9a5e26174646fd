import type { IsTotalRow, Place, RawCell } from '../types.ts';
import { foldCell } from './fold.ts';

/** What the words of a row say about its place among the others. */
export type RowKind = 'row' | 'total' | 'part';

const TOTAL = '(?:усього|всього|разом|загалом|підсумок|підсумки|всего|итого|total|grand total)';
/** Over what a total is drawn up. */
const OVER = '(?:по|за|у|в|на|для|серед|in|for|of)\\s+\\S.*';
/** What is counted, when nothing else is said. */
const COUNTED = '(?:осіб|ос\\.?|сімей|дітей|людей|чол\\.?|од\\.?|шт\\.?|грн\\.?|persons|people)';
const TOTAL_FIRST = new RegExp(`^${TOTAL}(?:[\\s,:]+(?:${OVER}|${COUNTED}|\\(.*\\)))?[\\s:.,=*-]*$`, 'u');
/** «Іванівська громада, усього», «по громаді разом:». */
const TOTAL_LAST = new RegExp(`^(?:по|за|на|у|в)?\\s*(?:\\S+\\s+){0,4}(?:громад[аиі]|тг|отг|райо[нуі]+|област[ьі]|округ[уи]?|со|рад[аиі]|міст[оауі]|community)[\\s,:(–-]+${TOTAL}[)\\s:.*]*$`, 'u');
const PART = /^[-•–\s]*(?:у|в|із|з)\s*(?:т\.?\s*ч|тому числі|них|яких)(?![\p{L}])|^[-•\s]*(?:including|of which|of whom)(?![\p{L}])/u;
/** «Разом з дітьми», «разом із сімʼєю» say who comes along. */
const TOGETHER = /^(?:всього|усього)?\s*разом\s+(?:з|із|зі)(?![\p{L}])/u;

const KEPT = 5_000;
const kept = new Map<string, RowKind>();

/** What a label of a row says: a total, a part of the row above («у т. ч.», «з них») or neither. Labels repeat: each is read once. */
export function rowKind(label: string): RowKind {
  if (label.length > 160) return 'row';
  let kind = kept.get(label);
  if (kind === undefined) {
    kind = readKind(label);
    if (kept.size < KEPT) kept.set(label, kind);
  }
  return kind;
}

function readKind(label: string): RowKind {
  const text = foldCell(label);
  if (PART.test(text)) return 'part';
  if (TOGETHER.test(text)) return 'row';
  return TOTAL_FIRST.test(text) || TOTAL_LAST.test(text) ? 'total' : 'row';
}

const words = new Map<string, boolean>();
/** Does a cell hold words and not only a number? */
function hasWords(cell: string): boolean {
  let known = words.get(cell);
  if (known === undefined) {
    known = /\p{L}/u.test(cell);
    if (words.size < KEPT) words.set(cell, known);
  }
  return known;
}

/** The kind of a whole row (or of its columns `left` to `right`), by its first three texts that are words. */
export function kindOfRow(row: readonly RawCell[], left = 0, right = row.length - 1): RowKind {
  let first: RowKind | null = null;
  for (let [column, seen] = [left, 0]; column <= right && column < row.length && seen < 3; column += 1) {
    const cell = row[column];
    if (typeof cell !== 'string' || !hasWords(cell)) continue;
    const kind = rowKind(cell);
    if (kind === 'total') return 'total';
    first ??= kind;
    seen += 1;
  }
  return first === 'part' ? 'part' : 'row';
}

/** Is a row a total? */
export const isTotalRow: IsTotalRow = (row) => kindOfRow(row) === 'total';

/** A row as the check of totals needs it: its number in the file, kind, place (id, null = none known) and values by column. */
export interface TotalRow { readonly row: number; readonly kind: RowKind; readonly place: string | null; readonly values: readonly (number | null)[] }
/**
 * A total against the sum of its parts. `open` = some parts are not known and the known ones do not exceed it; `known` of `of` parts have a value.
 */
export interface TotalCheck { readonly row: number; readonly column: number; readonly stated: number; readonly sum: number; readonly verdict: 'agrees' | 'differs' | 'open'; readonly known: number; readonly of: number }

/**
 * Checks the totals of a table against their parts. A district or a community that stands beside its villages is the sum of them (by the tree of places);
 * a row called a total is the sum of the rows above it since the last total, or of all rows, or of the totals before it (whichever it agrees with), and of the
 * rows below it when none stands above. Rows «у т. ч.» are never added.
 */
export function checkTotals(rows: readonly TotalRow[], places: readonly Place[]): readonly TotalCheck[] {
  const parents = new Map(places.map((p) => [p.id, p.parent]));
  const kinds = new Map(places.map((p) => [p.id, p.kind]));
  const plain = rows.filter((r) => r.kind === 'row');
  const at = new Map(plain.flatMap((r) => (r.place === null ? [] : [[r.place, r] as const])));
  /** The nearest outer place that has a row of its own. */
  const outer = (id: string): string | null => {
    let up = parents.get(id) ?? null;
    for (let i = 0; up !== null && !at.has(up) && i < 9; i += 1) up = parents.get(up) ?? null;
    return up;
  };
  const inner = Map.groupBy(plain.filter((r) => r.place !== null), (r) => outer(r.place ?? ''));
  const checks: TotalCheck[] = [];
  const compare = (total: TotalRow, choices: readonly (readonly TotalRow[])[]): void => {
    for (const [column, stated] of total.values.entries()) {
      if (stated === null) continue;
      const sums = choices.map((parts) => {
        const values = parts.map((p) => p.values[column] ?? null).filter((v) => v !== null);
        const sum = Number(values.reduce((a, b) => a + b, 0).toPrecision(14));
        const verdict = values.length === parts.length ? (Math.abs(sum - stated) < 1e-6 ? 'agrees' as const : 'differs' as const) : sum > stated + 1e-6 ? 'differs' as const : 'open' as const;
        return { row: total.row, column, stated, sum, verdict, known: values.length, of: parts.length };
      }).filter((s) => s.known > 0);
      const best = sums.find((s) => s.verdict === 'agrees') ?? sums[0];
      if (best) checks.push(best);
    }
  };
  for (const [i, row] of rows.entries()) {
    const own = row.place === null || row.kind !== 'row' || kinds.get(row.place) === 'settlement' ? undefined : inner.get(row.place);
    if (own) { compare(row, [own]); continue; }
    if (row.kind !== 'total') continue;
    // Outermost rows only: a district and its villages are not both added.
    const counted = (list: readonly TotalRow[]): TotalRow[] => list.filter((r) => r.kind === 'row' && (r.place === null || outer(r.place) === null));
    const before = rows.slice(0, i);
    const last = before.findLastIndex((r) => r.kind === 'total');
    const block = counted(before.slice(last + 1));
    if (counted(before).length === 0) {
      const end = rows.findIndex((r, at) => at > i && r.kind === 'total');
      compare(row, [counted(rows.slice(i + 1, end < 0 ? undefined : end)), counted(rows.slice(i + 1))].filter((c) => c.length > 0));
    } else compare(row, [block, before.filter((r) => r.kind === 'total'), counted(before)].filter((c) => c.length > 0));
  }
  return checks;
}
