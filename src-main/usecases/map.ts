import type { map as methods } from '../contract/api/map.ts';
import { mapView } from './mapView.ts';
import { today, type Handlers } from './program.ts';

/** Use cases of the map. Settlements are placed by `place.point`. */
export const map: Handlers<keyof typeof methods> = {
  'map.view': (program, { year, scenario, ...asked }) => ({ ...mapView(program.model(year, scenario), program.data, asked), today: today(program) }),
};
