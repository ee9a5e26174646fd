import type { Difference, GroupChoice, ParameterRow, ProjectionEvent } from '../contract/api/projection.ts';
import type { Label } from '../contract/models.ts';
import { UNKNOWN } from '../domain/range.ts';
import { addCohorts, type Cohorts, openAges, scaleCohorts, stepYear, totalOf } from '../domain/projection/cohort.ts';
import { parametersOf as readParameters, type Parameters } from '../domain/projection/parameters.ts';
import type { AreaKind } from '../reference/ageShare.ts';
import { differencesOf, eventsOf, groupChoicesOf, parametersOf } from '../store/projection.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';
import type { Program } from './program.ts';

/** The choice whether the structure of 2022 is aged stands among the parameters. */
export const AGED = 'aged';

/** What the plan says of projections: read once for a model. */
export interface Setup {
  readonly rows: readonly ParameterRow[];
  readonly choices: ReadonlyMap<string, GroupChoice>;
  readonly events: readonly ProjectionEvent[];
  readonly differences: readonly Difference[];
  readonly aged: boolean;
}

/** What the projection of a model rests on. */
export const setupOf = (program: Program, model: PlanModel): Setup => remember(model, 'projection', 'setup', () => {
  const { read } = program.store();
  const defaults = program.data.projection();
  const own = parametersOf(read);
  const rows = [
    ...defaults.parameters.map((row): ParameterRow => {
      const source = defaults.meta.sources[row.source];
      return {
        ...row, territory: '', source: source?.title ?? { uk: '', en: '' }, asOf: source?.asOf ?? '', note: '', kind: row.source === 'assumption' ? 'assumption' : 'default',
      };
    }),
    ...own.filter((row) => row.parameter !== AGED).map((row): ParameterRow => ({ ...row, source: { uk: row.source, en: null }, confidence: 'verified', kind: 'own' })),
  ];
  const stored = new Map(groupChoicesOf(read).map((row) => [row.group, row]));
  return {
    rows, events: eventsOf(read), differences: differencesOf(read), aged: own.find((row) => row.parameter === AGED)?.base !== 0,
    choices: new Map(model.groups.map(({ id }): readonly [string, GroupChoice] => {
      const usual = defaults.groups[id];
      const chosen = stored.get(id);
      const common = { group: id, growth: UNKNOWN, bornUntil: null, from: 0, to: 200, sex: 'all', reason: { uk: '', en: '' }, own: false, definedByAge: false } as const;
      if (chosen) {
        const { low, base, high, reason, ...rest } = chosen;
        const sameBand = usual?.definedByAge === true && chosen.method === 'cohort' && chosen.from === usual.from && chosen.to >= 200 && chosen.sex === usual.sex;
        return [id, { ...common, ...rest, growth: { low, base, high }, reason: { uk: reason, en: null }, own: true, definedByAge: sameBand }];
      }
      if (!usual) return [id, { ...common, method: 'constant', reason: OWN_GROUP }];
      return [id, { ...common, method: usual.method, from: usual.from ?? 0, to: usual.to ?? 200, sex: usual.sex, bornUntil: usual.bornUntil ?? null, reason: usual.reason, definedByAge: usual.definedByAge ?? false }];
    })),
  };
});

/** Why a group of the community's own stays as it is until somebody says more. */
const OWN_GROUP: Label = { uk: 'Власна група громади: оберіть спосіб', en: 'The community’s own group: choose a method' };

/** Parameters of a scenario: rows of the plan over the published ones, and its differences. */
export const parametersFor = (program: Program, model: PlanModel): Parameters => remember(model, 'projection', 'parameters', () => {
  const { rows, differences } = setupOf(program, model);
  return readParameters(rows, differences.filter((row) => row.what === 'parameter' && row.scenario === model.scenario).map((row) => ({ ...row, parameter: row.target })), new Map(model.territories.map((place) => [place.id, place.parent])));
});

/** Where the ages come from: the oblast of the community, or the whole country where its oblast is not published or not known. */
export interface Structure {
  readonly region: Label;
  /** The whole country stands in for the oblast. */
  readonly whole: boolean;
  readonly source: Label;
  readonly asOf: string;
  readonly aged: boolean;
  /** Share of the urban population, 0–1; null = not known: the structure of the whole region is taken. */
  readonly urban: number | null;
  readonly of: Readonly<Record<'urban' | 'rural' | 'mixed', Cohorts>>;
}

const UKRAINE = 'UA';

/** The age and sex structure the community is scaled from. */
export const structureOf = (program: Program, model: PlanModel): Structure => remember(model, 'people', 'structure', () => {
  const { data } = program;
  const community = model.meta.community === null ? undefined : data.community(model.meta.community);
  const byName = community ?? data.communities().find((row) => row.oblast.uk !== '' && (row.oblast.uk === model.meta.oblast.uk || row.oblast.uk === `${model.meta.oblast.uk} область`));
  const code = byName && data.ageStructure(byName.oblastCode, 'total') ? byName.oblastCode : UKRAINE;
  const source = data.ageSource();
  const own = (measure: 'populationUrban' | 'populationRural'): number | null => model.series.at(measure, {}, model.root)?.value ?? null;
  const urbanPeople = own('populationUrban') ?? community?.population.urban ?? null, ruralPeople = own('populationRural') ?? community?.population.rural ?? null;
  const all = (urbanPeople ?? 0) + (ruralPeople ?? 0);
  const byType = model.meta.type === 'rural' ? 0 : model.meta.type === 'special_city' ? 1 : null;
  const urban = urbanPeople === null || ruralPeople === null || all === 0 ? byType : urbanPeople / all;
  const published = Number(source.asOf.slice(0, 4));
  const { aged } = setupOf(program, model);
  const last = aged ? model.year : published;
  const parameters = readParameters(setupOf(program, model).rows);
  const shape = (area: AreaKind): Cohorts => {
    const found = data.ageStructure(code, area) ?? data.ageStructure(code, 'total');
    if (!found) throw new Error(`projection: no age structure of ${code}`);
    let people = openAges(found, parameters.rates(published, 'base'));
    // Nobody counted since: the people of then, older by the years between, without those who came or left.
    for (let year = published; year < last; year++) people = stepYear(people, { ...parameters.rates(year, 'base'), migration: 0 }).after;
    return scaleCohorts(people, 1 / totalOf(people));
  };
  const town = shape('urban'), country = shape('rural');
  return {
    region: code === UKRAINE ? { uk: 'Україна', en: 'Ukraine' } : byName?.oblast ?? { uk: '', en: '' }, whole: code === UKRAINE, source: source.title, asOf: source.asOf, aged: aged && model.year > published, urban,
    of: { urban: town, rural: country, mixed: urban === null ? shape('total') : addCohorts([scaleCohorts(town, urban), scaleCohorts(country, 1 - urban)]) },
  };
});

/** Ages of a place: towns and селища of 2022 are urban, villages rural, the rest like the whole community. */
export function shapeOf(structure: Structure, model: PlanModel, place: string): Cohorts {
  const category = model.territory(place)?.category ?? '';
  return category === 'city' || category === 'selyshche' ? structure.of.urban : category === 'village' ? structure.of.rural : structure.of.mixed;
}
