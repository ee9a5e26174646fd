import { useMemo, useRef, type KeyboardEvent } from 'react';
import { useWidth } from '../charts/useWidth.ts';
import { useWords } from '../charts/words.ts';
import { boundsOf, fitBox, flatPath, ukraine } from './flat.ts';
import { useMap, type MapData } from './load.ts';
import { spread } from './spread.ts';
import './maps.css';

/** A numbered place found by a search. `label` says in words what it is (its accessible name). */
export interface MapHit { readonly id: string; readonly no: number; readonly lat: number; readonly lon: number; readonly label: string }

interface Props {
  readonly hits: readonly MapHit[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** Height in px for each px of width; the outline of Ukraine fits into it. */
  readonly ratio?: number;
  readonly width?: number;
  readonly map?: MapData;
}

/** Ukraine by oblasts with numbered places: one is chosen by a click, or with the arrows. */
export function UkraineMap({ hits, selected, onSelect, ratio = 0.68, width: fixed = 300, map: given }: Props) {
  const { t } = useWords();
  const map = useMap(given);
  const [box, width] = useWidth<HTMLDivElement>(fixed);
  const height = Math.round(width * ratio);
  const group = useRef<SVGGElement>(null);

  const drawn = useMemo(() => {
    if (map === null || map === 'failed') return null;
    const all = { type: 'FeatureCollection', features: map.oblasts } as const;
    const fit = fitBox(boundsOf(ukraine, all), width, height, 4);
    const path = flatPath(ukraine, fit);
    return { fit, oblasts: map.oblasts.map((o) => ({ id: o.properties.code, d: path.digits(1)(o as never) ?? '' })) };
  }, [map, width, height]);

  const places = useMemo(() => {
    if (!drawn) return [];
    const { k, x, y } = drawn.fit;
    return spread(hits.map((hit) => {
      const [px, py] = ukraine(hit.lon, hit.lat);
      return { hit, x: px * k + x, y: py * k + y };
    }), 17, [width, height]);
  }, [drawn, hits, width, height]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const now = hits.findIndex((h) => h.id === selected);
    const to = step === undefined ? { Home: hits.at(0), End: hits.at(-1), ' ': hits[Math.max(0, now)] }[event.key] : hits.at((Math.max(0, now) + step) % hits.length);
    if (!to) return;
    event.preventDefault();
    onSelect(to.id);
    group.current?.querySelector<SVGElement>(`[data-hit="${CSS.escape(to.id)}"]`)?.focus();
  };

  const tabStop = hits.some((h) => h.id === selected) ? selected : hits[0]?.id;
  return (
    <div className="mp" ref={box}>
      {map === 'failed' ? <p className="note">{t('map.failed')}</p> : !drawn ? <p className="note" style={{ height }}>{t('map.wait')}</p> : (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <g aria-hidden="true">{drawn.oblasts.map((o) => <path key={o.id} d={o.d} className="mp-oblast" />)}</g>
          <g role="radiogroup" aria-label={t('map.ukraine', { count: hits.length })} ref={group} onKeyDown={onKeyDown}>
            {places.map(({ item: { hit }, x, y, from }) => {
              const on = hit.id === selected;
              return (
                <g key={hit.id} role="radio" aria-checked={on} aria-label={`${hit.no}. ${hit.label}`} tabIndex={hit.id === tabStop ? 0 : -1} data-hit={hit.id} className={`mp-hit ${on ? 'on' : ''}`} onClick={() => onSelect(hit.id)}>
                  <title>{hit.label}</title>
                  {from && <path d={`M${from[0]} ${from[1]}L${x} ${y}`} className="mp-lead" />}
                  <circle cx={x} cy={y} r="12" fill="transparent" />
                  <circle cx={x} cy={y} r="8" className="mp-dot" />
                  <text x={x} y={y + 4} textAnchor="middle" aria-hidden="true">{hit.no}</text>
                </g>
              );
            })}
          </g>
        </svg>
      )}
      <p className="note mp-credit">{t('map.credit')}</p>
    </div>
  );
}
