import { Refusal } from '../../contract/errors.ts';
import type { ImportColumn, ImportMapping, ImportReason } from '../../contract/api/imports.ts';
import { MEASURES } from '../../contract/measures.ts';
import type { AgeBand, FigureKey, MeasureId, Sex } from '../../contract/models.ts';
import { cellText } from '../../imports/detect/grid.ts';
import type { readNumber } from '../../imports/match/numbers.ts';
import type { RawCell } from '../../imports/types.ts';
import type { PlanModel } from '../model.ts';
import { REASON_OF, yearOf, type Resolved, type Resolver } from './resolve.ts';

/** What the names of a row say; a reason = the row cannot be taken. */
export type RowOf = Omit<FigureKey, 'measure' | 'year' | 'scenario'> & { readonly measure: MeasureId | null; readonly year: number | null };

type Named = 'territory' | 'group' | 'service' | 'provider' | 'measure' | 'sex' | 'age';
const NAMED: readonly Named[] = ['territory', 'group', 'service', 'provider', 'measure', 'sex', 'age'];

/** Reads the names of rows: by columns, or the same for all rows; with `fillDown`, an empty cell repeats the one above. */
export function rowReader(model: PlanModel, mapping: ImportMapping, resolver: Resolver, covered: (row: number, column: number) => { readonly row: number; readonly column: number } | null, rows: readonly (readonly RawCell[])[], dataTop: number) {
  const columns = NAMED.map((kind) => ({ kind, all: mapping.columns.filter((column) => column.role === kind).map((column) => column.column) })).filter(({ all }) => all.length > 0);
  const yearColumn = mapping.columns.find((column) => column.role === 'year')?.column;
  const above = new Map<number, RawCell>();

  /** A name's cell: of the joined area it lies in, or the one above. */
  const cellAt = (row: number, column: number): RawCell => {
    let cell = rows[row]?.[column] ?? null;
    if (cell === null) {
      const cover = covered(row, column);
      if (cover !== null && cover.column === column && cover.row >= dataTop) cell = rows[cover.row]?.[column] ?? null;
    }
    if (!mapping.fillDown) return cell;
    if (cell === null) return above.get(column) ?? null;
    if (above.get(column) !== cell) for (const other of above.keys()) if (other > column) above.delete(other);
    above.set(column, cell);
    return cell;
  };

  return (row: number): RowOf | ImportReason => {
    const named: Record<Named, string> = { territory: mapping.rest.territory || model.root, group: mapping.rest.group, service: mapping.rest.service, provider: mapping.rest.provider, measure: mapping.rest.measure ?? '', sex: mapping.rest.sex, age: mapping.rest.age };
    for (const { kind, all } of columns) {
      // Several columns may name a place (code, district, settlement): the last that does decides, within the ones before.
      let [found, within, empty, problem]: [string | null, string | undefined, boolean, ImportReason | null] = [null, undefined, true, null];
      for (const column of all) {
        const cell = cellAt(row, column);
        const text = cellText(cell).slice(0, 400);
        if (text === '') continue;
        empty = false;
        const resolved: Resolved = kind === 'age' ? resolver.age(cell, text, row) : resolver.resolve(kind, text, row, within);
        if (resolved === 'left') return 'left';
        if ('id' in resolved) { found = resolved.id; within = resolved.id; } else problem = REASON_OF[kind][1];
      }
      if (found === null && problem !== null) return problem;
      if (found !== null) named[kind] = found;
      else if (empty && (kind === 'territory' || kind === 'measure') && named[kind] === (kind === 'territory' ? model.root : '')) return REASON_OF[kind][0];
      else if (empty && kind !== 'territory' && kind !== 'measure' && named[kind] === '') named[kind] = '';
    }
    const yearCell = yearColumn === undefined ? null : cellAt(row, yearColumn);
    const year = yearColumn === undefined ? mapping.rest.year : yearOf(yearCell, cellText(yearCell));
    if (yearColumn !== undefined && year === null) return 'noYear';
    return { ...named, measure: named.measure === '' ? null : (named.measure as MeasureId), year, sex: named.sex as Sex, age: named.age as AgeBand };
  };
}

