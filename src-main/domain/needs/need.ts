import type { Range } from '../../contract/models.ts';
import { type Fact, factRange, isAssumed, isCarried, isKnownFact } from '../facts.ts';
import { clampLow0, div, exact, isKnown, isUnknown, lift, sub, UNKNOWN } from '../range.ts';

/** How the general need is found: the register, the survey of groups, or the larger of both. */
export type NeedMethod = 'registry' | 'survey' | 'max';
/** An input without which a need is not known. */
export type NeedInput = 'identified' | 'served' | 'survey';

/** What is known of one service at one place, year and scenario. */
export interface NeedFacts {
  /** Persons (or families) identified as needing the service. */
  readonly identified: Fact | null;
  /** Persons actually receiving it from all providers. */
  readonly served: Fact | null;
  /** Share by which the register is believed to miss people, 0–1; gives the upper bound only. null = no such assumption. */
  readonly hiddenShare: Fact | null;
  /** Distinct persons by the survey of groups (see `overlap`); null = no survey stands behind this service. */
  readonly survey: Range | null;
  /** Does the survey rest on assumptions (default shares, unknown overlap)? */
  readonly surveyAssumed?: boolean;
  readonly method: NeedMethod;
}

/** Need of one service. Everything is unrounded; null = not known. */
export interface NeedResult {
  readonly general: Range;
  readonly met: Range;
  /** max(0, general − served), bound by bound. */
  readonly unmet: Range;
  /** served / general, a share that may exceed 1; null when the need is 0 or not known. */
  readonly coverage: Range;
  /** max(0, served − general) of the base values: a contradiction, shown and never clipped. */
  readonly excess: number | null;
  readonly conflict: boolean;
  /** What the general need rests on; `none` when it is not known at all. */
  readonly basis: NeedMethod | 'none';
  /** Identified by the register, with the upper bound of the hidden share. */
  readonly registry: Range;
  /** The hidden share that gave the upper bound; null when none was used. */
  readonly hidden: number | null;
  /** Need and service are both 0: nobody needs it. */
  readonly neededByNobody: boolean;
  /** Identified and served count different things (persons and families): nothing is computed between them. */
  readonly mixedUnits: boolean;
  /** Rests on an estimate, a default share, an unconfirmed prefill or unknown overlap. */
  readonly assumed: boolean;
  /** Inputs without which the unmet need is not known. */
  readonly missing: readonly NeedInput[];
  /** Those of the missing that only wait to be confirmed: values carried over from another year. */
  readonly unconfirmed: readonly NeedInput[];
}

/** The register's number with the upper bound that the hidden share gives: identified × (1 + h). */
function registryOf(f: NeedFacts): { registry: Range; hidden: number | null } {
  const counted = factRange(f.identified);
  if (!isKnownFact(f.hiddenShare) || counted.base === null) return { registry: counted, hidden: null };
  const h = f.hiddenShare.high ?? f.hiddenShare.value;
  const top = counted.high ?? counted.base;
  return { registry: { ...counted, high: top * (1 + h) }, hidden: h };
}

/** The larger of register and survey. What one of them holds for certain from below cannot be undone by the other. */
function larger(registry: Range, survey: Range): Range {
  const lows = [registry.low, survey.low].filter((v) => v !== null);
  const low = lows.length === 0 ? null : Math.max(...lows);
  const high = lift(registry.high, survey.high, Math.max);
  const bases = [registry.base, survey.base].filter((v) => v !== null);
  // One of them known only from below: the other's number counts while it is not smaller than that.
  const base = bases.length === 0 ? null : Math.max(...bases);
  return base !== null && low !== null && low > base ? { low, base: null, high } : { low, base, high };
}

