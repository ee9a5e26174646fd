import type { RawSheet } from '../types.ts';
import { cellText, kindOf, looked, type Looked } from './grid.ts';

/** Where a table stands on a sheet. Rows and columns from 0, both ends included; `headTop` −1 = it has no head. */
export interface Layout {
  readonly headTop: number;
  readonly headBottom: number;
  /** Rows of the head that name units or only number the columns; null = none. */
  readonly unitsRow: number | null;
  readonly numberedRow: number | null;
  readonly dataTop: number;
  readonly dataBottom: number;
  readonly left: number;
  readonly right: number;
  /** Rows among the data that repeat the head, as printed on every page. */
  readonly repeated: readonly number[];
  /** Texts above the head and below the data. */
  readonly titles: readonly string[];
  readonly notes: readonly string[];
}

const UNIT = /^\(?(осіб|ос\.?|особ[аи]|чол\.?|людей|сімей|дітей|од\.?|одиниць|шт\.?|ставок|місць|%|відсотк\p{L}*|грн\.?|тис\.?\s*(грн\.?|осіб|чол\.?)|млн\.?\s*грн\.?|кв\.?\s*км|км)\)?$/iu;
const SIGNED = /^(начальник|керівник|голова|виконав|вик\.|директор|підпис|м\.\s?п|бухгалтер|секретар|староста\s*_|примітк|приміт\.|\*|дата\s*:|погоджено|затверджено|відповідальн|тел\.|спеціаліст|заступник|довідково|джерело)/iu;
/** Rows of a head at most, and how far down a head is looked for. */
const HEAD_ROWS = 6;
const LOOK_DOWN = 200;

interface Row { readonly filled: number; readonly words: number; readonly numbers: number; readonly first: string }

/** Everything about a row that the detection asks for, between two columns. */
function rowLook(sheet: Looked, row: number, left: number, right: number): Row {
  let [words, numbers, years, first] = [0, 0, 0, ''];
  const cells = sheet.rows[row] ?? [];
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1) {
    const kind = kindOf(cells[column] ?? null);
    if (kind === 'none') continue;
    if (first === '') first = cellText(cells[column] ?? null);
    if (kind === 'number') numbers += 1;
    else if (kind === 'word') words += 1;
    else years += 1;
  }
  return { filled: words + numbers + years, words: words + years, numbers, first };
}

/** Finds the tables of a sheet, in reading order; always at least one. */
export function detectTables(sheet: RawSheet): readonly Layout[] {
  const look = looked(sheet);
  const right = sheet.rows.reduce((most, row) => Math.max(most, row.length - 1), 0);
  const found: Layout[] = [];
  let from = 0;
  while (from < look.rows.length && found.length < 20) {
    const layout = nextTable(look, from, right);
    if (layout === null) break;
    found.push(...sideBySide(look, layout));
    from = layout.dataBottom + 1;
  }
  return found.length > 0 ? found : [headless(look, right)];
}

/** The whole sheet as data. */
export function headless(look: Looked, right: number): Layout {
  return { headTop: -1, headBottom: -1, unitsRow: null, numberedRow: null, dataTop: 0, dataBottom: Math.max(0, look.rows.length - 1), left: 0, right, repeated: [], titles: [], notes: [] };
}

/** The layout of a table whose place somebody gave: what the head and the data hold is found again. */
export function layoutAt(sheet: RawSheet & { readonly tables: readonly Layout[] }, place: Pick<Layout, 'headTop' | 'headBottom' | 'dataTop' | 'dataBottom' | 'left' | 'right'>): Layout {
  const look = looked(sheet);
  const { headTop, headBottom, dataTop, dataBottom, right } = place;
  const found = sheet.tables.find((each) => (['headTop', 'headBottom', 'dataTop', 'dataBottom', 'left', 'right'] as const).every((side) => each[side] === place[side]));
  if (found) return found;
  const inHead = (is: typeof isUnits): number | null => { for (let row = headBottom; row > headTop; row -= 1) if (is(look, row, right)) return row; return null; };
  const isRepeated = headTop < 0 ? () => false : repeats(look, headTop, headBottom, right);
  const repeated: number[] = [];
  for (let row = dataTop; row <= dataBottom; row += 1) if (isRepeated(row, rowLook(look, row, 0, right))) repeated.push(row);
  return {
    ...place, unitsRow: headTop < 0 ? null : inHead(isUnits), numberedRow: headTop < 0 ? null : inHead(isNumbered), repeated,
    titles: textsOf(look, 0, (headTop < 0 ? dataTop : headTop) - 1), notes: textsOf(look, dataBottom + 1, dataBottom + 40),
  };
}

