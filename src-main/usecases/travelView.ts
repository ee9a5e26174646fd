import type { TravelParameter, TravelView } from '../contract/api/reach.ts';
import { TRAVEL_MODES } from '../contract/lists.ts';
import type { Label, Num } from '../contract/models.ts';
import { stateOf, type Travel } from '../domain/reach/travel.ts';
import { UNKNOWN } from '../domain/range.ts';
import type { PlanModel } from './model.ts';
import { resultNum } from './num.ts';
import { today, type Program } from './program.ts';
import { defaultsOf, travelOf } from './reachFacts.ts';
import { endOf } from './reachPoints.ts';

/** Parameters with what the plan says of them. */
export const parameterRows = (program: Program, model: PlanModel): readonly TravelParameter[] => defaultsOf(program, model).map((row) => {
  const own = model.travel.parameters.find((each) => each.parameter === row.id);
  const base = { id: row.id, label: row.label, unit: row.unit, note: row.note };
  return own === undefined ? { ...base, low: row.low, base: row.base, high: row.high, source: row.source, asOf: row.asOf, confidence: row.confidence, assumption: row.assumption, own: false }
    : { ...base, low: own.low, base: own.base, high: own.high, source: { uk: own.source, en: null }, asOf: own.asOf, confidence: 'verified', assumption: false, own: true };
});

const wayNum = (way: Travel | null): Num => resultNum(way?.minutes ?? UNKNOWN, 'minute', null, { assumed: way?.source === 'estimate' });

/** What the parts «час у дорозі», «населені пункти» and «параметри» of the page show. */
export function travelView(program: Program, model: PlanModel): TravelView {
  const travel = travelOf(program, model);
  const day = today(program);
  const name = (id: string): Label => model.territory(id)?.name ?? { uk: id, en: null };
  const settled = (id: string): boolean => model.territory(id)?.kind === 'settlement';
  return {
    today: day, parameters: parameterRows(program, model),
    corrections: model.travel.corrections.map((row) => {
      const way = settled(row.origin) && settled(row.destination) ? travel(endOf(model, row.origin), endOf(model, row.destination), row.mode, false) : null;
      const applied = way?.correction === row.id;
      return { ...row, state: stateOf(row, day), from: name(row.origin), to: name(row.destination), before: wayNum(applied ? way.before : way), now: wayNum(way) };
    }),
    places: model.territories.map((row) => {
      const said = model.travel.places.find((each) => each.territory === row.id);
      const point = model.travel.points.find((each) => each.territory === row.id) ?? null;
      return { terrain: '', bus: '', runs: null, busAccessible: '', taxi: '', source: '', ...said, territory: row.id, name: row.name, kind: row.kind, lat: row.lat, lon: row.lon, point };
    }),
    times: TRAVEL_MODES.flatMap((mode) => {
      const rows = model.travel.times.filter((row) => row.mode === mode);
      return rows.length === 0 ? [] : [{ mode, count: rows.length, source: [...new Set(rows.map((row) => row.source).filter(Boolean))].join('; '), asOf: rows.map((row) => row.asOf).toSorted().at(-1) ?? '' }];
    }),
  };
}
