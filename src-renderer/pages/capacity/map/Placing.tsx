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
import { change } from '../../../plan/useChange.ts';
import { PointForm } from './PointForm.tsx';

export interface PlacingState {
  /** The place that is being put on the map; null = none. */
  readonly putting: string | null;
  readonly error: ApiError | null;
  readonly start: (id: string) => void;
  readonly stop: () => void;
  /** Stores the point of the place that is being put, or of the one named. */
  readonly put: (point: GeoPoint, id?: string) => void;
}

/** Coordinates are kept to about a metre. */
const METRE = 1e5;
const unplaced = (view: MapView): MapView['places'] => view.places.filter((place) => place.lat === null);

/** Putting places on the map one after another; each is one step to undo. */
export function usePlacing(view: MapView): PlacingState {
  const [putting, setPutting] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const put = async ({ lat, lon }: GeoPoint, id = putting): Promise<void> => {
    if (id === null) return;
    setError(null);
    try {
      await change('territory.update', { id, lat: Math.round(lat * METRE) / METRE, lon: Math.round(lon * METRE) / METRE });
      const moved = view.places.find((place) => place.id === id)?.lat !== null;
      setPutting(moved ? null : unplaced(view).find((place) => place.id !== id)?.id ?? null);
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return { putting, error, start: setPutting, stop: () => setPutting(null), put: (point, id) => void put(point, id) };
}

/** Places without coordinates, and how to put them on the map. */
export function Placing({ view, placing, readOnly }: { readonly view: MapView; readonly placing: PlacingState; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const { putting, error, start, stop } = placing;
  const open = unplaced(view);
  const nowhere = view.signs.filter((sign) => sign.lat === null).length;
  const place = view.places.find((each) => each.id === putting);
  return (
    <div className="mp-placing no-print">
      {error && <ErrorNotice error={error} />}
      {place ? (
        <Notice kind="ok">
          <Tx k="map.put.now" p={{ name: place.name }} />
          <div className="bt">
            {open.length > 1 && <label>{t('map.put.which')} <select className="in" value={place.id} onChange={(event) => start(event.target.value)}>{[...new Set([place, ...open])].map((each) => <option key={each.id} value={each.id}>{plain(each.name, language)}</option>)}</select></label>}
            <button type="button" className="ctl" onClick={stop}>{t('map.put.stop')}</button>
          </div>
          <PointForm key={place.id} view={view} place={place} placing={placing} />
        </Notice>
      ) : open.length > 0 && (
        <Notice kind="wn">
          {t('map.put.open', { count: open.length, names: open.slice(0, 6).map((each) => plain(each.name, language)).join(', ') + (open.length > 6 ? '…' : '.') })}
          {!readOnly && <div className="bt"><button type="button" className="ctl" onClick={() => start(open[0]?.id ?? '')}>{t('map.put.start')}</button></div>}
        </Notice>
      )}
      {nowhere > 0 && <p className="note">{t('map.nowhere', { count: nowhere })} <a href={href('capacity', { tab: 'providers' })}>{t('map.toProviders')}</a></p>}
    </div>
  );
}

/** Nothing to draw yet: the first point is typed in, the others follow from it or from a click. */
export function NoPoints({ view, placing, readOnly }: { readonly view: MapView; readonly placing: PlacingState; readonly readOnly: boolean }) {
  const { t } = useText();
  const first = view.places[0];
  if (!first) return <EmptyState title={t('map.empty.title')} text={t('map.empty.noPlaces')}><a className="ctl pri" href={href('community')}>{t('map.empty.toCommunity')}</a></EmptyState>;
  return (
    <>
      <EmptyState title={t('map.empty.title')} text={t('map.empty.text')} />
      {placing.error && <ErrorNotice error={placing.error} />}
      {!readOnly && <PointForm view={view} place={view.places.find((each) => each.id === placing.putting) ?? first} placing={placing} />}
    </>
  );
}
