import { useId, useState } from 'react';
import type { Input } from '#contract/api.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { ErrorText, FieldError } from '../../components/Notice.tsx';
import { useText } from '../../i18n/index.ts';
import { useChange } from '../../plan/useChange.ts';

type Weights = Input<'gaps.setWeights'>;
/** Parts of the score, in the order they are added. */
export const PARTS = ['duty', 'people', 'risk', 'growth', 'start'] as const;
/** The weights of a new plan. */
const USUAL: Weights = { duty: 40, people: 25, risk: 20, growth: 5, start: 10 };

type Texts = Record<(typeof PARTS)[number], string>;
const textsOf = (weights: Weights): Texts => ({ duty: String(weights.duty), people: String(weights.people), risk: String(weights.risk), growth: String(weights.growth), start: String(weights.start) });
/** A whole number 0–100, or null. */
const read = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 100 ? Number(text) : null);

/** Five weights that add up to 100; the sum is shown while typing and nothing else can be saved. */
export function WeightsEditor({ weights, onDone }: { readonly weights: Weights; readonly onDone: () => void }) {
  const { t } = useText();
  const id = useId();
  const change = useChange();
  const [texts, setTexts] = useState(() => textsOf(weights));
  const [error, setError] = useState<ApiError | null>(null);
  const [saving, setSaving] = useState(false);
  const values = PARTS.map((part) => read(texts[part]));
  const wrong = PARTS.find((part) => read(texts[part]) === null);
  const sum = values.reduce<number>((a, n) => a + (n ?? 0), 0);
  const ready = wrong === undefined && sum === 100;
  const save = async (): Promise<void> => {
    if (!ready) return;
    setSaving(true);
    setError(null);
    try {
      await change('gaps.setWeights', { duty: Number(texts.duty), people: Number(texts.people), risk: Number(texts.risk), growth: Number(texts.growth), start: Number(texts.start) });
      onDone();
    } catch (thrown) { setError(asApiError(thrown)); } finally { setSaving(false); }
  };
  return (
    <form className="gp-weights" aria-label={t('gaps.rank.weights')} onSubmit={(event) => { event.preventDefault(); void save(); }} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onDone(); } }}>
      {PARTS.map((part) => (
        <div key={part} className="gp-weight">
          <label htmlFor={`${id}${part}`}>{t(`gaps.weight.${part}`)}<span className="note">{t(`gaps.weightNote.${part}`)}</span></label>
          <input id={`${id}${part}`} className="in" inputMode="numeric" autoComplete="off" value={texts[part]} aria-invalid={read(texts[part]) === null} aria-describedby={`${id}sum`} onChange={(event) => setTexts({ ...texts, [part]: event.target.value })} />
        </div>
      ))}
      <p id={`${id}sum`} className={`gp-sum ${ready ? 'ok' : 'bad'}`} role="status">
        {wrong !== undefined ? t('gaps.weights.whole') : ready ? t('gaps.weights.sum', { sum }) : t(sum < 100 ? 'gaps.weights.less' : 'gaps.weights.more', { sum, rest: Math.abs(100 - sum) })}
      </p>
      {error && <FieldError><ErrorText error={error} /></FieldError>}
      <div className="bt">
        <button type="submit" className="ctl pri" disabled={!ready || saving}>{t('common.save')}</button>
        <button type="button" className="ctl" onClick={onDone}>{t('common.cancel')}</button>
        <button type="button" className="link" onClick={() => setTexts(textsOf(USUAL))}>{t('gaps.weights.usual')}</button>
      </div>
    </form>
  );
}
