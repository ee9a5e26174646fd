import type { SurveyRow } from '#contract/api/needs.ts';
import type { Language } from '#contract/format.ts';
import type { Cell, Num } from '#contract/models.ts';
import { figureColumn, provenanceColumns, type FigureColumn } from '../../../components/figures/index.ts';
import { Mark } from '../../../components/Marks.tsx';
import { choiceParser, numCell, type GridCell, type GridColumn } from '../../../grid/index.ts';
import { translate } from '../../../i18n/index.ts';
import { boundsText, numText, numWords } from '../../../lib/numbers.ts';
import { hasCyrillic, shown } from '../../../lib/text.ts';

const WIDTH: Readonly<Record<string, number>> = { surveyAnswered: 68, surveyYes: 78, surveyPopulation: 68, needRate: 72 };

/** Columns of the survey: group, whether it counts, its size, answers, the share and the persons that follow, where it comes from. */
export function surveyColumns(language: Language, cells: (row: SurveyRow) => readonly Cell[], figures: readonly FigureColumn<SurveyRow>[]): readonly GridColumn<SurveyRow>[] {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  const head = (id: string) => <span className="fg-head">{t(`needs.survey.head.${id}`)}</span>;
  const choices = new Map([[t('common.yes'), 'yes'], [t('common.no'), 'no']]);
  const computed = (id: string, width: number, cell: (row: SurveyRow) => GridCell, priority?: 2): GridColumn<SurveyRow> =>
    ({ id, title: t(`needs.survey.col.${id}`), head: head(id), width, align: 'right', kind: 'computed', priority, cell });
  return [
    { id: 'group', title: t('needs.survey.col.group'), width: 190, grow: true, kind: 'computed', frozen: true, rowHeader: true, cell: (row) => { const text = shown(row.name, language) + (row.leftOut === undefined ? '' : ` · ${t(`needs.survey.leftOut.${row.leftOut}`)}`); return { text, state: 'known', title: text, lang: language === 'en' && hasCyrillic(text) ? 'uk' : undefined, why: t('needs.survey.whyGroup') }; } },
    { id: 'counted', title: t('needs.survey.col.counted'), head: head('counted'), width: 56, kind: 'select', editable: (row) => row.leftOut === undefined, cell: (row) => ({ text: t(row.counted ? 'common.yes' : 'common.no'), state: 'known', why: row.leftOut === undefined ? undefined : t(`needs.survey.leftOut.${row.leftOut}`) }), options: () => [...choices.keys()], parse: choiceParser(choices, language) },
    computed('size', 60, (row) => numCell(row.size, language)),
    ...figures.map((column) => figureColumn<SurveyRow>({ ...column, title: t(`needs.survey.col.${column.id}`), head: head(column.id), width: WIDTH[column.id] ?? 70, priority: column.id === 'needRate' || column.id === 'surveyPopulation' ? 2 : undefined }, language)),
    computed('rate', 112, (row) => rateCell(row, language, t)),
    computed('potential', 116, (row) => withBounds(row.potential, language)),
    ...provenanceColumns<SurveyRow>(cells, language, { method: 80, source: 62, asOf: language === 'en' ? 84 : 76 }),
  ];
}

/** A number with its bounds beside it. */
function withBounds(num: Num, language: Language): GridCell {
  const bounds = boundsText(num, language);
  return bounds === null ? numCell(num, language) : numCell(num, language, { words: () => `${numText(num, language)} ${bounds}, ${numWords(num, language)}`, display: () => <span aria-hidden="true"><Mark kind="assumption" /> <span className="g-n">{numText(num, language)}</span> <span className="q s">{bounds}</span></span> });
}

/** The share that counts: with its interval, or marked as a small sample or as indicative only. */
function rateCell(row: SurveyRow, language: Language, t: (key: string) => string): GridCell {
  const bounds = boundsText(row.rate, language);
  const chance = row.selection === 'all' || row.selection === 'random';
  const mark = row.smallSample ? 'small' : row.rate.value !== null && !chance && row.answered.value !== null ? 'indicative' : null;
  const value = numText(row.rate, language);
  // Beside a mark the bounds wait in the explanation, so that neither is cut off.
  const shownBounds = mark === null ? bounds : null;
  const chars = Math.ceil(value.length + 0.85 * (shownBounds?.length ?? 0) + (mark === null ? 0 : t(`needs.survey.mark.${mark}`).length));
  const words = [mark === null ? null : t(`needs.survey.mark.${mark}`), value, bounds, row.rate.value === null ? t('states.unknown') : null].filter((part) => part !== null).join(' ');
  return numCell(row.rate, language, {
    words, chars, title: mark === null ? undefined : t(`needs.survey.markLong.${mark}`),
    display: () => <>{mark !== null && <span className="mk as">{t(`needs.survey.mark.${mark}`)}</span>} {row.rate.value === null ? value : <span className="g-n">{value}</span>}{shownBounds !== null && <span className="q s"> {shownBounds}</span>}</>,
  });
}