const headLine = (look: Looked, row: number, right: number): string => Array.from({ length: right + 1 }, (_, column) => cellText(look.at(row, column)).toLowerCase()).join('\u0001');

/** Tells rows that repeat a row of the head; the first text decides in most cases. */
function repeats(look: Looked, top: number, bottom: number, right: number): (row: number, at: Row) => boolean {
  const heads = Array.from({ length: bottom - top + 1 }, (_, n) => top + n);
  const firsts = new Set(heads.map((row) => rowLook(look, row, 0, right).first));
  const lines = new Set(heads.map((row) => headLine(look, row, right)));
  return (row, { filled, first }) => filled > 1 && firsts.has(first) && lines.has(headLine(look, row, right));
}

/** How many columns the rows below fill. */
function widthBelow(look: Looked, row: number, right: number): number {
  const columns = new Set<number>();
  for (let r = row + 1; r <= row + 12 && r < look.rows.length; r += 1) look.rows[r]?.forEach((cell, column) => { if (column <= right && kindOf(cell) !== 'none') columns.add(column); });
  return columns.size;
}

/** A row of words over a wide enough table. */
function isHead(look: Looked, row: number, right: number): boolean {
  const { words, numbers } = rowLook(look, row, 0, right);
  return numbers === 0 && words >= 2 && words >= Math.ceil(0.5 * widthBelow(look, row, right)) && row + 1 < look.rows.length;
}

function nextTable(look: Looked, from: number, right: number): Layout | null {
  let head = from;
  while (head < Math.min(look.rows.length, from + LOOK_DOWN) && !isHead(look, head, right)) head += 1;
  if (head >= Math.min(look.rows.length, from + LOOK_DOWN)) return null;
  let top = head;
  while (top > from && top > head - HEAD_ROWS && joinsAbove(look, top, right)) top -= 1;
  const { bottom, unitsRow, numberedRow } = headEnd(look, top, head, right);
  return bounded(look, { top, bottom, unitsRow, numberedRow }, from, right);
}

/** Does the row above belong to the head: it names columns that are empty here, or spans several of them? */
function joinsAbove(look: Looked, row: number, right: number): boolean {
  const above = rowLook(look, row - 1, 0, right);
  if (above.filled < 2 || above.numbers > 0) return false;
  for (let column = 0; column <= right; column += 1) if (kindOf(look.at(row, column)) === 'none' && kindOf(look.at(row - 1, column)) !== 'none') return true;
  return false;
}

const isNumbered = (look: Looked, row: number, right: number): boolean => {
  const texts = Array.from({ length: right + 1 }, (_, column) => cellText(look.at(row, column))).filter((text) => text !== '');
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  return texts.length >= 3 && numbers.length >= texts.length - 2 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1) && (numbers[0] ?? 9) <= 2;
};
const isUnits = (look: Looked, row: number, right: number): boolean => {
  const texts = Array.from({ length: right + 1 }, (_, column) => cellText(look.at(row, column))).filter((text) => text !== '');
  return texts.length >= 1 && texts.every((text) => UNIT.test(text));
};

