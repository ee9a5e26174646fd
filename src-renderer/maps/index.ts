/** Maps of the program. Boundaries are read when the first map is shown. */
export { loadMap, readMap, useMap, type MapData } from './load.ts';
export { UkraineMap, type MapHit } from './UkraineMap.tsx';
export { CommunityMap, communityTable, type MapCommunity, type MapPlace } from './CommunityMap.tsx';
