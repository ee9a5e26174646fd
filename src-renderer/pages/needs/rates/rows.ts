import type { RateCell, RateCheck, RateGroup, RatesView } from '#contract/api/rates.ts';
import type { Language } from '#contract/format.ts';
import type { FigureKey } from '#contract/models.ts';
import { foldText } from '#contract/parse.ts';
import { translate } from '../../../i18n/index.ts';
import { plain, shown } from '../../../lib/text.ts';

/** Which groups and services the matrix shows. */
export const SHOWS = ['matter', 'filled', 'disputed', 'all'] as const;
export type Show = (typeof SHOWS)[number];
/** What stands in a cell of the matrix. */
export const MEASURED = ['rate', 'potential', 'source'] as const;
export type Measured = (typeof MEASURED)[number];

/** A row of the matrix: a group with what is known of it, by service. */
export interface RateRow { readonly group: RateGroup; readonly cells: ReadonlyMap<string, RateCell> }
/** The part of the matrix that is shown. */
export interface Matrix { readonly rows: readonly RateRow[]; readonly services: readonly RateCheck[] }

/** Groups that count families and services that count persons have no share between them. */
export const fits = (group: RateGroup, service: RateCheck): boolean => (group.unit === 'family') === (service.counted === 'family');

/** Name of a service in one line: code and short name. */
export function serviceText(service: Pick<RateCheck, 'code' | 'name' | 'short'>, language: Language): string {
  const name = service.short ?? service.name;
  return [service.code ?? '', name === null ? translate('needs.nameless', { lng: language }) : shown(name, language)].filter((part) => part !== '').join(' ');
}
/** The same in the letters of the reader, for accessible names. */
export function serviceWords(service: Pick<RateCheck, 'code' | 'name' | 'short'>, language: Language): string {
  const name = service.short ?? service.name;
  return [service.code ?? '', name === null ? translate('needs.nameless', { lng: language }) : plain(name, language)].filter((part) => part !== '').join(' ');
}

/** All rows; a row whose cells did not change stays the same object, so that it is not drawn again. */
export function rowsOf(view: RatesView, before: readonly RateRow[]): readonly RateRow[] {
  const byGroup = Map.groupBy(view.cells, (cell) => cell.group);
  const old = new Map(before.map((row) => [row.group.id, row]));
  return view.groups.map((group) => {
    const cells = byGroup.get(group.id) ?? [];
    const last = old.get(group.id);
    if (last !== undefined && last.group === group && last.cells.size === cells.length && cells.every((cell) => last.cells.get(cell.service) === cell)) return last;
    return { group, cells: new Map(cells.map((cell) => [cell.service, cell])) };
  });
}

const said = (texts: readonly (string | null | undefined)[]): string => foldText(texts.filter((text) => text !== null && text !== undefined).join(' '));

/** The part of the matrix that is asked for: by what matters, by words, by one service. Words may name groups, services, or both. */
export function matrixOf(rows: readonly RateRow[], services: readonly RateCheck[], show: Show, words: string, only: string | null): Matrix {
  const counts = (cell: RateCell | undefined): boolean => cell !== undefined && (show === 'disputed' ? cell.disputed : cell.source !== 'none' || cell.counted || cell.chosen);
  const filled = (row: RateRow): boolean => [...row.cells.values()].some(counts);
  const matters = (row: RateRow): boolean => row.group.size.value !== null || filled(row);
  const inShow = show === 'all' ? rows : rows.filter(show === 'matter' ? matters : filled);
  const columns = show === 'all' ? services : services.filter((service) => inShow.some((row) => counts(row.cells.get(service.id)) || (show === 'matter' && row.group.typical.includes(service.id))));
  const wanted = foldText(words).split(' ').filter((word) => word !== '');
  const groupHit = (row: RateRow) => wanted.every((word) => said([row.group.name.uk, row.group.name.en]).includes(word));
  const serviceHit = (service: RateCheck) => wanted.every((word) => said([service.code, service.name?.uk, service.name?.en, service.short?.uk, service.short?.en]).includes(word));
  const [hitRows, hitServices] = wanted.length === 0 ? [inShow, columns] : [inShow.filter(groupHit), columns.filter(serviceHit)];
  const nothing = hitRows.length === 0 && hitServices.length === 0;
  const chosen = only === null ? (hitServices.length > 0 || nothing ? hitServices : columns) : services.filter((service) => service.id === only);
  return { rows: hitRows.length > 0 || nothing ? hitRows : inShow, services: chosen };
}

/** Address of the assumed share of a cell that holds nothing yet. */
export const emptyKey = (group: string, service: string, at: Pick<FigureKey, 'territory' | 'year' | 'scenario'>): FigureKey =>
  ({ measure: 'needRate', group, service, provider: '', sex: 'all', age: 'all', territory: at.territory, year: at.year, scenario: at.scenario });
