/** Maps of the program. Boundaries are read when the first map is shown. */
export { loadMap, readMap, useMap, type MapData } from './load.ts';
export { UkraineMap, type MapHit } from './UkraineMap.tsx';
export { CommunityMap, communityTable } from './CommunityMap.tsx';
export type { MapCommunity, MapPlace } from './placeNames.ts';
export type { Chosen } from './placeMarks.ts';
export { PlacesMap } from './PlacesMap.tsx';
export { PlacesLegend } from './PlacesLegend.tsx';
export { usePrinting } from './usePrinting.ts';
export { saveSvg } from './svgFile.ts';
export { isOutside, layoutPlaces, type GeoPoint } from './layoutPlaces.ts';
export type { NearDatum, PlaceDatum, SignDatum } from './placeMarks.ts';
