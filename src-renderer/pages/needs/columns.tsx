import type { NeedRow } from '#contract/api/needs.ts';
import type { Language } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { figureColumn, provenanceColumns } from '../../components/figures/index.ts';
import { Mark } from '../../components/Marks.tsx';
import { numCell, type GridCell, type GridColumn } from '../../grid/index.ts';
import { hasText, translate } from '../../i18n/index.ts';
import { approvedText, boundsText, numText, unitHead } from '../../lib/numbers.ts';
import { cellHref } from '../../lib/route.ts';
import { hasCyrillic, shown } from '../../lib/text.ts';
import { carriedKeys, cellsOf, ENTERED, EXTRA, nameOf, type Entered } from './rows.ts';

/** What can be done from inside a cell. */
export interface Doors {
  readonly onName: (row: NeedRow) => void;
  readonly onConfirm: (row: NeedRow) => void;
  readonly onSurvey: (row: NeedRow) => void;
  readonly onWhy: (num: Num) => void;
}

const WIDTH: Readonly<Record<Entered, number>> = { identified: 66, served: 60, waiting: 45, places: 44, occupied: 58, posts: 56, postsFilled: 60, hiddenShare: 70 };

/** Columns of the needs table: code, service, entered figures, computed need, where it comes from. */
export function needColumns(language: Language, more: boolean, doors: Doors): readonly GridColumn<NeedRow>[] {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  const head = (id: string) => <span className="fg-head">{t(`needs.head.${id}`)}</span>;
  const figures = (more ? ENTERED : ENTERED.filter((id) => !EXTRA.includes(id))).map((id) =>
    figureColumn<NeedRow>({ id, title: t(`needs.col.${id}`), head: head(id), width: language === 'en' && id === 'waiting' ? 54 : WIDTH[id], priority: EXTRA.includes(id) ? 2 : undefined, cell: (row) => row[id] }, language));
  const computed = (id: string, width: number, cell: (row: NeedRow) => GridCell): GridColumn<NeedRow> =>
    ({ id, title: t(`needs.col.${id}`), head: head(id), width, align: 'right', kind: 'computed', cell });
  return [
    { id: 'code', title: t('needs.col.code'), width: 58, kind: 'computed', frozen: true, priority: 2, cell: (row) => ({ text: row.code ?? '', state: 'known', why: t('needs.why.code') }) },
    { id: 'service', title: t('needs.col.service'), width: 186, grow: true, kind: 'computed', frozen: true, rowHeader: true, cell: (row) => nameCell(row, language, t, doors) },
    ...figures,
    computed('unmet', 56, (row) => unmetCell(row, language, t, doors)),
    computed('coverage', 62, (row) => (row.coverage.state === 'na' ? { ...numCell(row.coverage, language), display: t('needs.nobody'), title: t('needs.nobodyLong'), words: t('needs.nobodyLong') } : numCell(row.coverage, language, { ...(row.coverage.approved === undefined ? { chars: 6 } : {}), ...(row.coverage.value === null ? {} : { display: () => <><span className="g-n">{numText({ ...row.coverage, state: 'computed' }, language)}</span>{row.coverage.approved !== undefined && <> <s>{approvedText(row.coverage, language)}</s></>}</> }) }))),
    computed('bounds', 58, (row) => boundsCell(row, language, t, doors)),
    ...provenanceColumns<NeedRow>(cellsOf, language, { method: language === 'en' ? 84 : 88, source: 62, asOf: language === 'en' ? 84 : 76 }),
  ];
}

type T = (key: string, params?: Record<string, unknown>) => string;

function nameCell(row: NeedRow, language: Language, t: T, doors: Doors): GridCell {
  const name = nameOf(row, language);
  const full = row.name === null ? undefined : shown(row.name, language);
  const why = t('needs.why.name');
  if (name === null) {
    return {
      text: '', state: 'known', words: t('needs.nameless'), why, title: t('needs.nameHint'),
      display: () => <button type="button" className="link" tabIndex={-1} onClick={() => doors.onName(row)}>{t('needs.nameless')}</button>,
    };
  }
  const cyrillic = language === 'en' && hasCyrillic(name);
  return {
    text: name, state: 'known', why, title: full, lang: cyrillic ? 'uk' : undefined, words: full,
    display: () => (
      <span className="nd-name">
        <span className="nd-t">{name}</span>
        {row.counted === 'family' && <span className="q nd-unit" title={unitHead('family', language)}> {t('needs.families')}</span>}
        {row.nameConfidence === 'recalled' && <> <Mark kind="recalled" onClick={() => doors.onName(row)} /></>}
      </span>
    ),
  };
}

/** Without the service; or the way to what is missing; or the contradiction with its sign. */
function unmetCell(row: NeedRow, language: Language, t: T, doors: Doors): GridCell {
  if (row.excess.state === 'conflict') return numCell(row.excess, language, { why: t('needs.why.unmet') });
  const why = t('needs.why.unmet');
  if (row.state === 'carried') {
    const text = t('needs.confirmTwo', { identified: numText(row.identified, language), served: numText(row.served, language) });
    return {
      text: '', state: 'computed', span: 3, words: text, why, number: null,
      display: () => <button type="button" className="link" tabIndex={-1} disabled={carriedKeys(row).length === 0} onClick={() => doors.onConfirm(row)}>{text}</button>,
    };
  }
  const [missing] = row.unmet.missing;
  if (row.unmet.value !== null || missing === undefined) return numCell(row.unmet, language, { why });
  const isSurvey = missing.group !== '' || missing.measure === 'surveyAnswered';
  const text = isSurvey ? t('needs.missing.survey') : t(hasText(`needs.missing.${missing.measure}`, language) ? `needs.missing.${missing.measure}` : 'needs.missing.other');
  const bound = row.unmet.state === 'partial' && row.unmet.low !== null ? numText({ ...row.unmet, value: row.unmet.low }, language) : null;
  return {
    text: '', state: 'computed', span: 3, words: bound === null ? text : `${bound}, ${text}`, why, number: null,
    display: () => (
      <>
        {bound !== null && <span className="q">{bound} </span>}
        {isSurvey ? <button type="button" className="link" tabIndex={-1} onClick={() => doors.onSurvey(row)}>{text}</button> : <a className="link" tabIndex={-1} href={cellHref('needs', missing)}>{text}</a>}
      </>
    ),
  };
}

function boundsCell(row: NeedRow, language: Language, t: T, doors: Doors): GridCell {
  if (row.excess.state === 'conflict') {
    return { text: '', state: 'conflict', words: t('needs.conflictLong'), inWords: true, why: t('needs.why.unmet'), display: () => <button type="button" className="link" tabIndex={-1} onClick={() => doors.onWhy(row.excess)}>{t('states.why')}</button> };
  }
  const bounds = boundsText(row.unmet, language);
  if (row.unmet.value === null) return { text: '', state: 'computed', words: t('common.noBounds') };
  return bounds === null
    ? { text: '', state: 'computed', words: t('common.noBounds'), display: <span className="q s">{t('common.noBounds')}</span>, chars: 5 }
    : { text: bounds, state: 'computed', words: bounds };
}
