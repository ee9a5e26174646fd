import type { PackageView, Way } from '../../contract/api/package.ts';
import { widthOf } from '../charts/svg.ts';

type Cell = PackageView['rows'][number]['cells'][number];
/** A line of the matrix: a settlement, the head of a starosta district, or a district that stands for its settlements. */
export interface Line { readonly kind: 'place' | 'head' | 'district'; readonly name: string; readonly cells: readonly Sign[] }
/** What a cell says: its way, in how many settlements (0 = in all), and is it an assumption. */
export interface Sign { readonly way: Way | 'unknown' | 'mixed'; readonly count: number; readonly supposed: boolean }
/** How the lines stand on the page: in how many blocks side by side, letters and height of a line in points. */
export interface Layout { readonly blocks: 1 | 2; readonly size: number; readonly row: number }

/** Height of the page under its title, and widths of names, in points. Letters go no smaller than 6.5 pt. */
export const HEIGHT = 470;
/** Lines that a text takes, at most; small print has 7 pt. */
export const linesOfText = (text: string, width: number, size = 7): number => Math.max(1, Math.ceil(widthOf(text, size) / width));
export const NAME = { 1: 128, 2: 67 } as const;
const LAYOUTS: readonly Layout[] = [{ blocks: 1, size: 8.5, row: 12.5 }, { blocks: 1, size: 7.5, row: 10.5 }, { blocks: 2, size: 7.5, row: 10.5 }, { blocks: 2, size: 6.5, row: 8.8 }];

const heightOf = (line: Line, { blocks, size, row }: Layout): number => row * (line.kind === 'head' ? 1 : linesOfText(line.name, NAME[blocks] - 4, size));

/** Height of lines under one another. */
const sum = (lines: readonly Line[], layout: Layout): number => lines.reduce((all, line) => all + heightOf(line, layout), 0);
/** Height of the matrix with its head. */
export const heightOfAll = (lines: readonly Line[], layout: Layout): number => sum(lines, layout) + layout.row * 1.3;

/** Lines shared out evenly to the blocks of a layout; a district that goes on has its head again. null = they do not fit. */
function share(lines: readonly Line[], layout: Layout): readonly (readonly Line[])[] | null {
  const fits = (part: readonly Line[]): boolean => heightOfAll(part, layout) <= HEIGHT;
  if (layout.blocks === 1) return fits(lines) ? [lines] : null;
  let height = 0;
  const middle = lines.findIndex((line) => (height += heightOf(line, layout)) > sum(lines, layout) / 2 + layout.row);
  const split = lines[middle - 1]?.kind === 'head' ? middle - 1 : middle;
  const first = lines.slice(0, Math.max(0, split));
  const head = lines[split]?.kind === 'place' ? first.findLast((line) => line.kind === 'head') : undefined;
  const parts = [first, [...(head ? [head] : []), ...lines.slice(Math.max(0, split))]];
  return parts.every(fits) ? parts : null;
}

/** The largest letters in which the lines fit the page; null = they do not. */
export function fit(lines: readonly Line[]): { readonly layout: Layout; readonly blocks: readonly (readonly Line[])[] } | null {
  for (const layout of LAYOUTS) {
    const blocks = share(lines, layout);
    if (blocks) return { layout, blocks };
  }
  return null;
}

const signOf = (cell: Cell | undefined): Sign => ({ way: cell?.way ?? 'unknown', count: 0, supposed: cell?.from === 'providers' });

/** A district by its settlements: what holds everywhere, else in how many the service is absent or not known, else «in different ways». */
function together(signs: readonly Sign[]): Sign {
  const ways = new Set(signs.map((sign) => sign.way));
  const supposed = signs.every((sign) => sign.supposed);
  const [first] = signs;
  if (ways.size === 1 && first) return { way: first.way, count: 0, supposed };
  const way = (['absent', 'unknown'] as const).find((each) => ways.has(each));
  return way ? { way, count: signs.filter((sign) => sign.way === way).length, supposed } : { way: 'mixed', count: 0, supposed };
}

/** Settlements in the order of the plan: all, under the heads of their districts (those outside come first), and by districts alone. */
export function linesOf(view: PackageView, said: (name: PackageView['places'][number]['name']) => string): { readonly places: readonly Line[]; readonly listed: readonly Line[]; readonly districts: readonly Line[] } {
  const places = view.places.map((place, at) => ({ district: place.district, line: { kind: 'place', name: said(place.name), cells: view.rows.map((row) => signOf(row.cells[at])) } satisfies Line }));
  const alone = places.flatMap(({ district, line }) => (district ? [] : [line]));
  const groups = Map.groupBy(places.filter((place) => place.district), (place) => place.district?.id);
  const districts = [...groups.values()].map((members) => ({ name: members[0]?.district ? said(members[0].district.name) : '', own: members.map(({ line }) => line) }));
  return {
    places: places.map(({ line }) => line), listed: [...alone, ...districts.flatMap(({ name, own }): Line[] => [{ kind: 'head', name, cells: [] }, ...own])],
    districts: districts.length === 0 ? [] : [...alone, ...districts.map(({ name, own }): Line => ({ kind: 'district', name, cells: view.rows.map((_, at) => together(own.flatMap((line) => line.cells[at] ?? []))) }))],
  };
}
