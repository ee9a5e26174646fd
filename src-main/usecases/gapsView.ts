import type { GapCell, GapRow, GapsView, RankRow } from '../contract/api/gaps.ts';
import type { ServiceInfo } from '../contract/api/needs.ts';
import type { FigureKey, Num, Sentence } from '../contract/models.ts';
import { isAssumedNorm } from '../domain/capacity/capacity.ts';
import { isAssumed } from '../domain/facts.ts';
import type { PostsMissing } from '../domain/gaps/gap.ts';
import { easeOf, priorityOf, riskOf, type Priority } from '../domain/gaps/priority.ts';
import { exact, isKnown } from '../domain/range.ts';
import { capacityAt, gapAt, providedAt, type ServiceCapacity } from './capacityFacts.ts';
import { capacityNums } from './capacityView.ts';
import { figureCell, numOf } from './cells.ts';
import { countedOf } from './facts.ts';
import { remember } from './memo.ts';
import { roundPersons } from '../domain/rounding.ts';
import type { PlanModel } from './model.ts';
import { needAt, resultRef, type ServiceNeed } from './needFacts.ts';
import { needNums } from './needsView.ts';
import { countedUnit, notApplicable, resultNum } from './num.ts';
import { sentence } from './program.ts';

interface Row { readonly service: ServiceInfo; readonly need: ServiceNeed; readonly capacity: ServiceCapacity; readonly provided: 'yes' | 'no' | 'unknown' }

/** Territories shown as columns: the starosta districts, or the settlements when there are none. */
export function gapTerritories(model: PlanModel): readonly { readonly id: string; readonly name: { readonly uk: string; readonly en: string | null } }[] {
  const direct = model.children(model.root).flatMap((id) => model.territory(id) ?? []);
  return direct.map((row) => ({ id: row.id, name: row.name }));
}

/** The cells to fill before the posts lacking can be seen: the need first, then the load, then the filled posts. */
function postsMissingCells(model: PlanModel, service: string, territory: string, posts: PostsMissing, unmet: Num, capacity: ServiceCapacity): readonly FigureKey[] {
  const key = (measure: 'loadPerPost' | 'postsFilled') => model.key(measure, { service }, territory);
  return [
    ...unmet.missing,
    ...(posts.missing.includes('loadPerPost') ? [key('loadPerPost')] : []),
    ...(posts.missing.includes('freeCapacity') && capacity.result.missing.includes('postsFilled') ? [key('postsFilled')] : []),
  ];
}

/** The gap of a service at a territory as the matrix shows it. */
export const gapCell = (model: PlanModel, service: string, territory: string): GapCell =>
  remember(model, service, `gap ${territory}`, () => findCell(model, service, territory));

function findCell(model: PlanModel, service: string, territory: string): GapCell {
  const need = needAt(model, service, territory);
  const capacity = capacityAt(model, service, territory);
  const gap = gapAt(need, capacity);
  const nums = needNums(model, need, service, territory);
  const posts = model.service(service).applies.posts
    ? resultNum(gap.posts.posts, 'post', resultRef(model, 'gapPosts', { service }, territory), { assumed: need.result.assumed || isAssumedNorm(capacity.load.norm) || isAssumed(capacity.facts.postsFilled), recalled: capacity.load.norm?.confidence === 'recalled', missing: postsMissingCells(model, service, territory, gap.posts, nums.unmet, capacity) })
    : notApplicable('post');
  return {
    territory, unmet: nums.state === 'conflict' ? nums.excess : nums.unmet, coverage: nums.coverage, posts, need: nums.general,
    served: servedNum(model, service, territory),
  };
}

/** The people served as the needs page shows them; a number carried over does not count yet, so it stays not known here. */
function servedNum(model: PlanModel, service: string, territory: string): Num {
  const key = model.key('served', { service }, territory);
  const num = numOf(figureCell(model, key));
  return num.state === 'carried' ? resultNum(exact(null), num.unit, null, { missing: [key] }) : { ...num, missing: num.value === null ? [key] : [] };
}

/** The gap in persons, posts and places. */
export function gapNums(model: PlanModel, service: string, territory: string): Pick<GapRow, 'gapPersons' | 'gapPosts' | 'vacantPosts' | 'newPosts' | 'gapPlaces' | 'freePlaces' | 'newPlaces'> {
  const gap = gapAt(needAt(model, service, territory), capacityAt(model, service, territory));
  const cell = gapCell(model, service, territory);
  const { capacity } = capacityNums(model, service, territory);
  const ref = (id: 'gapPersons' | 'gapPosts' | 'gapPlaces') => resultRef(model, id, { service }, territory);
  const { applies } = model.service(service);
  const keys = (...measures: readonly ('posts' | 'postsFilled' | 'places' | 'occupied')[]) => measures.map((measure) => model.key(measure, { service }, territory));
  const postPart = (n: number | null): Num => (applies.posts ? resultNum(exact(n), 'post', ref('gapPosts'), { assumed: cell.posts.assumed, recalled: cell.posts.recalled, missing: n !== null ? [] : cell.posts.missing.length > 0 ? cell.posts.missing : keys('posts', 'postsFilled') }) : notApplicable('post'));
  const assumedPlaces = cell.need.assumed || cell.unmet.assumed || isAssumed(capacityAt(model, service, territory).facts.turnover);
  const placePart = (n: number | null): Num => (applies.places
    ? resultNum(exact(n), 'place', ref('gapPlaces'), { assumed: assumedPlaces, missing: n !== null ? [] : cell.unmet.missing.length > 0 ? cell.unmet.missing : keys('places', 'occupied') }) : notApplicable('place'));
  return {
    gapPersons: resultNum(gap.persons, countedUnit('person', countedOf(model, service, territory)), ref('gapPersons'), { assumed: capacity.assumed || cell.need.assumed, recalled: capacity.recalled, missing: [...cell.unmet.missing, ...capacity.missing] }),
    gapPosts: cell.posts, vacantPosts: postPart(gap.posts.fromVacancies), newPosts: postPart(gap.posts.newPosts),
    freePlaces: placePart(gap.places.fromFree), newPlaces: placePart(gap.places.newPlaces),
    gapPlaces: applies.places ? resultNum(gap.places.places, 'place', ref('gapPlaces'), { assumed: assumedPlaces, missing: cell.unmet.missing }) : notApplicable('place'),
  };
}

