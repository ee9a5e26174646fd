import { Refusal } from '../contract/errors.ts';
import type { Area } from '../contract/method.ts';
import type { Difference, projection as methods, ProjectionEvent, SetupView } from '../contract/api/projection.ts';
import type { Figure, FigureKey, Label, Num } from '../contract/models.ts';
import { survivalOf, TABLE_AGES } from '../domain/projection/lifeTable.ts';
import { trendOf } from '../domain/projection/trend.ts';
import { roundPersons } from '../domain/rounding.ts';
import { figureAt, putFigures } from '../store/figures.ts';
import { addYear, putScenario, scenariosOf } from '../store/meta.ts';
import {
  copyFigures, differencesOf, eventsOf, figureCountsOf, figureDifferencesOf, putDifference, putEvent, putGroupChoice, putParameter, removeDifference, removeEvent, removeGroupChoice, removeParameter,
} from '../store/projection.ts';
import { FIGURE_AREAS } from './figures.ts';
import { refuseUnknownGroups } from './groups.ts';
import type { PlanModel } from './model.ts';
import { sentence, type Handlers, type Program } from './program.ts';
import { compareView } from './projectionCompare.ts';
import { pointsOf, projectionOf } from './projectionFacts.ts';
import { AGED, parametersFor, setupOf } from './projectionSetup.ts';
import { groupNums, populationNums, projectionView, trendView } from './projectionView.ts';
import { figure } from './seed.ts';

const AREAS: readonly Area[] = ['projection', 'plan', 'history'];

/** What a parameter may be; the first that fits its name. */
const LIMITS: readonly (readonly [RegExp, number, number])[] = [[/^tfr$/, 0, 15], [/^asfr\./, 0, 1000], [/^sexRatio$/, 50, 200], [/^mortality$/, 0.1, 10], [/^migration$/, -1000, 1000], [/^migrationTo$/, 0, 200], [/^mx\./, 0, 5]];
/** At most this many differences in figures are listed for a scenario. */
const LISTED = 500;

const unknown = (what: string, id: string): Refusal => new Refusal('input.unknownId', { what, id });
const wrong = (reason: string): Refusal => new Refusal('input.value', { reason });

/** The model of the last year: for what does not depend on figures. */
const anyModel = (program: Program): PlanModel => program.model(program.years().at(-1) as number, 'base');

function refusePlace(model: PlanModel, territory: string): void {
  if (territory !== '' && !model.territory(territory)) throw unknown('territory', territory);
}
function refuseScenario(program: Program, id: string): void {
  if (!scenariosOf(program.store().read).some((row) => row.id === id)) throw unknown('scenario', id);
}
function refuseParameter(program: Program, parameter: string): void {
  if (!program.data.projection().parameters.some((row) => row.parameter === parameter)) throw unknown('parameter', parameter);
}

function refuseEvent(program: Program, event: Omit<ProjectionEvent, 'id'>): void {
  refuseScenario(program, event.scenario);
  refusePlace(anyModel(program), event.territory);
  if (event.group !== '') refuseUnknownGroups(program, [event.group]);
  if (event.low > event.base || event.base > event.high || event.to < event.from || event.ageTo < event.ageFrom) throw wrong('bounds');
  const choice = event.group === '' ? undefined : setupOf(program, anyModel(program)).choices.get(event.group);
  if (choice?.definedByAge === true && (!event.moves || event.ageTo < choice.from)) throw new Refusal('projection.ageGroup', { name: event.name, from: choice.from });
  if (event.unit === 'percent' && (event.low < -100 || event.high > 1000)) throw wrong('tooLarge');
}

