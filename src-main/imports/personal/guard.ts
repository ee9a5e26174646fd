import type { GuardSheet, PersonalClass, PersonalFinding, RawCell } from '../types.ts';
import { hasEmail, hasPassport, hasPhone, hasTaxNumber, numberClass } from './codes.ts';
import { type HeaderHint, hintOf } from './headers.ts';
import { mask } from './mask.ts';
import { nameIn, singleName } from './names.ts';
import { dayOf, hasAddress, hasBirthDate, isAdultDay } from './places.ts';
import { BIRTH_WORD, PAPER_WORD, PHONE_WORD, type Scan, scan, STREET_WORD } from './scan.ts';
import { SOLE_TRADER } from './words.ts';

const NO_HINT: HeaderHint = { class: null, provider: false, paperDate: false, money: false };
/** Longer texts are looked at in pieces of this length that overlap, so that nothing hides behind a cut and no pattern runs over a long text. */
const PIECE = 400;
const OVERLAP = 60;

/** Lengths of the solid numbers of papers: an ID card of 9, the register (13, or 8 and 5). */
const PAPER_DIGITS = (1 << 8) | (1 << 9) | (1 << 13);
const speaksOfBirth = ({ tokens, bits }: Scan): boolean => (bits & BIRTH_WORD) !== 0 || tokens.some((t, i) => (t.word === 'р' || t.word === 'д') && tokens[i + 1]?.word.startsWith('н'));

function classOfPiece(text: string, hint: HeaderHint): PersonalClass | null {
  const seen = scan(text);
  if ((seen.at || /\((?:at|собака)\)|\[at\]/i.test(text)) && hasEmail(text)) return 'email';
  if (hint.class === 'taxNumber' && seen.run >= 10 && hasTaxNumber(text)) return 'taxNumber';
  if (!hint.money && (seen.run >= 9 || (seen.run >= 5 && (seen.bits & PHONE_WORD) !== 0)) && hasPhone(text)) return 'phone';
  if (!hint.money && seen.run >= 10 && hasTaxNumber(text)) return 'taxNumber';
  if (seen.run >= 6 && (seen.series || (seen.solid & PAPER_DIGITS) !== 0 || (seen.bits & PAPER_WORD) !== 0) && hasPassport(text)) return 'passport';
  if (seen.digits >= 4 && !hint.paperDate && (text.length < 24 || speaksOfBirth(seen)) && hasBirthDate(text)) return 'birthDate';
  if (seen.tokens.length === 0) return null;
  if (nameIn(seen) && !(hint.provider && SOLE_TRADER.test(text.toLowerCase()))) return 'name';
  return !hint.provider && ((seen.bits & STREET_WORD) !== 0 || (seen.digits > 0 && text.includes(','))) && hasAddress(text) ? 'address' : null;
}

/** Which kind of personal data one cell holds, by itself and by the header over it; null = none. */
export function personalIn(cell: RawCell, hint: HeaderHint = NO_HINT): PersonalClass | null {
  if (cell === null || typeof cell === 'boolean') return null;
  if (typeof cell === 'number') return hint.money ? null : numberClass(cell);
  if (typeof cell === 'object') return 'date' in cell && !hint.paperDate && isAdultDay(cell.date) ? 'birthDate' : null;
  if (cell.length <= PIECE) return classOfPiece(cell, hint);
  for (let from = 0; from < cell.length; from += PIECE - OVERLAP) {
    const found = classOfPiece(cell.slice(from, from + PIECE), hint);
    if (found) return found;
  }
  return null;
}

