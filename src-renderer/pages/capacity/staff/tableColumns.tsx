import type { Position, StaffView } from '#contract/api/staff.ts';
import { formatDate, type Language } from '#contract/format.ts';
import { AGE_BANDS, QUALIFICATIONS } from '#contract/lists.ts';
import { choiceParser, dateParser, numberParser, type GridCell, type GridColumn, type Parsed } from '../../../grid/index.ts';
import { translate } from '../../../i18n/index.ts';
import { hasCyrillic } from '../../../lib/text.ts';
import type { TableOut } from '../../../components/TableActions.tsx';
import { amountCell } from './cells.ts';
import { namesOf } from './names.ts';

/** A row of the grid: a position, or an empty row waiting to become one. */
export interface Row { readonly id: string; readonly position: Position | null }

export const COUNTS = [...AGE_BANDS, ...QUALIFICATIONS] as const;

/** Columns of the staffing table. */
export function tableColumns(view: StaffView, unit: string, language: Language): readonly GridColumn<Row>[] {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  const names = namesOf(view, language);
  const owner = view.units.find((row) => row.id === unit);
  const choices = (ids: readonly string[], name: (id: string) => string) => new Map(ids.map((id) => [name(id), id]));
  const categories = choices(view.categories.map((row) => row.id), names.category);
  const servicesOf = (row: Row): readonly string[] => ['', ...(view.units.find((each) => each.id === (row.position?.provider ?? owner?.id))?.services ?? [])];
  const state = (row: Row): GridCell['state'] => (row.position?.state === 'carried' ? 'carried' : 'known');
  const text = (row: Row, value: string): GridCell => ({ text: value, state: value === '' ? 'known' : state(row), title: value, lang: language === 'en' && hasCyrillic(value) ? 'uk' : undefined });
  const upTo = (most: number) => (typed: string): Parsed => (typed.length > most ? { ok: false, message: t('staff.table.tooLong') } : { ok: true, value: typed.trim() });
  const number = (id: 'posts' | 'filled' | 'payKop' | (typeof COUNTS)[number], title: string, width: number, kind: 'quarter' | 'whole' | 'decimal', full?: string): GridColumn<Row> => ({
    id, title: full ?? title, head: full === undefined ? undefined : title, width, align: 'right', kind: 'number', parse: numberParser(kind, language),
    cell: (row) => {
      const raw = row.position?.[id] ?? null;
      const value = raw !== null && id === 'payKop' ? raw / 100 : raw;
      if (row.position === null) return { text: '', state: 'known' };
      return amountCell(value, kind === 'quarter' ? 'post' : kind === 'whole' ? 'person' : 'uah', language, { state: state(row) === 'carried' ? 'carried' : 'known' });
    },
  });
  return [
    { id: 'position', title: t('staff.table.col.position'), width: 210, grow: true, kind: 'text', frozen: true, rowHeader: true, parse: upTo(200), cell: (row) => (row.position === null ? { text: '', state: 'known', display: <span className="q">{t('staff.table.newRow')}</span>, words: t('staff.table.newRow') } : text(row, row.position.position)) },
    { id: 'category', title: t('staff.table.col.category'), width: 180, kind: 'select', options: () => [...categories.keys()], parse: choiceParser(categories, language), cell: (row) => (row.position === null ? { text: '', state: 'known' } : text(row, names.category(row.position.category))) },
    {
      id: 'service', title: t('staff.table.col.service'), width: 180, kind: 'select', options: (row) => servicesOf(row).map(names.service),
      // A spreadsheet may name a service by its code alone.
      parse: (typed, row) => {
        const byCode = servicesOf(row).find((id) => id !== '' && view.services.find((each) => each.id === id)?.code === typed.trim());
        return byCode === undefined ? typed.trim() === '' ? { ok: true, value: '' } : choiceParser(choices(servicesOf(row), names.service), language)(typed) : { ok: true, value: byCode };
      },
      cell: (row) => (row.position === null ? { text: '', state: 'known' } : text(row, names.service(row.position.service))),
    },
    number('posts', t('staff.table.col.posts'), 70, 'quarter'), number('filled', t('staff.table.col.filled'), 76, 'quarter'),
    { id: 'vacant', title: t('staff.table.col.vacant'), width: 76, align: 'right', kind: 'computed', cell: ({ position }) => vacantCell(position, language) },
    number('payKop', t('staff.table.col.pay'), 100, 'decimal'),
    ...COUNTS.map((id) => number(id, t(`staff.table.col.${id}`), QUALIFICATIONS.some((each) => each === id) ? 96 : 60, 'whole', t(`staff.table.full.${id}`))),
    { id: 'source', title: t('staff.table.col.source'), width: 170, kind: 'text', priority: 2, parse: upTo(400), cell: (row) => text(row, row.position?.source ?? '') },
    { id: 'asOf', title: t('staff.table.col.asOf'), width: 96, kind: 'date', priority: 2, parse: dateParser(language), cell: (row) => text(row, row.position?.asOf ? formatDate(row.position.asOf, language) : '') },
    { id: 'note', title: t('staff.table.col.note'), width: 150, kind: 'text', priority: 2, parse: upTo(1000), cell: (row) => text(row, row.position?.note ?? '') },
  ];
}

function vacantCell(position: Position | null, language: Language): GridCell {
  const value = position === null || position.posts === null || position.filled === null ? null : position.posts - position.filled;
  return position === null ? { text: '', state: 'na' } : amountCell(value, 'post', language, { state: value !== null && value < 0 ? 'conflict' : 'computed' });
}

/** The staffing table as it leaves the program. */
export function tableOut(view: StaffView, year: number, language: Language): TableOut {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  const names = namesOf(view, language);
  const column = (id: string, kind: 'text' | 'number' | 'date' = 'text') => ({ title: t(`staff.table.col.${id}`), kind });
  return {
    title: t('staff.table.label'), note: t('staff.table.outNote', { year }),
    columns: [column('provider'), column('position'), column('category'), column('service'), ...['posts', 'filled', 'vacant', 'pay', ...COUNTS].map((id) => column(id, 'number')), column('source'), column('asOf', 'date'), column('note')],
    rows: view.rows.map((row) => [
      names.unit(row.provider), row.position, names.category(row.category), names.service(row.service), row.posts, row.filled, row.posts === null || row.filled === null ? null : row.posts - row.filled, row.payKop === null ? null : row.payKop / 100,
      ...COUNTS.map((id) => row[id]), row.source, row.asOf || null, row.note,
    ]),
  };
}
