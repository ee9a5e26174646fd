import type { AccessFacility, AccessibilityView, AuditDetail, AuditFix, AuditInfo, Checklist, FixPlan } from '../contract/api/accessibility.ts';
import { cheapestPlan, effects, ranked, type Mend } from '../domain/accessibility/fixes.ts';
import type { PackAccessibility } from '../reference/schema.ts';
import type { StoredAudit, StoredFix } from '../store/audits.ts';
import { peopleAt } from './accessibilityPeople.ts';
import { accessRule, auditItems, auditResult, entranceOf, latestAudit } from './entrance.ts';
import { groupSize } from './groupSizes.ts';
import type { PlanModel } from './model.ts';

function checklistOf(model: PlanModel, { areas, items, statuses, procedure, norm, caution, scoring, rule, criticality, evidence }: PackAccessibility): Checklist {
  const critical = new Set(accessRule(model).critical);
  const seen = new Map(evidence.map((each) => [each.id, each.meaning]));
  const { confidence: _, ...act } = procedure;
  return {
    areas, statuses, procedure: act, norm: norm.act, caution, scoring, ruleNote: rule.note, criticality,
    items: items.map(({ measure: _measure, core: _core, ...item }) => ({ ...item, critical: critical.has(item.id), proposed: item.critical, evidence: seen.get(item.evidence) ?? { uk: '', en: '' } })),
  };
}

const infoOf = (model: PlanModel, audit: StoredAudit): AuditInfo => {
  const { answers: _answers, fixes: _fixes, ...info } = audit;
  return { ...info, ...auditResult(model, audit) };
};

/** Plans that lead on: to get in, and to each better result; one that asks for the same as the plan before it is left out. */
function plansOf(model: PlanModel, audit: StoredAudit, mends: readonly Mend[]): readonly FixPlan[] {
  const rule = accessRule(model);
  const items = auditItems(model, audit);
  const wayIn = items.filter((item) => item.wayIn);
  const inside = new Set(wayIn.map((item) => item.id));
  const ofWayIn = mends.map((fix) => ({ ...fix, mends: fix.mends.filter((id) => inside.has(id)) })).filter((fix) => fix.mends.length > 0);
  return [cheapestPlan('entrance', wayIn, ofWayIn, rule), cheapestPlan('partial', items, mends, rule), cheapestPlan('free', items, mends, rule)].filter((plan) => plan !== null);
}

function detailOf(model: PlanModel, audit: StoredAudit): AuditDetail {
  const rule = accessRule(model);
  const items = auditItems(model, audit);
  const failing = new Set(items.filter((item) => item.counts === 'no').map((item) => item.id));
  const critical = new Set(items.filter((item) => item.critical).map((item) => item.id));
  const comes = peopleAt(model, audit.facility);
  const mends = ranked(audit.fixes.map((fix) => ({ ...fix, people: fix.people ?? comes.value, mends: fix.items.filter((id) => failing.has(id)) })), critical);
  const after = effects(mends, items, new Set(items.filter((item) => item.wayIn).map((item) => item.id)), rule);
  const own = new Map(audit.fixes.map((fix) => [fix.id, fix]));
  const mended = new Set(mends.flatMap((fix) => fix.mends));
  const before = model.audits.filter((each) => each.facility === audit.facility);
  const previous = before[before.findIndex((each) => each.id === audit.id) + 1];
  const was = new Map(previous === undefined ? [] : auditItems(model, previous).map((item) => [item.id, item.counts]));
  return {
    ...infoOf(model, audit),
    answers: items.map(({ id, stated, counts, measuredDecides, conflict }) => ({ item: id, answer: stated.answer, measured: stated.measured, note: stated.note, counts, measuredDecides, conflict, was: was.get(id) ?? null })),
    comes,
    fixes: mends.map((fix, at) => fixView(fix, own.get(fix.id)?.people ?? null, critical, after[at])),
    bare: [...failing].filter((id) => !mended.has(id)), plans: plansOf(model, audit, mends.filter((fix) => fix.mends.length > 0)),
    previous: previous ? { id: previous.id, day: previous.day } : null,
    groups: (model.book.accessibility?.affected ?? []).flatMap((id) => {
      const group = model.groups.find((each) => each.id === id);
      const size = group ? groupSize(model, id, model.root).range.base : null;
      return group ? [{ id, name: group.name, size: size === null ? null : Math.round(size) }] : [];
    }),
  };
}

function fixView({ id, name, costKop, people, items, mends }: StoredFix & Mend, entered: number | null, critical: ReadonlySet<string>, after: AuditFix['after'] | undefined): AuditFix {
  return {
    id, name, costKop, people, items, mends, peopleFrom: entered !== null ? 'entered' : people === null ? null : 'served',
    costPerPersonKop: costKop === null || people === null || people === 0 ? null : Math.round(costKop / people),
    critical: mends.some((each) => critical.has(each)), after: after ?? { status: null, entrance: '' },
  };
}

function facilityView(model: PlanModel, { id, name, provider, territory }: PlanModel['facilities'][number]): AccessFacility {
  return {
    id, name, provider: model.providers.find((row) => row.id === provider)?.name ?? '', place: model.territory(territory)?.name ?? null,
    comes: peopleAt(model, id), entrance: entranceOf(model, id), latest: latestAudit(model, id)?.id ?? null, audits: model.audits.filter((audit) => audit.facility === id).length,
  };
}

/** What the page of accessibility shows. */
export function accessibilityView(model: PlanModel, audit: string, today: string): AccessibilityView {
  const list = model.book.accessibility;
  const facilities = model.facilities.map((facility) => facilityView(model, facility));
  const out = facilities.filter((facility) => facility.entrance === 'no');
  const known = out.flatMap((facility) => facility.comes.value ?? []);
  const chosen = model.audits.find((each) => each.id === audit);
  return {
    checklist: list ? checklistOf(model, list) : null, rule: accessRule(model), facilities, audits: model.audits.map((each) => infoOf(model, each)),
    audit: chosen && list ? detailOf(model, chosen) : null,
    out: { facilities: out.length, served: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0), unknown: out.length - known.length },
    today,
  };
}
