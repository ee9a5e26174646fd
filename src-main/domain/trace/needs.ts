import type { Range, Unit } from '../../contract/models.ts';
import type { AssumedShare, NeedResult } from '../needs/need.ts';
import type { Overlap } from '../needs/overlap.ts';
import { SMALL_SAMPLE, type SurveyFacts, type SurveyRate } from '../needs/survey.ts';
import type { Total } from '../tree/totals.ts';
import { chain, factor, hasSpread, num, pieces, type Refs, roundedOnce, roundedShare, say, type Step, step, type TracePieces } from './pieces.ts';

const hiddenNote = (r: NeedResult) => r.hidden !== null && (r.basis === 'registry' || r.basis === 'max') && say('assumption.hiddenShare', { share: r.hidden });

/** Does the upper bound follow from the hidden share alone: register × (1 + share)? An own upper bound of the register makes it another one. */
const hiddenStep = (r: NeedResult): boolean => r.hidden !== null && r.registry.base !== null && r.registry.high === r.registry.base * (1 + r.hidden);

/** General need. Refs: `identified`, `survey`. */
export function generalNeedTrace(r: NeedResult, survey: Range | null, refs: Refs, unit: Unit): TracePieces {
  const registry = num(r.registry.base, unit, refs['identified']);
  const bySurvey = num(survey?.base ?? null, unit, refs['survey']);
  const result = num(r.general.base, unit);
  const steps: Step[] = r.basis === 'max' ? [step('max(', registry, '; ', bySurvey, ') = ', result)]
    : r.basis === 'survey' ? [step(bySurvey, ' = ', result)] : [step(registry, ' = ', result)];
  const byShare = hiddenStep(r) && r.basis !== 'survey';
  if (byShare) steps.push(step(registry, ' × ', factor(1 + (r.hidden ?? 0)), ' = ', num(r.registry.high, unit)));
  if (hasSpread(r.general) && (!byShare || r.general.low !== r.general.base || r.general.high !== r.registry.high)) steps.push(step(num(r.general.low, unit), '–', num(r.general.high, unit)));
  const name = r.basis === 'none' ? 'registry' : r.basis;
  return pieces(say(`formula.generalNeed.${name}`), steps, [hiddenNote(r)], roundedOnce(r.general));
}

/** Need without the service. Refs: `identified`, `general`, `served`. */
export function unmetTrace(r: NeedResult, refs: Refs, unit: Unit): TracePieces {
  const served = num(r.met.base, unit, refs['served']);
  const byRegister = r.basis === 'registry' || r.basis === 'none';
  const from = byRegister ? num(r.registry.base, unit, refs['identified']) : num(r.general.base, unit, refs['general']);
  const conflict = r.excess !== null && r.excess > 0;
  const steps: Step[] = [step(from, ' − ', served, ' = ', num(conflict ? -(r.excess ?? 0) : r.unmet.base, unit))];
  const byShare = byRegister && hiddenStep(r) && r.met.low === r.met.base && (r.unmet.high ?? 0) > 0;
  if (byShare) steps.push(step(from, ' × ', factor(1 + (r.hidden ?? 0)), ' − ', served, ' = ', num(r.unmet.high, unit)));
  if (hasSpread(r.unmet) && (!byShare || r.unmet.low !== r.unmet.base)) steps.push(step(num(r.unmet.low, unit), '–', num(r.unmet.high, unit)));
  return pieces(say(byRegister ? 'formula.unmet.registry' : 'formula.unmet.general'), steps, [
    hiddenNote(r), conflict && say('assumption.neverBelowZero'), r.mixedUnits && say('assumption.mixedUnits'),
  ], roundedOnce(r.unmet));
}

/** Coverage. Refs: `general`, `served`. */
export function coverageTrace(r: NeedResult, refs: Refs, unit: Unit): TracePieces {
  return pieces(say('formula.coverage'), [step(num(r.met.base, unit, refs['served']), ' / ', num(r.general.base, unit, refs['general']), ' = ', num(r.coverage.base, 'share'))], [
    r.neededByNobody && say('assumption.neededByNobody'), r.conflict && r.coverage.base !== null && r.coverage.base > 1 && say('assumption.notCapped'), hiddenNote(r),
    r.mixedUnits && say('assumption.mixedUnits'),
  ], roundedShare(r.coverage));
}