function refuseDifference(program: Program, row: Omit<Difference, 'id'>): void {
  const model = anyModel(program);
  if (row.scenario === 'base') throw unknown('scenario', 'base');
  refuseScenario(program, row.scenario);
  refusePlace(model, row.territory);
  if (row.what === 'group') { if (row.target === '') throw unknown('group', ''); refuseUnknownGroups(program, [row.target]); }
  if (row.what === 'measure' && (row.measure === '' || model.service(row.target) === undefined)) throw unknown('service', row.target);
  if (row.what === 'parameter') refuseParameter(program, row.target);
  if (row.what === 'event') {
    const event = eventsOf(program.store().read).find((one) => one.id === row.target);
    if (!event) throw unknown('event', row.target);
    // An event happens at one place: a difference in it holds there, and nowhere else.
    if (row.territory !== '' && row.territory !== event.territory) throw new Refusal('projection.eventPlace', { name: event.name });
  }
  const least = row.low ?? row.value;
  if (least > row.value || (row.high ?? row.value) < row.value) throw wrong('bounds');
  if (row.how === 'percent' && least < -100) throw wrong('negative');
  if (row.how === 'set' && least < 0 && row.what !== 'event' && row.target !== 'migration') throw wrong('negative');
}

function setupView(program: Program, model: PlanModel): SetupView {
  const { read } = program.store();
  const setup = setupOf(program, model);
  const defaults = program.data.projection();
  const counts = figureCountsOf(read);
  const community = model.meta.community === null ? undefined : program.data.community(model.meta.community);
  const change = community && defaults.change2021[community.oblastCode];
  const parameters = parametersFor(program, model);
  const expectancy = (year: number, sex: 'male' | 'female'): number =>
    survivalOf(TABLE_AGES.map((age) => parameters.value(`mx.${sex}.${age}`, year, 'base')), parameters.value('mortality', year, 'base')).expectancy;
  const taken = new Set(model.scenarios.map((row) => row.id));
  return {
    parameters: setup.rows, aged: setup.aged, assumedSource: defaults.meta.sources['assumption']?.title ?? { uk: '', en: '' },
    migration2021: change ? { value: (change[2] / change[0]) * 1000, source: defaults.meta.sources['change2021']?.title ?? { uk: '', en: '' } } : null,
    lifeExpectancy: [model.year, model.year + 5, model.year + 10].map((year) => ({ year, male: expectancy(year, 'male'), female: expectancy(year, 'female') })),
    groups: model.groups.flatMap((group) => { const choice = setup.choices.get(group.id); return choice ? [{ ...choice, name: group.name }] : []; }),
    events: setup.events,
    scenarios: model.scenarios.map((scenario) => ({
      ...scenario, differences: setup.differences.filter((row) => row.scenario === scenario.id), figureCount: counts.get(scenario.id) ?? 0,
      figures: scenario.id === 'base' ? [] : figureDifferencesOf(read, scenario.id, LISTED).map(({ json, ...row }) => ({ ...row, key: JSON.parse(json) as FigureKey })),
    })),
    suggestions: defaults.scenarios.map(({ id, name, differences }) => ({ id, name, count: differences.length, taken: taken.has(id) })),
    places: model.territories.map(({ id, name }) => ({ id, name })),
    services: model.services.map(({ id, code, name, short }) => ({ id, code, name: short ?? name })),
  };
}

/** A projected number as a figure of its year: whole persons with their bounds. */
function taken(num: Num, key: Pick<Figure, 'measure' | 'group' | 'territory' | 'year' | 'scenario'>, source: string, author: string, at: string): readonly Figure[] {
  if (num.value === null) return [];
  return [figure({ ...key, value: roundPersons(num.value), low: roundPersons(num.low), high: roundPersons(num.high), method: 'estimate', source, author, asOf: at.slice(0, 10), counted: num.unit === 'family' ? 'family' : 'person' })];
}

