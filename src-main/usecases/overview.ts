import type { OverviewView, gaps as methods } from '../contract/api/gaps.ts';
import type { NeedRow, ServiceInfo } from '../contract/api/needs.ts';
import { Refusal } from '../contract/errors.ts';
import { roundFor } from '../contract/format.ts';
import type { Cell, MeasureId, Sentence } from '../contract/models.ts';
import { exact } from '../domain/range.ts';
import { acceptedOf } from '../store/checks.ts';
import { setMeta } from '../store/meta.ts';
import { providedAt } from './capacityFacts.ts';
import { capacityNums } from './capacityView.ts';
import { figureCell, numOf } from './cells.ts';
import { communityFacts, neighbours } from './communityView.ts';
import { FIGURE_AREAS } from './figures.ts';
import { acceptedReason } from './checkRules.ts';
import { redFlags } from './flags.ts';
import { nextSteps } from './nextSteps.ts';
import { gapsView } from './gapsView.ts';
import { populationConfirmed, groupSize } from './groupSizes.ts';
import type { PlanModel } from './model.ts';
import { needAt, resultRef } from './needFacts.ts';
import { needsView } from './needsView.ts';
import { resultNum } from './num.ts';
import { pageOfFigure } from './pageOfFigure.ts';
import { sentence, type Handlers, type Program } from './program.ts';

type Basic = OverviewView['basic'];

const infoOf = (row: NeedRow): ServiceInfo => ({
  id: row.id, code: row.code, name: row.name, short: row.short, nameConfidence: row.nameConfidence, section: row.section, basic: row.basic,
  basicConfidence: row.basicConfidence, counted: row.counted, applies: row.applies,
});

/** Basic services told apart: provided with a known need, provided without one, not provided, not known whether provided. */
function basicServices(model: PlanModel, rows: readonly NeedRow[]): Basic {
  const groups: Record<Basic[number]['id'], ServiceInfo[]> = { known: [], unconfirmed: [], none: [], unknown: [] };
  for (const row of rows.filter((each) => each.basic)) {
    const provided = providedAt(model, row.id, needAt(model, row.id, model.root));
    groups[provided === 'no' ? 'none' : provided === 'unknown' ? 'unknown' : row.general.value !== null ? 'known' : 'unconfirmed'].push(infoOf(row));
  }
  return (['known', 'unconfirmed', 'none', 'unknown'] as const).map((id) => ({ id, services: groups[id] }));
}

type Key = OverviewView['keys'][number];

/** What stands under the population: how old it is and whether the community confirmed it. */
function populationNote(model: PlanModel, cell: Cell): Sentence {
  if (cell.value === null) return sentence('overview.populationUnknown');
  if (cell.state === 'carried') return sentence('overview.populationCarried');
  if (!populationConfirmed(model)) return sentence('overview.prewar', { asOf: cell.asOf });
  return cell.asOf === '' ? sentence('overview.noDate') : sentence('overview.asOf', { asOf: cell.asOf });
}

/** Facts that stand at the head while gaps are not known yet. */
const STAND_INS: readonly MeasureId[] = ['declarations', 'idpBalance', 'settlements', 'area'];

/** The two largest gaps, or known facts in their places. */
function worst(rows: readonly NeedRow[], facts: readonly Cell[]): readonly Key[] {
  const gaps = rows.filter((row) => (row.unmet.value ?? 0) > 0).sort((a, b) => (b.unmet.value ?? 0) - (a.unmet.value ?? 0)).slice(0, 2).map((row): Key => {
    const { low, high } = row.unmet;
    const bounds = low !== null && high !== null && roundFor(low, 'person') !== roundFor(high, 'person');
    return {
      id: `unmet:${row.id}`, num: row.unmet, of: null, label: sentence('overview.unmet', { service: row.short ?? row.name ?? row.code ?? row.id }),
      note: bounds ? sentence(`overview.unmetNote.${row.counted}Bounds`, { low, high }) : sentence(`overview.unmetNote.${row.counted}`),
    };
  });
  const known = STAND_INS.flatMap((measure) => facts.find((fact) => fact.key.measure === measure && fact.value !== null) ?? []);
  const standIns = known.slice(0, 2 - gaps.length).map((fact): Key => ({
    id: fact.key.measure, num: fact, of: null, label: sentence(`overview.fact.${fact.key.measure}`), note: fact.asOf === '' ? sentence('overview.noDate') : sentence('overview.asOf', { asOf: fact.asOf }),
  }));
  return [...gaps, ...standIns];
}

