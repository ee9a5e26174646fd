import type { RateCell, RateCheck } from '#contract/api/rates.ts';
import type { Language } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { Mark } from '../../../components/Marks.tsx';
import { numberParser, numCell, type GridCell, type GridColumn } from '../../../grid/index.ts';
import { translate } from '../../../i18n/index.ts';
import { boundsText, numText, numWords } from '../../../lib/numbers.ts';
import { hasCyrillic, shown } from '../../../lib/text.ts';
import { fits, serviceText, serviceWords, type Measured, type RateRow } from './rows.ts';

const UNKNOWN: Num = { state: 'unknown', value: null, low: null, high: null, unit: 'share', ref: null, assumed: false, recalled: false, missing: [] };

/** Group, its size, and one column a service. Only assumed shares are typed; the others come from their own figures. */
export function rateColumns(services: readonly RateCheck[], measured: Measured, language: Language): readonly GridColumn<RateRow>[] {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  return [
    { id: 'group', title: t('rates.col.group'), width: 236, kind: 'computed', frozen: true, rowHeader: true, cell: (row) => { const text = shown(row.group.name, language); return { text, state: 'known', title: text, lang: language === 'en' && hasCyrillic(text) ? 'uk' : undefined, why: t('rates.whyGroup') }; } },
    { id: 'size', title: t('rates.col.size'), width: 66, align: 'right', kind: 'computed', cell: (row) => numCell(row.group.size, language) },
    ...services.map((service): GridColumn<RateRow> => ({
      id: service.id, title: serviceWords(service, language), width: measured === 'source' ? 96 : 104, align: measured === 'source' ? 'left' : 'right', kind: 'number',
      head: <span className="rt-head" title={serviceText(service, language)}><b>{service.code ?? ''}</b> <span lang={language === 'en' && hasCyrillic(serviceText(service, language)) ? 'uk' : undefined}>{service.short === null && service.name === null ? '' : serviceText({ ...service, code: null }, language)}</span></span>,
      cell: (row) => cellOf(row.cells.get(service.id), fits(row.group, service), row.group.typical.includes(service.id), measured, language),
      editable: (row) => measured === 'rate' && fits(row.group, service) && isTyped(row.cells.get(service.id)),
      parse: numberParser('share', language),
    })),
  ];
}

/** Is the share of the cell the one that is typed here? */
export const isTyped = (cell: RateCell | undefined): boolean => cell === undefined || cell.source === 'default' || (cell.source === 'none' && !cell.chosen);

function cellOf(cell: RateCell | undefined, fit: boolean, typical: boolean, measured: Measured, language: Language): GridCell {
  const t = (key: string): string => translate(key, { lng: language });
  if (!fit) return { text: '', state: 'na', why: t('rates.units') };
  const noRate = measured === 'rate' ? undefined : t('rates.typeRates');
  // Only where a share is usually looked for does its absence stand out.
  if (cell === undefined && !typical) return { text: '', state: 'known', words: t('states.unknown'), chars: 1, display: <span className="q" aria-hidden="true">·</span>, why: noRate };
  if (cell === undefined) return { ...numCell(UNKNOWN, language), why: noRate };
  const source = cell.source === 'none' ? '' : t(`rates.source.${cell.source}`);
  const num = measured === 'potential' ? cell.potential : cell.rate;
  const notes = [source, cell.counted || cell.source === 'none' ? '' : t('rates.notCounted'), cell.disputed ? t('rates.disputed') : '', cell.chosen ? t('rates.chosen') : ''].filter((part) => part !== '');
  const why = isTyped(cell) && measured === 'rate' ? undefined : t(measured === 'rate' ? 'rates.notTyped' : 'rates.typeRates');
  const signs = <>{cell.disputed && <Mark kind="conflict" />}{cell.chosen && <span className="mk ok">{t('rates.chosenSign')}</span>}</>;
  if (measured === 'source') return { text: source, state: source === '' ? 'unknown' : 'known', why, words: [`${source}${cell.chosen ? ` ${t('rates.chosenSign')}` : ''}`, ...notes.slice(1)].join(', '), display: source === '' ? undefined : <><span className={cell.counted ? undefined : 'q'}>{source}</span> {signs}</> };
  const sign = measured === 'rate' && cell.source !== 'none' ? t(`rates.sign.${cell.source}`) : '';
  const bounds = boundsText(num, language);
  // What is seen comes first and whole, so that people who speak to their computer can say it.
  const seen = [cell.chosen ? t('rates.chosenSign') : '', numText(num, language), sign].filter((part) => part !== '').join(' ');
  const words = num.value === null ? [numText(num, language), numWords(num, language), ...notes].join(', ')
    : [seen, bounds === null ? '' : translate('common.bounds', { lng: language, range: bounds }), num.assumed ? t('states.assumption') : '', ...notes].filter((part) => part !== '').join(', ');
  return numCell(num, language, {
    why, words, inWords: true, title: notes.join('; ') || undefined, ...(cell.disputed || cell.chosen ? { chars: 14 } : {}),
    display: num.value === null ? undefined : () => <span aria-hidden="true">{signs} <span className={cell.counted ? 'g-n' : 'g-n q'}>{numText(num, language)}</span> <span className="q s">{sign}</span></span>,
  });
}
