import type { PackageView, Way } from '#contract/api/package.ts';
import { WAYS } from '#contract/lists.ts';
import { formatDate, roundFor, type Language } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { Mark } from '../../../components/Marks.tsx';
import type { TableOut } from '../../../components/TableActions.tsx';
import { choiceParser, numCell, type GridCell, type GridColumn, type Parsed } from '../../../grid/index.ts';
import { translate } from '../../../i18n/index.ts';
import { hasCyrillic, plain, plainText, shown } from '../../../lib/text.ts';
import { placeNamed } from '../../gaps/data.ts';

export type PackageRow = PackageView['rows'][number];
type Cell = PackageRow['cells'][number];
type T = (key: string, params?: Record<string, unknown>) => string;
const say = (language: Language): T => (key, params = {}) => translate(key, { lng: language, ...params });

/** Name of a service: short, full, or its code. */
export const nameOf = (row: PackageRow, language: Language): string => { const name = row.short ?? row.name; return name === null ? row.code ?? row.id : shown(name, language); };
/** The same in the letters of the reader. */
export const plainName = (row: PackageRow, language: Language): string => { const name = row.short ?? row.name; return name === null ? row.code ?? row.id : plain(name, language); };

/** A way as the cell shows it: what follows from the providers is an assumption, what the district says stands in grey. */
function wayCell({ way, from, basis, asOf }: Cell, t: T, language: Language): GridCell {
  if (way === null) return { text: '', state: 'unknown' };
  const text = t(`package.way.${way}`);
  const title = [t(`package.from.${from}`), plainText(basis, language), asOf === '' ? '' : formatDate(asOf, language)].filter((part) => part !== '').join(' · ');
  const short = t(`package.short.${way}`);
  // What is read aloud holds what is seen.
  const words = ` ${text} `.includes(` ${short} `) ? text : `${short}, ${text}`;
  if (from === 'providers') return { text, state: 'assumption', title, words: `${words}, ${t('package.from.providers')}`, inWords: true, display: () => <><Mark kind="assumption" />{short}</> };
  return { text, state: from === 'own' ? 'known' : 'computed', title, words: from === 'own' ? words : `${words}, ${t('package.from.district')}`, display: () => <span className={way === 'absent' ? 'cy-no' : undefined}>{short}</span> };
}

/** A service by place: its way in each, and who is left out. */
export function packageColumns(view: PackageView, language: Language): readonly GridColumn<PackageRow>[] {
  const t = say(language);
  const parser = choiceParser(new Map(WAYS.flatMap((way) => [[t(`package.way.${way}`), way], [t(`package.short.${way}`), way]])), language);
  const parse = (text: string): Parsed => (text.trim() === '' ? { ok: true, value: null } : parser(text));
  const options = (): readonly string[] => WAYS.map((way) => t(`package.way.${way}`));
  const num = (id: 'leftOut' | 'residents', width: number): GridColumn<PackageRow> => ({
    id, title: t(`package.col.${id}`), head: <span className="fg-head">{t(`package.head.${id}`)}</span>, width, align: 'right', kind: 'computed',
    cell: (row) => (row.counts.absent > 0 ? numCell(row[id], language) : row.counts.unknown > 0 ? { text: '', state: 'unknown', why: t('package.notFound') } : { text: '', state: 'na', why: t('package.nobody') }),
  });
  return [
    { id: 'code', title: t('package.col.code'), width: 58, kind: 'computed', frozen: true, priority: 2, cell: (row) => ({ text: row.code ?? '', state: 'known' }) },
    {
      id: 'service', title: t('package.col.service'), width: 190, grow: true, kind: 'computed', frozen: true, rowHeader: true,
      cell: (row) => {
        const name = nameOf(row, language);
        return { text: name, state: 'known', title: row.name === null ? undefined : shown(row.name, language), lang: language === 'en' && hasCyrillic(name) ? 'uk' : undefined, ...(row.basicConfidence === 'recalled' ? { display: () => <>{name} <Mark kind="recalled" /></> } : {}) };
      },
    },
    num('leftOut', 84), num('residents', 92),
    ...view.places.map((place): GridColumn<PackageRow> => {
      const { label, lang, full } = placeNamed(place.name, language);
      return {
        id: place.id, title: plain(place.name, language), head: <span className="fg-head" title={full} lang={lang}>{label}</span>, width: Math.max(88, Math.min(150, Math.round(label.length * 7.4) + 14)), kind: 'select', parse, options,
        cell: (row) => { const cell = row.cells.find((each) => each.territory === place.id); return cell ? wayCell(cell, t, language) : { text: '', state: 'na' }; },
      };
    }),
  ];
}

/** The package as a table to copy or save: a row for each service and place. */
export function packageOut(view: PackageView, year: number, language: Language): TableOut {
  const t = say(language);
  const text = (key: string) => ({ title: t(key), kind: 'text' as const });
  const value = (num: Num): number | null => (num.value === null ? null : roundFor(num.value, num.unit));
  const word = (way: Way | null): string | null => (way === null ? null : t(`package.way.${way}`));
  return {
    title: t('package.title'), note: t('package.outNote', { year, act: `${view.list.act.uk}, ${view.list.article.uk}` }),
    columns: [
      text('package.col.code'), text('package.col.service'), text('package.col.place'), text('package.col.way'), text('package.col.from'), { title: t('package.col.need'), kind: 'number' }, text('package.col.basis'), { title: t('package.col.asOf'), kind: 'date' }, text('package.col.note'),
    ],
    rows: view.rows.flatMap((row) => row.cells.map((cell) => {
      const place = view.places.find((each) => each.id === cell.territory);
      return [row.code, nameOf(row, language), place ? shown(place.name, language) : null, word(cell.way), t(`package.from.${cell.from}`), value(cell.need), cell.basis || null, cell.asOf || null, cell.note || null];
    })),
  };
}
