import type { PlanView } from '../contract/api/plan.ts';
import type { Cell } from '../contract/models.ts';
import type { ReportViews } from '../documents/needsReport.ts';
import { wordsOf } from '../store/words.ts';
import { capacityView } from './capacityView.ts';
import { communityView } from './communityView.ts';
import { inherited } from './facts.ts';
import { gapsView } from './gapsView.ts';
import { groupsView } from './groupsView.ts';
import type { PlanModel } from './model.ts';
import { surveyGroups } from './needFacts.ts';
import { needsView } from './needsView.ts';
import { cellOf } from './num.ts';
import { overviewView } from './overview.ts';
import { plan } from './plan.ts';
import { reportRates } from './rateSources.ts';
import type { Program } from './program.ts';

/** The needs report: the department's words of its sections are kept under this name. */
export const REPORT = 'needs-report';

/** Answers of the survey a need rests on, with their sources. */
const surveyAnswers = (model: PlanModel, service: string): readonly Cell[] => surveyGroups(model, service, model.root).flatMap((group) =>
  (['surveyAnswered', 'needRate'] as const).map((measure) => cellOf(model.key(measure, { service, group }, model.root), inherited(model, measure, { service, group }, model.root), null)));

/** The pages the report is built from, as they stand now. */
export function reportViews(program: Program, year: number, scenario: string, language: 'uk' | 'en'): ReportViews {
  const model = program.model(year, scenario);
  const words = wordsOf(program.store().read, REPORT, language);
  const basis = model.book.norm('act_needs_order', model.meta.calcDate);
  const needs = needsView(model, model.root);
  return {
    year, scenario, plan: plan['plan.view'](program, { year, scenario }) as PlanView, community: communityView(model, program.data), groups: groupsView(model, model.root),
    needs, capacity: capacityView(model, model.root), gaps: gapsView(model), overview: overviewView(program, model),
    surveys: Object.fromEntries(needs.rows.filter((row) => row.chosen !== 'registry').map((row) => [row.id, surveyAnswers(model, row.id)])),
    rates: reportRates(model, needs.rows.filter((row) => row.chosen !== 'registry').map((row) => row.id)),
    reasons: Object.fromEntries([...model.choices].map(([service, choice]) => [service, choice.reason])),
    words: Object.fromEntries([...words].map(([section, row]) => [section, row.words])),
    basis: basis?.inForce ? { text: basis.act.uk === '' ? basis.subject : basis.act, recalled: basis.confidence === 'recalled' } : null,
  };
}
