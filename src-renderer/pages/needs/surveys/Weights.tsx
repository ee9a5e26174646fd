import { useState } from 'react';
import type { FormView, WeightMargin, WeightView } from '#contract/api/surveys.ts';
import { formatNumber, formatShare, type Language } from '#contract/format.ts';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { Uk } from '../../../components/Text.tsx';
import { openTrace } from '../../../components/trace/store.ts';
import { useText } from '../../../i18n/index.ts';
import { shown } from '../../../lib/text.ts';
import { useScope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { NumberField } from './NumberField.tsx';
import { SizeField } from './SizeField.tsx';
import { useSurveyRef } from './ShareText.tsx';
import { useAct } from './useAct.ts';

type Weighted = 'territory' | 'sex' | 'age';
const list = (labels: WeightMargin['missing'], language: Language): string => labels.map((label) => shown(label, language)).join(', ');

/** To which known margins answers are weighted, what is missing for that, and how well it went. */
export function Weights({ form, weights, readOnly }: { readonly form: FormView; readonly weights: WeightView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const scope = useScope();
  const [open, setOpen] = useState<string | null>(null);
  const { error, act } = useAct();
  const why = useSurveyRef(form.id);
  const sample = useView('surveys.sample.view', open === null ? null : { ...scope, survey: form.id }, ['surveys', 'community', 'groups']);
  const { weighting } = form;
  const set = (patch: Partial<typeof weighting>) => void act(() => change('surveys.set', { survey: form.id, weighting: { ...weighting, by: weighting.by as Weighted[], ...patch } as { by: Weighted[]; low: number; high: number } }));
  const { result } = weights;
  const n = (value: number): string => formatNumber(value, language, { digits: { min: 0, max: 2 } });
  return (
    <Card title={t('surveys.weights.title')} note={t('surveys.weights.note')}>
      <ul className="su-margins">
        {weights.margins.map((margin) => (
          <li key={margin.role}>
            <span className="row">
              <label className="row"><input type="checkbox" className="su-check" checked={margin.chosen} disabled={readOnly || margin.state === 'noQuestion'} onChange={(event) => set({ by: event.target.checked ? [...weighting.by as Weighted[], margin.role as Weighted] : (weighting.by as Weighted[]).filter((one) => one !== margin.role) })} />{t(`surveys.role.${margin.role}`)}</label>
              {margin.state !== 'noQuestion' && <button type="button" className="link" aria-expanded={open === margin.role} onClick={() => setOpen(open === margin.role ? null : margin.role)}>{t('surveys.weights.sizes')}</button>}
            </span>
            <p className="note">
              {t(`surveys.weights.state.${margin.state}`)}
              {margin.state === 'missing' && <> <span lang={language === 'en' ? 'uk' : undefined}>{list(margin.missing, language)}</span></>}
              {margin.empty.length > 0 && <> {t('surveys.weights.empty')} <span lang={language === 'en' ? 'uk' : undefined}>{list(margin.empty, language)}.</span></>}
              {margin.state === 'used' && margin.unsaid > 0 && `; ${t('surveys.weights.unsaid', { count: margin.unsaid })}`}
            </p>
            {open === margin.role && (
              <ul className="su-sizes">
                {(sample.data?.sizes.find((size) => size.role === margin.role)?.rows ?? []).map((row) => <li key={row.id} className="row"><span className="su-size-name"><Uk>{row.name}</Uk></span><SizeField survey={form.id} role={margin.role} row={row} disabled={readOnly} /></li>)}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <div className="su-fields">
        <NumberField label={t('surveys.weights.low')} value={weighting.low} low={0.01} high={1} disabled={readOnly} onSet={(low) => set({ low })} />
        <NumberField label={t('surveys.weights.high')} value={weighting.high} low={1} high={100} disabled={readOnly} onSet={(high) => set({ high })} />
      </div>
      {error && <ErrorNotice error={error} />}
      {result === null ? <p className="note text">{t('surveys.weights.none')}</p> : result.converged ? (
        <p className="note text">
          {t('surveys.weights.done', { count: result.iterations })} <button type="button" className="n" title={t('surveys.share.why')} onClick={() => openTrace(why('kish', { weighted: true }))}>{t('surveys.weights.kish', { n: formatNumber(result.kish, language, { digits: 1 }) })}</button> {t('surveys.weights.range', { low: n(result.lowest), high: n(result.highest) })}
          {result.trimmed > 0 && ` ${t('surveys.weights.trimmed', { count: result.trimmed, off: formatShare(result.off, language) })}`}
        </p>
      ) : <Notice kind="wn">{t('surveys.weights.failed', { off: formatShare(result.off, language) })}</Notice>}
    </Card>
  );
}
