import { useId, useState, type FormEvent } from 'react';
import type { IndicatorInfo, IndicatorRow, IntegrationView, Population } from '#contract/api/integration.ts';
import { editText } from '#contract/format.ts';
import { TARGETS } from '#contract/lists.ts';
import { parseNumber } from '#contract/parse.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { FieldError } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { periodText } from '../../../lib/period.ts';
import { plain } from '../../../lib/text.ts';
import { DayField, dayOf, dayText, SendError, TextField } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';
import { peopleOf, unitName } from './texts.ts';

/** Baseline, target, its day and the reason of an indicator for a population. */
export function TargetDialog({ view, indicator, population, row, onClose }: { readonly view: IntegrationView; readonly indicator: IndicatorInfo; readonly population: Population; readonly row: IndicatorRow | undefined; readonly onClose: () => void }) {
  const { t, language } = useText();
  const id = useId();
  const send = useSend();
  const old = row?.target ?? null;
  const share = indicator.unit === 'share';
  const known = (row?.points ?? []).filter((point) => point.num.value !== null);
  const kinds = TARGETS.filter((kind) => kind !== 'host' || (population !== 'host' && population !== 'all' && indicator.populations.includes('host') && indicator.gapOf === null));
  const [baseline, setBaseline] = useState(old?.baseline ?? '');
  const [kind, setKind] = useState(old?.kind ?? 'value');
  const [value, setValue] = useState(old?.kind === 'value' && old.num.value !== null ? editText(old.num.value, old.num.unit, language) : '');
  const [due, setDue] = useState(dayText(old?.due ?? ''));
  const [reason, setReason] = useState(old?.reason ?? '');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const parsed = parseNumber(value, { kind: share ? 'share' : 'decimal', language });
    const number = parsed.ok ? parsed.value : null;
    const day = dayOf(due);
    setWrong(kind === 'value' && number === null);
    if (day === null || (kind === 'value' && number === null)) return;
    void send.send('integration.target', { indicator: indicator.id, population, baseline, kind, value: kind === 'value' ? number : null, due: day, reason }, onClose);
  };
  return (
    <Dialog title={t('integration.target.title', { people: plain(peopleOf(view, population), language) })} onClose={onClose}>
      <form className="dlg" onSubmit={submit}>
        <div className="fld"><label htmlFor={`${id}b`}>{t('integration.target.baseline')}</label>
          <select id={`${id}b`} className="in" value={baseline} onChange={(event) => setBaseline(event.target.value)}>
            <option value="">{t('integration.target.first')}</option>
            {known.map((point) => <option key={point.period} value={point.period}>{periodText(point.period, language)}</option>)}
          </select>
        </div>
        <div className="fld"><label htmlFor={`${id}k`}>{t('integration.target.kind')}</label>
          <select id={`${id}k`} className="in" data-autofocus value={kind} onChange={(event) => setKind(TARGETS.find((each) => each === event.target.value) ?? 'none')}>
            {kinds.map((each) => <option key={each} value={each}>{t(`integration.target.kinds.${each}`)}</option>)}
          </select>
        </div>
        {kind === 'host' && <p className="note text">{t('integration.target.about')}</p>}
        {kind === 'value' && (
          <div className="fld"><label htmlFor={`${id}v`}>{t('integration.target.value')}, {unitName(indicator, language)}</label>
            <input id={`${id}v`} className="in" inputMode="decimal" maxLength={20} value={value} placeholder={share ? '60 %' : undefined} aria-invalid={wrong || undefined} aria-describedby={wrong ? `${id}e` : undefined} onChange={(event) => { setValue(event.target.value); setWrong(false); send.clear(); }} />
            {wrong && <FieldError id={`${id}e`}>{t('integration.target.number')}</FieldError>}
          </div>
        )}
        <DayField label={t('integration.target.due')} value={due} onChange={setDue} />
        <TextField label={t('integration.target.reason')} value={reason} onChange={setReason} max={1000} note={t('integration.target.reasonHint')} multi />
        <SendError send={send} />
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={send.busy}>{t('integration.target.save')}</button></div>
      </form>
    </Dialog>
  );
}
