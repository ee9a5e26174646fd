import type { accessibility as methods, AccessItem } from '../contract/api/accessibility.ts';
import type { Parsed } from '../contract/api.ts';
import { Refusal } from '../contract/errors.ts';
import type { Area } from '../contract/method.ts';
import { accessRuleOf, auditsOf, putAccessRule, putAudit, putAuditAnswer, putAuditFix, removeAudit, removeAuditFix, type StoredAnswer, type StoredAudit } from '../store/audits.ts';
import { facilitiesOf } from '../store/providers.ts';
import { accessibilityFile } from './accessibilityPaper.ts';
import { accessibilityView } from './accessibilityView.ts';
import { refusePerson, tidy } from './entered.ts';
import { sentence, today, type Handlers, type Program } from './program.ts';

/** What of the plan shows accessibility: capacity with the reach of services, and the papers. */
const AREAS: readonly Area[] = ['capacity', 'plan', 'history'];

const unknown = (what: string, id: string): Refusal => new Refusal('input.unknownId', { what, id });

function auditAt(program: Program, id: string): StoredAudit {
  const found = auditsOf(program.store().read).find((each) => each.id === id);
  if (!found) throw unknown('audit', id);
  return found;
}
function facilityName(program: Program, id: string): string {
  const found = facilitiesOf(program.store().read).find((each) => each.id === id);
  if (!found) throw unknown('facility', id);
  return found.name;
}
/** The criteria of the plan's book by id. */
function criteria(program: Program): ReadonlyMap<string, Pick<AccessItem, 'question' | 'parts'>> {
  const list = program.book().accessibility;
  if (!list) throw new Refusal('audit.noList');
  return new Map(list.items.map((item) => [item.id, item]));
}
function refuseItems(program: Program, items: readonly string[]): void {
  const known = criteria(program);
  for (const id of items) if (!known.has(id)) throw unknown('criterion', id);
}

function putOf(program: Program, { id, facility, day, role, note, copy, notAPerson }: Parsed<'audit.put'>) {
  const name = facilityName(program, facility);
  criteria(program);
  const old = id === undefined ? undefined : auditAt(program, id);
  if (day > today(program)) throw new Refusal('cycle.future', { date: day });
  if (auditsOf(program.store().read).some((each) => each.facility === facility && each.day === day && each.id !== id)) throw new Refusal('audit.exists', { day });
  const from = old === undefined && copy !== '' ? auditAt(program, copy) : null;
  const made = { id: old?.id ?? program.newId(), facility, day, role: tidy(role), note: tidy(note) };
  refusePerson([made.role, made.note], notAPerson);
  return {
    ...program.change(sentence(old ? 'audit.update' : 'audit.add', { name, day }), AREAS, (tx) => {
      putAudit(tx, made);
      for (const answer of from?.answers ?? []) putAuditAnswer(tx, made.id, answer);
    }),
    id: made.id,
  };
}

function answersSet(program: Program, { audit: id, answers, notAPerson }: Parsed<'audit.answers.set'>) {
  const audit = auditAt(program, id);
  const known = criteria(program);
  refuseItems(program, answers.map((each) => each.item));
  const had = new Map<string, StoredAnswer>(audit.answers.map((each) => [each.item, each]));
  for (const { item, answer, measured, note } of answers) {
    const old = had.get(item) ?? { item, answer: '', measured: [], note: '' };
    const parts = known.get(item)?.parts.length ?? 0;
    // Trailing values of parts that a criterion does not have would never be seen.
    if (measured && measured.slice(parts).some((value) => value !== null)) throw unknown('measurement', item);
    const next = { item, answer: answer ?? old.answer, measured: measured?.slice(0, parts) ?? old.measured, note: note === undefined ? old.note : tidy(note) };
    if (next.note !== old.note) refusePerson([next.note], notAPerson);
    had.set(item, next);
  }
  const [first] = answers;
  const name = facilityName(program, audit.facility);
  const what = answers.length === 1 && first ? sentence('audit.answer', { name, question: known.get(first.item)?.question ?? first.item }) : sentence('audit.answers', { name, count: answers.length });
  return program.change(what, AREAS, (tx) => { for (const item of new Set(answers.map((each) => each.item))) putAuditAnswer(tx, id, had.get(item) as StoredAnswer); });
}

function fixPut(program: Program, { audit: auditId, id, name, costKop, people, items, notAPerson }: Parsed<'audit.fix.put'>) {
  const audit = auditAt(program, auditId);
  if (id !== undefined && !audit.fixes.some((fix) => fix.id === id)) throw unknown('fix', id);
  refuseItems(program, items);
  const named = tidy(name);
  if (named === '') throw new Refusal('input.invalid', { issues: [{ path: 'name', message: 'empty' }] });
  refusePerson([named], notAPerson);
  return program.change(sentence(id === undefined ? 'audit.fixAdd' : 'audit.fixUpdate', { name: facilityName(program, audit.facility), fix: named }), AREAS, (tx) =>
    putAuditFix(tx, { id: id ?? program.newId(), audit: auditId, name: named, costKop, people, items: [...new Set(items)] }));
}

function ruleSet(program: Program, { critical, freeShare, partialShare, reset }: Parsed<'accessibility.rule'>) {
  if (reset) return program.change(sentence('audit.ruleReset'), AREAS, (tx) => putAccessRule(tx, null));
  criteria(program);
  const list = program.book().accessibility;
  const old = accessRuleOf(program.store().read) ?? { critical: list?.items.filter((item) => item.critical).map((item) => item.id) ?? [], freeShare: list?.rule.freeShare ?? 1, partialShare: list?.rule.partialShare ?? 0 };
  refuseItems(program, critical ?? []);
  const rule = { critical: critical ? [...new Set(critical)] : old.critical, freeShare: freeShare ?? old.freeShare, partialShare: partialShare ?? old.partialShare };
  if (rule.partialShare > rule.freeShare) throw new Refusal('audit.rule');
  return program.change(sentence('audit.rule'), AREAS, (tx) => putAccessRule(tx, rule));
}

/** Use cases of accessibility: audits of facilities, fixes, the rule of the result, the act. */
export const accessibility: Handlers<keyof typeof methods> = {
  'accessibility.view': (program, { year, scenario, audit }) => accessibilityView(program.model(year, scenario), audit, today(program)),
  'audit.put': putOf,
  'audit.remove': (program, { id }) => {
    const { facility, day } = auditAt(program, id);
    return program.change(sentence('audit.remove', { name: facilityName(program, facility), day }), AREAS, (tx) => removeAudit(tx, id));
  },
  'audit.answers.set': answersSet,
  'audit.fix.put': fixPut,
  'audit.fix.remove': (program, { id }) => {
    const audit = auditsOf(program.store().read).find((each) => each.fixes.some((fix) => fix.id === id));
    const fix = audit?.fixes.find((each) => each.id === id);
    if (!audit || !fix) throw unknown('fix', id);
    return program.change(sentence('audit.fixRemove', { name: facilityName(program, audit.facility), fix: fix.name }), AREAS, (tx) => removeAuditFix(tx, id));
  },
  'accessibility.rule': ruleSet,
  'accessibility.document': accessibilityFile,
};
