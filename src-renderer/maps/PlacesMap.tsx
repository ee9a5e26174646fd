import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { formatNumber } from '#contract/format.ts';
import { unit } from '../charts/layout.ts';
import { useWidth } from '../charts/useWidth.ts';
import { useWords } from '../charts/words.ts';
import { MapKeys } from './MapKeys.tsx';
import { layoutPlaces, geoPoint, pxPerKm, basePoint, scaleBar, type GeoPoint } from './layoutPlaces.ts';
import { useMap, type MapData } from './load.ts';
import { placeMarks, type NearDatum, type PlaceDatum, type SignDatum, type Chosen } from './placeMarks.ts';
import { PlacesShapes } from './PlacesShapes.tsx';
import { useMapView } from './useView.ts';
import '../charts/charts.css';
import './maps.css';
import './places.css';

interface Props {
  /** Code of the community's boundary; null = only points are drawn. */
  readonly code: string | null;
  /** In the order of the keyboard: the largest first. */
  readonly places: readonly PlaceDatum[];
  readonly signs: readonly SignDatum[];
  readonly near: readonly NearDatum[];
  /** Colour of the circles: what is lacking, or what there is. */
  readonly tone: 'need' | 'have';
  readonly name: string;
  readonly chosen: string | null;
  readonly onChoose: (chosen: Chosen | null) => void;
  /** A place is being put on the map: a click, or Enter for the middle, gives its point. */
  readonly onPut?: ((point: GeoPoint) => void) | undefined;
  /** Esc: no place is put any more. */
  readonly onStop?: (() => void) | undefined;
  /** What stands over the map beside the chosen mark. */
  readonly card?: ReactNode;
  readonly height?: number;
  readonly width?: number;
  /** Width on paper, px: the map is drawn anew for it, so that its text stays readable. */
  readonly paper?: number;
  readonly map?: MapData;
}

/** A community with its settlements as circles and its providers as signs; zoom and movement by mouse, wheel and keys. */
export function PlacesMap({ code, places, signs, near, tone, name, chosen, onChoose, onPut, onStop, card, height: tall = 460, width: fixed = 700, paper, map: given }: Props) {
  const { t, lang } = useWords();
  const map = useMap(given);
  const help = useId();
  const [outer, seen] = useWidth<HTMLDivElement>(fixed);
  const [width, height] = paper === undefined ? [seen, tall] : [paper, paper];
  const frame = useRef<HTMLDivElement>(null);
  const { view: hand, zoom, reset, lookAt, moved, handlers } = useMapView(frame, width, height);
  const pressed = useRef<readonly [number, number] | null>(null);
  const [crossing, setCrossing] = useState(false);
  const putting = onPut !== undefined;
  useEffect(() => { if (putting) frame.current?.focus(); }, [putting]);

  const points = useMemo(() => [...places, ...signs], [places, signs]);
  const drawn = useMemo(() => (map === null || map === 'failed' ? null : layoutPlaces(map, code, near.map((each) => each.code), points, width, height)), [map, code, near, points, width, height]);
  // A map that was zoomed is printed with the same middle.
  const onScreen = useMemo(() => (paper === undefined || !moved || map === null || map === 'failed' ? null : layoutPlaces(map, code, near.map((each) => each.code), points, seen, tall)), [paper, moved, map, code, near, points, seen, tall]);
  const view = useMemo(() => {
    if (!onScreen || !drawn) return hand;
    const [x, y] = basePoint(drawn, geoPoint(onScreen, (seen / 2 - hand.x) / hand.k, (tall / 2 - hand.y) / hand.k));
    return { k: hand.k, x: width / 2 - x * hand.k, y: height / 2 - y * hand.k };
  }, [onScreen, drawn, hand, seen, tall, width, height]);
  // Paper does not wait.
  const late = useDeferredValue(view);
  const calm = paper === undefined ? late : view;
  const u = unit();
  const marks = useMemo(() => (drawn ? placeMarks(drawn, calm, { places, signs, near }, width, height, u) : null), [drawn, calm, places, signs, near, width, height, u]);

  if (map === 'failed') return <p className="note">{t('map.failed')}</p>;
  const put = (x: number, y: number): void => { if (drawn && onPut) onPut(geoPoint(drawn, (x - view.x) / view.k, (y - view.y) / view.k)); };
  const onClick = (event: MouseEvent): void => {
    const from = pressed.current;
    if (!from || Math.hypot(event.clientX - from[0], event.clientY - from[1]) > 4) return;
    const edge = frame.current?.getBoundingClientRect();
    if (edge && onPut) put(event.clientX - edge.left, event.clientY - edge.top);
    else onChoose(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && onPut && event.target === frame.current) { event.preventDefault(); put(width / 2, height / 2); } else if (event.key === 'Escape' && onPut) onStop?.();
    else if (event.key === 'Escape' && chosen !== null) onChoose(null);
    else handlers.onKeyDown(event);
  };
  const bar = drawn && scaleBar(pxPerKm(drawn) * view.k, 110 * u);
  return (
    <div className={`mp mp-places mp-${tone}${putting ? ' mp-put' : ''}`} ref={outer}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the map is zoomed and moved by keys, so it takes the focus */}
      <div className="mp-frame" ref={frame} role="group" tabIndex={0} aria-label={t(putting ? 'map.put' : 'map.view')} aria-describedby={help} style={{ height }} {...handlers} onClick={onClick} onKeyDown={onKeyDown}
        onPointerDown={(event) => { pressed.current = [event.clientX, event.clientY]; handlers.onPointerDown(event); }} onFocus={(event) => setCrossing(event.target === frame.current)} onBlur={() => setCrossing(false)}>
        <span id={help} className="vh">{name}</span>
        {!drawn || !marks ? <p className="note mp-wait">{t(map === null ? 'map.wait' : 'map.empty')}</p> : (
          <PlacesShapes drawn={drawn} view={view} marks={marks} width={width} height={height} name={name} still={calm === view} chosen={chosen} quiet={putting} onChoose={onChoose}
            onReach={(point) => { const [x, y] = basePoint(drawn, point); lookAt(x, y); }} bar={bar && { px: bar.px, text: t('map.km', { value: formatNumber(bar.km, lang, { digits: { min: 0, max: 1 } }) }) }} cross={putting && crossing} />
        )}
        {drawn && <MapKeys zoom={zoom} reset={reset} moved={moved} />}
        {marks && marks.left > 0 && <p className="mp-left note" role="status">{t('map.left', { count: marks.left })}</p>}
        {card}
      </div>
    </div>
  );
}
