import type { CapacityRow } from '#contract/api/capacity.ts';
import { formatValue, formatValueRange, type Language } from '#contract/format.ts';
import type { FigureKey, Num } from '#contract/models.ts';
import { figureColumn, provenanceColumns } from '../../components/figures/index.ts';
import { Mark } from '../../components/Marks.tsx';
import { choiceParser, numCell, type GridCell, type GridColumn, type Parsed } from '../../grid/index.ts';
import { hasText, translate } from '../../i18n/index.ts';
import { unitAfter, unitHead } from '../../lib/numbers.ts';
import { cellHref, pageOf } from '../../lib/route.ts';
import { hasCyrillic, shown } from '../../lib/text.ts';
import { cellsOf, ENTERED, EXTRA, isNorm, nameOf, providedBy, type Computed, type Entered } from './rows.ts';

type T = (key: string, params?: Record<string, unknown>) => string;
const WIDTH: Readonly<Record<Entered | Computed, number>> = {
  posts: 54, postsFilled: 58, loadPerPost: 112, places: 50, occupied: 58, turnover: 66, vehicles: 48, loadPerVehicle: 58, hours: 66, hoursPerPerson: 66,
  byStaff: 62, byPlaces: 64, byVehicles: 68, byHours: 68, capacity: 74, limit: 154, vacancies: 64, vacancyEffect: 70,
};

/** Columns of the capacity table: is it provided, what there is, what follows, what limits. */
export function capacityColumns(bounded: boolean, language: Language, more: boolean, readOnly: boolean): readonly GridColumn<CapacityRow>[] {
  const t: T = (key, params = {}) => translate(key, { lng: language, ...params });
  const head = (id: string) => <span className="fg-head">{t(`capacity.head.${id}`)}</span>;
  const seen = (id: string): boolean => more || !EXTRA.includes(id);
  const priority = (id: string) => (EXTRA.includes(id) ? 2 as const : undefined);
  const figures = ENTERED.filter(seen).map((id) => figureColumn<CapacityRow>({
    id, title: t(`capacity.col.${id}`), head: head(id), width: WIDTH[id], priority: priority(id), cell: (row) => row[id],
    ...(id === 'loadPerPost' ? { more: (row: CapacityRow) => normCell(row, language, t) } : {}),
  }, language));
  const computed = (id: Computed, cell: (row: CapacityRow) => GridCell, rest: Partial<GridColumn<CapacityRow>> = {}): GridColumn<CapacityRow> =>
    ({ id, title: t(`capacity.col.${id}`), head: head(id), width: WIDTH[id], align: 'right', kind: 'computed', priority: priority(id), cell, ...rest });
  const result = (id: 'byStaff' | 'byPlaces' | 'byVehicles' | 'byHours' | 'vacancies' | 'vacancyEffect', second = false) =>
    computed(id, (row) => resultCell(row[id], language, t), second ? { priority: 2 } : {});
  const columns: readonly GridColumn<CapacityRow>[] = [
    { id: 'code', title: t('capacity.col.code'), width: 58, kind: 'computed', frozen: true, priority: 2, cell: (row) => ({ text: row.code ?? '', state: 'known', why: t('capacity.why.code') }) },
    { id: 'service', title: t('capacity.col.service'), width: 172, grow: true, kind: 'computed', frozen: true, rowHeader: true, cell: (row) => nameCell(row, language, t) },
    providedColumn(language, t, readOnly),
    ...figures,
    result('byStaff', true), result('byPlaces', true), result('byVehicles', true), result('byHours', true),
    computed('capacity', (row) => capacityCell(row, language, t)),
    computed('limit', (row) => limitCell(row, t), { align: 'left', width: bounded ? (language === 'uk' ? WIDTH.limit : 122) : 84 }),
    result('vacancies'), result('vacancyEffect', true),
  ];
  return [...columns.filter((column) => seen(column.id)), ...(more ? provenanceColumns<CapacityRow>(cellsOf, language) : [])];
}

function nameCell(row: CapacityRow, language: Language, t: T): GridCell {
  const name = nameOf(row, language);
  const why = t('capacity.why.name');
  if (name === null) return { text: '', state: 'known', words: t('capacity.nameless'), why, display: <span className="q">{t('capacity.nameless')}</span> };
  return {
    text: name, state: 'known', why, words: seenName(row, name, language, t), title: row.name === null ? undefined : shown(row.name, language),
    lang: language === 'en' && hasCyrillic(name) ? 'uk' : undefined,
    display: () => <>{name}{row.counted === 'family' && <span className="q s" title={unitHead('family', language)}> {t('capacity.families')}</span>}</>,
  };
}

/** What is seen of a name, then the whole of it where it is short. */
function seenName(row: CapacityRow, name: string, language: Language, t: T): string {
  const seen = row.counted === 'family' ? `${name} ${t('capacity.families')}` : name;
  const full = row.name === null ? name : shown(row.name, language);
  return full === name ? seen : `${seen}, ${full}`;
}