/** The address of a value: what its column fixes stands before what the row says. A reason = it names too little or too much. */
export function addressOf(model: PlanModel, of: RowOf, column: ImportColumn | null, scenario: string): FigureKey | ImportReason {
  const measure = column?.measure ?? of.measure;
  if (measure === null) return 'noMeasure';
  const needs = MEASURES[measure].of;
  const wantsGroup = needs === 'group' || needs === 'groupService';
  const wantsService = needs === 'service' || needs === 'groupService';
  const group = column?.group || of.group;
  const service = column?.service || of.service;
  const provider = column?.provider || of.provider;
  const year = column?.year ?? of.year;
  if (wantsGroup && group === '') return 'noGroup';
  if (wantsService && service === '') return 'noService';
  if (year === null) return 'noYear';
  // A group beside a figure of a service (or the other way round) would be lost without a word.
  if (!wantsService && service !== '' && of.service !== '' && column?.measure == null) return 'misfit';
  if (!wantsGroup && group !== '' && of.group !== '' && column?.measure == null) return 'misfit';
  const ofProvider = needs === 'service' ? provider : '';
  return {
    measure, group: wantsGroup ? group : '', service: wantsService ? service : '', provider: ofProvider,
    // A figure of a provider stands at the whole community.
    territory: ofProvider === '' ? column?.territory || of.territory : model.root,
    sex: column !== null && column.sex !== 'all' ? column.sex : of.sex, age: column !== null && column.age !== 'all' ? column.age : of.age, year, scenario,
  };
}

/** The number of a cell for a measure; a reason = it is none. Rounded to what arithmetic of binary fractions leaves. */
export function valueOf(cell: RawCell, measure: MeasureId, scale: number, numberOf: typeof readNumber): { readonly value: number | null; readonly estimate: boolean } | ImportReason {
  const kind = MEASURES[measure].value;
  const read = numberOf(cell, (kind === 'whole' || kind === 'signed') && scale === 1);
  if (!read.ok) return read.reason;
  if (read.value === null) return { value: null, estimate: false };
  if (read.percent && kind !== 'share') return 'percent';
  // A per cent sign in the cell has already been counted.
  const value = read.percent && scale === 0.01 ? read.value : Number((read.value * scale).toPrecision(14));
  return { value, estimate: read.estimate };
}

/** Refuses a mapping that names something the plan does not have, or no numbers. */
export function refuseMapping(model: PlanModel, mapping: ImportMapping): void {
  const unknown = (what: string, id: string): never => { throw new Refusal('input.unknownId', { what, id }); };
  for (const each of [mapping.rest, ...mapping.columns]) {
    if (each.group !== '' && !model.groups.some((group) => group.id === each.group)) unknown('group', each.group);
    if (each.service !== '' && model.service(each.service) === undefined) unknown('service', each.service);
    if (each.provider !== '' && !model.providers.some((provider) => provider.id === each.provider)) unknown('provider', each.provider);
    if (each.territory !== '' && model.territory(each.territory) === undefined) unknown('territory', each.territory);
  }
  if (!model.scenarios.some((scenario) => scenario.id === mapping.scenario)) unknown('scenario', mapping.scenario);
  const refuse = (reason: string): never => { throw new Refusal('import.mapping', { reason }); };
  const values = mapping.columns.filter((column) => column.role === 'value');
  const namesMeasure = mapping.columns.some((column) => column.role === 'measure') || mapping.rest.measure !== null;
  if (mapping.how === 'values' && values.length === 0) refuse('noValues');
  if (mapping.how === 'values' && !namesMeasure && values.some((column) => column.measure === null)) refuse('noMeasure');
  if (mapping.how === 'count' && !namesMeasure) refuse('noMeasure');
  const years = mapping.columns.some((column) => column.role === 'year') || mapping.rest.year !== null;
  if (!years && (mapping.how === 'count' || values.some((column) => column.year === null))) refuse('noYear');
  for (const role of ['year', 'low', 'high', 'source', 'asOf', 'note', 'distinct'] as const) if (mapping.columns.filter((column) => column.role === role).length > 1) refuse('twice');
}
