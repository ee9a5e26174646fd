import type { ParameterRow } from '../contract/api/projection.ts';
import type { FigureKey, Label, Num } from '../contract/models.ts';
import type { ReportProjection } from '../documents/needsReport.ts';
import { figureCountsOf, figureDifferencesOf } from '../store/projection.ts';
import { groupSize } from './groupSizes.ts';
import type { Program } from './program.ts';
import { projectionOf } from './projectionFacts.ts';
import { parametersFor, setupOf, structureOf } from './projectionSetup.ts';
import { groupNums, populationNums } from './projectionView.ts';

/** How far papers look ahead, and the years of their tables. */
const HORIZON = 10;
const SHOWN = [0, 1, 3, 5, 10] as const;
/** Figures of a scenario that are looked through. */
const LISTED = 500;
/** Parameters a paper names; of the life table one row stands for all. */
const NAMED = ['tfr', 'sexRatio', 'mortality', 'mx.male.60', 'migration', 'migrationTo'] as const;

/** Scenarios side by side, as the page of projections shows them; null where the plan has the base alone. */
export function reportProjection(program: Program, year: number): ReportProjection | null {
  const base = program.model(year, 'base');
  if (base.scenarios.length < 2) return null;
  const setup = setupOf(program, base);
  const defaults = program.data.projection();
  const suggested = (id: string) => defaults.scenarios.find((row) => row.id === id);
  /** A text of the program stands in both languages, as long as nobody changed it. */
  const both = (text: string, texts: readonly Label[]): Label => texts.find((label) => label.uk === text || label.en === text) ?? { uk: text, en: null };
  const group = (id: string): Label | null => base.groups.find((row) => row.id === id)?.name ?? null;
  const place = (id: string): Label | null => (id === '' || id === base.root ? null : base.territory(id)?.name ?? null);
  const counts = figureCountsOf(program.store().read);
  const { of: _, urban: _urban, ...structure } = structureOf(program, base);
  const parameters = parametersFor(program, base);
  return {
    years: Array.from({ length: HORIZON + 1 }, (_year, at) => year + at), shown: SHOWN, structure,
    groups: base.groups.flatMap(({ id, name }) => { const choice = setup.choices.get(id); return choice ? [{ id, name, choice }] : []; }),
    scenarios: base.scenarios.map(({ id, name }) => {
      const model = program.model(year, id);
      const projected = projectionOf(program, model, HORIZON);
      return {
        id, name: id === 'base' ? null : both(name, suggested(id) ? [(suggested(id) as { readonly name: Label }).name] : []), population: populationNums(program, model, projected, model.root), figures: id === 'base' ? 0 : counts.get(id) ?? 0,
        sizes: id === 'base' ? [] : figureDifferencesOf(program.store().read, id, LISTED).flatMap(({ json, value, base: before }) => {
          const key = JSON.parse(json) as FigureKey;
          return key.measure === 'groupSize' && key.territory === base.root && key.provider === '' && key.sex === 'all' && key.age === 'all' ? [{ group: key.group, year: key.year, base: key.year === year ? groupSize(base, key.group, base.root).range.base : before, value }] : [];
        }),
        groups: Object.fromEntries(model.groups.map((row) => { const nums = groupNums(program, model, projected, row.id, model.root); return [row.id, SHOWN.map((at) => nums[at] as Num)]; })),
        differences: setup.differences.filter((row) => row.scenario === id).map(({ id: _id, scenario: _scenario, target, territory, reason, ...row }) => ({
          ...row, parameter: row.what === 'parameter' ? target : '', place: place(territory), reason: both(reason, suggested(id)?.differences.map((one) => one.reason) ?? []),
          target: row.what === 'group' ? group(target) : row.what === 'measure' ? base.service(target).name ?? both(base.service(target).code ?? target, []) : row.what === 'event' ? both(setup.events.find((event) => event.id === target)?.name ?? '', []) : null,
        })),
      };
    }),
    events: setup.events.filter((event) => event.to > year).map(({ id: _id, note: _note, group: of, territory, ...event }) => ({ ...event, group: of === '' ? null : group(of), place: place(territory) })),
    parameters: NAMED.flatMap((name): ParameterRow[] => {
      const row = parameters.row(name, year);
      const shown = row && setup.rows.findLast((each) => each.parameter === row.parameter && each.territory === row.territory && each.since === row.since);
      return shown ? [shown] : [];
    }),
  };
}
