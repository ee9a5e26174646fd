import type { Range, Unit } from '../../contract/models.ts';
import type { CapacityFacts, CapacityResult, Norm } from '../capacity/capacity.ts';
import { factRange } from '../facts.ts';
import type { PlacesMissing, PostsMissing } from '../gaps/gap.ts';
import type { Priority } from '../gaps/priority.ts';
import { isKnown } from '../range.ts';
import { ceilQuarter, ceilWhole, isWhole } from '../rounding.ts';
import { chain, hasSpread, num, type Operand, pieces, type Refs, roundedOnce, say, type Step, step, type TracePieces } from './pieces.ts';

const loadNotes = (n: Norm | null) => [
  n !== null && hasSpread(n.range) && say('assumption.loadRange', { low: n.range.low, high: n.range.high }),
  n !== null && n.confidence === 'recalled' && say('assumption.recalledNorm'),
];

const product = (a: Operand, b: Operand, r: Range, unit: Unit): Step[] => [
  step(a, ' × ', b, ' = ', num(r.base, unit)), ...(hasSpread(r) ? [step(num(r.low, unit), '–', num(r.high, unit))] : []),
];

/** By staff. Refs: `postsFilled`, `loadPerPost`. */
export const capacityStaffTrace = (f: CapacityFacts, r: CapacityResult, refs: Refs, unit: Unit = 'person'): TracePieces => pieces(say('formula.capacityStaff'),
  product(num(factRange(f.postsFilled).base, 'post', refs['postsFilled']), num(f.loadPerPost?.range.base ?? null, 'perPost', refs['loadPerPost']), r.byStaff, unit), loadNotes(f.loadPerPost), roundedOnce(r.byStaff));

/** By places. Refs: `places`, `turnover`. */
export function capacityPlacesTrace(f: CapacityFacts, r: CapacityResult, refs: Refs, unit: Unit = 'person'): TracePieces {
  const turnover = factRange(f.turnover);
  return pieces(say('formula.capacityPlaces'), product(num(factRange(f.places).base, 'place', refs['places']), num(isKnown(turnover) ? turnover.base : 1, 'perPlace', refs['turnover']), r.byPlaces, unit),
    [r.turnoverOne && say('assumption.turnoverOne')], roundedOnce(r.byPlaces));
}

/** By vehicles. Refs: `vehicles`, `loadPerVehicle`. */
export const capacityVehiclesTrace = (f: CapacityFacts, r: CapacityResult, refs: Refs, unit: Unit = 'person'): TracePieces => pieces(say('formula.capacityVehicles'),
  product(num(factRange(f.vehicles).base, 'vehicle', refs['vehicles']), num(f.loadPerVehicle?.range.base ?? null, 'perVehicle', refs['loadPerVehicle']), r.byVehicles, unit), loadNotes(f.loadPerVehicle), roundedOnce(r.byVehicles));

/** By hours. Refs: `hours`, `hoursPerPerson`. */
export const capacityHoursTrace = (f: CapacityFacts, r: CapacityResult, refs: Refs, unit: Unit = 'person'): TracePieces => pieces(say('formula.capacityHours'), [
  step(num(factRange(f.hours).base, 'hour', refs['hours']), ' / ', num(factRange(f.hoursPerPerson).base, 'hour', refs['hoursPerPerson']), ' = ', num(r.byHours.base, unit)),
  ...(hasSpread(r.byHours) ? [step(num(r.byHours.low, unit), '–', num(r.byHours.high, unit))] : []),
], [], roundedOnce(r.byHours));

/** The smallest of the resources. Refs: `capacityStaff`, `capacityPlaces`, `capacityVehicles`, `capacityHours`. */
export function capacityTrace(f: CapacityFacts, r: CapacityResult, refs: Refs, unit: Unit = 'person'): TracePieces {
  const parts = [
    ...(f.applies.posts ? [num(r.byStaff.base, unit, refs['capacityStaff'])] : []),
    ...(f.applies.places ? [num(r.byPlaces.base, unit, refs['capacityPlaces'])] : []),
    ...(f.applies.vehicles ? [num(r.byVehicles.base, unit, refs['capacityVehicles'])] : []),
    ...(f.hours === null ? [] : [num(r.byHours.base, unit, refs['capacityHours'])]),
  ];
  const result = num(r.capacity.base ?? r.capacity.high, unit);
  return pieces(say(r.state === 'partial' ? 'formula.capacity.partial' : 'formula.capacity.known'), [
    parts.length === 1 ? step(...parts) : step('min(', ...chain(parts, '; '), ') = ', result),
  ], [
    r.state === 'partial' && say('assumption.atMost'), r.limit !== null && r.state === 'known' && parts.length > 1 && say(`assumption.limit.${r.limit}`),
    ...loadNotes(f.applies.posts ? f.loadPerPost : null), r.turnoverOne && say('assumption.turnoverOne'),
  ], roundedOnce(r.capacity));
}

