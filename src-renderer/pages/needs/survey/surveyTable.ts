import type { SurveyView } from '#contract/api/needs.ts';
import { roundFor, type Language } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import type { TableOut } from '../../../components/TableActions.tsx';
import { translate } from '../../../i18n/index.ts';
import { shown } from '../../../lib/text.ts';

const value = (num: Num): number | null => (num.value === null || num.state === 'na' ? null : num.unit === 'share' ? num.value : roundFor(num.value, num.unit));

/** The survey of a service as it leaves the program: answers, share and persons as real numbers, the source of the answers; not known stays empty. */
export function surveyTable(survey: SurveyView, language: Language, title: string): TableOut {
  const t = (key: string): string => translate(key, { lng: language });
  const column = (id: string, kind: 'text' | 'number' | 'share') => ({ title: t(`needs.survey.col.${id}`), kind });
  return {
    title,
    columns: [
      column('group', 'text'), column('counted', 'text'), column('size', 'number'), column('surveyAnswered', 'number'), column('surveyYes', 'number'), column('surveyPopulation', 'number'),
      column('needRate', 'share'), column('rate', 'share'), column('potential', 'number'), { title: t('figures.col.source'), kind: 'text' }, { title: t('figures.col.asOf'), kind: 'date' },
    ],
    rows: survey.rows.map((row) => [
      shown(row.name, language), t(row.counted ? 'common.yes' : 'common.no'), value(row.size), value(row.answered), value(row.yes), value(row.population),
      value(row.defaultRate), value(row.rate), value(row.potential), row.answered.source || row.yes.source || row.defaultRate.source || null, row.answered.asOf || row.yes.asOf || null,
    ]),
  };
}
