import { MEASURES } from '../contract/measures.ts';
import type { FigureKey, MeasureId } from '../contract/models.ts';

const PAGE_OF = { territory: 'community', group: 'groups', service: 'needs', groupService: 'needs', provider: 'capacity' } as const;
const CAPACITY_ONLY: ReadonlySet<MeasureId> = new Set<MeasureId>(['loadPerPost', 'turnover', 'vehicles', 'loadPerVehicle', 'hours', 'hoursPerPerson']);
const OF_CAPACITY: ReadonlySet<MeasureId> = new Set<MeasureId>(['posts', 'postsFilled']);

/** The page that has the cell of a figure. */
export const pageOfFigure = (key: Pick<FigureKey, 'measure' | 'provider'>): 'community' | 'groups' | 'needs' | 'capacity' =>
  (CAPACITY_ONLY.has(key.measure) || OF_CAPACITY.has(key.measure) || key.provider !== '' ? 'capacity' : PAGE_OF[MEASURES[key.measure].of]);