function headEnd(look: Looked, top: number, head: number, right: number): { readonly bottom: number; readonly unitsRow: number | null; readonly numberedRow: number | null } {
  let bottom = head;
  let [unitsRow, numberedRow]: (number | null)[] = [null, null];
  for (let row = head + 1; row < Math.min(look.rows.length, top + HEAD_ROWS + 2); row += 1) {
    if (isNumbered(look, row, right)) numberedRow = row;
    else if (isUnits(look, row, right)) unitsRow = row;
    else if (numberedRow !== null || unitsRow !== null || !continues(look, row, right)) break;
    bottom = row;
  }
  return { bottom, unitsRow: unitsRow ?? null, numberedRow: numberedRow ?? null };
}

/** Is a row the lower part of a head: every text of it stands under an empty or a spanning cell of the row above? */
function continues(look: Looked, row: number, right: number): boolean {
  const { filled, numbers } = rowLook(look, row, 0, right);
  if (filled === 0 || numbers > 0) return false;
  for (let column = 0; column <= right; column += 1) {
    if (kindOf(look.at(row, column)) === 'none') continue;
    const spans = look.covered(row - 1, column + 1);
    const wide = spans !== null && spans.row <= row - 1 && spans.column === column && look.covered(row, column) === null;
    if (kindOf(look.at(row - 1, column)) !== 'none' && !wide && !opensRun(look, row, column, right)) return false;
  }
  return true;
}

/** «2025» over «усього | чоловіки | жінки» without joined cells: the cell above is followed by empty ones that are filled here. */
const opensRun = (look: Looked, row: number, column: number, right: number): boolean =>
  column < right && kindOf(look.at(row - 1, column + 1)) === 'none' && kindOf(look.at(row, column + 1)) !== 'none' && column > 0;

interface Head { readonly top: number; readonly bottom: number; readonly unitsRow: number | null; readonly numberedRow: number | null }

function bounded(look: Looked, head: Head, from: number, right: number): Layout | null {
  const { top, bottom } = head;
  const isRepeated = repeats(look, top, bottom, right);
  const repeated: number[] = [];
  let [last, numbered, empty, end, withNumbers] = [bottom, 0, 0, look.rows.length, 0];
  for (let row = bottom + 1; row < look.rows.length; row += 1) {
    const at = rowLook(look, row, 0, right);
    const { filled, numbers } = at;
    if (filled === 0) { empty += 1; continue; }
    if (isRepeated(row, at)) repeated.push(row);
    // After an empty line another head: another table.
    else if (empty > 0 && numbered > 0 && numbers === 0 && isHead(look, row, right) && startsNumbers(look, row, right)) { end = row; break; }
    if (numbers > 0) { numbered += 1; withNumbers += numbers; last = row; }
    // A title of the next table stands alone in its row.
    if (filled > 1 || numbers > 0) empty = 0;
  }
  const rows = end - bottom - 1;
  const counts = withNumbers > 0 && numbered >= Math.min(3, rows) * 0.5;
  let dataBottom = counts ? last : end - 1;
  while (dataBottom > bottom && dropsAtEnd(look, dataBottom, right, counts)) dataBottom -= 1;
  if (dataBottom <= bottom) return null;
  const { left, right: most } = columnsOf(look, bottom, dataBottom, right, top);
  return {
    headTop: top, headBottom: bottom, unitsRow: head.unitsRow, numberedRow: head.numberedRow, dataTop: bottom + 1, dataBottom, left, right: most,
    repeated: repeated.filter((row) => row <= dataBottom), titles: textsOf(look, from, top - 1), notes: textsOf(look, dataBottom + 1, Math.min(end - 1, dataBottom + 40)),
  };
}

const startsNumbers = (look: Looked, row: number, right: number): boolean => [1, 2, 3].some((n) => rowLook(look, row + n, 0, right).numbers > 0);

/** Signatures, notes and empty rows under the last line of data. */
function dropsAtEnd(look: Looked, row: number, right: number, counts: boolean): boolean {
  const { filled, numbers, first } = rowLook(look, row, 0, right);
  if (filled === 0 || SIGNED.test(first)) return true;
  if (counts) return numbers === 0;
  return filled <= 2 && rowLook(look, row - 1, 0, right).filled === 0;
}