/** Use cases of projections, events and scenarios. */
export const projection: Handlers<keyof typeof methods> = {
  'projection.view': (program, { year, scenario, territory, horizon }) => {
    const model = program.model(year, scenario);
    return projectionView(program, model, program.place(model, territory), horizon);
  },
  'projection.compare': (program, { year, territory, horizon, group }) => {
    const model = program.model(year, 'base');
    if (group !== '') refuseUnknownGroups(program, [group]);
    return compareView(program, model, program.place(model, territory), horizon, group);
  },
  'projection.setup': (program, { year }) => setupView(program, program.model(year, 'base')),
  'projection.trend': (program, { measure, group, service, territory, kind, until }) => {
    const model = anyModel(program);
    if (group !== '') refuseUnknownGroups(program, [group]);
    const points = pointsOf(program, model, { measure, group, service })(program.place(model, territory));
    return trendView(points, trendOf(points, kind), kind, model.year, Math.max(until, model.year));
  },
  'projection.setParameters': (program, { cells }) => {
    for (const { parameter, territory, value } of cells) {
      refuseParameter(program, parameter);
      refusePlace(anyModel(program), territory);
      if (territory !== '' && parameter !== 'migration') throw unknown('territory', territory);
      const [, least = -Infinity, most = Infinity] = LIMITS.find(([name]) => name.test(parameter)) ?? [];
      if (value === null) continue;
      const all = [value.low ?? value.base, value.base, value.high ?? value.base];
      if (all.some((one) => one < least)) throw wrong(least === 0 ? 'negative' : 'tooSmall');
      if (all.some((one) => one > most)) throw wrong('tooLarge');
      if ((value.low ?? value.base) > value.base || (value.high ?? value.base) < value.base) throw wrong('bounds');
    }
    return program.change(sentence('projection.parameters', { count: cells.length }), AREAS, (tx) => {
      for (const { value, ...key } of cells) { if (value === null) removeParameter(tx, key); else putParameter(tx, { ...key, ...value }); }
    });
  },
  'projection.setStart': (program, { aged }) => program.change(sentence('projection.start'), AREAS, (tx) => {
    const key = { parameter: AGED, territory: '', since: 1991 };
    if (aged) removeParameter(tx, key);
    else putParameter(tx, { ...key, low: null, base: 0, high: null, source: '', asOf: '', note: '' });
  }),
  'projection.setGroup': (program, { group, choice }) => {
    refuseUnknownGroups(program, [group]);
    if (choice && choice.to < choice.from) throw wrong('bounds');
    const { low = null, base = null, high = null } = choice?.growth ?? {};
    if (choice?.method === 'growth' && base === null) throw wrong('bounds');
    if ((low !== null && base !== null && low > base) || (high !== null && base !== null && high < base)) throw wrong('bounds');
    if (choice?.method === 'generation' && choice.bornUntil === null) throw wrong('bounds');
    const name: Label | string = anyModel(program).groups.find((row) => row.id === group)?.name ?? group;
    return program.change(sentence('projection.group', { name }), AREAS, (tx) => {
      if (choice === null) removeGroupChoice(tx, group);
      else { const { growth, ...rest } = choice; putGroupChoice(tx, { group, ...rest, ...growth }); }
    });
  },
  'event.put': (program, { id, ...event }) => {
    refuseEvent(program, event);
    if (id !== undefined && !eventsOf(program.store().read).some((row) => row.id === id)) throw unknown('event', id);
    return program.change(sentence(id === undefined ? 'projection.eventAdd' : 'projection.eventChange', { name: event.name }), AREAS, (tx) => putEvent(tx, { ...event, id: id ?? program.newId() }));
  },
  'event.remove': (program, { id }) => {
    const event = eventsOf(program.store().read).find((row) => row.id === id);
    if (!event) throw unknown('event', id);
    return program.change(sentence('projection.eventRemove', { name: event.name }), AREAS, (tx) => removeEvent(tx, id));
  },
  'difference.put': (program, { id, ...row }) => {
    refuseDifference(program, row);
    if (id !== undefined && !differencesOf(program.store().read).some((one) => one.id === id)) throw unknown('difference', id);
    return program.change(sentence(id === undefined ? 'projection.differenceAdd' : 'projection.differenceChange'), AREAS, (tx) => putDifference(tx, { ...row, territory: row.what === 'event' ? '' : row.territory, id: id ?? program.newId() }));
  },
  'difference.remove': (program, { id }) => {
    if (!differencesOf(program.store().read).some((row) => row.id === id)) throw unknown('difference', id);
    return program.change(sentence('projection.differenceRemove'), AREAS, (tx) => removeDifference(tx, id));
  },
  'scenario.rename': (program, { id, name }) => {
    refuseScenario(program, id);
    return program.change(sentence('scenario.rename', { name }), AREAS, (tx) => putScenario(tx, { id, name }));
  },
  'scenario.copy': (program, { from, id, name }) => {
    refuseScenario(program, from);
    refuseNewScenario(program, id);
    const { read } = program.store();
    return program.change(sentence('scenario.copy', { name }), [...FIGURE_AREAS], (tx) => {
      putScenario(tx, { id, name });
      const events = new Map(eventsOf(read).filter((event) => event.scenario === from && from !== 'base').map((event) => [event.id, { ...event, id: program.newId(), scenario: id }]));
      for (const event of events.values()) putEvent(tx, event);
      for (const row of differencesOf(read).filter((each) => each.scenario === from)) putDifference(tx, { ...row, id: program.newId(), scenario: id, target: events.get(row.target)?.id ?? row.target });
      if (from !== 'base') copyFigures(tx, from, id, program.now().toISOString());
    });
  },
  'scenario.suggest': (program, { suggestion, id, name, year, reasons }) => {
    refuseNewScenario(program, id);
    const found = program.data.projection().scenarios.find((row) => row.id === suggestion);
    if (!found) throw unknown('suggestion', suggestion);
    const groups = new Set(anyModel(program).groups.map((row) => row.id));
    return program.change(sentence('scenario.add', { name }), AREAS, (tx) => {
      putScenario(tx, { id, name });
      for (const { after, reason, ...row } of found.differences) {
        if (row.what === 'group' && !groups.has(row.target)) continue;
        putDifference(tx, { ...row, id: program.newId(), scenario: id, measure: '', territory: '', low: null, high: null, from: year + after, reason: reason[reasons] ?? reason.uk });
      }
    });
  },
  'projection.take': (program, { year, scenario, territory, horizon, target, population, groups, source, replace }) => {
    const model = program.model(year, scenario);
    const place = program.place(model, territory);
    refuseUnknownGroups(program, groups);
    if (target <= year || target > year + horizon) throw new Refusal('input.unknownId', { what: 'year', id: String(target) });
    const projected = projectionOf(program, model, horizon);
    const { read } = program.store();
    const { author } = program.settings();
    const at = program.now().toISOString();
    const key = (measure: 'population' | 'groupSize', group: string) => ({ measure, group, territory: place, year: target, scenario });
    const index = target - year;
    const all = [
      ...(population ? taken(populationNums(program, model, projected, place)[index] as Num, key('population', ''), source, author, at) : []),
      ...groups.flatMap((group) => taken(groupNums(program, model, projected, group, place)[index] as Num, key('groupSize', group), source, author, at)),
    ];
    const stands = (row: Figure): boolean => { const old = figureAt(read, row); return old !== undefined && old.value !== null && old.state === 'entered'; };
    const figures = replace ? all : all.filter((row) => !stands(row));
    if (figures.length === 0) throw new Refusal('projection.nothing', { year: target });
    return program.change(sentence('projection.take', { year: target, count: figures.length }), FIGURE_AREAS, (tx) => {
      addYear(tx, target);
      putFigures(tx, figures, at);
    });
  },
};

function refuseNewScenario(program: Program, id: string): void {
  if (scenariosOf(program.store().read).some((row) => row.id === id)) throw new Refusal('scenario.exists', { name: id });
}

