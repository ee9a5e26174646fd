import { useId } from 'react';
import type { PeriodKind } from '#contract/api/integration.ts';
import { PERIOD_KINDS } from '#contract/lists.ts';
import { useText } from '../../../i18n/index.ts';
import { periodText } from '../../../lib/period.ts';

const MANY: Readonly<Record<PeriodKind, number>> = { month: 12, quarter: 4, half: 2, year: 1 };
/** The n-th period of a kind in a year. */
const periodOf = (kind: PeriodKind, year: string, nth: number): string => (kind === 'year' ? year : `${year}-${kind === 'half' ? 'H' : kind === 'quarter' ? 'Q' : ''}${kind === 'month' ? String(nth).padStart(2, '0') : nth}`);
/** Of what kind a period is. */
export const kindOf = (period: string): PeriodKind => { const part = period.split('-')[1] ?? ''; return part === '' ? 'year' : part.startsWith('H') ? 'half' : part.startsWith('Q') ? 'quarter' : 'month'; };

/** A period: its length, its year, which of them. */
export function PeriodChooser({ period, onChange }: { readonly period: string; readonly onChange: (period: string) => void }) {
  const { t, language } = useText();
  const id = useId();
  const kind = kindOf(period);
  const [year = '', part = ''] = period.split('-');
  const nth = Number(part.replace(/\D/g, '')) || 1;
  return (
    <span className="row ig-period" role="group" aria-label={t('integration.period.label')}>
      <select className="in fg-sel" aria-label={t('integration.period.label')} value={kind} onChange={(event) => { const next = PERIOD_KINDS.find((each) => each === event.target.value) ?? 'year'; onChange(periodOf(next, year, Math.min(nth, MANY[next]))); }}>
        {PERIOD_KINDS.map((each) => <option key={each} value={each}>{t(`integration.period.kind.${each}`)}</option>)}
      </select>
      {kind !== 'year' && (
        <select className="in fg-sel" aria-label={t('integration.period.nth')} value={nth} onChange={(event) => onChange(periodOf(kind, year, Number(event.target.value)))}>
          {Array.from({ length: MANY[kind] }, (_, at) => <option key={at} value={at + 1}>{periodText(periodOf(kind, year, at + 1), language)}</option>)}
        </select>
      )}
      <label className="vh" htmlFor={id}>{t('integration.period.year')}</label>
      <input id={id} className="in ig-year" type="number" min={1991} max={2100} step={1} value={year} onChange={(event) => { if (/^(199[1-9]|20\d\d|2100)$/.test(event.target.value)) onChange(periodOf(kind, event.target.value, nth)); }} />
    </span>
  );
}
