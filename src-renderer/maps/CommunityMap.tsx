import { useDeferredValue, useId, useMemo, useRef } from 'react';
import { formatNumber } from '#contract/format.ts';
import type { TwinTable } from '../charts/types.ts';
import { useWidth } from '../charts/useWidth.ts';
import { useWords, type Words } from '../charts/words.ts';
import { CommunityShapes } from './CommunityShapes.tsx';
import { layoutCommunity } from './layoutCommunity.ts';
import { useMap, type MapData } from './load.ts';
import { MapKeys } from './MapKeys.tsx';
import { placeNames, type MapCommunity, type MapPlace } from './placeNames.ts';
import { useMapView } from './useView.ts';
import '../charts/charts.css';
import './maps.css';

interface Props {
  readonly own: MapCommunity;
  readonly neighbours: readonly MapCommunity[];
  readonly places?: readonly MapPlace[];
  /** Height of the map, px at the usual text size. */
  readonly height?: number;
  /** `own`: the community fills a good third of the window; `neighbours`: all neighbours are in sight. */
  readonly show?: 'own' | 'neighbours';
  readonly controls?: boolean;
  readonly width?: number;
  readonly map?: MapData;
  /** «населення 01.01.2022»: already in the reader's words. */
  readonly credit?: string;
  readonly name?: string;
}

/** Table twin of {@link CommunityMap}. */
export function communityTable(own: MapCommunity, neighbours: readonly MapCommunity[], { t }: Words): TwinTable {
  return {
    columns: [{ id: 'name', label: t('map.name') }, { id: 'role', label: t('map.role') }, { id: 'population', label: t('map.population'), numeric: true }, { id: 'border', label: t('map.border'), numeric: true }],
    rows: [own, ...neighbours.toSorted((a, b) => (b.borderKm ?? -1) - (a.borderKm ?? -1))].map((c) => ({
      id: c.code,
      cells: [{ kind: 'text', label: c.full ?? c.label, lang: c.lang }, { kind: 'text', label: t(c === own ? 'map.own' : 'map.neighbour') }, { kind: 'bare', value: c.population }, c === own ? { kind: 'text', label: '' } : { kind: 'bare', value: c.borderKm ?? null, digits: 1 }],
    })),
  };
}

/** The community among its neighbours: names, population, common border; zoom and movement by mouse and keys. */
export function CommunityMap({ own, neighbours, places = NONE, height: tall = 176, show = 'own', controls = true, width: fixed = 334, map: given, credit, name }: Props) {
  const words = useWords();
  const { t, lang } = words;
  const map = useMap(given);
  const id = useId();
  const [outer, width] = useWidth<HTMLDivElement>(fixed);
  const frame = useRef<HTMLDivElement>(null);
  const height = tall;
  const { view, zoom, reset, moved, handlers } = useMapView(frame, width, height);

  const drawn = useMemo(() => (map === null || map === 'failed' ? null : layoutCommunity(map, own.code, neighbours.map((n) => n.code), width, height, show)), [map, own.code, neighbours, width, height, show]);
  const calm = useDeferredValue(view);
  const names = useMemo(() => {
    if (!drawn) return [];
    const text = (c: MapCommunity) => {
      const number = c.population === null ? t('unknown') : formatNumber(c.population, lang, { digits: 0 });
      const km = c.borderKm === undefined || c.borderKm === null ? '' : t('map.km', { value: formatNumber(c.borderKm, lang, { digits: 0 }) });
      return [number, km].filter(Boolean).join(' · ');
    };
    return placeNames(drawn, calm, [{ ...own, text: text({ ...own, borderKm: null }) }, ...neighbours.map((n) => ({ ...n, text: text(n) }))], places, width, height);
  }, [drawn, calm, own, neighbours, places, width, height, t, lang]);

  if (map === 'failed') return <p className="note">{t('map.failed')}</p>;
  const label = name ?? t('map.community', { count: neighbours.length });
  return (
    <div className="mp" ref={outer}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the map is zoomed and moved by keys, so it takes the focus */}
      <div className="mp-frame" ref={frame} role="group" tabIndex={controls ? 0 : undefined} aria-label={controls ? t('map.view') : label} aria-describedby={controls ? id : undefined} {...(controls ? handlers : {})} style={{ height }}>
        {!drawn ? <p className="note mp-wait">{t(map === null ? 'map.wait' : 'map.none')}</p> : <CommunityShapes drawn={drawn} view={view} names={names} width={width} height={height} label={label} id={id} still={calm === view} />}
        {controls && drawn && <MapKeys zoom={zoom} reset={reset} moved={moved} />}
      </div>
      <p className="note mp-credit">{t('map.credit')}{credit ? ` · ${credit}` : ''}</p>
    </div>
  );
}

const NONE: readonly MapPlace[] = [];
