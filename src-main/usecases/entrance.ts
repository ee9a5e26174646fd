import type { AccessAnswer, AccessResult, AccessRule, Entrance } from '../contract/api/accessibility.ts';
import { counted, type Counted } from '../domain/accessibility/answers.ts';
import { entranceOfResult, resultOf, type Answered } from '../domain/accessibility/status.ts';
import type { StoredAnswer, StoredAudit } from '../store/audits.ts';
import type { PlanModel } from './model.ts';

/** A criterion of an audit: what was said, what counts. */
export interface AuditItem extends Answered, Counted { readonly stated: StoredAnswer; readonly wayIn: boolean; readonly counts: AccessAnswer }

/** The rule of the plan: its own, or the proposal of the reference book. */
export function accessRule(model: PlanModel): AccessRule {
  if (model.accessRule) return { ...model.accessRule, own: true };
  const list = model.book.accessibility;
  return { critical: list?.items.filter((item) => item.critical).map((item) => item.id) ?? [], freeShare: list?.rule.freeShare ?? 1, partialShare: list?.rule.partialShare ?? 0, own: false };
}

/** All criteria of the checklist with what an audit says of them, in the order of the checklist. */
export function auditItems(model: PlanModel, audit: StoredAudit): readonly AuditItem[] {
  const list = model.book.accessibility;
  if (list === undefined) return [];
  const critical = new Set(accessRule(model).critical);
  const wayIn = new Set(list.areas.filter((area) => area.entrance).map((area) => area.id));
  const said = new Map(audit.answers.map((answer) => [answer.item, answer]));
  return list.items.map((item) => {
    const stated = said.get(item.id) ?? { item: item.id, answer: '', measured: [], note: '' };
    return { id: item.id, stated, critical: critical.has(item.id), wayIn: wayIn.has(item.area), ...counted(item, stated) };
  });
}

/** The result of an audit and whether people get in: by the routes to the building, the ramp and the entrance. */
export function auditResult(model: PlanModel, audit: StoredAudit): { readonly result: AccessResult; readonly entrance: Entrance } {
  const items = auditItems(model, audit);
  const rule = accessRule(model);
  return { result: resultOf(items, rule), entrance: entranceOfResult(resultOf(items.filter((item) => item.wayIn), rule)) };
}

/** The newest audit of a facility up to the end of the model's year. */
export const latestAudit = (model: PlanModel, facility: string): StoredAudit | undefined =>
  model.audits.find((audit) => audit.facility === facility && audit.day <= `${model.year}-12-31`);

/** Can people with reduced mobility get into a facility (by id): `yes` and `no` only when its newest audit makes it certain, '' = not known. */
export function entranceOf(model: PlanModel, facility: string): Entrance {
  const audit = latestAudit(model, facility);
  return audit === undefined ? '' : auditResult(model, audit).entrance;
}