/** Vacant posts. Refs: `posts`, `postsFilled`. */
export const vacanciesTrace = (f: CapacityFacts, r: CapacityResult, refs: Refs): TracePieces => pieces(say('formula.vacancies'),
  [step(num(factRange(f.posts).base, 'post', refs['posts']), ' − ', num(factRange(f.postsFilled).base, 'post', refs['postsFilled']), ' = ', num(r.overFilled ? -r.overFilled : r.vacancies, 'post'))],
  [r.overFilled !== null && r.overFilled > 0 && say('assumption.overFilled', { n: r.overFilled })]);

/** Persons that filling the vacancies would reach. Refs: `vacancies`, `loadPerPost`. */
export const vacancyEffectTrace = (f: CapacityFacts, r: CapacityResult, refs: Refs, unit: Unit = 'person'): TracePieces => pieces(say('formula.vacancyEffect'),
  product(num(r.vacancies, 'post', refs['vacancies']), num(f.loadPerPost?.range.base ?? null, 'perPost', refs['loadPerPost']), r.vacancyEffect, unit), loadNotes(f.loadPerPost), roundedOnce(r.vacancyEffect));

/** Gap in persons. Refs: `general`, `capacity`. */
export function gapPersonsTrace(general: Range, capacity: Range, gap: Range, refs: Refs, unit: Unit): TracePieces {
  const steps: Step[] = [step(num(general.base, unit, refs['general']), ' − ', num(capacity.base, unit, refs['capacity']), ' = ', num(gap.base, unit))];
  if (hasSpread(gap)) steps.push(step(num(gap.low, unit), '–', num(gap.high, unit)));
  return pieces(say('formula.gapPersons'), steps, [gap.base !== null && gap.base < 0 && say('assumption.reserve'), hasSpread(gap) && say('assumption.intervals')], roundedOnce(gap));
}

/** Posts lacking. Refs: `unmet`, `freeCapacity`, `loadPerPost`. */
export function gapPostsTrace(f: { readonly unmet: Range; readonly freeCapacity: Range; readonly load: Norm | null }, r: PostsMissing, refs: Refs, unit: Unit): TracePieces {
  const load = f.load?.range.base ?? null;
  const raw = f.unmet.base === null || f.freeCapacity.base === null || load === null || load === 0 ? null : Math.max(0, f.unmet.base - f.freeCapacity.base) / load;
  const steps: Step[] = [step('(', num(f.unmet.base, unit, refs['unmet']), ' − ', num(f.freeCapacity.base, unit, refs['freeCapacity']), ') / ', num(load, 'perPost', refs['loadPerPost']), ' = ', num(raw, 'post'))];
  if (hasSpread(r.posts)) steps.push(step(num(r.posts.low, 'post'), '–', num(r.posts.high, 'post')));
  return pieces(say('formula.gapPosts'), steps, [
    r.fromVacancies !== null && r.posts.base !== null && say('assumption.fromVacancies', { posts: r.posts.base, vacant: r.fromVacancies, fresh: r.newPosts }),
    !isKnown(f.freeCapacity) && r.posts.high !== null && say('assumption.freeUnknown', { n: r.posts.high }), ...loadNotes(f.load),
  ], raw === null ? null : say('rounding.quarter', { from: raw, to: ceilQuarter(raw) }));
}

/** Places lacking. Refs: `unmet`, `turnover`. */
export function gapPlacesTrace(f: { readonly unmet: Range; readonly turnover: Range }, r: PlacesMissing, refs: Refs, unit: Unit): TracePieces {
  const raw = f.unmet.base === null || f.turnover.base === null || f.turnover.base === 0 ? null : f.unmet.base / f.turnover.base;
  const steps: Step[] = [step(num(f.unmet.base, unit, refs['unmet']), ' / ', num(f.turnover.base, 'perPlace', refs['turnover']), ' = ', num(raw, 'place'))];
  if (hasSpread(r.places)) steps.push(step(num(r.places.low, 'place'), '–', num(r.places.high, 'place')));
  return pieces(say('formula.gapPlaces'), steps, [
    r.fromFree !== null && r.places.base !== null && say('assumption.fromFreePlaces', { places: r.places.base, free: r.fromFree, fresh: r.newPlaces }),
  ], raw === null || isWhole(raw) ? null : say('rounding.up', { from: raw, to: ceilWhole(raw) }));
}

/** Score of urgency. */
export const priorityTrace = (p: Priority): TracePieces => pieces(say('formula.priority'),
  [step(...chain(p.shown.map((points) => num(points, 'count')), ' + '), ' = ', num(p.shown.reduce((a, b) => a + b, 0), 'count'))],
  [say('assumption.priorityOwn'), ...p.parts.filter((part) => !part.known).map((part) => say(`assumption.priorityUnknown.${part.id}`, { of: part.of }))], say('rounding.parts'));

