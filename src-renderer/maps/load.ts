import { useEffect, useState } from 'react';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** A community or another area on the map. */
export interface HromadaProps { readonly code: string; readonly name: string; readonly hromada: 0 | 1 }
export interface RegionProps { readonly code: string; readonly name: string; readonly oblast?: string }
export type Area<P> = Feature<Geometry, P>;

/** Boundaries of Ukraine: communities, raions, oblasts (OCHA COD-AB, simplified to about 1 km). */
export interface MapData {
  readonly hromadas: readonly Area<HromadaProps>[];
  readonly raions: readonly Area<RegionProps>[];
  readonly oblasts: readonly Area<RegionProps>[];
}

/** Turns the bundled file into areas; throws when a layer is missing. */
export function readMap(topology: Topology): MapData {
  const layer = <P extends object>(name: string): readonly Area<P>[] => {
    const object = topology.objects[name];
    if (!object) throw new Error(`The map has no layer ${name}`);
    return (feature(topology, object as GeometryCollection<P>) as FeatureCollection<Geometry, P>).features;
  };
  return { hromadas: layer('hromadas'), raions: layer('raions'), oblasts: layer('oblasts') };
}

/** The bundled boundaries, copied beside the window by the build. */
const MAP_URL = new URL('../../resources/data/map.topo.json', import.meta.url).href;

let loading: Promise<MapData> | undefined;

/** The bundled boundaries, read once; a failed reading is tried again by the next caller. */
export function loadMap(): Promise<MapData> {
  loading ??= fetch(MAP_URL).then(async (reply) => {
    if (!reply.ok) throw new Error(`${MAP_URL}: ${reply.status}`);
    return readMap(await reply.json() as Topology);
  }).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** The boundaries, `null` while they are read, `failed` when they cannot be. */
export function useMap(given?: MapData): MapData | null | 'failed' {
  const [map, setMap] = useState<MapData | null | 'failed'>(given ?? null);
  useEffect(() => {
    if (given) return setMap(given);
    let mounted = true;
    loadMap().then((data) => { if (mounted) setMap(data); }, () => { if (mounted) setMap('failed'); });
    return () => { mounted = false; };
  }, [given]);
  return map;
}
