import { Refusal } from '../contract/errors.ts';
import type { needs as methods, SurveyRow, SurveyView } from '../contract/api/needs.ts';
import { USUAL_METHOD } from '../contract/lists.ts';
import type { Cell, MeasureId } from '../contract/models.ts';
import { needOf } from '../domain/needs/need.ts';
import { putNeedChoice, setServiceName } from '../store/choices.ts';
import { FIGURE_AREAS } from './figures.ts';
import { figureCell, numOf } from './cells.ts';
import { refuseUnknownGroups } from './groups.ts';
import type { PlanModel } from './model.ts';
import { fitsUnit, needAt, resultRef, surveyGroups, surveyPart } from './needFacts.ts';
import { needsView } from './needsView.ts';
import { resultNum } from './num.ts';
import { withApproved } from './snapshots.ts';
import { nameOfService, sentence, type Handlers, type Program } from './program.ts';

/** Groups shown for a service: those that count, and those typical of it. */
function groupsShown(model: PlanModel, service: string, territory: string): readonly string[] {
  const typical = model.groups.filter((group) => group.own || model.book.group(group.id)?.services.includes(service)).map((group) => group.id);
  // A chosen group that cannot count is shown with the reason.
  const chosen = (model.choices.get(service)?.groups ?? []).filter((group) => model.groups.some((row) => row.id === group));
  return [...new Set([...surveyGroups(model, service, territory), ...chosen, ...typical])];
}

function surveyRow(model: PlanModel, service: string, group: string, counted: boolean, territory: string): SurveyRow {
  const part = surveyPart(model, service, group, territory);
  const info = model.groups.find((each) => each.id === group);
  const cell = (measure: MeasureId): Cell => figureCell(model, model.key(measure, { service, group }, territory));
  const unit = info?.unit ?? 'person';
  const missing = part.size.base === null ? [model.key('groupSize', { group }, territory)] : part.rate.missing.map((measure) => model.key(measure, { service, group }, territory));
  const { assumed } = part;
  return {
    group, name: info?.name ?? { uk: group, en: group }, counted, ...(fitsUnit(model, service, group, territory) ? {} : { leftOut: 'unit' as const }),
    size: numOf(figureCell(model, model.key('groupSize', { group }, territory))),
    yes: cell('surveyYes'), answered: cell('surveyAnswered'), population: cell('surveyPopulation'), defaultRate: cell('needRate'),
    rate: resultNum(part.rate.range, 'share', resultRef(model, 'surveyRate', { service, group }, territory), { assumed: part.rate.assumed, missing }),
    rateSource: part.rate.source, smallSample: part.rate.small, selection: part.at.survey.selection, potential: resultNum(part.range, unit, resultRef(model, 'potential', { service, group }, territory), { assumed, missing }),
  };
}

function surveyView(model: PlanModel, service: string, territory: string): SurveyView {
  const info = model.service(service);
  if (info === undefined) throw new Refusal('input.unknownId', { what: 'service', id: service });
  const counted = new Set(surveyGroups(model, service, territory));
  const need = needAt(model, service, territory);
  const how = model.overlaps.get(service);
  const unit = info.counted === 'family' ? 'family' : 'person';
  const ref = resultRef(model, 'generalNeed', { service }, territory);
  const way = (method: 'registry' | 'survey' | 'max') => {
    const result = needOf({ ...need.facts, method });
    // Only the way that is chosen has an explanation: the others are what it would be.
    return resultNum(result.general, unit, method === need.method ? ref : null, { assumed: result.assumed });
  };
  return {
    service: info, method: need.method, reason: model.choices.get(service)?.reason ?? '', selection: model.meta.surveySelection,
    rows: groupsShown(model, service, territory).map((group) => surveyRow(model, service, group, counted.has(group), territory)),
    registry: way('registry'), survey: way('survey'), max: way('max'),
    overlap: { mode: how?.mode ?? 'unknown', share: how?.share ?? null, order: how?.order ?? [], adds: how?.adds ?? {} },
  };
}

function refuseUnknown(program: Program, service: string): void {
  if (!program.book().service(service)) throw new Refusal('input.unknownId', { what: 'service', id: service });
}

/** Use cases of needs. */
export const needs: Handlers<keyof typeof methods> = {
  'needs.view': (program, { year, scenario, territory }) => {
    const model = program.model(year, scenario);
    return withApproved(program, model, needsView(model, program.place(model, territory)));
  },
  'survey.view': (program, { year, scenario, service, territory }) => {
    const model = program.model(year, scenario);
    return surveyView(model, service, program.place(model, territory));
  },
  'need.choose': (program, { service, method, groups, reason }) => {
    refuseUnknown(program, service);
    refuseUnknownGroups(program, groups ?? []);
    if (method !== USUAL_METHOD && reason.trim() === '') throw new Refusal('choice.reason', { what: 'need', method });
    return program.change(sentence('need.choose', { service: nameOfService(program, service) }), FIGURE_AREAS, (tx) => putNeedChoice(tx, { service, method, groups: groups ?? null, reason }));
  },
  'service.setName': (program, { service, name, source }) => {
    refuseUnknown(program, service);
    return program.change(sentence('service.name', { service: nameOfService(program, service) }), [...FIGURE_AREAS, 'reference'], (tx) => setServiceName(tx, { service, name: name.trim(), source }));
  },
};
