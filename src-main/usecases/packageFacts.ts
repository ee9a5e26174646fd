import type { PackageAnswer, PackageCell } from '../contract/api/package.ts';
import type { Range } from '../contract/models.ts';
import { sumKnown, wayByProviders } from '../domain/package/ways.ts';
import { isInside, providersIn, seatOf, unitsOf } from './facts.ts';
import { remember } from './memo.ts';
import { provisionOf } from './capacityFacts.ts';
import type { PlanModel } from './model.ts';
import { needAt } from './needFacts.ts';

/** Places of a level: starosta districts with what stands outside them, or the settlements. */
export function placesAt(model: PlanModel, level: 'districts' | 'settlements'): readonly string[] {
  const below = (id: string): readonly string[] => model.children(id).flatMap((child) => {
    const district = model.territory(child)?.kind === 'starosta';
    return level === 'settlements' && district && model.children(child).length > 0 ? below(child) : [child];
  });
  const places = below(model.root);
  return places.length > 0 ? places : [model.root];
}

const NOTHING = { basis: '', asOf: '', note: '' } as const;

/** What is known of a service at a place: its own answer, that of the district around it, or what the providers show. */
export function answerAt(model: PlanModel, service: string, territory: string): Omit<PackageCell, 'need'> {
  const stored = (place: string): PackageAnswer | undefined => model.packageAnswers.get(`${service} ${place}`);
  const own = stored(territory);
  if (own) return { ...own, from: 'own' };
  for (let id = model.territory(territory)?.parent ?? null; id !== null; id = model.territory(id)?.parent ?? null) {
    const around = stored(id);
    if (around) return { ...around, territory, from: 'district' };
  }
  const way = wayByProviders(offersAt(model, service, territory), provisionOf(model, service).provided);
  return { territory, way, from: way === null ? 'none' : 'providers', ...NOTHING };
}

function offersAt(model: PlanModel, service: string, territory: string): Parameters<typeof wayByProviders>[0] {
  return providersIn(model, service, model.root).flatMap((id) => [id, ...unitsOf(model, id).map((unit) => unit.id)]).flatMap((id) => {
    const row = model.providers.find((each) => each.id === id);
    if (!row?.services.includes(service)) return [];
    // Without a settlement nobody knows where in the community the provider sits: it counts as the centre.
    const seat = seatOf(model, id);
    return [{ inside: seat === territory || (seat !== model.root && isInside(model, seat, territory)), mobile: row.kind === 'mobile_team' }];
  });
}

/** The largest places where the service is absent everywhere inside, with who needs it there and who lives there. */
export const absentAt = (model: PlanModel, service: string): { readonly places: readonly string[]; readonly need: Range; readonly residents: Range } =>
  remember(model, service, 'absent', () => {
    const whole = (id: string): readonly string[] => {
      const inside = model.children(id);
      if (inside.length === 0) return answerAt(model, service, id).way === 'absent' ? [id] : [];
      const parts = inside.map(whole);
      return parts.every((part, at) => part[0] === inside[at]) ? [id] : parts.flat();
    };
    const places = whole(model.root);
    return {
      places, need: sumKnown(places.map((place) => needAt(model, service, place).result.general)),
      residents: sumKnown(places.map((place) => model.series.total('population', {}, place).range)),
    };
  });
