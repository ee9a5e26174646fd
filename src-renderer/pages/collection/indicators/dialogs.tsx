import { useId, useState, type FormEvent } from 'react';
import type { Basis, IndicatorRow, IndicatorsView } from '#contract/api/collection.ts';
import { BASES } from '#contract/lists.ts';
import { MEASURES, MEASURE_IDS } from '#contract/measures.ts';
import type { MeasureId } from '#contract/models.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { hasCyrillic, shown } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { DayField, dayOf, SendError, TextField } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';

interface Closes { readonly onClose: () => void }

/** A new indicator at the end of the list. */
export function AddDialog({ onClose }: Closes) {
  const { t } = useText();
  const id = useId();
  const send = useSend();
  const [number, setNumber] = useState('');
  const [wording, setWording] = useState('');
  const [basis, setBasis] = useState<Basis>('jan1');
  const [source, setSource] = useState('');
  const submit = (event: FormEvent): void => { event.preventDefault(); if (wording.trim() !== '') void send.send('indicator.add', { number, wording, basis, source }, onClose); };
  return (
    <Dialog title={t('sheets.ind.addTitle')} onClose={onClose}>
      <form className="dlg" onSubmit={submit}>
        <TextField label={t('sheets.ind.col.number')} value={number} onChange={setNumber} max={40} />
        <TextField label={t('sheets.ind.col.wording')} value={wording} onChange={setWording} max={500} multi />
        <div className="fld"><label htmlFor={`${id}b`}>{t('sheets.ind.col.basis')}</label><select id={`${id}b`} className="in" value={basis} onChange={(event) => setBasis(BASES.find((each) => each === event.target.value) ?? 'jan1')}>{BASES.map((each) => <option key={each} value={each}>{t(`sheets.ind.basis.${each}`)}</option>)}</select></div>
        <TextField label={t('sheets.ind.col.source')} value={source} onChange={setSource} max={500} />
        <SendError send={send} />
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={wording.trim() === '' || send.busy}>{t('sheets.ind.addDo')}</button></div>
      </form>
    </Dialog>
  );
}

/** Says that the official list was loaded and checked. */
export function ConfirmDialog({ onClose }: Closes) {
  const { t } = useText();
  const send = useSend();
  const [by, setBy] = useState('');
  const [on, setOn] = useState('');
  const [source, setSource] = useState('');
  const day = dayOf(on);
  const ready = by.trim() !== '' && source.trim() !== '' && day !== null && day !== '';
  const submit = (event: FormEvent): void => { event.preventDefault(); if (ready) void send.send('indicators.confirm', { by: by.trim(), on: day, source: source.trim() }, onClose); };
  return (
    <Dialog title={t('sheets.ind.confirmTitle')} onClose={onClose}>
      <form className="dlg" onSubmit={submit}>
        <p className="note">{t('sheets.ind.confirmNote')}</p>
        <TextField label={t('sheets.ind.confirmBy')} value={by} onChange={setBy} max={200} />
        <DayField label={t('sheets.ind.confirmOn')} value={on} onChange={setOn} />
        <TextField label={t('sheets.ind.confirmSource')} value={source} onChange={setSource} max={400} />
        <SendError send={send} />
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={!ready || send.busy}>{t('common.confirm')}</button></div>
      </form>
    </Dialog>
  );
}

/** Back to the program's list. */
export function ResetDialog({ onClose }: Closes) {
  const { t } = useText();
  return (
    <Dialog title={t('sheets.ind.reset')} onClose={onClose}>
      <p>{t('sheets.ind.resetAsk')}</p>
      <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="button" className="ctl pri" onClick={() => void change('indicators.reset', {}).then(onClose, onClose)}>{t('sheets.ind.reset')}</button></div>
    </Dialog>
  );
}

const SEXES = ['all', 'female', 'male'] as const;
const AGES = ['all', '0-17', '18-59', '60+'] as const;
/** Measures that can stand behind an indicator. */
const LINKABLE = MEASURE_IDS.filter((id) => MEASURES[id].of !== 'groupService' && MEASURES[id].value === 'whole');

/** Which number of the plan an indicator is. */
export function LinkDialog({ view, row, onClose }: Closes & { readonly view: IndicatorsView; readonly row: IndicatorRow }) {
  const { t, language } = useText();
  const id = useId();
  const send = useSend();
  const [measure, setMeasure] = useState<MeasureId | ''>(row.link?.measure ?? 'groupSize');
  const [group, setGroup] = useState(row.link?.group ?? '');
  const [service, setService] = useState(row.link?.service ?? '');
  const [sex, setSex] = useState(row.link?.sex ?? 'all');
  const [age, setAge] = useState(row.link?.age ?? 'all');
  const of = measure === '' ? null : MEASURES[measure].of;
  const ready = of === null || (of === 'group' ? group !== '' : of === 'service' ? service !== '' : true);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    void send.send('indicator.update', { cells: [{ id: row.id, link: measure === '' ? null : { measure, group: of === 'group' ? group : '', service: of === 'service' ? service : '', sex: of === 'service' ? 'all' : sex, age: of === 'service' ? 'all' : age } }] }, onClose);
  };
  const list = (label: string, value: string, all: IndicatorsView['groups'], onChange: (id: string) => void, key: string) => (
    <div className="fld"><label htmlFor={`${id}${key}`}>{label}</label><select id={`${id}${key}`} className="in" value={value} onChange={(event) => onChange(event.target.value)}><option value="" disabled>{t('sheets.ret.choose')}</option>{all.map((each) => { const text = shown(each.name, language); return <option key={each.id} value={each.id} lang={language === 'en' && hasCyrillic(text) ? 'uk' : undefined}>{text}</option>; })}</select></div>
  );
  return (
    <Dialog title={t('sheets.ind.linkTitle')} onClose={onClose}>
      <form className="dlg" onSubmit={submit}>
        <p className="w5"><Uk>{row.wording}</Uk></p>
        <div className="fld"><label htmlFor={`${id}m`}>{t('sheets.ind.linkMeasure')}</label><select id={`${id}m`} className="in" value={measure} onChange={(event) => setMeasure(LINKABLE.find((each) => each === event.target.value) ?? '')}><option value="">{t('sheets.ind.linkNone')}</option>{LINKABLE.map((each) => <option key={each} value={each}>{t(`measures.${each}.full`)}</option>)}</select></div>
        {of === 'group' && list(t('sheets.ind.linkGroup'), group, view.groups, setGroup, 'g')}
        {of === 'service' && list(t('sheets.ind.linkService'), service, view.services, setService, 's')}
        {(of === 'group' || measure === 'population') && (
          <fieldset className="sh-boxes"><legend>{t('sheets.ind.split')}</legend><span className="row">
            <select className="in" aria-label={t('collection.role.sex')} value={sex} onChange={(event) => setSex(SEXES.find((each) => each === event.target.value) ?? 'all')}>{SEXES.map((each) => <option key={each} value={each}>{t(`collection.sex.${each}`)}</option>)}</select>
            <select className="in" aria-label={t('collection.role.age')} value={age} onChange={(event) => setAge(AGES.find((each) => each === event.target.value) ?? 'all')}>{AGES.map((each) => <option key={each} value={each}>{t(`collection.age.${each.replace('+', '')}`)}</option>)}</select>
          </span></fieldset>
        )}
        <SendError send={send} />
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={!ready || send.busy}>{t('common.save')}</button></div>
      </form>
    </Dialog>
  );
}
