import type { integration as methods, Population } from '../contract/api/integration.ts';
import type { Parsed } from '../contract/api.ts';
import { Refusal } from '../contract/errors.ts';
import type { Area } from '../contract/method.ts';
import { measured } from '../domain/integration/measured.ts';
import {
  EMPTY_VALUE, ownIndicatorsOf, putIndicatorTarget, putIndicatorValue, putOwnIndicator, removeIndicatorPeriod, removeOwnIndicator, type OwnIndicator, type StoredValue,
} from '../store/integration.ts';
import { refusePerson, tidy } from './entered.ts';
import { indicatorAt, nameParams, needIntegration, rowId, type Indicator, type IntegrationFacts } from './integrationFacts.ts';
import { endsOf } from './integrationRows.ts';
import { integrationFile } from './integrationPaper.ts';
import { surveyOffer } from './integrationSurvey.ts';
import { sheetOf } from './integrationSheet.ts';
import { integrationView } from './integrationView.ts';
import { sentence, today, type Handlers, type Program } from './program.ts';

const AREAS: readonly Area[] = ['groups', 'plan', 'history'];

const factsOf = (program: Program): IntegrationFacts => needIntegration(program, program.model(program.years().at(-1) ?? 0, 'base'));

/** A value that cannot be, with the line it stands in. */
function refuseValue(indicator: Indicator, row: StoredValue): void {
  const { numerator, denominator, value, low, high } = row;
  const refuse = (code: 'integration.aboveAll' | 'integration.both' | 'integration.range' | 'integration.bounds', field: string, more = {}): never => {
    throw new Refusal(code, { indicator: row.indicator, population: row.population, field, name: indicator.name.uk, ...more });
  };
  const counts = indicator.kind !== 'value' && numerator !== null && denominator !== null;
  if (indicator.kind === 'share' && numerator !== null && denominator !== null && numerator > denominator) refuse('integration.aboveAll', 'numerator', { numerator, denominator });
  if (counts && value !== null) refuse('integration.both', 'value');
  if (indicator.kind === 'value' && numerator !== null) refuse('integration.both', 'numerator');
  const most = indicator.unit === 'share' ? 1 : indicator.most ?? Number.POSITIVE_INFINITY;
  const least = indicator.own && indicator.kind === 'value' ? Number.NEGATIVE_INFINITY : 0;
  for (const [field, number] of [['value', value], ['low', low], ['high', high]] as const) if (number !== null && (number > most || number < least)) refuse('integration.range', field, { most: indicator.unit === 'share' ? 100 : indicator.most });
  if (low === null && high === null) return;
  const { base } = measured(indicator, { ...row, method: 'register', low: null, high: null }).range;
  if (base === null || (low !== null && low > base) || (high !== null && high < base)) refuse('integration.bounds', low !== null ? 'low' : 'high');
}

function setValues(program: Program, { period, cells, notAPerson }: Parsed<'integration.set'>) {
  const facts = factsOf(program);
  const seen = new Set<string>();
  const rows = cells.map(({ indicator: id, population, ...patch }): StoredValue => {
    const indicator = indicatorAt(facts, id, population);
    const at = { indicator: id, population, name: indicator.name.uk };
    if (indicator.gapOf !== null) throw new Refusal('integration.computed', at);
    if (seen.has(rowId(id, population))) throw new Refusal('integration.twice', at);
    seen.add(rowId(id, population));
    const old = facts.values.find((value) => value.indicator === id && value.population === population && value.period === period) ?? { indicator: id, population, period, ...EMPTY_VALUE };
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const next: StoredValue = { ...old, ...given, source: tidy(patch.source ?? old.source), note: tidy(patch.note ?? old.note) };
    refusePerson([next.source, next.note].filter((text) => text !== old.source && text !== old.note), notAPerson);
    if (next.asOf !== old.asOf && next.asOf > today(program)) throw new Refusal('cycle.future', { date: next.asOf });
    refuseValue(indicator, next);
    return next;
  });
  const [first] = rows;
  const indicator = first ? facts.indicators.get(first.indicator) : undefined;
  const what = rows.length === 1 && first && indicator ? sentence('integration.value', { ...nameParams(facts, indicator, first.population), period }) : sentence('integration.values', { count: rows.length, period });
  return program.change(what, AREAS, (tx) => { for (const row of rows) putIndicatorValue(tx, row); });
}