function columnsOf(look: Looked, bottom: number, dataBottom: number, right: number, top: number): { readonly left: number; readonly right: number } {
  let [left, most] = [right, 0];
  for (let row = top; row <= dataBottom; row += 1) {
    const cells = look.rows[row] ?? [];
    const first = cells.findIndex((cell) => kindOf(cell) !== 'none');
    if (first < 0) continue;
    if (row > bottom || first < left) left = Math.min(left, first);
    most = Math.max(most, cells.findLastIndex((cell) => kindOf(cell) !== 'none'));
  }
  return { left: Math.min(left, most), right: most };
}

const textsOf = (look: Looked, from: number, to: number): readonly string[] => {
  const texts: string[] = [];
  for (let row = Math.max(0, from); row <= to && texts.length < 40; row += 1) {
    const text = (look.rows[row] ?? []).map(cellText).filter((each) => each !== '').join(' ');
    if (text !== '') texts.push(text);
  }
  return texts;
};

/** Tables beside each other: an empty column, and after it a column of words with a head of its own begins another table. */
function sideBySide(look: Looked, layout: Layout): readonly Layout[] {
  const { left, right, headTop, headBottom, dataTop, dataBottom } = layout;
  const isEmpty = (column: number): boolean => { for (let row = headTop; row <= dataBottom; row += 1) if (kindOf(look.at(row, column)) !== 'none') return false; return true; };
  const labels = (column: number): boolean => {
    let [words, filled] = [0, 0];
    for (let row = dataTop; row <= dataBottom; row += 1) { const kind = kindOf(look.at(row, column)); if (kind !== 'none') filled += 1; if (kind === 'word') words += 1; }
    return filled > 0 && words >= 0.6 * filled;
  };
  const headed = (column: number): boolean => { for (let row = headTop; row <= headBottom; row += 1) if (kindOf(look.at(row, column)) === 'word') return true; return false; };
  const starts = [left];
  for (let column = left + 2; column < right; column += 1) if (isEmpty(column - 1) && !isEmpty(column) && labels(starts.at(-1) ?? left) && labels(column) && headed(column) && !labels(column + 1)) starts.push(column);
  if (starts.length === 1) return [layout];
  return starts.map((start, n) => ({ ...layout, left: start, right: (starts[n + 1] ?? right + 2) - 2 }));
}

/** Names of a column from the top of the head to its bottom: joined cells count for all they cover; repetitions and numbers of columns are left out. */
export function headTexts(look: Looked, layout: Layout, column: number): readonly string[] {
  if (layout.headTop < 0) return [];
  const texts: string[] = [];
  for (let row = layout.headTop; row <= layout.headBottom; row += 1) {
    if (row === layout.numberedRow) continue;
    const text = headCell(look, layout, row, column);
    if (text !== '' && texts.at(-1) !== text) texts.push(text);
  }
  return texts;
}

function headCell(look: Looked, layout: Layout, row: number, column: number): string {
  const own = cellText(look.at(row, column));
  if (own !== '') return own;
  const cover = look.covered(row, column);
  if (cover !== null) return cover.row === row || cover.row < layout.headTop ? (cover.row < layout.headTop ? '' : cellText(look.at(cover.row, cover.column))) : '';
  // Spanning without joined cells: only in rows above the lowest names, and only over a column that is named below.
  if (row >= layout.headBottom || kindOf(look.at(row + 1, column)) === 'none' || row + 1 === layout.unitsRow || row + 1 === layout.numberedRow) return '';
  for (let left = column - 1; left > layout.left; left -= 1) {
    if (look.covered(row, left) !== null) return '';
    const text = cellText(look.at(row, left));
    if (text !== '') return kindOf(look.at(row + 1, left)) === 'none' ? '' : text;
    if (kindOf(look.at(row + 1, left)) === 'none') return '';
  }
  return '';
}
