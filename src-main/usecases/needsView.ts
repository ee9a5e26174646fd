import type { Num } from '../contract/models.ts';
import type { NeedRow, NeedsView, ServiceInfo } from '../contract/api/needs.ts';
import { assumedShare } from '../domain/needs/need.ts';
import { exact } from '../domain/range.ts';
import type { FigureKey, MeasureId } from '../contract/models.ts';
import { figureCell } from './cells.ts';
import { countedOf } from './facts.ts';
import { countedUnit, naCell, notApplicable, resultNum } from './num.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';
import { fitsUnit, needAt, resultRef, type ServiceNeed } from './needFacts.ts';

/** Where a survey of a service begins when no group has answers: the answers of the first group typical of it; without one, the size of a group. */
function firstAsked(model: PlanModel, service: string, territory: string): readonly FigureKey[] {
  const fitting = model.groups.filter((group) => fitsUnit(model, service, group.id, territory));
  const typical = fitting.find((group) => group.own || model.book.group(group.id)?.services.includes(service));
  if (typical) return [model.key('surveyAnswered', { service, group: typical.id }, territory)];
  return fitting.slice(0, 1).map((group) => model.key('groupSize', { group: group.id }, territory));
}

/** Cells to fill before the unmet need of a service is known. */
export function missingCells(model: PlanModel, need: ServiceNeed, service: string, territory: string): readonly FigureKey[] {
  return need.result.missing.flatMap((what): readonly FigureKey[] => {
    if (what !== 'survey') return [model.key(what, { service }, territory)];
    return need.survey === null
      ? firstAsked(model, service, territory)
      : need.survey.parts.flatMap((part) => (part.size.base === null ? [model.key('groupSize', { group: part.group }, territory)]
        : part.rate.missing.map((measure) => model.key(measure, { service, group: part.group }, territory))));
  });
}

/** The results of a need as numbers of a page. */
export function needNums(model: PlanModel, need: ServiceNeed, service: string, territory: string): Pick<NeedRow, 'general' | 'unmet' | 'coverage' | 'excess' | 'state'> {
  const { result } = need;
  const unit = countedUnit('person', countedOf(model, service, territory));
  const notes = { assumed: result.assumed, missing: missingCells(model, need, service, territory) };
  const ref = (id: 'generalNeed' | 'unmet' | 'coverage' | 'excess') => resultRef(model, id, { service }, territory);
  const conflict = result.excess !== null && result.excess > 0;
  const carried = result.missing.length > 0 && result.unconfirmed.length === result.missing.length;
  const excess: Num = conflict
    ? { ...resultNum(exact(result.excess), unit, ref('excess'), notes), state: 'conflict' }
    : result.excess === null ? resultNum(exact(null), unit, ref('excess'), notes) : notApplicable(unit);
  return {
    general: resultNum(result.general, unit, ref('generalNeed'), notes),
    unmet: resultNum(result.unmet, unit, ref('unmet'), notes),
    coverage: result.neededByNobody ? notApplicable('share') : resultNum(result.coverage, 'share', ref('coverage'), { ...notes, ...(conflict ? { state: 'conflict' } : {}) }),
    excess,
    state: conflict || result.mixedUnits ? 'conflict' : result.unmet.base !== null ? 'known' : carried ? 'carried' : 'unknown',
  };
}

function row(model: PlanModel, service: ServiceInfo, territory: string): NeedRow {
  const need = needAt(model, service.id, territory);
  const counted = countedOf(model, service.id, territory);
  const cell = (measure: MeasureId) => figureCell(model, model.key(measure, { service: service.id }, territory));
  const placed = (measure: MeasureId) => (service.applies.places ? cell(measure) : naCell(model.key(measure, { service: service.id }, territory)));
  return {
    ...service, counted,
    identified: cell('identified'), served: cell('served'), waiting: cell('waiting'),
    places: placed('places'), occupied: placed('occupied'), posts: cell('posts'), postsFilled: cell('postsFilled'),
    hiddenShare: cell('hiddenShare'), chosen: need.method, ...needNums(model, need, service.id, territory),
  };
}

/** What the needs page shows: one row a service. */
export function needsView(model: PlanModel, territory: string): NeedsView {
  const rows = model.services.map((service) => remember(model, service.id, `need row ${territory}`, () => row(model, service, territory)));
  const count = (state: NeedRow['state']): number => rows.filter((each) => each.state === state).length;
  const share = assumedShare(rows.map((each) => ({ general: each.general.value, assumed: each.general.assumed, counted: each.counted })));
  return {
    territory, rows,
    counts: { all: rows.length, unknown: count('unknown'), conflict: count('conflict'), carried: count('carried'), known: count('known') },
    assumedShare: resultNum(share.share, 'share', resultRef(model, 'assumedShare', {}, territory)),
  };
}
