import type { PlanView } from '../contract/api/plan.ts';
import type { Cell } from '../contract/models.ts';
import type { ReportViews } from '../documents/needsReport.ts';
import { determinationsOf, stagesOf } from '../store/cycle.ts';
import { wordsOf } from '../store/words.ts';
import { capacityView } from './capacityView.ts';
import { communityView } from './communityView.ts';
import { gapsView } from './gapsView.ts';
import { groupsView } from './groupsView.ts';
import type { PlanModel } from './model.ts';
import { needAt } from './needFacts.ts';
import { needsView } from './needsView.ts';
import { overviewView } from './overview.ts';
import { plan } from './plan.ts';
import { provenanceOf, reportRates } from './rateSources.ts';
import type { Program } from './program.ts';

/** The needs report: the department's words of its sections are kept under this name. */
export const REPORT = 'needs-report';

/** Figures behind the shares that a need rests on, with their sources. */
const behindShares = (model: PlanModel, service: string): readonly Cell[] => (needAt(model, service, model.root).survey?.parts ?? []).flatMap((part) =>
  (part.rate.source === 'none' ? [] : provenanceOf(model, part.at, { group: part.group, service }, model.root, part.rate.source).cells));

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
  return {
    year, scenario, plan: plan['plan.view'](program, { year, scenario }) as PlanView, community: communityView(model, program.data), groups: groupsView(model, model.root),
    needs, capacity: capacityView(model, model.root), gaps: gapsView(model), overview: overviewView(program, model),
    surveys: Object.fromEntries(needs.rows.filter((row) => row.chosen !== 'registry').map((row) => [row.id, behindShares(model, row.id)])),
    rates: reportRates(model, needs.rows.filter((row) => row.chosen !== 'registry').map((row) => row.id)),
    reasons: Object.fromEntries([...model.choices].map(([service, choice]) => [service, choice.reason])),
    ...workingGroup(program, year),
    words: Object.fromEntries([...words].map(([section, row]) => [section, row.words])),
    basis: basis?.inForce ? { text: basis.act.uk === '' ? basis.subject : basis.act, recalled: basis.confidence === 'recalled' } : null,
  };
}
