import { useId, useState, type FormEvent } from 'react';
import type { IndicatorInfo, IntegrationView, Population } from '#contract/api/integration.ts';
import { BETTERS, INDICATOR_KINDS, PERIOD_KINDS } from '#contract/lists.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { FieldError } from '../../../components/Notice.tsx';
import { Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { plain } from '../../../lib/text.ts';
import { SendError, TextField } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';
import { goIntegration } from './go.ts';

/** Adds an indicator of the community's own, or changes it. */
export function OwnDialog({ view, indicator, onClose }: { readonly view: IntegrationView; readonly indicator: IndicatorInfo | null; readonly onClose: () => void }) {
  const { t, language } = useText();
  const id = useId();
  const send = useSend();
  const [text, setText] = useState({ name: indicator?.name.uk ?? '', unit: indicator?.unitText ?? '', numerator: indicator?.numerator.uk ?? '', denominator: indicator?.denominator?.uk ?? '', note: indicator?.note?.uk ?? '' });
  const [choice, setChoice] = useState({ dimension: indicator?.dimension ?? view.dimensions[0]?.id ?? '', kind: indicator?.kind ?? 'share' as const, better: indicator?.better ?? 'up' as const, frequency: indicator?.frequency ?? 'year' as const });
  const [people, setPeople] = useState<readonly Population[]>(indicator?.populations ?? ['idp', 'host']);
  const [wrong, setWrong] = useState(false);
  const put = (field: keyof typeof text) => (value: string): void => { setText((before) => ({ ...before, [field]: value })); send.clear(); };
  const toggle = (one: Population): void => { setPeople(people.includes(one) ? people.filter((each) => each !== one) : [...people, one]); setWrong(false); };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWrong(people.length === 0);
    if (people.length === 0) return;
    void send.send('integration.own.put', { ...(indicator ? { id: indicator.id } : {}), ...text, ...choice, populations: [...people] }, onClose).then((done) => { if (done && !indicator) goIntegration({ view: 'values' }); });
  };
  const pick = <F extends keyof typeof choice>(field: F, label: string, options: readonly (readonly [(typeof choice)[F], string])[]) => (
    <div className="fld"><label htmlFor={id + field}>{label}</label>
      <select id={id + field} className="in" value={choice[field]} onChange={(event) => { const found = options.find(([each]) => each === event.target.value); if (found) setChoice((before) => ({ ...before, [field]: found[0] })); }}>{options.map(([each, name]) => <option key={each} value={each}>{name}</option>)}</select>
    </div>
  );
  return (
    <Dialog title={t(`integration.own.${indicator ? 'editTitle' : 'addTitle'}`)} wide onClose={onClose}>
      <form className="dlg" onSubmit={submit}>
        <TextField label={t('integration.own.name')} value={text.name} onChange={put('name')} max={300} />
        <div className="ig-form">
          {pick('dimension', t('integration.own.dimension'), view.dimensions.map((each) => [each.id, plain(each.name, language)]))}
          {pick('kind', t('integration.own.kind'), INDICATOR_KINDS.map((each) => [each, t(`integration.own.kinds.${each}`)]))}
          {choice.kind !== 'share' && <TextField label={t('integration.own.unit')} value={text.unit} onChange={put('unit')} max={60} note={t('integration.own.unitHint')} />}
          <TextField label={t('integration.own.numerator')} value={text.numerator} onChange={put('numerator')} max={300} />
          {choice.kind !== 'value' && <TextField label={t('integration.own.denominator')} value={text.denominator} onChange={put('denominator')} max={300} />}
          {pick('better', t('integration.own.better'), BETTERS.map((each) => [each, t(`integration.better.${each}`)]))}
          {pick('frequency', t('integration.own.frequency'), PERIOD_KINDS.map((each) => [each, t(`integration.frequency.${each}`)]))}
        </div>
        <fieldset className="ig-pick" aria-describedby={wrong ? `${id}e` : undefined}>
          <legend>{t('integration.own.people')}</legend>
          {view.populations.map(({ id: one, name }) => <label key={one}><input type="checkbox" checked={people.includes(one)} onChange={() => toggle(one)} /> <Uk>{name}</Uk></label>)}
          {wrong && <FieldError id={`${id}e`}>{t('integration.own.needPeople')}</FieldError>}
        </fieldset>
        <TextField label={t('integration.own.note')} value={text.note} onChange={put('note')} max={1000} multi />
        <SendError send={send} />
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={send.busy || text.name.trim() === ''}>{t('integration.own.save')}</button></div>
      </form>
    </Dialog>
  );
}