function gapRow(model: PlanModel, { service, provided }: Row, territories: readonly { readonly id: string }[]): GapRow {
  return {
    ...service, total: gapCell(model, service.id, model.root), cells: territories.map((territory) => gapCell(model, service.id, territory.id)),
    ...gapNums(model, service.id, model.root), capacity: capacityNums(model, service.id, model.root).capacity, noProvider: provided === 'no',
  };
}

/** Score of a service among all, or null while its unmet need is not known. */
export const priorities = (model: PlanModel): ReadonlyMap<string, Priority> => remember(model, 'all', 'priorities', () => findPriorities(model));

function findPriorities(model: PlanModel): ReadonlyMap<string, Priority> {
  const rows = gapRows(model);
  const unmet = (row: Row): number | null => (isKnown(row.need.result.unmet) && row.need.result.excess === 0 ? row.need.result.unmet.base : null);
  const largest = (counted: string): number => Math.max(0, ...rows.filter((row) => countedOf(model, row.service.id, model.root) === counted).map((row) => unmet(row) ?? 0));
  return new Map(rows.flatMap((row) => {
    const { result } = row.capacity;
    const ease = easeOf({ unmet: unmet(row), free: result.free.base, vacancyEffect: result.vacancyEffect.base });
    const score = priorityOf({
      basic: row.service.basic, provided: row.provided, unmet: unmet(row), largestUnmet: largest(countedOf(model, row.service.id, model.root)),
      risk: riskOf(row.service.code), growth: null, ease,
    }, model.meta.weights);
    return score === null ? [] : [[row.service.id, score] as const];
  }));
}

/** Services with anything known about them, or basic ones: the rows of the matrix. */
function gapRows(model: PlanModel): readonly Row[] {
  return model.services.map((service): Row => {
    const need = needAt(model, service.id, model.root);
    return { service, need, capacity: capacityAt(model, service.id, model.root), provided: providedAt(model, service.id, need) };
  }).filter((row) => row.service.basic || row.need.identified.source !== 'none' || row.need.served.source !== 'none' || row.need.survey !== null || row.capacity.used);
}

function rankRow(model: PlanModel, row: Row, priority: Priority): RankRow {
  const { result } = row.need;
  const unit = countedUnit('person', countedOf(model, row.service.id, model.root));
  const reason: Sentence[] = [];
  if (row.service.basic) reason.push(sentence(row.provided === 'no' ? 'reason.basicNoProvider' : 'reason.basic'));
  if (result.unmet.base !== null) reason.push(sentence(`reason.without.${unit}`, { n: roundPersons(result.unmet.base), count: roundPersons(result.unmet.base) }));
  if (result.coverage.base !== null) reason.push(sentence('reason.coverage', { share: result.coverage.base }));
  return {
    service: row.service.id,
    score: resultNum(priority.score, 'count', resultRef(model, 'priority', { service: row.service.id }, model.root), { state: 'computed', assumed: result.assumed }),
    parts: priority.parts.map((part, index) => ({ id: part.id, of: part.of, points: priority.shown[index] ?? 0 })), reason,
  };
}

/** Order of the matrix and of charts: the largest known gap first, unknown last. */
const byUnmet = (a: Row, b: Row): number => (b.need.result.unmet.base ?? -1) - (a.need.result.unmet.base ?? -1);

/** What the gaps page shows: matrix service × territory and the order of urgency. */
export const gapsView = (model: PlanModel): GapsView => remember(model, 'all', 'gaps', () => view(model));

function view(model: PlanModel): GapsView {
  const territories = gapTerritories(model);
  const rows = [...gapRows(model)].sort(byUnmet);
  const scores = priorities(model);
  const rank = rows.flatMap((row) => {
    const score = scores.get(row.service.id);
    return score && (row.need.result.unmet.base ?? 0) > 0 ? [rankRow(model, row, score)] : [];
  }).sort((a, b) => (b.score.value ?? 0) - (a.score.value ?? 0));
  return {
    territories, rows: rows.map((row) => gapRow(model, row, territories)), rank, weights: model.meta.weights,
    notRanked: rows.filter((row) => !scores.has(row.service.id)).length,
  };
}
