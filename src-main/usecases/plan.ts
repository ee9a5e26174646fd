import { Refusal } from '../contract/errors.ts';
import type { plan as methods } from '../contract/api/plan.ts';
import { carryOver, figureHistory } from '../store/figures.ts';
import { carryStaff } from '../store/staff.ts';
import { addYear, putScenario, removeScenario, scenariosOf, setMeta, yearsOf } from '../store/meta.ts';
import { history } from '../store/changes.ts';
import { historySize } from '../store/compact.ts';
import { figureCell } from './cells.ts';
import { confirmFigures, FIGURE_AREAS, setFigures, unknownId } from './figures.ts';
import { planView } from './planView.ts';
import { sentence, type Handlers } from './program.ts';
import { approvedBehind } from './snapshots.ts';
import { traceOf } from './trace.ts';
import { inSteps, stopWork, workNow } from './work.ts';

const EVERYTHING = [...FIGURE_AREAS, 'reference', 'settings', 'collection'] as const;

/** ISO time some months before now; 0 = after everything, the entry of this moment included. */
function monthsAgo(now: Date, months: number): string {
  if (months === 0) return '9999';
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() - months);
  return then.toISOString();
}

/** Use cases of the plan as a whole: figures, years, scenarios, history. */
export const plan: Handlers<keyof typeof methods> = {
  'plan.view': (program, { year, scenario }) => planView(program, program.model(year, scenario)),
  'plan.set': (program, patch) => program.change(sentence('plan.set'), EVERYTHING, (tx) => setMeta(tx, patch)),
  'figures.set': setFigures,
  'figures.confirm': (program, { keys }) => confirmFigures(program, keys),
  'figure.get': (program, { key }) => {
    const model = program.model(key.year, key.scenario);
    if (unknownId(model, key)) throw new Refusal('input.unknownId', { what: 'figure', id: key.measure });
    return figureCell(model, key);
  },
  'figure.history': (program, { key }) => figureHistory(program.store().read, key),
  'trace.get': (program, { ref }) => {
    const trace = traceOf(program, ref);
    const approved = approvedBehind(program, trace.ref, trace.num);
    return approved ? { ...trace, approved } : trace;
  },
  'year.add': (program, { year, from }) => {
    const { read } = program.store();
    const years = yearsOf(read);
    if (years.includes(year)) throw new Refusal('year.exists', { year });
    if (from !== null && !years.includes(from)) throw new Refusal('input.unknownId', { what: 'year', id: String(from) });
    return program.change(sentence(from === null ? 'year.add' : 'year.carry', { year, from }), EVERYTHING, (tx) => {
      addYear(tx, year);
      if (from === null) return;
      carryOver(tx, from, year, program.now().toISOString());
      carryStaff(tx, from, year, program.newId);
    });
  },
  'scenario.add': (program, { id, name }) => program.change(sentence('scenario.add', { name }), EVERYTHING, (tx) => putScenario(tx, { id, name })),
  'scenario.remove': (program, { id }) => {
    if (id === 'base' || !scenariosOf(program.store().read).some((row) => row.id === id)) throw new Refusal('input.unknownId', { what: 'scenario', id });
    return program.change(sentence('scenario.remove'), EVERYTHING, (tx) => removeScenario(tx, id));
  },
  'history.view': (program, { limit }) => history(program.store().read, limit),
  'history.size': (program, { months }) => historySize(program.store().read, monthsAgo(program.now(), months)),
  'history.compact': async (program, { months }) => {
    const done = await inSteps(program, 'compact', program.store().compact(monthsAgo(program.now(), months)));
    program.forget();
    return { ...done, revision: program.store().revision(), areas: ['history', 'plan'] };
  },
  'plan.work': (program) => workNow(program),
  'plan.stop': (program) => { stopWork(program); return null; },
  'history.undo': (program) => ({ revision: program.store().undo(program.settings().author), areas: EVERYTHING }),
  'history.redo': (program) => ({ revision: program.store().redo(program.settings().author), areas: EVERYTHING }),
};

