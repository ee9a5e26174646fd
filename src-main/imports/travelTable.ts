import type { ReadTime, TimeRefusal, TravelMode } from '../contract/api/reach.ts';
import { parseNumber } from '../contract/parse.ts';
import { cellText } from './detect/grid.ts';
import { foldCell } from './match/fold.ts';
import { createPlaceMatcher } from './match/places.ts';
import type { Place, RawCell } from './types.ts';

/** Words that say how one travels. */
const MODES: readonly (readonly [RegExp, TravelMode])[] = [[/авто(?!б)|машин|таксі|\bcar\b|drive|taxi/u, 'car'], [/автобус|маршрут|\bbus\b|transit/u, 'bus'], [/піш|\bfoot\b|walk/u, 'foot']];
const HEADS = { from: /^(?:з|звідки|від|пункт відправлення|населений пункт|from|origin)(?=$|\s)/u, to: /^(?:до|куди|пункт призначення|to|destination)(?=$|\s)/u, minutes: /хв|час|тривал|minutes?|time|duration/u, mode: /^(?:спосіб|чим|транспорт|вид|mode|by)/u };

/** A table of minutes as it was read. */
export interface TravelTable { readonly layout: 'list' | 'square'; readonly rows: readonly ReadTime[] }

/** Minutes of a cell: «25», «1 год 10 хв», «1:10»; null = it says nothing that could be minutes. */
export function minutesIn(cell: RawCell): number | null {
  if (typeof cell === 'number') return cell > 0 && cell <= 1440 ? cell : null;
  const text = foldCell(cellText(cell));
  const hours = /^(?:(\d{1,2})\s*(?:год|г|h|hours?)\.?\s*)?(?:(\d{1,4})\s*(?:хв|min|m|minutes?)\.?)?$/u.exec(text);
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  const parts = clock ?? (hours && (hours[1] !== undefined || hours[2] !== undefined) ? hours : null);
  const value = parts ? Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0) : ((parsed) => (parsed.ok ? parsed.value : null))(parseNumber(text, { kind: 'decimal' }));
  return value !== null && value > 0 && value <= 1440 ? value : null;
}

const modeIn = (text: string): TravelMode | null => MODES.find(([pattern]) => pattern.test(foldCell(text)))?.[1] ?? null;
const isEmpty = (cell: RawCell): boolean => cellText(cell).trim() === '' || /^[–—-]$/.test(cellText(cell).trim());

/** Finds a list from–to–minutes or a square table in rows of cells; null = there is neither. */
export function travelTable(rows: readonly (readonly RawCell[])[], places: readonly Place[], usual: TravelMode): TravelTable | null {
  const matcher = createPlaceMatcher(places);
  const matched = (text: string): { readonly id: string; readonly why: TimeRefusal | null } => {
    const found = matcher.match(text);
    return found === null ? { id: '', why: 'place' } : 'id' in found ? { id: found.id, why: null } : { id: '', why: 'twoPlaces' };
  };
  const read = (line: number, column: number, from: string, to: string, cell: RawCell, mode: TravelMode | null): ReadTime => {
    const [origin, destination] = [matched(from), matched(to)];
    const minutes = minutesIn(cell);
    const why = origin.why ?? destination.why ?? (origin.id === destination.id ? 'same' : mode === null ? 'mode' : minutes === null ? 'minutes' : null);
    return { line, column, fromText: from.slice(0, 120), toText: to.slice(0, 120), minutesText: cellText(cell).slice(0, 60), origin: origin.id, destination: destination.id, mode: mode ?? usual, minutes, why };
  };
  const filled = rows.map((row, at) => ({ row, at })).filter(({ row }) => row.some((cell) => !isEmpty(cell)));
  const square = asSquare(filled, matched, read, usual);
  const found = square ?? asList(filled, matched, read, usual);
  return found && { layout: square ? 'square' : 'list', rows: withoutTwice(found) };
}

type Lines = readonly { readonly row: readonly RawCell[]; readonly at: number }[];
type Matched = (text: string) => { readonly id: string };
type Read = (line: number, column: number, from: string, to: string, cell: RawCell, mode: TravelMode | null) => ReadTime;

/** A square table: settlements in the first row and in the first column. */
function asSquare(lines: Lines, matched: Matched, read: Read, usual: TravelMode): readonly ReadTime[] | null {
  const head = lines.findIndex(({ row }) => row.slice(1).filter((cell) => matched(cellText(cell)).id !== '').length >= 2);
  if (head < 0) return null;
  const { row: names } = lines[head] as Lines[number];
  const body = lines.slice(head + 1).filter(({ row }) => matched(cellText(row[0] ?? null)).id !== '' || row.slice(1).some((cell) => minutesIn(cell) !== null));
  if (body.length < 2) return null;
  return body.flatMap(({ row, at }) => names.flatMap((name, column): readonly ReadTime[] => {
    const cell = row[column] ?? null;
    const [from, to] = [cellText(row[0] ?? null), cellText(name)];
    if (column === 0 || to.trim() === '' || isEmpty(cell) || (matched(from).id !== '' && matched(from).id === matched(to).id)) return [];
    return [read(at + 1, column + 1, from, to, cell, usual)];
  }));
}

/** A list: columns by their heads, or the first three. */
function asList(lines: Lines, matched: Matched, read: Read, usual: TravelMode): readonly ReadTime[] | null {
  const head = lines.findIndex(({ row }) => row.some((cell) => HEADS.to.test(foldCell(cellText(cell)))) && row.some((cell) => HEADS.minutes.test(foldCell(cellText(cell)))));
  const heads = head < 0 ? [] : (lines[head]?.row ?? []).map((cell) => foldCell(cellText(cell)));
  const column = (pattern: RegExp, otherwise: number): number => { const at = heads.findIndex((text) => pattern.test(text)); return at < 0 ? otherwise : at; };
  const [to, minutes, mode] = [column(HEADS.to, 1), column(HEADS.minutes, 2), column(HEADS.mode, head < 0 ? 3 : -1)];
  const from = column(HEADS.from, 0);
  const body = lines.slice(head + 1);
  if (!body.some(({ row }) => matched(cellText(row[from] ?? null)).id !== '' && minutesIn(row[minutes] ?? null) !== null)) return null;
  return body.map(({ row, at }) => {
    const said = mode < 0 ? '' : cellText(row[mode] ?? null);
    return read(at + 1, minutes + 1, cellText(row[from] ?? null), cellText(row[to] ?? null), row[minutes] ?? null, said.trim() === '' ? usual : modeIn(said));
  });
}

/** The same way twice with other minutes: only the first is taken, the second says so. The way back may take longer. */
function withoutTwice(rows: readonly ReadTime[]): readonly ReadTime[] {
  const seen = new Map<string, number | null>();
  return rows.map((row) => {
    if (row.why !== null) return row;
    const key = `${row.mode} ${row.origin} ${row.destination}`;
    if (seen.has(key)) return { ...row, why: 'twice' };
    seen.set(key, row.minutes);
    return row;
  });
}
