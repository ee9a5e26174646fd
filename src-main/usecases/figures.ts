import { Refusal } from '../contract/errors.ts';
import { MEASURES } from '../contract/measures.ts';
import type { Revision, Area } from '../contract/method.ts';
import type { Figure, FigureKey, Label } from '../contract/models.ts';
import type { Parsed } from '../contract/api.ts';
import { figureAt, putFigures, removeFigures } from '../store/figures.ts';
import type { PlanModel } from './model.ts';
import { nameOfService, sentence, type Program } from './program.ts';

/** Parts of the plan a figure shows in. */
export const FIGURE_AREAS: readonly Area[] = ['plan', 'community', 'groups', 'needs', 'capacity', 'gaps', 'overview', 'documents', 'history', 'checks', 'cycle', 'surveys', 'projection'];
/** Parts of the plan a figure of a service shows in: the profile of the community has none. */
const SERVICE_AREAS = FIGURE_AREAS.filter((area) => area !== 'community');

type Cell = Parsed<'figures.set'>['cells'][number];
/** Why a value cannot stand in a cell; the sentence is `errors.value.<reason>`. */
export type ValueReason = 'negative' | 'notWhole' | 'notQuarter' | 'notShare' | 'bounds' | 'tooLarge' | 'unknownId';

/** Nothing a community counts is larger: a slip of the keyboard, not a figure. */
const LARGEST = 1e12;

function wrong(value: number | null | undefined, kind: (typeof MEASURES)[Figure['measure']]['value']): ValueReason | null {
  if (value === null || value === undefined) return null;
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST) return 'tooLarge';
  if (value < 0 && kind !== 'signed') return 'negative';
  if ((kind === 'whole' || kind === 'signed') && !Number.isInteger(value)) return 'notWhole';
  if (kind === 'quarter' && !Number.isInteger(value * 4)) return 'notQuarter';
  return kind === 'share' && value > 1 ? 'notShare' : null;
}

/** Bounds of an estimate need not be whole persons. */
const boundKind = (kind: (typeof MEASURES)[Figure['measure']]['value']) => (kind === 'whole' || kind === 'quarter' ? 'decimal' as const : kind);

/** Does an address name something the plan does not have, or a group or service where none belongs? */
export function unknownId(model: PlanModel, key: FigureKey): boolean {
  const { of } = MEASURES[key.measure];
  const group = of === 'group' || of === 'groupService';
  const service = of === 'service' || of === 'groupService';
  if (of === 'provider' && key.provider === '') return true;
  return model.territory(key.territory) === undefined
    || (group ? !model.groups.some((row) => row.id === key.group) : key.group !== '')
    || (service ? model.service(key.service) === undefined : key.service !== '')
    || (key.provider !== '' && !model.providers.some((row) => row.id === key.provider))
    || !model.years.includes(key.year) || !model.scenarios.some((row) => row.id === key.scenario);
}

/** The figure after a change, or the reason why it cannot be. */
export function changed(model: PlanModel, old: Figure | undefined, { key, patch }: Cell, author: string): Figure | ValueReason {
  const kind = MEASURES[key.measure].value;
  const base: Figure = old ?? {
    ...key, value: null, low: null, high: null, method: 'register', source: '', asOf: '', author, note: '', state: 'entered',
    // A difference from the base counts what the base counts.
    counted: model.series.at(key.measure, key, key.territory)?.counted ?? (key.service === '' ? 'person' : model.service(key.service).counted),
  };
  // A new value has no bounds of the old one.
  const kept = patch.value === undefined || patch.value === base.value;
  const next: Figure = {
    year: base.year, scenario: base.scenario, territory: base.territory, measure: base.measure, group: base.group, service: base.service, provider: base.provider, sex: base.sex, age: base.age,
    value: patch.value === undefined ? base.value : patch.value, low: patch.low === undefined ? (kept ? base.low : null) : patch.low, high: patch.high === undefined ? (kept ? base.high : null) : patch.high,
    method: patch.method ?? base.method, source: patch.source ?? base.source, asOf: patch.asOf ?? base.asOf, counted: patch.counted ?? base.counted, author, note: patch.note ?? base.note, state: 'entered',
  };
  const reason = wrong(next.value, kind) ?? wrong(next.low, boundKind(kind)) ?? wrong(next.high, boundKind(kind));
  if (reason !== null) return reason;
  const { low, value, high } = next;
  const disordered = (low !== null && value !== null && low > value) || (high !== null && value !== null && high < value) || (low !== null && high !== null && low > high);
  return disordered ? 'bounds' : next;
}

