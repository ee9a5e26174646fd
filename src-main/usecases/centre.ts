import type { CentreLine, CentreNorm, CentrePeople, CentreView, centre as methods } from '../contract/api/centre.ts';
import { Refusal } from '../contract/errors.ts';
import type { AgeBand, FigureKey, Label, MeasureId, Sentence, Sex } from '../contract/models.ts';
import { splitDifference } from '../domain/checks/rules.ts';
import { against, balances } from '../domain/providers/centre.ts';
import { isKnown } from '../domain/range.ts';
import { factRange } from '../domain/facts.ts';
import { figureCell, numOf } from './cells.ts';
import { unitsOf } from './facts.ts';
import type { PlanModel } from './model.ts';
import { provider } from './capacityView.ts';
import { naCell } from './num.ts';
import { normOf, traceNorm } from './norms.ts';
import { sentence, type Handlers, type Program } from './program.ts';
import { caseloadAt, costAt, coverageAt, keyAt, loadAt, partOf, servicesAt, vacanciesAt } from './providerFacts.ts';
import { serviceName } from './traceParts.ts';

/** Sizes of units by the act of territorial centres: the norm, the figure it speaks of, and whether it names the least size only. */
const UNIT_NORMS: Readonly<Record<string, { readonly norm: string; readonly measure: 'served' | 'places'; readonly least: boolean }>> = {
  '015.1': { norm: 'dept_home_min', measure: 'served', least: true }, '015.2': { norm: 'dept_resid_range', measure: 'places', least: false }, '015.3': { norm: 'dept_day_min', measure: 'places', least: true },
};

function storedAt(model: PlanModel, id: string): PlanModel['providers'][number] {
  const found = model.providers.find((row) => row.id === id);
  if (found === undefined) throw new Refusal('input.unknownId', { what: 'provider', id });
  return found;
}
const shortName = (model: PlanModel, service: string): Label => model.service(service).short ?? serviceName(model, service);

function line(model: PlanModel, of: string, service: string): CentreLine {
  const cell = (measure: MeasureId) => figureCell(model, keyAt(model, measure, of, service));
  const load = loadAt(model, of, service);
  return {
    provider: of, service, code: model.service(service).code, name: shortName(model, service), posts: cell('posts'), postsFilled: cell('postsFilled'), vacancies: vacanciesAt(model, of, service).num,
    places: model.service(service).applies.places ? cell('places') : naCell(keyAt(model, 'places', of, service)), served: cell('served'), waiting: cell('waiting'),
    caseload: caseloadAt(model, of, service).num, load: load.num, loadState: load.state,
  };
}

function sizeNorm(model: PlanModel, of: string, service: string): CentreNorm | null {
  const rule = UNIT_NORMS[model.service(service).code ?? ''];
  const norm = rule === undefined ? null : normOf(model, rule.norm);
  if (rule === undefined || norm === null) return null;
  const actual = figureCell(model, keyAt(model, rule.measure, of, service));
  const bounds = norm.inForce ? { low: norm.low, high: rule.least ? null : norm.high } : null;
  return { provider: of, service, name: shortName(model, service), norm: traceNorm(norm, 'used'), actual, state: against(factRange(partOf(model, rule.measure, service, of)), bounds) };
}

function view(program: Program, year: number, scenario: string, id: string): CentreView {
  const model = program.model(year, scenario);
  const stored = storedAt(model, id);
  const services = servicesAt(model, id);
  // Units in the order of what they do.
  const first = (unit: { readonly services: readonly string[] }): number => { const at = services.findIndex((service) => unit.services.includes(service)); return at < 0 ? services.length : at; };
  const units = unitsOf(model, id).toSorted((a, b) => first(a) - first(b));
  const at = [stored, ...units];
  const own = services.map((service) => line(model, id, service));
  return {
    provider: provider(model, stored), units: units.map((unit) => provider(model, unit)),
    services: services.map((service) => ({ id: service, code: model.service(service).code, name: shortName(model, service) })),
    lines: [...own, ...units.flatMap((unit) => servicesAt(model, unit.id).map((service) => line(model, unit.id, service)))],
    // A unit is measured by itself; a provider without units for a service stands for one.
    norms: at.flatMap((row) => row.services.filter((service) => row.parent !== '' || !units.some((unit) => unit.services.includes(service))).flatMap((service) => sizeNorm(model, row.id, service) ?? [])),
    costs: at.map((row) => ({ provider: row.id, cost: figureCell(model, keyAt(model, 'providerCost', row.id)), perRecipient: costAt(model, row.id).num })),
    years: program.years().map((each) => {
      const then = each === year ? model : program.model(each, scenario);
      return {
        year: each, served: services.map((service) => numOf(figureCell(then, keyAt(then, 'served', id, service)))),
        postsFilled: filledOf(then, id, services), cost: numOf(figureCell(then, keyAt(then, 'providerCost', id))),
      };
    }),
    transfers: balances(model.transfers.filter((row) => row.provider === id || units.some((unit) => unit.id === row.provider))).map(({ move, balance }) => ({ ...move, balance })),
  };
}

