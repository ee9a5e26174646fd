import type { FindOutRow, FindOutView } from '../contract/api/checks.ts';
import { MEASURES } from '../contract/measures.ts';
import type { Figure, FigureKey, Range, Unit } from '../contract/models.ts';
import { movable, swingOf } from '../domain/checks/swing.ts';
import { exact } from '../domain/range.ts';
import { roundPersons } from '../domain/rounding.ts';
import { candidatesOf, type Candidate } from './findOutCandidates.ts';
import { keyOnly, naming } from './checkSight.ts';
import { countedOf } from './facts.ts';
import type { PlanModel } from './model.ts';
import { needAt } from './needFacts.ts';
import { countedUnit, resultNum } from './num.ts';
import { pageOfFigure } from './pageOfFigure.ts';
import { sentence, type Program } from './program.ts';

/** The plan as it would be if one figure had this value and nobody doubted it: a published share keeps counting as one that says where it comes from. */
function whatIf(model: PlanModel, key: FigureKey, value: number, besides: readonly FigureKey[]): PlanModel {
  const counted = (at: FigureKey): Figure['counted'] => {
    const now = model.series.at(at.measure, at, at.territory);
    return now !== null && now.value !== null ? now.counted : at.service === '' ? 'person' : countedOf(model, at.service, at.territory);
  };
  const figure = (at: FigureKey, number: number): Figure => ({ ...keyOnly(at), value: number, low: null, high: null, method: 'register', source: at.measure === 'publishedRate' ? 'what if' : '', asOf: '', counted: counted(at), author: '', note: '', state: 'entered' });
  return { ...model, series: model.series.with([figure(key, value), ...besides.map((each) => figure(each, 0))]) };
}

/** Unmet need of some services together, of those counted in one unit; null when none of them is known. */
function unmetOf(model: PlanModel, services: readonly string[], unit: Unit): number | null {
  const known = services.filter((service) => countedUnit('person', countedOf(model, service, model.root)) === unit).flatMap((service) => needAt(model, service, model.root).result.unmet.base ?? []);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}

const rounded = ({ low, base, high }: Range, unit: Unit): Range => {
  const one = (value: number | null): number | null => (value === null || unit === 'share' ? value : roundPersons(value));
  return { low: one(low), base: one(base), high: one(high) };
};

function rowOf(program: Program, model: PlanModel, candidate: Candidate): FindOutRow | null {
  const { key, bounds, kind, services } = candidate;
  if (!movable(bounds)) return null;
  const unit = countedUnit('person', countedOf(model, services[0] ?? '', model.root));
  const [atLow, atHigh] = [bounds.low, bounds.high].map((value) => unmetOf(whatIf(model, key, value, candidate.asZero ?? []), services, unit)) as [number | null, number | null];
  if (atLow === null || atHigh === null) return null;
  const { low, high, swing } = swingOf(atLow, atHigh);
  if (roundPersons(swing) === 0) return null;
  const unmet = rounded({ low, base: unmetOf(model, services, unit), high }, unit);
  const count = roundPersons(swing);
  return {
    key: keyOnly(key), page: pageOfFigure(key), kind, what: sentence('checks.findOut.what', naming(program, model, key)),
    why: sentence(`checks.findOut.why.${candidate.why ?? kind}`, candidate.params ?? {}), bounds: rounded(bounds, MEASURES[key.measure].unit), boundsUnit: MEASURES[key.measure].unit === 'person' ? unit : MEASURES[key.measure].unit,
    unmet, unit, swing: count, services: services.length,
    text: sentence(`checks.findOut.text.${unit === 'family' ? 'family' : 'person'}`, { low: unmet.low, high: unmet.high, n: count, count }),
  };
}

/** What is begun is nearer to an answer than what is not. */
const begun = (row: FindOutRow): number => Number((row.bounds.low ?? 0) > 0 || row.unmet.base !== null);

/** What the page of checks says to find out next. */
export function findOutView(program: Program, model: PlanModel): FindOutView {
  const candidates = candidatesOf(model);
  const rows = candidates.flatMap((candidate) => rowOf(program, model, candidate) ?? []).sort((a, b) => Number(a.unit === 'family') - Number(b.unit === 'family') || b.swing - a.swing || begun(b) - begun(a));
  const all = model.services.map((service) => service.id);
  return {
    rows, unbounded: candidates.filter((candidate) => !movable(candidate.bounds)).length,
    now: (['person', 'family'] as const).map((unit) => resultNum(exact(unmetOf(model, all, unit)), unit, null)),
  };
}