/** Does a cell have the form of what its header announces? Counts under such a header («телефон довіри: 15») do not. */
export function fitsHeader(cell: RawCell, told: PersonalClass): boolean {
  if (typeof cell === 'object' && cell !== null) return told === 'birthDate' && 'date' in cell;
  const text = typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell : '';
  const digits = text.replace(/\D/g, '').length;
  const letters = /\p{L}{2}/u.test(text);
  switch (told) {
    case 'taxNumber': return digits >= 8 && digits <= 12;
    case 'passport': return digits >= 6;
    case 'phone': return digits >= 5;
    case 'birthDate': return digits >= 4;
    case 'email': return text.includes('@');
    case 'address': case 'name': return letters;
  }
}
/** Rows may have holes: a cell nobody wrote is empty. */
const isFilled = (cell: RawCell | undefined): cell is NonNullable<RawCell> => cell !== null && cell !== undefined && !(typeof cell === 'string' && (cell === '' || (cell.charCodeAt(0) <= 32 && cell.trim() === '')));

/** A column is of a kind when at least this share of its cells is (assumption: fewer are strays in another column). */
const COLUMN_SHARE = 0.3;
/** Enough cells to know what a column is: the rest of a long column is not read word by word. */
const ENOUGH = 1000;
const EXAMPLES = 3;

interface Seen { count: number; readonly rows: number[]; readonly examples: string[] }
interface Column {
  readonly hint: HeaderHint;
  filled: number; looked: number;
  readonly found: Map<PersonalClass, Seen>;
  fits: number; readonly fitExamples: string[];
  strong: number; weak: number; single: number; readonly singles: string[];
  nine: number; readonly nines: string[];
  dates: number; readonly days: Set<string>;
  decided: boolean;
}

const text = (cell: RawCell): string => (typeof cell === 'object' && cell !== null ? ('date' in cell ? cell.date : '') : String(cell ?? ''));

function look(column: Column, cell: RawCell, row: number, kept: Map<string, PersonalClass | null>): void {
  column.looked += 1;
  const { hint } = column;
  let found: PersonalClass | null;
  if (typeof cell === 'string') {
    const known = kept.get(cell);
    found = known === undefined ? personalIn(cell, hint) : known;
    if (known === undefined && kept.size < 5_000) kept.set(cell, found);
  } else found = personalIn(cell, hint);
  if (found) {
    const seen = column.found.get(found) ?? { count: 0, rows: [], examples: [] };
    seen.count += 1;
    seen.rows.push(row);
    if (seen.examples.length < EXAMPLES) seen.examples.push(mask(text(cell), found));
    column.found.set(found, seen);
  }
  if (hint.class && fitsHeader(cell, hint.class)) {
    column.fits += 1;
    if (column.fitExamples.length < EXAMPLES) column.fitExamples.push(mask(text(cell), hint.class));
  }
  if (found || column.looked > ENOUGH * 2) return;
  const day = typeof cell === 'object' && cell !== null ? ('date' in cell ? cell.date : null) : typeof cell === 'string' && cell.length < 16 ? dayOf(cell) : null;
  if (day) { column.dates += 1; column.days.add(day); return; }
  const digits = typeof cell === 'number' || (typeof cell === 'string' && cell.length < 14) ? String(cell).replace(/\s/g, '') : '';
  if (/^\d{9}$/.test(digits)) { column.nine += 1; if (column.nines.length < EXAMPLES) column.nines.push(mask(digits, 'passport')); }
  if (typeof cell === 'string' && cell.length < 40) {
    const single = singleName(scan(cell));
    if (single === null) return;
    column.single += 1;
    column[single] += 1;
    if (column.singles.length < EXAMPLES) column.singles.push(mask(cell, 'name'));
  }
}

