import type { DrawnCommunity } from './layoutCommunity.ts';
import type { MapView } from './useView.ts';

/** The ground of a map: land, the community among its neighbours, borders of raions and oblasts. */
export function Land({ drawn, view, width, height }: { readonly drawn: DrawnCommunity; readonly view: MapView; readonly width: number; readonly height: number }) {
  return (
    <>
      <rect width={width} height={height} className="mp-land" />
      <g transform={`translate(${view.x} ${view.y}) scale(${view.k})`}>
        {drawn.shapes.map((s) => <path key={s.code} d={s.d} className={`mp-${s.kind}`} />)}
        {drawn.raions.map((d, i) => <path key={i} d={d} className="mp-raion" />)}
        {drawn.oblasts.map((d, i) => <path key={i} d={d} className="mp-border" />)}
        <path d={drawn.ownPath} className="mp-edge" />
      </g>
    </>
  );
}
