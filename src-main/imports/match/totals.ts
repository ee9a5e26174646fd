import type { RawCell } from '../types.ts';
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

/** Forgets the texts that were read: they are of files that are closed. */
export function forgetTexts(): void {
  kept.clear();
  words.clear();
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
