import type { CheckIssue, CheckRule, ChecksView, CompletenessPart } from '../contract/api/checks.ts';
import type { FigureKey } from '../contract/models.ts';
import { completeness } from '../domain/checks/completeness.ts';
import { exact } from '../domain/range.ts';
import type { PackCheck } from '../reference/schema.ts';
import { acceptedOf, ownRulesOf, type OwnRule } from '../store/checks.ts';
import { provisionOf } from './capacityFacts.ts';
import { runRules } from './checkRules.ts';
import { issueId, keyOnly, type Found, type Sight } from './checkSight.ts';
import { groupSize, populationConfirmed } from './groupSizes.ts';
import type { PlanModel } from './model.ts';
import { needAt } from './needFacts.ts';
import { needsView } from './needsView.ts';
import { resultNum } from './num.ts';
import type { Program } from './program.ts';

/** Of one rule at most this many issues are listed: the largest. */
const LISTED = 100;
const ORDER = { error: 0, warning: 1, note: 2 } as const;

const severityOf = (rule: PackCheck, own: ReadonlyMap<string, OwnRule>): CheckRule['severity'] => own.get(rule.id)?.severity ?? rule.severity;
const limitOf = (rule: PackCheck, own: ReadonlyMap<string, OwnRule>): number | null => own.get(rule.id)?.limit ?? rule.limit;

/** Everything the rules see of a year: the plan then and in the year before. */
function sightOf(program: Program, model: PlanModel): Sight {
  const now = program.now().toISOString().slice(0, 10);
  const earlier = model.years.filter((year) => year < model.year).at(-1);
  return {
    program, model, before: earlier === undefined ? null : program.model(earlier, 'base'), rows: needsView(model, model.root).rows,
    // A plan made ahead for a coming year counts as of its own day.
    today: now > model.meta.calcDate ? now : model.meta.calcDate, figures: [...model.series.all()],
  };
}

function issueOf(model: PlanModel, rule: PackCheck, severity: CheckIssue['severity'], found: Found, accepted: ReturnType<typeof acceptedOf>): CheckIssue {
  const id = issueId(model, rule.id, found.about);
  const exception = accepted.get(id);
  const { text, count, link, page, finding } = found;
  return {
    id, rule: rule.id, severity, text, count, link, page, finding,
    accepted: exception ? { reason: exception.reason, author: exception.author, at: exception.at, holds: exception.finding === finding } : null,
  };
}

/** What the checks page shows. */
export function checksView(program: Program, model: PlanModel): ChecksView {
  const { read } = program.store();
  const [accepted, own] = [acceptedOf(read), ownRulesOf(read)];
  const active = model.book.checks.filter((rule) => severityOf(rule, own) !== 'off');
  const found = runRules(sightOf(program, model), active, (rule) => limitOf(rule, own) ?? 0);
  const issues = active.flatMap((rule) => (found.get(rule.id) ?? []).slice(0, LISTED).map((each) => issueOf(model, rule, severityOf(rule, own) as CheckIssue['severity'], each, accepted)));
  const holds = (issue: CheckIssue): boolean => issue.accepted?.holds === true;
  const count = (severity: CheckIssue['severity']): number => issues.filter((issue) => !holds(issue) && issue.severity === severity).length;
  return {
    issues: issues.toSorted((a, b) => Number(holds(a)) - Number(holds(b)) || ORDER[a.severity] - ORDER[b.severity]),
    rules: model.book.checks.map((rule): CheckRule => ({
      id: rule.id, label: rule.label, why: rule.why, severity: severityOf(rule, own), limit: limitOf(rule, own), limitUnit: rule.limitUnit,
      proposed: { severity: rule.severity, limit: rule.limit }, found: found.get(rule.id)?.length ?? 0, shown: Math.min(LISTED, found.get(rule.id)?.length ?? 0),
    })),
    counts: { error: count('error'), warning: count('warning'), note: count('note'), accepted: issues.filter(holds).length },
    completeness: completenessOf(model),
  };
}

/** How complete the figures of a determination are: what is asked for of the basic services and groups, and how well it is documented. */
function completenessOf(model: PlanModel): ChecksView['completeness'] {
  const basic = model.services.filter((service) => service.basic);
  const part = (id: CompletenessPart['id'], page: CompletenessPart['page'], asked: readonly { readonly known: boolean; readonly key: FigureKey | null }[]): CompletenessPart => ({
    id, page, known: asked.filter((each) => each.known).length, of: asked.length, link: asked.find((each) => !each.known)?.key ?? null,
  });
  const needs = basic.map((service) => ({ service: service.id, need: needAt(model, service.id, model.root) }));
  const figures = [...model.series.all()].filter((figure) => figure.value !== null);
  const own = figures.filter((figure) => figure.state === 'entered');
  const parts = [
    part('population', 'community', [{ known: populationConfirmed(model), key: model.key('population', {}, model.root) }]),
    part('groups', 'groups', model.groups.map((group) => ({ known: groupSize(model, group.id, model.root).source === 'entered', key: model.key('groupSize', { group: group.id }, model.root) }))),
    part('identified', 'needs', needs.map(({ service, need }) => ({ known: need.result.general.base !== null, key: model.key('identified', { service }, model.root) }))),
    part('served', 'needs', needs.map(({ service, need }) => ({ known: need.result.met.base !== null, key: model.key('served', { service }, model.root) }))),
    part('provision', 'capacity', basic.map((service) => { const { providers, provided } = provisionOf(model, service.id); return { known: providers > 0 || provided !== 'unknown', key: null }; })),
    part('sourced', 'needs', own.map((figure) => ({ known: figure.source.trim() !== '', key: figure }))),
    part('dated', 'needs', own.map((figure) => ({ known: figure.asOf !== '', key: figure }))),
    part('confirmed', 'needs', figures.map((figure) => ({ known: figure.state === 'entered', key: figure }))),
  ];
  return { score: resultNum(exact(completeness(parts)), 'share', null), parts: parts.map((each) => ({ ...each, link: each.link && keyOnly(each.link) })) };
}