/** Nothing is left to keep. A difference of a scenario without a number is none: the base shows through again. */
const isEmpty = (figure: Figure): boolean => figure.value === null && figure.low === null && figure.high === null
  && (figure.scenario !== 'base' || (figure.source === '' && figure.note === ''));

const nameOfGroup = (model: PlanModel, id: string): Label | string => model.groups.find((group) => group.id === id)?.name ?? id;

/** Stores entered figures in one undo step. One wrong cell refuses all, with each wrong cell and its reason; nothing is stored. */
export function setFigures(program: Program, { cells, label }: Parsed<'figures.set'>): Revision {
  const { read } = program.store();
  const { author } = program.settings();
  const models = new Map<string, PlanModel>();
  const modelOf = (key: FigureKey): PlanModel => {
    const name = `${key.year} ${key.scenario}`;
    let model = models.get(name);
    if (!model) models.set(name, model = program.model(key.year, key.scenario));
    return model;
  };
  const next = new Map<string, Figure>();
  const refused: { index: number; key: FigureKey; reason: ValueReason }[] = [];
  cells.forEach((cell, index) => {
    const model = modelOf(cell.key);
    // The same cell may come twice, as in a pasted column: each change goes on from the one before.
    const address = JSON.stringify(cell.key);
    const result = unknownId(model, cell.key) ? 'unknownId' : changed(model, next.get(address) ?? figureAt(read, cell.key), cell, author);
    if (typeof result === 'string') refused.push({ index, key: cell.key, reason: result });
    else next.set(address, result);
  });
  if (refused.length > 0) throw new Refusal('input.value', { key: refused[0]?.key, reason: refused[0]?.reason, cells: refused.slice(0, 1000), refused: refused.length });
  const [first] = cells;
  const what = cells.length === 1 && first
    ? sentence('figure', { measure: first.key.measure, year: first.key.year, service: nameOfService(program, first.key.service), group: nameOfGroup(modelOf(first.key), first.key.group), territory: first.key.territory === modelOf(first.key).root ? '' : modelOf(first.key).territory(first.key.territory)?.name ?? '' })
    : sentence(`figures.${label}`, { count: cells.length });
  return program.change(what, cells.every(({ key }) => key.service !== '') ? SERVICE_AREAS : FIGURE_AREAS, (tx) => {
    const figures = [...next.values()];
    putFigures(tx, figures.filter((figure) => !isEmpty(figure)), program.now().toISOString());
    removeFigures(tx, figures.filter(isEmpty));
  });
}

/** Confirms carried over or prefilled figures as they stand. */
export function confirmFigures(program: Program, keys: readonly FigureKey[]): Revision {
  const { read } = program.store();
  const { author } = program.settings();
  // What a scenario shows without a difference of its own is the base figure: that one is confirmed.
  const figures = keys.flatMap((key) => figureAt(read, key) ?? figureAt(read, { ...key, scenario: 'base' }) ?? []).filter((figure) => figure.state !== 'entered').map((figure): Figure => ({ ...figure, author, state: 'entered' }));
  return program.change(sentence('figures.confirm', { count: figures.length }), FIGURE_AREAS, (tx) => putFigures(tx, figures, program.now().toISOString()));
}
