import type { RateCheck, RatesView } from '#contract/api/rates.ts';
import { roundFor, type Language } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import type { TableOut } from '../../../components/TableActions.tsx';
import { translate } from '../../../i18n/index.ts';
import { sentenceText } from '../../../i18n/sentence.ts';
import { shown } from '../../../lib/text.ts';
import { serviceText } from './rows.ts';

const people = (num: Num): number | null => (num.value === null || num.state === 'na' ? null : num.unit === 'share' ? num.value : roundFor(num.value, num.unit));
const bound = (n: number | null, num: Num): number | null => (n === null ? null : num.unit === 'share' ? n : roundFor(n, num.unit));

/** All shares as they leave the program: one line for a group and a service, with its source. */
export function ratesTable(view: RatesView, language: Language): TableOut {
  const t = (key: string): string => translate(key, { lng: language });
  const groups = new Map(view.groups.map((group) => [group.id, group]));
  const services = new Map(view.services.map((service) => [service.id, service]));
  return {
    title: t('rates.title'),
    columns: [
      { title: t('rates.col.group'), kind: 'text' }, { title: t('rates.col.service'), kind: 'text' }, { title: t('rates.col.size'), kind: 'number' }, { title: t('rates.measure.rate'), kind: 'share' },
      { title: t('rates.low'), kind: 'share' }, { title: t('rates.high'), kind: 'share' }, { title: t('rates.measure.source'), kind: 'text' }, { title: t('rates.measure.potential'), kind: 'number' }, { title: t('rates.col.counted'), kind: 'text' },
    ],
    rows: view.cells.map((cell) => {
      const group = groups.get(cell.group);
      const service = services.get(cell.service);
      return [
        group === undefined ? cell.group : shown(group.name, language), service === undefined ? cell.service : serviceText(service, language), group === undefined ? null : people(group.size), cell.rate.value,
        cell.rate.low, cell.rate.high, cell.source === 'none' ? null : t(`rates.source.${cell.source}`), people(cell.potential), t(cell.counted ? 'common.yes' : 'common.no'),
      ];
    }),
  };
}

/** The check as it leaves the program. */
export function checkTable(rows: readonly RateCheck[], language: Language): TableOut {
  const t = (key: string): string => translate(key, { lng: language });
  return {
    title: t('rates.checkLabel'),
    columns: [
      { title: t('rates.checkCol.service'), kind: 'text' }, { title: t('rates.checkCol.groups'), kind: 'number' }, { title: t('rates.low'), kind: 'number' }, { title: t('rates.high'), kind: 'number' },
      { title: t('rates.checkCol.identified'), kind: 'number' }, { title: t('rates.checkCol.served'), kind: 'number' }, { title: t('rates.checkCol.verdict'), kind: 'text' },
      ...(['registry', 'survey', 'max'] as const).map((way) => ({ title: t(`needs.survey.way.${way}`), kind: 'number' as const })), { title: t('rates.checkCol.chosen'), kind: 'text' }, { title: t('needs.survey.reason'), kind: 'text' },
    ],
    rows: rows.map((row) => [
      serviceText(row, language), people(row.groups), bound(row.groups.low, row.groups), bound(row.groups.high, row.groups), people(row.identified), people(row.served), row.text.map((sentence) => sentenceText(sentence, language)).join(' '),
      people(row.ways.registry), people(row.ways.survey), people(row.ways.max), t(`needs.survey.way.${row.method}`), row.reason === '' ? null : row.reason,
    ]),
  };
}
