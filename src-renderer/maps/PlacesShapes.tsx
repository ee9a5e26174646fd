import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { unit } from '../charts/layout.ts';
import { Hatch, svgId } from '../charts/marks.tsx';
import type { DrawnCommunity } from './layoutCommunity.ts';
import type { GeoPoint } from './layoutPlaces.ts';
import type { Chosen, Marks } from './placeMarks.ts';
import { Land } from './Land.tsx';
import { SignShape } from './SignShape.tsx';
import type { MapView } from './useView.ts';

interface Props {
  readonly drawn: DrawnCommunity; readonly view: MapView; readonly marks: Marks; readonly width: number; readonly height: number; readonly name: string; readonly still: boolean;
  readonly chosen: string | null; readonly quiet: boolean; readonly onChoose: (chosen: Chosen) => void; readonly onReach: (point: GeoPoint) => void;
  readonly bar: { readonly px: number; readonly text: string } | null; readonly cross: boolean;
}

/** The picture: land, neighbours, the community, circles, signs, labels, the scale. Circles and signs are buttons: one tab stop each, arrows go on. */
export function PlacesShapes({ drawn, view, marks, width, height, name, still, chosen, quiet, onChoose, onReach, bar, cross }: Props) {
  const u = unit();
  const hatch = svgId(useId());
  const hidden = (x: number, y: number): boolean => x < -40 || y < -40 || x > width + 40 || y > height + 40;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={name} className="mp-picture">
      <Hatch id={hatch} />
      <Land drawn={drawn} view={view} width={width} height={height} />
      <g className={still ? undefined : 'mp-moving'}>
        <g aria-hidden="true">{marks.labels.filter((label) => label.kind === 'near').map((label) => <text key={label.id} x={label.x} y={label.y + 4 * u} textAnchor="middle" lang={label.lang} className="t3 halo">{label.label}</text>)}</g>
        <Roving quiet={quiet} items={marks.places.map(({ place, circle, x, y }) => ({
          id: place.id, says: place.says, x, y, point: place, chosen: { kind: 'place', ids: [place.id], x, y },
          shape: hidden(x, y) ? null : (
            <>
              <circle r={Math.max(circle.r, 12 * u)} className="mp-reach" />
              <circle r={circle.r} className={`mp-circle mp-c-${circle.look}`} fill={circle.look === 'unknown' || circle.look === 'bound' ? `url(#${hatch})` : undefined} />
              <circle r={circle.r + 3 * u} className={`mp-ring${chosen === place.id ? ' on' : ''}`} />
            </>
          ),
        }))} onChoose={onChoose} onReach={onReach} />
        <Roving quiet={quiet} items={marks.signs.map(({ id, signs, x, y }) => ({
          id, says: `${signs.length > 1 ? `${signs.length}: ` : ''}${signs.map((sign) => sign.says).join('; ')}`, x, y, point: signs[0] ?? null, chosen: { kind: 'signs', ids: signs.map((sign) => sign.id), x, y },
          shape: hidden(x, y) ? null : (
            <>
              <circle r={12 * u} className="mp-reach" />
              <SignShape shape={signs[0]?.shape ?? 'other'} state={signs[0]?.state ?? 'works'} count={signs.length} scale={u} />
              <circle r={11 * u} className={`mp-ring${chosen === id ? ' on' : ''}`} />
            </>
          ),
        }))} onChoose={onChoose} onReach={onReach} />
        <g aria-hidden="true" className="mp-names">
          {marks.labels.filter((label) => label.kind !== 'near').map((label) => (
            <text key={`${label.kind} ${label.id}`} x={label.x} y={label.y + 4 * u} textAnchor="middle" lang={label.lang} className={label.kind === 'state' ? 't2 halo mp-state' : 'halo'}>{label.value === '' ? label.label : `${label.label}\u00A0${label.value}`}</text>
          ))}
        </g>
      </g>
      {bar && (
        <g transform={`translate(${10 * u} ${height - 12 * u})`} aria-hidden="true">
          <path d={`M0 -5V0H${bar.px}V-5`} className="mp-bar" /><text x={bar.px + 6 * u} y={1} className="t2 halo">{bar.text}</text>
        </g>
      )}
      {cross && <path d={`M${width / 2 - 14} ${height / 2}h28M${width / 2} ${height / 2 - 14}v28`} className="mp-cross" />}
    </svg>
  );
}

interface Item { readonly id: string; readonly says: string; readonly x: number; readonly y: number; readonly point: GeoPoint | null; readonly chosen: Chosen; readonly shape: ReactNode }

/** Marks as one stop of the Tab key: arrows go to the next and the one before, Home and End to the first and the last, Enter and Space choose. */
function Roving({ items, quiet, onChoose, onReach }: { readonly items: readonly Item[]; readonly quiet: boolean; readonly onChoose: (chosen: Chosen) => void; readonly onReach: (point: GeoPoint) => void }) {
  const group = useRef<SVGGElement>(null);
  const [at, setAt] = useState('');
  const stop = items.some((item) => item.id === at) ? at : items[0]?.id;
  const onKeyDown = (event: KeyboardEvent, item: Item): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const now = items.indexOf(item);
    const step = { ArrowRight: now + 1, ArrowDown: now + 1, ArrowLeft: now - 1, ArrowUp: now - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Enter' || event.key === ' ') onChoose(item.chosen);
    else if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const to = step === undefined ? undefined : items.at(step % items.length);
    if (!to) return;
    setAt(to.id);
    if (to.point) onReach(to.point);
    group.current?.querySelector<SVGElement>(`[data-mark="${CSS.escape(to.id)}"]`)?.focus({ preventScroll: true });
  };
  return (
    <g ref={group}>
      {items.map((item) => (
        <g key={item.id} data-mark={item.id} role="button" tabIndex={quiet ? -1 : item.id === stop ? 0 : -1} aria-label={item.says} className="mp-mark" transform={`translate(${item.x} ${item.y})`}
          onPointerDown={(event) => { if (!quiet) event.stopPropagation(); }} onClick={(event) => { if (quiet) return; event.stopPropagation(); setAt(item.id); onChoose(item.chosen); }}
          onFocus={() => setAt(item.id)} onKeyDown={(event) => onKeyDown(event, item)}>
          <title>{item.says}</title>
          {item.shape}
        </g>
      ))}
    </g>
  );
}
