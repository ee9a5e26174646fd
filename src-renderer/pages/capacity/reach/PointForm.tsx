import { useState, type FormEvent } from 'react';
import type { Input, Output } from '#contract/api.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { useFormFocus } from '../../../lib/formFocus.ts';
import { plain } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { ChoiceField, readNumber, TextField, typed } from '../../needs/projection/fields.tsx';

type View = Output<'travel.view'>;
type Place = View['places'][number];
/** Eight directions; degrees clockwise from north. */
const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
const STEP = 45;

/** Places a settlement: by coordinates, or by how far and in which direction it lies from another one. */
export function PointForm({ data, place, missing, onPlace, onDone }: { readonly data: View; readonly place: Place; readonly missing: readonly string[]; readonly onPlace: (id: string) => void; readonly onDone: () => void }) {
  const { t, language } = useText();
  const form = useFormFocus('.mp-frame');
  const settlements = data.places.filter((row) => row.kind === 'settlement');
  const known = settlements.filter((row) => row.lat !== null && row.territory !== place.territory);
  const [how, setHow] = useState<'typed' | 'offset'>(known.length > 0 && place.lat === null ? 'offset' : 'typed');
  const [text, setText] = useState({ lat: typed(place.lat, language), lon: typed(place.lon, language), km: '', source: place.point?.source ?? '' });
  const [from, setFrom] = useState(known[0]?.territory ?? '');
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>('n');
  const [wrong, setWrong] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const put = (field: keyof typeof text) => (value: string): void => { setText((before) => ({ ...before, [field]: value })); setWrong(''); };
  const number = (field: 'lat' | 'lon' | 'km', most: number): number | null => { const value = readNumber(text[field], language); return value === null || Math.abs(value) > most || (field === 'km' && value < 0) ? null : value; };
  const send = async (input: Input<'place.point'>): Promise<void> => {
    setError(null);
    try { await change('place.point', input); const next = missing.find((id) => id !== place.territory); if (next && input.how !== 'none') onPlace(next); else onDone(); } catch (thrown) { setError(asApiError(thrown)); }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const common = { territory: place.territory, source: text.source.trim() };
    if (how === 'offset') {
      const km = number('km', 300);
      if (km === null) { setWrong('km'); return; }
      void send({ how: 'offset', ...common, from, km, bearing: DIRECTIONS.indexOf(direction) * STEP });
      return;
    }
    const [lat, lon] = [number('lat', 90), number('lon', 180)];
    if (lat === null || lon === null) { setWrong(lat === null ? 'lat' : 'lon'); return; }
    void send({ how: 'typed', ...common, lat, lon });
  };
  return (
    <form ref={form} className="pj-form" onSubmit={submit} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onDone(); } }}>
      <ChoiceField label={t('reach.place.which')} value={place.territory} options={settlements.map((row) => [row.territory, row.lat === null ? t('reach.place.notYet', { name: plain(row.name, language) }) : plain(row.name, language)] as const)} onChange={onPlace} />
      <ChoiceField label={t('reach.place.howField')} value={how} options={[['typed', t('reach.place.how.typed')], ...(known.length > 0 ? [['offset', t('reach.place.how.offset')] as const] : [])]} onChange={setHow} />
      {how === 'typed' ? <>
        <TextField label={t('reach.place.lat')} value={text.lat} onChange={put('lat')} numeric max={14} error={wrong === 'lat' ? t('reach.place.wrongPoint') : null} />
        <TextField label={t('reach.place.lon')} value={text.lon} onChange={put('lon')} numeric max={14} error={wrong === 'lon' ? t('reach.place.wrongPoint') : null} />
      </> : <>
        <ChoiceField label={t('reach.place.from')} value={from} options={known.map((row) => [row.territory, plain(row.name, language)] as const)} onChange={setFrom} />
        <TextField label={t('reach.place.km')} value={text.km} onChange={put('km')} numeric max={6} error={wrong === 'km' ? t('reach.place.wrongKm') : null} />
        <ChoiceField label={t('reach.place.direction')} value={direction} options={DIRECTIONS.map((each) => [each, t(`reach.direction.${each}`)] as const)} onChange={setDirection} />
      </>}
      <TextField label={t('reach.parameters.source')} value={text.source} onChange={put('source')} />
      {error && <div className="pj-wide"><ErrorNotice error={error} /></div>}
      <div className="bt pj-wide">
        <button type="submit" className="ctl pri">{t('reach.place.put')}</button>
        {place.lat !== null && <button type="button" className="ctl" onClick={() => void send({ how: 'none', territory: place.territory })}>{t('reach.place.take')}</button>}
        <button type="button" className="ctl" onClick={onDone}>{t('common.cancel')}</button>
      </div>
    </form>
  );
}
