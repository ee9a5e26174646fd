import { Refusal } from '../contract/errors.ts';
import type { checks as methods } from '../contract/api/checks.ts';
import { acceptedOf, putAccepted, putOwnRule, removeAccepted, removeOwnRule } from '../store/checks.ts';
import { checksView } from './checksView.ts';
import { findOutView } from './findOut.ts';
import { sentence, type Handlers } from './program.ts';

const AREAS = ['checks', 'overview', 'documents', 'history'] as const;

/** Use cases of the checks. */
export const checks: Handlers<keyof typeof methods> = {
  'checks.view': (program, { year, scenario }) => checksView(program, program.model(year, scenario)),
  'findOut.view': (program, { year, scenario }) => findOutView(program, program.model(year, scenario)),
  'check.accept': (program, { year, scenario, issue, reason }) => {
    const found = checksView(program, program.model(year, scenario)).issues.find((each) => each.id === issue);
    if (!found) throw new Refusal('input.unknownId', { what: 'issue', id: issue });
    return program.change(sentence('check.accept', { reason }), AREAS, (tx) => putAccepted(tx, { issue, finding: found.finding, reason, author: program.settings().author, at: program.now().toISOString() }));
  },
  'check.reopen': (program, { issue }) => {
    if (!acceptedOf(program.store().read).has(issue)) throw new Refusal('input.unknownId', { what: 'issue', id: issue });
    return program.change(sentence('check.reopen'), AREAS, (tx) => removeAccepted(tx, issue));
  },
  'check.setRule': (program, { rule, severity, limit }) => {
    const known = program.book().checks.find((each) => each.id === rule);
    if (!known) throw new Refusal('input.unknownId', { what: 'rule', id: rule });
    // A rule without a limit takes none; one with a limit keeps the proposed one when none is given.
    const asked = known.limit === null ? null : limit;
    const asProposed = severity === known.severity && (asked === null || asked === known.limit);
    return program.change(sentence('check.rule', { rule: known.label }), AREAS, (tx) => (asProposed ? removeOwnRule(tx, rule) : putOwnRule(tx, { rule, severity, limit: asked })));
  },
};
