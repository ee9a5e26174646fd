import type { TravelMatrix, TravelMode, TravelParameter, TravelView } from '../contract/api/reach.ts';
import { TRAVEL_MODES } from '../contract/lists.ts';
import type { Label, Num } from '../contract/models.ts';
import { stateOf, type Travel } from '../domain/reach/travel.ts';
import { UNKNOWN } from '../domain/range.ts';
import type { PlanModel } from './model.ts';
import { resultNum } from './num.ts';
import { today, type Program } from './program.ts';
import { defaultsOf, travelOf } from './reachFacts.ts';
import { endOf, originsOf } from './reachPoints.ts';
import { placeName } from './placeNames.ts';

/** Parameters with what the plan says of them. */
export const parameterRows = (program: Program, model: PlanModel): readonly TravelParameter[] => defaultsOf(program, model).map((row) => {
  const own = model.travel.parameters.find((each) => each.parameter === row.id);
  const base = { id: row.id, label: row.label, unit: row.unit, note: row.note };
  return own === undefined ? { ...base, low: row.low, base: row.base, high: row.high, source: row.source, asOf: row.asOf, confidence: row.confidence, assumption: row.assumption, own: false }
    : { ...base, low: own.low, base: own.base, high: own.high, source: { uk: own.source, en: null }, asOf: own.asOf, confidence: 'verified', assumption: false, own: true };
});

/** One way, or the fewest and most minutes of all ways between two districts; one of them not known: the same of all. */
function waysNum(ways: readonly (Travel | null)[]): Num {
  const [first] = ways;
  if (ways.length < 2) return resultNum(first?.minutes ?? UNKNOWN, 'minute', null, { assumed: first?.source === 'estimate' });
  const all = ways.map((way) => way?.minutes?.base ?? null);
  const [low, high] = all.some((each) => each === null) ? [null, null] : [Math.min(...(all as number[])), Math.max(...(all as number[]))];
  return resultNum({ low, base: low === high ? low : null, high }, 'minute', null, { assumed: ways.some((way) => way?.source === 'estimate') });
}

/** What the parts «час у дорозі», «населені пункти» and «параметри» of the page show. */
export function travelView(program: Program, model: PlanModel): TravelView {
  const travel = travelOf(program, model);
  const day = today(program);
  const name = (id: string): Label => placeName(model, id) ?? { uk: id, en: null };
  /** Settlements of a territory: itself, or those inside. */
  const settled = (id: string): readonly string[] => (model.children(id).length === 0 ? [id] : model.children(id).flatMap(settled));
  return {
    today: day, parameters: parameterRows(program, model),
    corrections: model.travel.corrections.map((row) => {
      const ways = settled(row.origin).flatMap((from) => settled(row.destination).map((to) => travel(endOf(model, from), endOf(model, to), row.mode, false)));
      return { ...row, state: stateOf(row, day), from: name(row.origin), to: name(row.destination), before: waysNum(ways.map((way) => (way.correction === row.id ? way.before : way))), now: waysNum(ways) };
    }),
    places: model.territories.map((row) => {
      const said = model.travel.places.find((each) => each.territory === row.id);
      const point = model.travel.points.find((each) => each.territory === row.id) ?? null;
      return { terrain: '', bus: '', runs: null, busAccessible: '', taxi: '', source: '', ...said, territory: row.id, name: name(row.id), kind: row.kind, lat: row.lat, lon: row.lon, point };
    }),
    times: TRAVEL_MODES.flatMap((mode) => {
      const rows = model.travel.times.filter((row) => row.mode === mode);
      return rows.length === 0 ? [] : [{ mode, count: rows.length, source: [...new Set(rows.map((row) => row.source).filter(Boolean))].join('; '), asOf: rows.map((row) => row.asOf).toSorted().at(-1) ?? '' }];
    }),
  };
}

/** Minutes from every settlement to every other. */
export function travelMatrix(program: Program, model: PlanModel, mode: TravelMode): TravelMatrix {
  const travel = travelOf(program, model);
  const ends = originsOf(model).map((id) => endOf(model, id));
  return {
    mode, places: ends.map(({ settlement: id }) => ({ id, name: placeName(model, id) ?? { uk: id, en: null } })),
    rows: ends.map((from) => ends.map((to) => { const { minutes, source, why } = travel(from, to, mode, false); return { minutes: minutes?.base ?? null, source, why }; })),
  };
}
