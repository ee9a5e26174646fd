import { useState, type FormEvent } from 'react';
import type { WorkloadResult } from '#contract/api/staff.ts';
import { asApiError, call, type ApiError } from '../../../api.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { Mark } from '../../../components/Marks.tsx';
import { ErrorNotice, FieldError } from '../../../components/Notice.tsx';
import { Raw, Says, Uk } from '../../../components/Text.tsx';
import { stepText } from '../../../components/trace/official.ts';
import { useText } from '../../../i18n/index.ts';
import { readNumber, TextField } from '../../needs/projection/fields.tsx';

interface Line { readonly key: number; readonly name: string; readonly volume: string; readonly minutes: string }
const line = (key: number): Line => ({ key, name: '', volume: '', minutes: '' });

/** Posts by workload for any work: nothing of the plan is used and nothing is stored. */
export function CalculatorDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useText();
  const [lines, setLines] = useState<readonly Line[]>([line(0)]);
  const [rest, setRest] = useState({ support: '', individual: '', hours: '', existing: '' });
  const [wrong, setWrong] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [result, setResult] = useState<WorkloadResult | null>(null);
  const stale = (): void => { setResult(null); setWrong(false); setError(null); };
  const put = (key: number, patch: Partial<Line>): void => { stale(); setLines((before) => before.map((each) => (each.key === key ? { ...each, ...patch } : each))); };
  const field = (id: keyof typeof rest) => <TextField label={t(`staff.calculator.${id}`)} value={rest[id]} numeric max={14} onChange={(value) => { stale(); setRest((before) => ({ ...before, [id]: value })); }} />;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    stale();
    const or0 = (text: string): number | null => (text.trim() === '' ? 0 : readNumber(text, language));
    // A row without any number is no work.
    const activities = lines.filter((each) => `${each.name}${each.volume}${each.minutes}`.trim() !== '').map((each) => ({ ...(each.name.trim() === '' ? {} : { name: each.name.trim() }), volume: readNumber(each.volume, language), minutesEach: readNumber(each.minutes, language) }));
    const [support, individual, hours, existing] = [or0(rest.support), or0(rest.individual), readNumber(rest.hours, language), readNumber(rest.existing, language)];
    if (support === null || individual === null || hours === null || existing === null || activities.some((each) => each.volume === null || each.minutesEach === null)) { setWrong(true); return; }
    try {
      setResult(await call('calculator.workload', { activities: activities.map((each) => ({ ...each, volume: each.volume ?? 0, minutesEach: each.minutesEach ?? 0 })), supportShare: support / 100, individualMinutes: individual * 60, availableHoursPerYear: hours, existing }));
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <Dialog title={t('staff.calc')} onClose={onClose} wide>
      <form onSubmit={(event) => void submit(event)}>
        <p className="note text">{t('staff.calculator.about')}</p>
        {lines.map((each, at) => (
          <fieldset key={each.key} className="st-line">
            <legend className="vh">{t('staff.calculator.row', { n: at + 1 })}</legend>
            <TextField label={t('staff.calculator.name')} value={each.name} max={200} onChange={(name) => put(each.key, { name })} />
            <TextField label={t('staff.calculator.volume')} value={each.volume} numeric max={14} onChange={(volume) => put(each.key, { volume })} />
            <TextField label={t('staff.calculator.minutes')} value={each.minutes} numeric max={14} onChange={(minutes) => put(each.key, { minutes })} />
            <button type="button" className="ctl" disabled={lines.length === 1} aria-label={t('staff.calculator.removeLine', { n: at + 1 })} onClick={() => { stale(); setLines((before) => before.filter((one) => one.key !== each.key)); }}>{t('common.remove')}</button>
          </fieldset>
        ))}
        <div className="bt"><button type="button" className="ctl" onClick={() => setLines((before) => [...before, line((before.at(-1)?.key ?? 0) + 1)])}>{t('staff.calculator.add')}</button></div>
        <div className="pj-form">{field('hours')}{field('existing')}{field('support')}{field('individual')}</div>
        {wrong && <FieldError>{t('staff.calculator.wrong')}</FieldError>}
        {error && <ErrorNotice error={error} />}
        <div className="bt"><button type="submit" className="ctl pri">{t('staff.calculator.count')}</button><button type="button" className="ctl" onClick={onClose}>{t('common.close')}</button></div>
      </form>
      <div role="status">{result && <Result result={result} />}</div>
    </Dialog>
  );
}

function Result({ result }: { readonly result: WorkloadResult }) {
  const { t, language } = useText();
  const { required, difference, ratio, trace } = result;
  return (
    <>
      <p className="w5">{t('staff.calculator.required', { n: required })}</p>
      <p>{Math.abs(difference) < 0.005 ? t('staff.calculator.even') : t(`staff.calculator.${difference < 0 ? 'lack' : 'spare'}`, { n: Math.abs(difference) })} {ratio !== null && t('staff.calculator.ratio', { part: ratio })}</p>
      <details><summary>{t('staff.calculator.how')}</summary>
        <p className="note"><Says>{trace.formula}</Says></p>
        {trace.steps.map((step, at) => <div key={at} className="eq"><Raw>{stepText(step, language)}</Raw></div>)}
        {trace.assumptions.map((each) => <p key={each.key} className="note"><Says>{each}</Says></p>)}
        {trace.norms.map((norm) => <p key={norm.normId} className="note">{t('staff.calculator.source')}: <Uk>{norm.act}</Uk> {norm.confidence === 'recalled' && <Mark kind="recalled" />}</p>)}
      </details>
    </>
  );
}
