import { useState, type FormEvent } from 'react';
import type { Facility } from '#contract/api/capacity.ts';
import { FACILITY_STATES, PREMISES, YES_NO } from '#contract/lists.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import type { Place } from '../../../components/figures/index.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { DayField, dayOf, dayText } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';
import { ChoiceField, placeOptions, readNumber, TextField, typed } from '../../needs/projection/fields.tsx';

/** Adds or changes a facility of a provider: where, in what premises, with what, in what state. */
export function FacilityForm({ facility, provider, seat, place, onDone }: { readonly facility: Facility | null; readonly provider: string; /** Settlement of the provider: its new facility is most likely there. */ readonly seat: string; readonly place: Place; readonly onDone: () => void }) {
  const { t, language } = useText();
  const send = useSend();
  const [text, setText] = useState({ name: facility?.name ?? '', address: facility?.address ?? '', lat: typed(facility?.lat ?? null, language), lon: typed(facility?.lon ?? null, language), area: typed(facility?.area ?? null, language), since: dayText(facility?.since ?? ''), note: facility?.note ?? '', source: facility?.source ?? '' });
  const [choice, setChoice] = useState({ territory: facility?.territory ?? seat, premises: facility?.premises ?? '', generator: facility?.generator ?? '', shelter: facility?.shelter ?? '', internet: facility?.internet ?? '', state: facility?.state ?? 'works' });
  const [tried, setTried] = useState(false);
  const number = (field: 'lat' | 'lon' | 'area', most: number): number | null | undefined => {
    if (text[field].trim() === '') return null;
    const read = readNumber(text[field], language);
    return read === null || Math.abs(read) > most || (field === 'area' && read <= 0) ? undefined : read;
  };
  const [lat, lon, area, since] = [number('lat', 90), number('lon', 180), number('area', 1e6), dayOf(text.since)];
  const put = (field: keyof typeof text) => (value: string): void => { send.clear(); setText((before) => ({ ...before, [field]: value })); };
  const pick = <F extends keyof typeof choice>(field: F) => (value: (typeof choice)[F]): void => setChoice((before) => ({ ...before, [field]: value }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (text.name.trim() === '' || lat === undefined || lon === undefined || area === undefined || since === null) return;
    void send.send('facility.put', { ...(facility ? { id: facility.id } : {}), provider, ...choice, name: text.name.trim(), address: text.address.trim(), lat, lon, area, since, note: text.note.trim(), source: text.source.trim() }, onDone);
  };
  const answers = YES_NO.map((each) => [each, t(`places.yesNo.${each || 'unknown'}`)] as const);
  const wrong = (value: number | null | undefined, key: string): string | null => (value === undefined ? t(`places.facility.wrong.${key}`) : null);
  return (
    <Dialog wide title={t(facility ? 'places.facility.edit' : 'places.facility.add')} onClose={onDone}>
      <form className="cy-form cy-grid2" onSubmit={submit}>
        <TextField label={t('places.facility.name')} value={text.name} max={300} error={tried && text.name.trim() === '' ? t('places.facility.nameNeeded') : null} onChange={put('name')} />
        <ChoiceField label={t('places.facility.territory')} value={choice.territory} options={placeOptions(place.all, place.root, t('places.facility.nowhere'), language)} onChange={pick('territory')} />
        <TextField label={t('places.facility.address')} value={text.address} max={300} note={t('places.facility.addressNote')} onChange={put('address')} />
        <ChoiceField label={t('places.facility.state')} value={choice.state} options={FACILITY_STATES.map((each) => [each, t(`places.state.${each}`)] as const)} onChange={pick('state')} />
        <DayField label={t('places.facility.since')} value={text.since} onChange={put('since')} />
        <ChoiceField label={t('places.facility.premises')} value={choice.premises} options={PREMISES.map((each) => [each, t(`places.premises.${each || 'unknown'}`)] as const)} onChange={pick('premises')} />
        <TextField numeric label={t('places.facility.area')} value={text.area} max={20} error={wrong(area, 'area')} onChange={put('area')} />
        <ChoiceField label={t('places.facility.generator')} value={choice.generator} options={answers} onChange={pick('generator')} />
        <ChoiceField label={t('places.facility.shelter')} value={choice.shelter} options={answers} onChange={pick('shelter')} />
        <ChoiceField label={t('places.facility.internet')} value={choice.internet} options={answers} onChange={pick('internet')} />
        <TextField numeric label={t('places.facility.lat')} value={text.lat} max={20} note={t('places.facility.latNote')} error={wrong(lat, 'lat')} onChange={put('lat')} />
        <TextField numeric label={t('places.facility.lon')} value={text.lon} max={20} error={wrong(lon, 'lon')} onChange={put('lon')} />
        <TextField label={t('places.facility.source')} value={text.source} onChange={put('source')} />
        <TextField label={t('places.facility.note')} value={text.note} max={1000} onChange={put('note')} />
        {send.error && <ErrorNotice error={send.error} />}
        <div className="bt cy-all"><button type="submit" className="ctl pri" disabled={send.busy}>{t('common.save')}</button><button type="button" className="ctl" onClick={onDone}>{t('common.cancel')}</button></div>
      </form>
    </Dialog>
  );
}