/** «Чи надається»: a choice where nobody else has answered it. */
function providedColumn(language: Language, t: T, readOnly: boolean): GridColumn<CapacityRow> {
  const word = (answer: 'yes' | 'no' | 'unknown'): string => t(`capacity.provided.${answer}`);
  const read = choiceParser(new Map((['yes', 'no', 'unknown'] as const).map((answer) => [word(answer), answer])), language);
  const parse = (text: string): Parsed => (text.trim() === '' ? { ok: true, value: 'unknown' } : read(text));
  return {
    id: 'provided', title: t('capacity.col.provided'), head: <span className="fg-head">{t('capacity.head.provided')}</span>, width: 70, kind: 'select', parse,
    editable: (row) => !readOnly && providedBy(row).by === 'word', options: () => (['yes', 'no', 'unknown'] as const).map(word),
    cell: (row) => {
      const { answer, by } = providedBy(row);
      if (by !== 'word') {
        const why = t(by === 'provider' ? 'capacity.why.hasProvider' : 'capacity.why.isServed', { count: row.providers });
        return { text: word('yes'), state: 'computed', why, title: why };
      }
      if (answer === 'unknown') return { text: '', state: 'unknown' };
      return { text: word(answer), state: 'known', display: answer === 'no' ? <span className="cy-no">{word('no')}</span> : undefined };
    },
  };
}

/** A norm of the reference book with its range and «звірте»; typing replaces it by the community's own load. */
function normCell({ loadPerPost: cell }: CapacityRow, language: Language, t: T): Partial<GridCell> {
  if (!isNorm(cell) || cell.value === null) return {};
  const value = formatValue(cell.value, cell.unit, language);
  const range = cell.low !== null && cell.high !== null && cell.low !== cell.high ? formatValueRange(cell.low, cell.high, cell.unit, language) : '';
  return {
    chars: 10, title: t(cell.recalled ? 'capacity.normRecalled' : 'capacity.norm', { act: cell.source }), lang: language === 'en' && hasCyrillic(cell.source) ? 'uk' : undefined,
    words: [cell.recalled ? t('states.mark.recalled') : '', range === '' ? '' : `(${range})`, `${value} ${unitAfter(cell.value, cell.unit, language)}`, range === '' ? '' : t('common.bounds', { range }), t('capacity.normWord'), cell.recalled ? t('states.recalled') : ''].filter((part) => part !== '').join(', '),
    display: () => (
      <span className="cy-norm" aria-hidden="true">
        <Mark kind={cell.recalled ? 'recalled' : 'assumption'} />{' '}
        {range !== '' && <><span className="q s">({range})</span>{' '}</>}
        <span className="g-n">{value}</span>
      </span>
    ),
  };
}

/** A result; where only the upper bound is known it reads «до 25». */
function resultCell(num: Num, language: Language, t: T): GridCell {
  const why = t('capacity.why.computed');
  if (num.value !== null || num.state === 'na') return numCell(num, language, { why });
  if (num.high !== null) return atMostCell(num, num.high, language, t);
  if (num.state === 'partial' && num.low !== null) return numCell({ ...num, value: num.low }, language, { why, number: null });
  return numCell({ ...num, state: 'unknown' }, language, { why });
}

function atMostCell(num: Num, high: number, language: Language, t: T): GridCell {
  const value = formatValue(high, num.unit, language);
  const text = t('capacity.atMost', { value });
  return {
    text: '', state: 'partial', number: null, inWords: true, why: t('capacity.why.computed'), chars: text.length,
    words: `${text}, ${t('capacity.atMostWords', { value: `${value} ${unitHead(num.unit, language)}` })}`, display: <span className="g-n">{text}</span>,
  };
}

/** How many the service can carry, or the way to what is missing. */
function capacityCell(row: CapacityRow, language: Language, t: T): GridCell {
  const [missing] = row.capacity.missing;
  if (row.capacity.value !== null || row.capacity.high !== null || missing === undefined) return resultCell(row.capacity, language, t);
  const text = missingText(missing, language, t);
  return { text: '', state: 'computed', span: 2, words: text, number: null, why: t('capacity.why.computed'), display: () => <MissingLink to={missing} text={text} /> };
}

/** Is the capacity of a service bounded by what is missing? Then its limit holds a link and needs more room. */
export const hasBounded = (rows: readonly CapacityRow[]): boolean => rows.some((row) => row.capacity.value === null && row.capacity.high !== null);

/** What limits: staff, places or vehicles; while something is missing, the way to it. */
function limitCell(row: CapacityRow, t: T): GridCell {
  const why = t('capacity.why.computed');
  const [missing] = row.capacity.missing;
  if (row.capacity.value === null && row.capacity.high !== null && missing !== undefined) {
    const text = t(`capacity.missing.${missing.measure}`);
    return { text: '', state: 'computed', words: text, why, display: () => <MissingLink to={missing} text={text} /> };
  }
  if (row.limit === null || row.capacity.value === null) return { text: '', state: row.capacity.state === 'na' ? 'na' : 'unknown', why };
  return { text: t(`capacity.limit.${row.limit}`), state: 'computed', why, title: t(`capacity.limitLong.${row.limit}`) };
}

const missingText = (key: FigureKey, language: Language, t: T): string => t(hasText(`capacity.missing.${key.measure}`, language) ? `capacity.missing.${key.measure}` : 'capacity.missing.other');

function MissingLink({ to, text }: { readonly to: FigureKey; readonly text: string }) {
  return <a className="link" tabIndex={-1} href={cellHref(pageOf(to) === 'needs' ? 'capacity' : pageOf(to), to)}>{text}</a>;
}
