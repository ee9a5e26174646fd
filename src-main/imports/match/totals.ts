import type { IsTotalRow, RawCell } from '../types.ts';
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

/** What a label of a row says: a total, a part of the row above («у т. ч.», «з них») or neither. */
export function rowKind(label: string): RowKind {
  if (label.length > 160) return 'row';
  const text = foldCell(label);
  if (PART.test(text)) return 'part';
  if (TOGETHER.test(text)) return 'row';
  return TOTAL_FIRST.test(text) || TOTAL_LAST.test(text) ? 'total' : 'row';
}

/** The first texts of a row that are words and not numbers. */
function labels(row: readonly RawCell[], most: number): string[] {
  const found: string[] = [];
  for (const cell of row) {
    if (typeof cell === 'string' && /\p{L}/u.test(cell)) found.push(cell);
    if (found.length === most) break;
  }
  return found;
}

/** The kind of a whole row, by its first three texts. */
export function kindOfRow(row: readonly RawCell[]): RowKind {
  const kinds = labels(row, 3).map(rowKind);
  return kinds.includes('total') ? 'total' : kinds[0] === 'part' ? 'part' : 'row';
}

/** Is a row a total? */
export const isTotalRow: IsTotalRow = (row) => kindOfRow(row) === 'total';