/** Served above the need. Refs: `general`, `served`. */
export const excessTrace = (r: NeedResult, refs: Refs, unit: Unit): TracePieces => pieces(say('formula.excess'),
  [step(num(r.met.base, unit, refs['served']), ' − ', num(r.general.base, unit, refs['general']), ' = ', num(r.excess, unit))], [say('assumption.excessShown')]);

/** Share of a group that needs a service. Refs: `surveyYes`, `surveyAnswered`, `surveyPopulation`, `needRate`. */
export function surveyRateTrace(f: SurveyFacts, r: SurveyRate, refs: Refs): TracePieces {
  const answers = step(num(f.yes, 'person', refs['surveyYes']), ' / ', num(f.answered, 'person', refs['surveyAnswered']), ' = ', num(r.observed?.rate ?? null, 'share'));
  const o = r.observed;
  if (r.source === 'default') {
    return pieces(say('formula.surveyRate.default'), [...(o === null ? [] : [answers]), step(num(r.range.base, 'share', refs['needRate']))], [
      r.small && say('assumption.smallSample', { n: f.answered, least: SMALL_SAMPLE }), say('assumption.defaultRate'), r.conflict && say('assumption.surveyConflict'),
    ], roundedShare(r.range));
  }
  const steps: Step[] = [answers];
  if (o !== null && o.nEff !== null && f.population !== null && !r.indicative && f.answered !== null) {
    steps.push(step(num(f.answered, 'count'), ' × (', num(f.population, 'person', refs['surveyPopulation']), ' − 1) / (', num(f.population, 'count'), ' − ', num(f.answered, 'count'), ') = ', factor(o.nEff)));
  }
  if (hasSpread(r.range)) steps.push(step(num(r.range.low, 'share'), '–', num(r.range.high, 'share')));
  return pieces(say('formula.surveyRate.survey'), steps, [
    r.indicative && say('assumption.indicative'), r.source === 'survey' && o?.nEff === null && say('assumption.everybody'),
    hasSpread(r.range) && say('assumption.wilson'), hasSpread(r.range) && f.population !== null && say('assumption.finitePopulation'),
    r.small && say('assumption.smallSample', { n: f.answered, least: SMALL_SAMPLE }), r.conflict && say('assumption.surveyConflict'),
  ], roundedShare(r.range));
}

/** Persons of a group who may need a service. Refs: `groupSize`, `surveyRate`. */
export function potentialTrace(size: Range, rate: Range, result: Range, refs: Refs, unit: Unit): TracePieces {
  const steps: Step[] = [step(num(size.base, unit, refs['groupSize']), ' × ', num(rate.base, 'share', refs['surveyRate']), ' = ', num(result.base, unit))];
  if (hasSpread(result)) steps.push(step(num(result.low, unit), '–', num(result.high, unit)));
  return pieces(say('formula.potential'), steps, [hasSpread(result) && say('assumption.intervals')], roundedOnce(result));
}

/** How many children there are: the people times the share of children. */
export interface ChildrenOf { readonly population: Range; readonly share: number }

/** A group's size by a published share of the people, or of the children among them. `of` = whom the share is of. Refs: `population`. */
export function groupShareTrace(of: Range, share: Range, result: Range, refs: Refs, unit: Unit, children: ChildrenOf | null = null): TracePieces {
  const whole = children === null ? num(of.base, 'person', refs['population']) : num(of.base, 'child');
  const steps: Step[] = [
    ...(children === null ? [] : [step(num(children.population.base, 'person', refs['population']), ' × ', num(children.share, 'share'), ' = ', whole)]),
    step(whole, ' × ', num(share.base, 'share'), ' = ', num(result.base, unit)),
  ];
  if (hasSpread(result)) steps.push(step(num(result.low, unit), '–', num(result.high, unit)));
  return pieces(say('formula.groupSize'), steps, [say('assumption.publishedShare'), hasSpread(result) && say('assumption.intervals')], roundedOnce(result));
}

