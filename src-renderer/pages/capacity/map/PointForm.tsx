import { useState, type FormEvent } from 'react';
import type { MapPlace, MapView } from '#contract/api/map.ts';
import { useText } from '../../../i18n/index.ts';
import { plain } from '../../../lib/text.ts';
import { pointAway } from '../../../maps/index.ts';
import { ChoiceField, readNumber, TextField, typed } from '../../needs/projection/fields.tsx';
import type { PlacingState } from './Placing.tsx';

/** Eight directions; degrees clockwise from north. */
const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
const STEP = 45;

/** Places a settlement without the mouse: by distance and direction from a known one, or by its coordinates. */
export function PointForm({ view, place, placing }: { readonly view: MapView; readonly place: MapPlace; readonly placing: PlacingState }) {
  const { t, language } = useText();
  const known = view.places.flatMap((each) => (each.lat !== null && each.lon !== null && !each.middle && each.id !== place.id ? [{ id: each.id, name: each.name, lat: each.lat, lon: each.lon }] : []));
  const [how, setHow] = useState<'away' | 'typed'>(known.length > 0 ? 'away' : 'typed');
  const [text, setText] = useState({ km: '', lat: typed(place.lat, language), lon: typed(place.lon, language) });
  const [from, setFrom] = useState(known[0]?.id ?? '');
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>('n');
  const [wrong, setWrong] = useState<keyof typeof text | null>(null);
  const read = (field: keyof typeof text, least: number, most: number): number | null => {
    const value = readNumber(text[field], language);
    if (value !== null && value >= least && value <= most) return value;
    setWrong(field);
    return null;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWrong(null);
    if (how === 'away') {
      const km = read('km', 0.1, 300), start = known.find((each) => each.id === from);
      if (km !== null && start) placing.put(pointAway(start, km, DIRECTIONS.indexOf(direction) * STEP), place.id);
      return;
    }
    const lat = read('lat', 44, 53), lon = lat === null ? null : read('lon', 22, 41);
    if (lat !== null && lon !== null) placing.put({ lat, lon }, place.id);
  };
  const field = (id: keyof typeof text) => <TextField label={t(`map.form.${id}`)} value={text[id]} numeric max={14} error={wrong === id ? t(`map.form.wrong.${id}`) : null} onChange={(value) => { setText((before) => ({ ...before, [id]: value })); setWrong(null); }} />;
  return (
    <form className="mp-form" onSubmit={submit} aria-label={t('map.form.title', { name: plain(place.name, language) })}>
      {known.length > 0 && <ChoiceField label={t('map.form.how')} value={how} options={[['away', t('map.form.away')], ['typed', t('map.form.typed')]]} onChange={setHow} />}
      {how === 'away' ? <>
        <ChoiceField label={t('map.form.from')} value={from} options={known.map((each) => [each.id, plain(each.name, language)] as const)} onChange={setFrom} />
        {field('km')}
        <ChoiceField label={t('map.form.direction')} value={direction} options={DIRECTIONS.map((each) => [each, t(`map.direction.${each}`)] as const)} onChange={setDirection} />
      </> : <>{field('lat')}{field('lon')}</>}
      <button type="submit" className="ctl">{t('map.form.put', { name: plain(place.name, language) })}</button>
    </form>
  );
}
