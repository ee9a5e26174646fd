import { unit } from '../charts/layout.ts';
import { Land } from './Land.tsx';
import type { DrawnCommunity } from './layoutCommunity.ts';
import type { PlacedName } from './placeNames.ts';
import type { MapView } from './useView.ts';

interface Props { readonly drawn: DrawnCommunity; readonly view: MapView; readonly names: readonly PlacedName[]; readonly width: number; readonly height: number; readonly label: string; readonly id: string; readonly still: boolean }

/** The picture itself: land, neighbours, the community, borders, names. */
export function CommunityShapes({ drawn, view, names, width, height, label, id, still }: Props) {
  const u = unit();
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} id={id}>
      <Land drawn={drawn} view={view} width={width} height={height} />
      <g className={still ? undefined : 'mp-moving'}>
        {names.map((n) => n.lead && <path key={n.id} d={`M${n.lead[0]} ${n.lead[1]}L${n.x} ${n.y}`} className="mp-lead" />)}
        {names.map((n) => n.lead && <circle key={n.id} cx={n.lead[0]} cy={n.lead[1]} r={2.2 * u} className="mp-tip" />)}
        {names.map((n) => n.point && <circle key={n.id} cx={n.point[0]} cy={n.point[1]} r={2.4 * u} className="mp-place" />)}
        {names.map((n) => (n.kind === 'place'
          ? n.label && <text key={n.id} x={n.x} y={n.y + 4 * u} textAnchor="middle" lang={n.lang} className={n.onOwn ? 'mp-in' : 'halo'}>{n.label}</text>
          : (
            <g key={n.id}>
              <text x={n.x} y={n.y - 2 * u} textAnchor="middle" lang={n.lang} className={n.kind === 'own' && !n.lead ? 'tb mp-in' : `halo ${n.kind === 'own' ? 'tb' : ''}`}>{n.label}</text>
              <text x={n.x} y={n.y + 11 * u} textAnchor="middle" className={n.kind === 'own' && !n.lead ? 'mp-in' : 't2 halo'}>{n.text}</text>
            </g>
          )))}
      </g>
    </svg>
  );
}