/** The six figures at the head of the page. */
function keys(model: PlanModel, rows: readonly NeedRow[]): OverviewView['keys'] {
  const basic = rows.filter((row) => row.basic);
  const known = basic.filter((row) => row.general.value !== null).length;
  const carried = basic.filter((row) => row.state === 'carried').length;
  const sources = model.groups.map((group) => groupSize(model, group.id, model.root).source);
  const [groupsKnown, byShare] = (['entered', 'share'] as const).map((source) => sources.filter((each) => each === source).length) as [number, number];
  const facts = communityFacts(model);
  const [population] = facts;
  const share = needsView(model, model.root).assumedShare;
  const assumed = rows.filter((row) => row.general.assumed && row.general.value !== null).length;
  const count = (result: 'knownNeeds' | 'knownGroups', value: number) => resultNum(exact(value), 'count', resultRef(model, result, {}, model.root));
  return [
    ...(population ? [{ id: 'population', num: population, of: null, label: sentence('overview.population'), note: populationNote(model, population) }] : []),
    { id: 'needs', num: count('knownNeeds', known), of: basic.length, label: sentence('overview.needsKnown'), note: sentence(carried > 0 ? 'overview.needsCarried' : 'overview.needsNote', { unknown: basic.length - known - carried, carried }) },
    { id: 'groups', num: count('knownGroups', groupsKnown), of: model.groups.length, label: sentence('overview.groupsKnown'), note: sentence(byShare > 0 ? 'overview.groupsShare' : 'overview.groupsNote', { share: String(byShare), count: model.groups.length - groupsKnown - byShare }) },
    ...worst(rows, facts),
    { id: 'assumed', num: share, of: null, label: sentence('overview.assumed'), note: share.value === null ? sentence('overview.assumedUnknown') : assumed === 0 ? sentence('overview.assumedNone') : sentence('overview.assumedNote', { count: assumed }) },
  ];
}

/** What the overview shows. */
export function overviewView(program: Pick<Program, 'data' | 'store'>, model: PlanModel): OverviewView {
  const accepted = acceptedOf(program.store().read);
  const { rows } = needsView(model, model.root);
  const shown = gapsView(model).rows.filter((row) => row.total.need.value !== null || row.total.served.value !== null || row.noProvider);
  return {
    name: model.territory(model.root)?.name ?? model.meta.title,
    place: { raion: model.meta.raion, oblast: model.meta.oblast, asOf: model.meta.calcDate }, keys: keys(model, rows), facts: communityFacts(model),
    gaps: shown.slice(0, 11).map((row) => ({
      service: infoOf(rows.find((each) => each.id === row.id) as NeedRow), need: row.total.need, served: row.total.served,
      capacity: capacityNums(model, row.id, model.root).capacity, unmet: row.total.unmet, coverage: row.total.coverage,
    })),
    flags: redFlags(model, rows).map((flag) => ({ ...flag, accepted: acceptedReason(model, flag, accepted) })), next: nextSteps(model, rows), basic: basicServices(model, rows),
    groups: model.groups.map((group) => {
      const key = model.key('groupSize', { group: group.id }, model.root);
      const size = numOf(figureCell(model, key));
      return { id: group.id, name: group.name, size: { ...size, missing: size.value === null ? [key] : [] } };
    }),
    neighbours: neighbours(model, program.data).map((row) => ({ code: row.code, name: row.name, population: row.population, borderKm: row.borderKm })),
    communityCode: model.meta.community,
  };
}

/** Use cases of gaps and of the overview. */
export const gaps: Handlers<keyof typeof methods> = {
  'gaps.view': (program, { year, scenario }) => gapsView(program.model(year, scenario)),
  'gaps.setWeights': (program, weights) => {
    const sum = Object.values(weights).reduce((a, b) => a + b, 0);
    if (sum !== 100) throw new Refusal('input.value', { key: null, reason: 'weights', sum });
    return program.change(sentence('gaps.weights'), FIGURE_AREAS, (tx) => setMeta(tx, { weights }));
  },
  'overview.view': (program, { year, scenario }) => overviewView(program, program.model(year, scenario)),
  'cell.find': (_program, { key }) => ({ page: pageOfFigure(key) }),
};