function takeOffers(program: Program, { year, scenario, period, cells }: Parsed<'integration.take'>) {
  const facts = needIntegration(program, program.model(year, scenario));
  for (const { indicator, population } of cells) indicatorAt(facts, indicator, population);
  const wanted = new Set(cells.map(({ indicator, population }) => rowId(indicator, population)));
  const rows = sheetOf(facts, period).rows.flatMap(({ offer, ...line }): readonly StoredValue[] => {
    if (!offer || (wanted.size > 0 && !wanted.has(line.id))) return [];
    const old = facts.values.find((value) => value.indicator === line.indicator && value.population === line.population && value.period === period);
    const row: StoredValue = {
      ...EMPTY_VALUE, ...old, indicator: line.indicator, population: line.population, period, numerator: offer.numerator ?? line.numerator, denominator: offer.denominator ?? line.denominator,
      method: offer.assumed ? 'estimate' : old?.method ?? 'register', source: [old?.source ?? '', offer.source].filter(Boolean).join('; ').slice(0, 400), asOf: offer.asOf === '' ? old?.asOf ?? '' : offer.asOf,
    };
    refuseValue(facts.indicators.get(line.indicator) as Indicator, row);
    return [row];
  });
  if (rows.length === 0) throw new Refusal('integration.nothing', { period });
  return program.change(sentence('integration.take', { count: rows.length, period }), AREAS, (tx) => { for (const row of rows) putIndicatorValue(tx, row); });
}

function takeSurvey(program: Program, { period, indicator: id, population, ...of }: Parsed<'integration.takeSurvey'>) {
  const model = program.model(of.year, of.scenario);
  const facts = needIntegration(program, model);
  const indicator = indicatorAt(facts, id, population);
  const at = { indicator: id, population, name: indicator.name.uk };
  if (indicator.gapOf !== null) throw new Refusal('integration.computed', at);
  if (indicator.kind !== 'share') throw new Refusal('integration.onlyShare', at);
  const { yes, answered, source, asOf, note, selection } = surveyOffer(program, model, of);
  const old = facts.values.find((value) => value.indicator === id && value.population === population && value.period === period);
  const row: StoredValue = { ...EMPTY_VALUE, ...old, indicator: id, population, period, numerator: yes, denominator: answered, value: null, low: null, high: null, method: 'survey', selection, source, asOf, note };
  refuseValue(indicator, row);
  return program.change(sentence('integration.value', { ...nameParams(facts, indicator, population), period }), AREAS, (tx) => putIndicatorValue(tx, row));
}

function movePeriod(program: Program, { from, to }: Parsed<'integration.move'>) {
  const { values } = factsOf(program);
  const rows = values.filter((value) => value.period === from);
  if (rows.length === 0) throw new Refusal('integration.nothing', { period: from });
  if (values.some((value) => value.period === to)) throw new Refusal('integration.periodTaken', { period: to });
  return program.change(sentence('integration.move', { fromPeriod: from, toPeriod: to, count: rows.length }), AREAS, (tx) => {
    removeIndicatorPeriod(tx, from);
    for (const row of rows) putIndicatorValue(tx, { ...row, period: to });
  });
}

