import type { Cell } from '../contract/models.ts';
import type { ReportSurvey, ReportViews } from '../documents/needsReport.ts';
import { determinationsOf, stagesOf } from '../store/cycle.ts';
import { surveyAt } from '../store/surveys.ts';
import { wordsOf } from '../store/words.ts';
import { capacityView } from './capacityView.ts';
import { communityView } from './communityView.ts';
import { gapsView } from './gapsView.ts';
import { groupsView } from './groupsView.ts';
import type { PlanModel } from './model.ts';
import { needAt } from './needFacts.ts';
import { needsView } from './needsView.ts';
import { overviewView } from './overview.ts';
import { planView } from './planView.ts';
import { provenanceOf, reportRates } from './rateSources.ts';
import type { Program } from './program.ts';
import { reportProjection } from './reportProjection.ts';
import { marginTaken } from './surveyTake.ts';

/** The needs report: the department's words of its sections are kept under this name. */
export const REPORT = 'needs-report';

/** Figures behind the shares that a need rests on, with their sources. */
const behindShares = (model: PlanModel, service: string): readonly Cell[] => (needAt(model, service, model.root).survey?.parts ?? []).flatMap((part) =>
  (part.rate.source === 'none' ? [] : provenanceOf(model, part.at, { group: part.group, service }, model.root, part.rate.source).cells));

/** Surveys behind the needs of these services, at the whole community and in its territories: each source once. */
function surveysBehind(program: Program, model: PlanModel, services: readonly string[]): readonly ReportSurvey[] {
  const cells = services.flatMap((service) => [model.root, ...model.children(model.root)].flatMap((place) => (needAt(model, service, place).survey?.parts ?? []).flatMap((part) =>
    (part.rate.source === 'survey' ? provenanceOf(model, part.at, { group: part.group, service }, place, 'survey').cells : []))));
  const bySource = new Map(cells.filter((cell) => cell.key.measure === 'surveyAnswered' && cell.value !== null && cell.source.trim() !== '').map((cell) => [cell.source.trim(), cell]));
  return [...bySource].map(([source, { asOf }]) => {
    const use = model.surveyUses.get(source);
    // Until the survey is removed, how many were invited and how it was done can still be put right.
    const { invited, note } = (use && surveyAt(program.store().read, use.survey)) ?? use?.facts ?? { invited: null, note: '' };
    return { source, asOf, selection: use?.selection ?? model.meta.surveySelection, facts: use ? { ...use.facts, invited, note } : null, margin: use ? marginTaken(use) : null };
  });
}

/** The working group of the newest determination up to a year: the first act of its first stage, and its roles. */
function workingGroup(program: Program, year: number): Pick<ReportViews, 'group'> {
  const { read } = program.store();
  const newest = determinationsOf(read).find((each) => each.year <= year);
  const act = stagesOf(read).find((stage) => stage.determination === newest?.id && stage.stage === 'start')?.papers[0];
  if (!newest || (!act && newest.members.length === 0)) return {};
  return { group: { act: act ? { kind: act.kind, number: act.number, date: act.date } : null, roles: newest.members.map((member) => member.role) } };
}

/** The pages the report is built from, as they stand now. */
export function reportViews(program: Program, year: number, scenario: string, language: 'uk' | 'en'): ReportViews {
  const model = program.model(year, scenario);
  const words = wordsOf(program.store().read, REPORT, language);
  const basis = model.book.norm('act_needs_order', model.meta.calcDate);
  const needs = needsView(model, model.root);
  const projection = reportProjection(program, year);
  return {
    year, scenario, plan: planView(program, model), community: communityView(model, program.data), groups: groupsView(model, model.root),
    needs, capacity: capacityView(model, model.root), gaps: gapsView(model), overview: overviewView(program, model),
    surveys: Object.fromEntries(needs.rows.filter((row) => row.chosen !== 'registry').map((row) => [row.id, behindShares(model, row.id)])),
    asked: surveysBehind(program, model, needs.rows.filter((row) => row.chosen !== 'registry').map((row) => row.id)),
    rates: reportRates(model, needs.rows.filter((row) => row.chosen !== 'registry').map((row) => row.id)),
    reasons: Object.fromEntries([...model.choices].map(([service, choice]) => [service, choice.reason])),
    ...workingGroup(program, year), ...(projection === null ? {} : { projection }),
    words: Object.fromEntries([...words].map(([section, row]) => [section, row.words])),
    basis: basis?.inForce ? { text: basis.act.uk === '' ? basis.subject : basis.act, recalled: basis.confidence === 'recalled' } : null,
  };
}