/** Filled posts of all services of a provider together. */
function filledOf(model: PlanModel, id: string, services: readonly string[]): CentreView['years'][number]['postsFilled'] {
  const ranges = services.map((service) => factRange(partOf(model, 'postsFilled', service, id))).filter(isKnown);
  const sum = ranges.length === 0 ? null : ranges.reduce((a, b) => a + b.base, 0);
  const complete = ranges.length === services.length;
  return { state: sum === null ? 'unknown' : complete ? 'computed' : 'partial', value: complete ? sum : null, low: sum, high: complete ? sum : null, unit: 'post', assumed: false, recalled: false, ref: null, missing: [] };
}

const SEXES: readonly Sex[] = ['all', 'female', 'male'];
const AGES: readonly AgeBand[] = ['all', '0-17', '18-59', '60+'];

function people(program: Program, year: number, scenario: string, id: string, service: string): CentrePeople {
  const model = program.model(year, scenario);
  storedAt(model, id);
  if (model.service(service) === undefined) throw new Refusal('input.unknownId', { what: 'service', id: service });
  const cell = (measure: 'served' | 'waiting', territory = model.root, split: Partial<Pick<FigureKey, 'sex' | 'age'>> = {}) => figureCell(model, { ...keyAt(model, measure, id, service, territory), ...split });
  const places = model.territories.filter((row) => row.parent !== null).map((row) => ({
    territory: row.id, name: row.name, district: row.kind === 'starosta', served: cell('served', row.id), waiting: cell('waiting', row.id), identified: numOf(figureCell(model, model.key('identified', { service }, row.id))), coverage: coverageAt(model, id, service, row.id).num,
  }));
  const ages = (measure: 'served' | 'waiting') => AGES.map((age) => ({ age, cells: Object.fromEntries(SEXES.map((sex) => [sex, cell(measure, model.root, { sex, age })])) as Record<Sex, ReturnType<typeof cell>> }));
  const split = { served: ages('served'), waiting: ages('waiting') };
  return { provider: id, service, whole: { served: cell('served'), waiting: cell('waiting') }, places, ages: split, differences: (['served', 'waiting'] as const).flatMap((measure) => differences(model, measure, id, service, split[measure])) };
}

/** Where places, sexes or ages do not add up to the whole, and where a row or column of the split does not. */
function differences(model: PlanModel, measure: 'served' | 'waiting', provider: string, service: string, rows: CentrePeople['ages']['served']): readonly Sentence[] {
  const say = (by: string, whole: number, parts: number): Sentence => sentence(`centre.difference.${by}`, { measure, whole, parts });
  const value = (sex: Sex, age: AgeBand): number | null => rows.find((row) => row.age === age)?.cells[sex].value ?? null;
  const out: Sentence[] = [];
  const total = model.series.total(measure, { provider, service }, model.root);
  if (total.conflict && total.range.base !== null && total.inside !== null) out.push(say('places', total.range.base, total.inside.base ?? total.inside.low ?? 0));
  const check = (by: string, whole: number | null, parts: readonly (number | null)[]): void => {
    const difference = splitDifference(whole, parts);
    if (difference !== null && difference !== 0 && whole !== null) out.push(say(by, whole, whole - difference));
  };
  for (const age of AGES) check(age === 'all' ? 'sex' : 'sexIn', value('all', age), [value('female', age), value('male', age)]);
  for (const sex of SEXES) check(sex === 'all' ? 'age' : 'ageIn', value(sex, 'all'), AGES.filter((age) => age !== 'all').map((age) => value(sex, age)));
  return out;
}

/** Use cases of one provider's own page. */
export const centre: Handlers<keyof typeof methods> = {
  'centre.view': (program, { year, scenario, provider: id }) => view(program, year, scenario, id),
  'centre.people': (program, { year, scenario, provider: id, service }) => people(program, year, scenario, id, service),
};
