import type { Confidence, Label } from '../contract/models.ts';
import type { TraceNorm } from '../contract/models.ts';
import { mixedLoad, type Norm } from '../domain/capacity/capacity.ts';
import { factRange } from '../domain/facts.ts';
import { exact, UNKNOWN } from '../domain/range.ts';
import { countedOf, inherited } from './facts.ts';
import type { PlanModel } from './model.ts';

/** Norms of the reference book that say how many persons one post serves, by classifier code. */
export const LOAD_NORMS: Readonly<Record<string, { readonly town: string; readonly village: string }>> = {
  '015.1': { town: 'sw_load_city', village: 'sw_load_village' },
  '010.1': { town: 'social_support_caseload', village: 'social_support_caseload' },
};

/** A norm as the plan sees it on its date: the council's own value first. */
export interface PlanNorm {
  readonly id: string;
  readonly subject: Label;
  readonly value: number | null;
  /** Bounds where the norm is a range; a value alone is both. */
  readonly low: number | null;
  readonly high: number | null;
  readonly printed: string;
  readonly unit: Label;
  readonly act: Label;
  readonly article: Label;
  readonly confidence: Confidence;
  readonly inForce: boolean;
  readonly decision: string;
  /** An act has no value of its own. */
  readonly isAct: boolean;
}

/** A norm of the reference book by id, as of the plan's date; null when the book has none. */
export function normOf(model: PlanModel, id: string): PlanNorm | null {
  const norm = model.book.norm(id, model.meta.calcDate);
  if (norm === undefined) return null;
  const local = model.localNorms.get(id);
  const localHolds = local !== undefined && (local.since === '' || local.since <= model.meta.calcDate);
  const checked = localHolds || model.checkedNorms.has(id);
  return {
    id, subject: norm.subject, unit: norm.unit, article: norm.article, inForce: localHolds || norm.inForce,
    value: localHolds ? local.value : norm.value, low: localHolds ? local.value : norm.low ?? norm.value, high: localHolds ? local.value : norm.high ?? norm.value, printed: localHolds ? String(local.value) : norm.printed,
    act: localHolds ? { uk: local.decision, en: null } : norm.act,
    confidence: checked ? 'verified' : norm.confidence, decision: localHolds ? local.decision : '', isAct: norm.kind === 'act',
  };
}

/** A load and the norms behind it. */
export interface Load {
  readonly norm: Norm | null;
  /** The norms it rests on, and those that stand beside it. */
  readonly norms: readonly PlanNorm[];
  /** Ids of norms that change nothing here: the one for towns in a purely rural community. */
  readonly beside: readonly string[];
}

/** Share of the community's people who live in cities and settlements: 0 for a purely rural one, else not known (null). */
function townShare(model: PlanModel): number | null {
  const urban = model.series.at('populationUrban', {}, model.root)?.value ?? null;
  return urban === 0 ? 0 : null;
}

/** Persons per post: the community's own figure, else the norm of the reference book in force on the plan's date. */
export function loadOf(model: PlanModel, service: string, territory: string): Load {
  const own = inherited(model, 'loadPerPost', { service }, territory);
  if (own !== null && own.value !== null && own.state !== 'carried') return { norm: { range: factRange(own), normId: '', confidence: 'verified' }, norms: [], beside: [] };
  const ids = LOAD_NORMS[model.service(service).code ?? ''];
  // A norm in families says nothing of persons, and the other way round.
  if (ids === undefined || countedOf(model, service, territory) !== model.service(service).counted) return { norm: null, norms: [], beside: [] };
  const norms = [...new Set([ids.town, ids.village])].flatMap((id) => normOf(model, id) ?? []);
  const value = (id: string): number | null => norms.find((norm) => norm.id === id && norm.inForce)?.value ?? null;
  const share = townShare(model);
  const beside = share === 0 && ids.town !== ids.village ? [ids.town] : [];
  const range = ids.town === ids.village ? exact(value(ids.town)) : mixedLoad(value(ids.town), value(ids.village), share);
  if (range === UNKNOWN || range.base === null) return { norm: null, norms, beside };
  const used = norms.filter((norm) => !beside.includes(norm.id));
  return { norm: { range, normId: ids.village, confidence: used.some((norm) => norm.confidence === 'recalled') ? 'recalled' : 'verified' }, norms, beside };
}

/** Persons per vehicle: only the community's own figure; no norm is known. */
export function vehicleLoadOf(model: PlanModel, service: string, territory: string): Norm | null {
  const own = inherited(model, 'loadPerVehicle', { service }, territory);
  return own !== null && own.value !== null && own.state !== 'carried' ? { range: factRange(own), normId: '', confidence: 'verified' } : null;
}

/** The norms of a load as a trace shows them. */
export const loadNorms = (load: Load): readonly TraceNorm[] => load.norms.map((norm) => traceNorm(norm, load.beside.includes(norm.id) ? 'context' : 'used'));

/** A norm as a trace shows it. */
export const traceNorm = (norm: PlanNorm, effect: TraceNorm['effect']): TraceNorm => ({
  normId: norm.id, subject: norm.subject, value: norm.isAct ? null : norm.value ?? (norm.printed === '' ? null : norm.printed), unit: norm.unit, act: norm.act, article: norm.article,
  confidence: norm.confidence, effect: !norm.inForce ? 'notInForce' : norm.value === null && effect === 'used' ? 'missing' : effect,
});
