import type { CommunityView, Neighbour } from '../contract/api/community.ts';
import type { Cell, MeasureId, Num } from '../contract/models.ts';
import type { BundledData } from '../reference/load.ts';
import { exact } from '../domain/range.ts';
import { figureCell } from './cells.ts';
import type { PlanModel } from './model.ts';
import { resultNum } from './num.ts';

/** Facts of the community in the order they are shown. */
const FACTS: readonly MeasureId[] = [
  'population', 'populationUrban', 'populationRural', 'area', 'settlements', 'neighbours', 'declarations', 'idpBalance',
  'budgetIncome', 'budgetOwnIncome', 'budgetTransfers', 'personalIncomeTax', 'ownIncomePerPerson', 'distanceToOblastCentre', 'cnapPoints',
];

const factCell = (model: PlanModel, measure: MeasureId): Cell =>
  figureCell(model, model.key(measure, {}, model.root));

/** The facts about the community as cells. */
export const communityFacts = (model: PlanModel): readonly Cell[] => FACTS.map((measure) => factCell(model, measure));

/** Neighbours by the bundled borders, without those dropped and with those added. */
export function neighbours(model: PlanModel, data: BundledData): readonly Neighbour[] {
  const bundled = new Map(model.meta.community === null ? [] : data.neighboursOf(model.meta.community).map((row) => [row.code, row]));
  return model.neighbours.filter((row) => !row.removed).flatMap((row): Neighbour[] => {
    const known = bundled.get(row.code);
    if (known) return [{ code: known.code, name: known.name, raion: known.raion, oblast: known.oblast, population: known.population, borderKm: known.borderKm, sameRaion: known.sameRaion, doubtful: known.doubtful, added: false }];
    const c = data.community(row.code);
    return c ? [{ code: c.code, name: c.name, raion: c.raion, oblast: c.oblast, population: c.population.total, borderKm: row.borderKm, sameRaion: c.raion.uk === model.meta.raion.uk, doubtful: false, added: true }] : [];
  }).sort((a, b) => (b.borderKm ?? 0) - (a.borderKm ?? 0));
}

/** A bundled figure shown beside the present one; it is not a figure of the plan. */
function bundled(value: number | null): Num {
  return resultNum(exact(value), 'person', null, { state: value === null ? 'unknown' : 'known' });
}

/** What the community page shows. */
export function communityView(model: PlanModel, data: BundledData): CommunityView {
  const { meta } = model;
  const c = meta.community === null ? undefined : data.community(meta.community);
  const own = (measure: MeasureId): Num => factCell(model, measure);
  return {
    code: meta.community, name: model.territory(model.root)?.name ?? meta.title, type: meta.type, center: meta.centre, raion: meta.raion, oblast: meta.oblast, status: meta.status,
    facts: communityFacts(model),
    population: { cell: factCell(model, 'population'), prewar: bundled(c?.population.total ?? null), declarations: own('declarations'), idpBalance: own('idpBalance') },
    territories: model.territories.map((row) => ({
      id: row.id, parent: row.parent, kind: row.kind, name: row.name, category: row.category, formerName: row.formerName, lat: row.lat, lon: row.lon,
      population: figureCell(model, model.key('population', {}, row.id)),
    })),
    neighbours: neighbours(model, data), credits: meta.credits,
  };
}