function setTarget(program: Program, { notAPerson, ...input }: Parsed<'integration.target'>) {
  const facts = factsOf(program);
  const indicator = indicatorAt(facts, input.indicator, input.population);
  const target = { ...input, value: input.kind === 'value' ? input.value : null, reason: tidy(input.reason) };
  const refuse = (why: 'Neutral' | 'Empty' | 'Host' | 'Baseline' | 'Worse', more = {}): never => { throw new Refusal(`integration.target${why}`, { name: indicator.name.uk, ...more }); };
  refusePerson([target.reason], notAPerson);
  if (target.kind !== 'none' && indicator.better === 'neutral') refuse('Neutral');
  if (target.kind === 'value' && target.value === null) refuse('Empty');
  if (target.kind === 'host' && (target.population === 'host' || target.population === 'all' || !indicator.populations.includes('host') || indicator.gapOf !== null)) refuse('Host');
  const points = facts.points(target.indicator, target.population);
  if (target.baseline !== '' && !points.some((point) => point.period === target.baseline && point.range.base !== null)) refuse('Baseline', { period: target.baseline });
  if (target.value !== null) {
    const most = indicator.unit === 'share' ? 1 : indicator.most;
    if (target.value < 0 && !(indicator.own && indicator.kind === 'value') || (most !== null && target.value > most)) throw new Refusal('integration.range', { field: 'target', indicator: indicator.id, population: target.population, name: indicator.name.uk, most: indicator.unit === 'share' ? 100 : most });
    const base = endsOf(points, target).baseline?.range.base ?? null;
    if (base !== null && (indicator.better === 'up' ? target.value < base : target.value > base)) refuse('Worse');
  }
  return program.change(sentence('integration.target', nameParams(facts, indicator, target.population)), AREAS, (tx) => putIndicatorTarget(tx, target));
}

function putOwn(program: Program, { id, notAPerson, ...input }: Parsed<'integration.own.put'>) {
  const facts = factsOf(program);
  const { read } = program.store();
  const old = id === undefined ? undefined : ownIndicatorsOf(read).find((each) => each.id === id);
  if (id !== undefined && !old) throw new Refusal('input.unknownId', { what: 'indicator', id });
  if (!facts.book.dimensions.some((each) => each.id === input.dimension)) throw new Refusal('input.unknownId', { what: 'dimension', id: input.dimension });
  const next: OwnIndicator = { ...input, id: old?.id ?? `own-${program.newId()}`, name: tidy(input.name), unit: tidy(input.unit), numerator: tidy(input.numerator), denominator: tidy(input.denominator), note: tidy(input.note), populations: [...new Set<Population>(input.populations)] };
  if (next.name === '') throw new Refusal('input.invalid', { issues: [{ path: 'name', message: 'empty' }] });
  refusePerson([next.name, next.numerator, next.denominator, next.note], notAPerson);
  const used = facts.values.filter((value) => value.indicator === next.id);
  if (old && used.length > 0 && (old.kind !== next.kind || used.some((value) => !next.populations.includes(value.population)))) throw new Refusal('integration.used', { name: old.name, count: used.length });
  return { ...program.change(sentence(old ? 'integration.ownUpdate' : 'integration.ownAdd', { name: next.name }), AREAS, (tx) => putOwnIndicator(tx, next)), id: next.id };
}

/** Use cases of integration: periodic values, targets, own indicators. */
export const integration: Handlers<keyof typeof methods> = {
  'integration.view': (program, { year, scenario, edition }) => integrationView(program, program.model(year, scenario), edition, today(program)),
  'integration.sheet': (program, { year, scenario, period }) => sheetOf(needIntegration(program, program.model(year, scenario)), period),
  'integration.set': setValues,
  'integration.take': takeOffers,
  'integration.survey.view': (program, of) => { const { selection: _, ...offer } = surveyOffer(program, program.model(of.year, of.scenario), of); return offer; },
  'integration.takeSurvey': takeSurvey,
  'integration.file': (program, of) => integrationFile(program, program.model(of.year, of.scenario), of),
  'integration.move': movePeriod,
  'integration.target': setTarget,
  'integration.own.put': putOwn,
  'integration.own.remove': (program, { id }) => {
    const own = ownIndicatorsOf(program.store().read).find((each) => each.id === id);
    if (!own) throw new Refusal('input.unknownId', { what: 'indicator', id });
    return program.change(sentence('integration.ownRemove', { name: own.name }), AREAS, (tx) => removeOwnIndicator(tx, id));
  },
};
