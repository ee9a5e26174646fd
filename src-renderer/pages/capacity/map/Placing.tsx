import { useState } from 'react';
import type { MapView } from '#contract/api/map.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { EmptyState } from '../../../components/Page.tsx';
import { Tx } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { href } from '../../../lib/route.ts';
import { plain } from '../../../lib/text.ts';
import type { GeoPoint } from '../../../maps/index.ts';
import { useScope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { PointForm } from '../reach/PointForm.tsx';
import '../../needs/projection/projection.css';

export interface PlacingState {
  /** The place or facility that is being put on the map; null = none. */
  readonly putting: string | null;
  readonly error: ApiError | null;
  readonly start: (id: string) => void;
  readonly stop: () => void;
  /** Stores the point that was clicked. */
  readonly put: (point: GeoPoint) => void;
}

const unplaced = (view: MapView): MapView['places'] => view.places.filter((place) => place.lat === null);
const facilities = (view: MapView): MapView['signs'] => view.signs.filter((sign) => sign.kind === 'facility');

/** Putting places on the map one after another; each is one step to undo. */
export function usePlacing(view: MapView): PlacingState {
  const [putting, setPutting] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const put = async ({ lat, lon }: GeoPoint): Promise<void> => {
    if (putting === null) return;
    setError(null);
    try {
      const facility = facilities(view).find((sign) => sign.id === putting);
      if (facility) await change('facility.point', { id: putting, point: { lat, lon } });
      else await change('place.point', { territory: putting, how: 'map', lat, lon });
      // After one that was nowhere the next one like it.
      const [all, row] = facility ? [facilities(view), facility] : [view.places, view.places.find((place) => place.id === putting)];
      setPutting(row?.lat !== null ? null : all.find((each) => each.lat === null && each.id !== putting)?.id ?? null);
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return { putting, error, start: setPutting, stop: () => setPutting(null), put: (point) => void put(point) };
}

/** Places without coordinates, and how to put them on the map. */
export function Placing({ view, placing, readOnly }: { readonly view: MapView; readonly placing: PlacingState; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const { putting, error, start, stop } = placing;
  const open = unplaced(view);
  const nowhere = view.signs.filter((sign) => sign.lat === null);
  const house = nowhere.find((sign) => sign.kind === 'facility');
  const place = view.places.find((each) => each.id === putting);
  const facility = facilities(view).find((each) => each.id === putting);
  return (
    <div className="mp-placing no-print">
      {error && <ErrorNotice error={error} />}
      {facility ? <Notice kind="ok"><Tx k="map.put.facility" p={{ name: facility.name, of: facility.of }} /><div className="bt"><button type="button" className="ctl" onClick={stop}>{t('common.cancel')}</button></div></Notice> : place ? <Notice kind="ok"><Tx k="map.put.now" p={{ name: place.name }} /></Notice> : open.length > 0 && (
        <Notice kind="wn">
          {t('map.put.open', { count: open.length, names: open.slice(0, 6).map((each) => plain(each.name, language)).join(', ') + (open.length > 6 ? '…' : '.') })}
          {!readOnly && <div className="bt"><button type="button" className="ctl" onClick={() => start(open[0]?.id ?? '')}>{t('map.put.start')}</button></div>}
        </Notice>
      )}
      {nowhere.length > 0 && !facility && <p className="note">{t('map.nowhere', { count: nowhere.length })} <a href={href('capacity', { tab: 'providers' })}>{t('map.toProviders')}</a>{house && !readOnly && <> · <button type="button" className="link" onClick={() => start(house.id)}>{t('map.put.houses')}</button></>}</p>}
    </div>
  );
}

/** The same without the mouse: by coordinates, or by distance and direction from a known place. */
export function ByHand({ view, id, placing: { start, stop } }: { readonly view: MapView; readonly id: string; readonly placing: PlacingState }) {
  const { data } = useView('travel.view', useScope(), ['capacity', 'community']);
  const place = data?.places.find((row) => row.territory === id);
  return data && place ? <PointForm key={id} data={data} place={place} missing={unplaced(view).map((each) => each.id)} onPlace={start} onDone={stop} /> : null;
}

/** Nothing to draw yet: the first point is typed in, the others follow from it or from a click. */
export function NoPoints({ view, placing, readOnly }: { readonly view: MapView; readonly placing: PlacingState; readonly readOnly: boolean }) {
  const { t } = useText();
  const first = view.places[0];
  if (!first) return <EmptyState title={t('map.empty.title')} text={t('map.empty.noPlaces')}><a className="ctl pri" href={href('community')}>{t('map.empty.toCommunity')}</a></EmptyState>;
  return (
    <>
      <EmptyState title={t('map.empty.title')} text={t('map.empty.text')} />
      {!readOnly && <ByHand view={view} id={placing.putting ?? first.id} placing={placing} />}
    </>
  );
}
