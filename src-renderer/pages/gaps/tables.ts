import type { Language } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import type { TableOut } from '../../components/TableActions.tsx';
import { hasValue, type MatrixMeasure } from '../../charts/index.ts';
import { translate } from '../../i18n/index.ts';
import { todayText } from '../../lib/today.ts';
import { filledTerritories, named, serviceNamed, type Gaps } from './data.ts';

type Column = TableOut['columns'][number];

/** A number for a spreadsheet: unrounded, null = not known. */
const raw = (num: Num): number | null => (hasValue(num) ? num.value : null);

/** What a table of gaps says about itself below its numbers. */
const noteOf = (year: number, language: Language): string => translate('gaps.out.note', { lng: language, year, date: todayText(language) });

/** The matrix as a table to copy or save: for each territory the people without the service, the coverage and the posts lacking. */
export function matrixOut(view: Gaps, measure: MatrixMeasure, year: number, language: Language): TableOut {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  const filled = filledTerritories(view);
  const places = view.territories.filter((place) => filled.has(place.id));
  const kinds: readonly (readonly [MatrixMeasure, Column['kind']])[] = measure === 'posts' ? [['posts', 'number'], ['coverage', 'share']] : [['unmet', 'number'], ['coverage', 'share']];
  const heads = (label: string): Column[] => kinds.map(([id, kind]) => ({ title: `${label}: ${t(`gaps.measure.${id}`)}`, kind }));
  return {
    title: t('gaps.title'), note: noteOf(year, language),
    columns: [{ title: t('gaps.col.code'), kind: 'text' }, { title: t('gaps.col.service'), kind: 'text' }, { title: t('gaps.col.counted'), kind: 'text' }, ...places.flatMap((place) => heads(named(place.name, language).label)), ...heads(t('gaps.community'))],
    rows: view.rows.map((row) => {
      const cells = [...places.map((place) => row.cells.find((cell) => cell.territory === place.id)), row.total];
      const name = serviceNamed(row, language);
      return [row.code ?? '', name.full ?? name.label, t(`gaps.counted.${row.counted}`), ...cells.flatMap((cell) => kinds.map(([id]) => (cell ? raw(cell[id]) : null)))];
    }),
  };
}

/** Columns of the table of what is lacking, in the order they are shown. */
export const SIZE_COLUMNS = ['need', 'served', 'capacity', 'unmet', 'gapPersons', 'gapPosts', 'vacantPosts', 'newPosts', 'gapPlaces', 'freePlaces', 'newPlaces'] as const;
export type SizeColumn = (typeof SIZE_COLUMNS)[number];

/** A number of the table of what is lacking. */
export const sizeOf = (row: Gaps['rows'][number], column: SizeColumn): Num =>
  column === 'need' || column === 'served' || column === 'unmet' ? row.total[column] : row[column];

/** What is lacking, in persons, posts and places, as a table to copy or save. */
export function sizesOut(view: Gaps, year: number, language: Language): TableOut {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  return {
    title: t('gaps.view.sizes'), note: noteOf(year, language),
    columns: [
      { title: t('gaps.col.code'), kind: 'text' }, { title: t('gaps.col.service'), kind: 'text' }, { title: t('gaps.col.counted'), kind: 'text' },
      ...SIZE_COLUMNS.map((id): Column => ({ title: t(`gaps.out.${id}`), kind: 'number' })), { title: t('gaps.col.provider'), kind: 'text' },
    ],
    rows: view.rows.map((row) => {
      const name = serviceNamed(row, language);
      return [row.code ?? '', name.full ?? name.label, t(`gaps.counted.${row.counted}`), ...SIZE_COLUMNS.map((id) => raw(sizeOf(row, id))), row.noProvider ? t('gaps.noProvider') : ''];
    }),
  };
}