function generalOf(f: NeedFacts, registry: Range): { general: Range; basis: NeedResult['basis'] } {
  const survey = f.survey ?? UNKNOWN;
  const known = (r: Range): boolean => r.base !== null || r.low !== null;
  if (f.method === 'registry') return { general: registry, basis: known(registry) ? 'registry' : 'none' };
  if (f.method === 'survey') return { general: survey, basis: known(survey) ? 'survey' : 'none' };
  // Answers whose group nobody counted may speak of more people than the register: it holds from below only.
  if (!known(survey)) return { general: f.survey === null ? registry : { ...registry, high: null }, basis: known(registry) ? 'registry' : 'none' };
  if (!known(registry)) return { general: survey, basis: 'survey' };
  return { general: larger(registry, survey), basis: 'max' };
}

/**
 * General, met and unmet need, coverage and excess of a service (the program's calculation, not a formula of an order).
 * With `max`, a source that is not there at all leaves the other one to count, and `basis` says so; a survey that is there and not known takes
 * the upper bound away. Values carried over from another year
 * wait for confirmation; anything missing makes what rests on it not known, never 0.
 */
export function needOf(f: NeedFacts): NeedResult {
  const { registry, hidden } = registryOf(f);
  const met = factRange(f.served);
  const { general, basis } = generalOf(f, registry);
  const mixedUnits = basis !== 'survey' && !isUnknown(registry) && !isUnknown(met)
    && (f.identified?.counted ?? 'person') !== (f.served?.counted ?? 'person');
  const missing: NeedInput[] = [];
  if (!isKnown(general)) {
    if (f.method !== 'survey' && !isKnownFact(f.identified)) missing.push('identified');
    if (f.method === 'survey' || (f.method === 'max' && f.survey !== null && !isKnown(f.survey))) missing.push('survey');
  }
  if (!isKnown(met)) missing.push('served');
  const unconfirmed = missing.filter((m) => (m === 'identified' && isCarried(f.identified)) || (m === 'served' && isCarried(f.served)));
  const between = !mixedUnits;
  const unmet = between ? clampLow0(sub(general, met)) : UNKNOWN;
  const excess = between ? lift(met.base, general.base, (m, g) => Math.max(0, m - g)) : null;
  const usesRegistry = basis === 'registry' || basis === 'max';
  const usesSurvey = basis === 'survey' || basis === 'max';
  return {
    general, met, unmet, excess, basis, registry, hidden, mixedUnits, missing, unconfirmed,
    coverage: between ? div(met, general) : UNKNOWN,
    conflict: mixedUnits || (excess !== null && excess > 0),
    neededByNobody: between && general.base === 0 && met.base === 0,
    assumed: isAssumed(f.served) || (usesRegistry && isAssumed(f.identified)) || (usesSurvey && (f.surveyAssumed ?? false)),
  };
}

/** A need row, for the share that rests on assumptions. */
export interface AssumedRow { readonly general: number | null; readonly assumed: boolean; readonly counted: 'person' | 'family' }

/** Share of the known needs that rests on assumptions. */
export interface AssumedShare {
  /** Assumed rows / known rows, 0–1: the share that is shown. null when no need is known. */
  readonly share: Range;
  readonly rows: number;
  readonly assumedRows: number;
  /** The same weighted by persons (families left out, as they cannot be added to persons); null when nobody is counted. */
  readonly byPersons: number | null;
  readonly persons: number;
  readonly assumedPersons: number;
}

/**
 * How much of what is shown rests on assumptions. The share shown counts needs (rows), because persons and families cannot be added and one
 * person may need several services; the share weighted by persons stands beside it.
 */
export function assumedShare(rows: readonly AssumedRow[]): AssumedShare {
  const known = rows.filter((r): r is AssumedRow & { general: number } => r.general !== null);
  const assumed = known.filter((r) => r.assumed);
  const persons = (of: readonly (AssumedRow & { general: number })[]): number => of.reduce((a, r) => a + (r.counted === 'person' ? r.general : 0), 0);
  const all = persons(known);
  return {
    share: exact(known.length === 0 ? null : assumed.length / known.length), rows: known.length, assumedRows: assumed.length,
    byPersons: all === 0 ? null : persons(assumed) / all, persons: all, assumedPersons: persons(assumed),
  };
}
