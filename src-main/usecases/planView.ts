import type { PlanInfo } from '../contract/api/library.ts';
import type { PlanView } from '../contract/api/plan.ts';
import { yearsOf } from '../store/meta.ts';
import type { PlanStore } from '../store/open.ts';
import { capacityNums } from './capacityView.ts';
import { communityFacts } from './communityView.ts';
import { groupSize } from './groupSizes.ts';
import type { PlanModel } from './model.ts';
import { needAt } from './needFacts.ts';
import type { Program } from './program.ts';
import { basicOf } from './services.ts';

/** The open plan as doors and pages know it. */
export const planInfo = (store: PlanStore): PlanInfo => ({ path: store.path, readOnly: store.readOnly, revision: store.revision(), years: yearsOf(store.read) });

/** Counts known/all of each section, for the navigation. */
function counts(model: PlanModel): PlanView['counts'] {
  const facts = communityFacts(model);
  const basic = basicOf(model.services);
  return {
    community: { known: facts.filter((cell) => cell.state === 'known' || cell.state === 'assumption').length, all: facts.length },
    groups: { known: model.groups.filter((group) => groupSize(model, group.id, model.root).source === 'entered').length, all: model.groups.length },
    needs: { known: basic.filter((service) => needAt(model, service.id, model.root).result.general.base !== null).length, all: basic.length },
    capacity: { known: basic.filter((service) => capacityNums(model, service.id, model.root).state === 'known').length, all: basic.length },
  };
}

/** The open plan as its frame shows it: years, scenarios, what is known, undo. */
export function planView(program: Program, model: PlanModel): PlanView {
  const store = program.store();
  const { meta } = model;
  return {
    ...planInfo(store), title: meta.title, place: meta.place, teaching: meta.teaching, root: model.root, scenarios: model.scenarios,
    calcDate: meta.calcDate, counts: counts(model), undo: store.readOnly ? null : store.undoable(), redo: store.readOnly ? null : store.redoable(), savedAt: store.savedAt(),
    ...(meta.referenceVersion < program.latest().version ? { newerReference: { own: meta.referenceVersion, present: program.latest().version } } : {}),
    ...(store.backupProblem() ? { backupProblem: { code: 'backup.failed' as const, details: { path: store.backupDir } } } : {}),
  };
}