/** Distinct persons in at least one group. `parts` in the order of the calculation; refs by group id. */
export function groupUnionTrace(o: Overlap, parts: readonly { readonly id: string; readonly range: Range }[], refs: Refs, unit: Unit, share: number | null = null): TracePieces {
  const operands = (side: 'low' | 'base' | 'high') => parts.map((p) => num(p.range[side], unit, refs[p.id]));
  const many = parts.length > 8;
  const sum = many ? [num(o.sum.base, unit)] : chain(operands('base'), ' + ');
  const steps: Step[] = [];
  if (o.basis === 'share' && share !== null) {
    steps.push(step(...(many ? sum : ['(', ...sum, ')']), ' × (1 − ', num(share, 'share'), ') = ', num(o.range.base, unit)));
  } else if (o.basis === 'priority') {
    steps.push(step(...(o.adds.length > 8 ? [] : [...chain(o.adds.map((a) => num(a.range.base, unit, refs[a.id])), ' + '), ' = ']), num(o.range.base, unit)));
  } else if (o.basis === 'bounds') {
    if (!many) steps.push(step('max(', ...chain(operands('base'), '; '), ') = ', num(o.range.base, unit)));
    steps.push(step(...(many ? [] : [...sum, ' = ']), num(o.sum.base, unit)));
  } else if (o.basis === 'single') steps.push(step(...operands('base')));
  if (hasSpread(o.range)) steps.push(step(num(o.range.low, unit), '–', num(o.range.high, unit)));
  return pieces(say(`formula.groupUnion.${o.basis}`), steps, [
    o.basis === 'bounds' && say('assumption.frechet'), o.basis === 'share' && share !== null && say('assumption.overlapShare', { share }),
    o.basis === 'priority' && say('assumption.priorityOrder'), o.bounded && say('assumption.overlapBounded'), o.conflict && say('assumption.populationTooSmall'),
    o.missing.length > 0 && say('assumption.groupsUnknown', { count: o.missing.length }), parts.length > 1 && say('assumption.notUnique'),
  ], roundedOnce(o.range));
}

/** A total over the places inside. Refs by `own` and place id. */
export function totalTrace(t: Total, parts: readonly { readonly id: string; readonly value: number | null }[], refs: Refs, unit: Unit): TracePieces {
  const known = parts.filter((p) => p.value !== null);
  const sum = known.length === 0 || known.length > 12 ? [] : [...chain(known.map((p) => num(p.value, unit, refs[p.id])), ' + '), ' = '];
  const inside = t.inside === null ? t.range.base ?? t.range.low : t.inside.base ?? t.inside.low;
  const steps = t.source === 'own'
    ? [step(num(t.range.base ?? t.range.low ?? t.range.high, unit, refs['own'])), ...(t.inside?.base === null || t.inside === null ? [] : [step(...sum, num(t.inside.base, unit))])]
    : [step(...sum, num(inside, unit)), ...(t.range.base === null && t.range.low !== inside ? [step('max(', num(inside, unit), '; ', num(t.range.low, unit, refs['own']), ') = ', num(t.range.low, unit))] : [])];
  return pieces(say(t.source === 'own' ? 'formula.total.own' : 'formula.total.sum'), steps, [
    t.state === 'partial' && t.of > 0 && say('assumption.partialTotal', { known: t.known, of: t.of }), t.carried !== null && say('assumption.carriedLeftOut', { n: t.carried }),
    t.conflict && t.difference !== null && say('assumption.totalConflict', { difference: t.difference }),
  ], say('rounding.totals'));
}

/** Share of the needs shown that rests on assumptions. */
export const assumedShareTrace = (s: AssumedShare): TracePieces => pieces(say('formula.assumedShare'),
  [step(num(s.assumedRows, 'count'), ' / ', num(s.rows, 'count'), ' = ', num(s.share.base, 'share'))],
  [s.byPersons !== null && say('assumption.assumedByPersons', { share: s.byPersons })], roundedShare(s.share));