function findingsOf(column: Column, index: number): PersonalFinding[] {
  const out: PersonalFinding[] = [];
  const whole = (kind: PersonalClass, count: number, examples: readonly string[]): void => {
    const share = column.looked === 0 ? 0 : Math.min(1, count / column.looked);
    out.push({ column: index, class: kind, share, count: Math.round(share * column.filled), where: 'column', rows: [], examples });
  };
  const { hint, looked } = column;
  if (hint.class && column.fits > 0) whole(hint.class, column.fits, column.fitExamples);
  for (const [kind, seen] of column.found) {
    if (out.some((f) => f.class === kind)) continue;
    if (seen.count >= 2 && seen.count / looked >= COLUMN_SHARE) whole(kind, seen.count, seen.examples);
    else if (!out.some((f) => f.where === 'column')) out.push({ column: index, class: kind, share: seen.count / looked, count: seen.count, where: 'cells', rows: seen.rows, examples: seen.examples });
  }
  if (out.some((f) => f.where === 'column')) return out;
  if (column.strong >= 3 && !hint.provider && (column.strong + column.weak) / looked >= 0.5 && column.strong / looked >= 0.2) whole('name', column.single, column.singles);
  if (!hint.money && column.nine >= 3 && column.nine / looked >= 0.8) whole('passport', column.nine, column.nines);
  const days = [...column.days].sort();
  const years = days.length === 0 ? 0 : Number(days.at(-1)?.slice(0, 4)) - Number(days[0]?.slice(0, 4));
  if (!hint.paperDate && column.dates >= 5 && column.dates / looked >= 0.8 && days.length / column.dates >= 0.8 && years >= 5) whole('birthDate', column.dates, days.slice(0, EXAMPLES).map((d) => mask(d, 'birthDate')));
  return out;
}

/** The guard of one sheet, row by row, for files that are never whole in memory. */
export interface Guard {
  /** Looks at a row; `index` = its number in the sheet from 0. */
  readonly add: (row: readonly RawCell[], index: number) => void;
  /** What was found so far. */
  readonly findings: () => readonly PersonalFinding[];
}

/**
 * Finds personal data before anything of a sheet is stored (Закон 2297-VI). Columns by their headers, by their cells and, where a cell alone
 * says nothing (surnames, nine-digit numbers, days), by the cells together; stray cells in other columns with their rows. Linear in the cells; keeps
 * masked examples and row numbers only. `headers` = the header texts over each column, from the top row down.
 */
export function createGuard(headers: readonly (readonly string[])[]): Guard {
  const columns: Column[] = [];
  const kept: Map<string, PersonalClass | null>[] = [];
  const at = (index: number): Column => (columns[index] ??= {
    hint: hintOf(headers[index] ?? []),
    filled: 0, looked: 0, found: new Map(), fits: 0, fitExamples: [], strong: 0, weak: 0, single: 0, singles: [], nine: 0, nines: [], dates: 0, days: new Set(), decided: false,
  });
  return {
    add: (row, r) => {
      for (let c = 0; c < row.length; c += 1) {
        const cell = row[c];
        if (!isFilled(cell)) continue;
        const column = at(c);
        column.filled += 1;
        if (column.decided) continue;
        look(column, cell, r, (kept[c] ??= new Map()));
        if (column.looked === ENOUGH) column.decided = findingsOf(column, c).some((f) => f.where === 'column' && f.share >= 0.6);
      }
    },
    findings: () => columns.flatMap((column, index) => (column ? findingsOf(column, index) : [])),
  };
}

/** {@link createGuard} over a whole sheet, its header rows included. */
export const guardSheet: GuardSheet = (rows, headerRows) => {
  const heads = new Set(headerRows);
  const width = Math.max(0, ...headerRows.map((r) => rows[r]?.length ?? 0));
  const guard = createGuard(Array.from({ length: width }, (_, c) => headerRows.map((r) => rows[r]?.[c]).filter((cell) => typeof cell === 'string')));
  for (const [r, row] of rows.entries()) if (!heads.has(r)) guard.add(row, r);
  return [...guard.findings(), ...inHeaders(rows, headerRows)];
};

/** Personal data in the header rows themselves («Відповідальна: …»). */
function inHeaders(rows: readonly (readonly RawCell[])[], headerRows: readonly number[]): PersonalFinding[] {
  return headerRows.flatMap((r) => (rows[r] ?? []).flatMap((cell, column): PersonalFinding[] => {
    const kind = personalIn(cell);
    return kind === null ? [] : [{ column, class: kind, share: 0, count: 1, where: 'cells', rows: [r], examples: [mask(text(cell), kind)] }];
  }));
}
