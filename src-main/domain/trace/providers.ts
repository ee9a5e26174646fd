import type { Range } from '../../contract/models.ts';
import { chain, hasSpread, num, type Operand, pieces, type Refs, roundedShare, say, type Step, step, type TracePieces } from './pieces.ts';

const spread = (r: Range, unit: Operand['unit']): Step[] => (hasSpread(r) ? [step(num(r.low, unit), '–', num(r.high, unit))] : []);

/** Persons per filled post at a provider. Refs: `served`, `postsFilled`. */
export const caseloadTrace = (served: Range, filled: Range, r: Range, refs: Refs): TracePieces => pieces(say('formula.caseload'),
  [step(num(served.base, 'person', refs['served']), ' / ', num(filled.base, 'post', refs['postsFilled']), ' = ', num(r.base, 'perPost')), ...spread(r, 'perPost')]);

/** Vacant posts at a provider. Refs: `posts`, `postsFilled`. */
export const providerVacanciesTrace = (posts: Range, filled: Range, r: Range, refs: Refs): TracePieces => pieces(say('formula.vacancies'),
  [step(num(posts.base, 'post', refs['posts']), ' − ', num(filled.base, 'post', refs['postsFilled']), ' = ', num(r.base, 'post'))]);

/** Cost of one recipient a year. `served` = each service's people with where to ask for them. */
export const costTrace = (thousands: Range, served: readonly Operand[], r: Range, refs: Refs): TracePieces => pieces(say('formula.costPerRecipient'),
  [step(num(thousands.base, 'thousandUah', refs['providerCost']), ' × 1000 / ', ...(served.length > 1 ? ['(', ...chain(served, ' + '), ')'] : served), ' = ', num(r.base, 'uah')), ...spread(r, 'uah')],
  [served.length > 1 && say('assumption.servicesAdded')]);

/** Coverage of a place by a provider. Refs: `served`, `identified`. */
export const providerCoverageTrace = (served: Range, identified: Range, r: Range, refs: Refs): TracePieces => pieces(say('formula.providerCoverage'),
  [step(num(served.base, 'person', refs['served']), ' / ', num(identified.base, 'person', refs['identified']), ' = ', num(r.base, 'share')), ...spread(r, 'share')],
  [r.base !== null && r.base > 1 && say('assumption.servedAbove')], roundedShare(r));
