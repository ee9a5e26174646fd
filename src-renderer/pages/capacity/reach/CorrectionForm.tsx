import { useState, type FormEvent } from 'react';
import type { Output } from '#contract/api.ts';
import { CORRECTIONS, TRAVEL_MODES } from '#contract/lists.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { useFormFocus } from '../../../lib/formFocus.ts';
import { plain } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { DayField, dayOf, dayText } from '../../needs/cycle/parts.tsx';
import { ChoiceField, readNumber, TextField, typed } from '../../needs/projection/fields.tsx';

type View = Output<'travel.view'>;
type Correction = View['corrections'][number];

/** Adds or changes a local correction: from where to where, by what, how many minutes, why, for how long. */
export function CorrectionForm({ correction, data, onDone }: { readonly correction: Correction | null; readonly data: View; readonly onDone: () => void }) {
  const { t, language } = useText();
  const form = useFormFocus();
  const places = data.places.filter((row) => row.kind !== 'community');
  const [choice, setChoice] = useState({ origin: correction?.origin ?? places[0]?.territory ?? '', destination: correction?.destination ?? places[1]?.territory ?? '', mode: correction?.mode ?? 'car', how: correction?.how ?? 'set' });
  const [text, setText] = useState({ minutes: typed(correction?.minutes ?? null, language), reason: correction?.reason ?? '', source: correction?.source ?? '', since: dayText(correction?.since ?? data.today), until: dayText(correction?.until ?? '') });
  const [oneWay, setOneWay] = useState(correction?.oneWay ?? false);
  const [wrong, setWrong] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const put = (field: keyof typeof text) => (value: string): void => { setText((before) => ({ ...before, [field]: value })); setWrong(''); };
  const pick = <F extends keyof typeof choice>(field: F) => (value: (typeof choice)[F]): void => setChoice((before) => ({ ...before, [field]: value }));
  const options = places.map((row) => [row.territory, row.kind === 'starosta' ? t('reach.correction.district', { name: plain(row.name, language) }) : plain(row.name, language)] as const);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const minutes = choice.how === 'none' ? null : readNumber(text.minutes, language);
    if (choice.how !== 'none' && (minutes === null || minutes <= 0 || minutes > 1440)) { setWrong('minutes'); return; }
    if (text.reason.trim() === '') { setWrong('reason'); return; }
    const [since, until] = [dayOf(text.since), dayOf(text.until)];
    // A day that cannot be read says so below its field.
    if (since === null || until === null) return;
    setError(null);
    try {
      await change('travel.set', { ...(correction ? { id: correction.id } : {}), ...choice, minutes, oneWay, reason: text.reason.trim(), since, until, source: text.source.trim() });
      onDone();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <form ref={form} className="pj-form" onSubmit={(event) => void submit(event)} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onDone(); } }}>
      <ChoiceField label={t('reach.correction.from')} value={choice.origin} options={options} onChange={pick('origin')} />
      <ChoiceField label={t('reach.correction.to')} value={choice.destination} options={options} onChange={pick('destination')} />
      <ChoiceField label={t('reach.mode')} value={choice.mode} options={TRAVEL_MODES.map((mode) => [mode, t(`reach.by.${mode}`)] as const)} onChange={pick('mode')} />
      <ChoiceField label={t('reach.correction.what')} value={choice.how} options={CORRECTIONS.map((how) => [how, t(`reach.correction.how.${how}`)] as const)} onChange={pick('how')} />
      {choice.how !== 'none' && <TextField label={t(`reach.correction.minutes.${choice.how}`)} value={text.minutes} onChange={put('minutes')} numeric max={6} error={wrong === 'minutes' ? t('reach.correction.needMinutes') : null} />}
      <TextField label={t('reach.correction.reason')} value={text.reason} onChange={put('reason')} error={wrong === 'reason' ? t('reach.correction.needReason') : null} />
      <DayField label={t('reach.correction.since')} value={text.since} onChange={put('since')} />
      <DayField label={t('reach.correction.until')} value={text.until} onChange={put('until')} />
      <TextField label={t('reach.parameters.source')} value={text.source} onChange={put('source')} />
      <div className="pj-wide rc-switches"><label><input type="checkbox" checked={oneWay} onChange={() => setOneWay(!oneWay)} /> {t('reach.correction.oneWay')}</label></div>
      {error && <div className="pj-wide"><ErrorNotice error={error} /></div>}
      <div className="bt pj-wide"><button type="submit" className="ctl pri">{t(correction ? 'common.save' : 'reach.correction.add')}</button><button type="button" className="ctl" onClick={onDone}>{t('common.cancel')}</button></div>
    </form>
  );
}
