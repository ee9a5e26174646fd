import type { PackageCell, PackageRow, PackageView, Way } from '../contract/api/package.ts';
import type { ServiceInfo } from '../contract/api/needs.ts';
import { WAYS } from '../contract/lists.ts';
import type { Num } from '../contract/models.ts';
import { needNums } from './needsView.ts';
import { figureCell, numOf } from './cells.ts';
import { countedOf } from './facts.ts';
import type { PlanModel } from './model.ts';
import { needAt, resultRef } from './needFacts.ts';
import { normOf } from './norms.ts';
import { countedUnit, resultNum } from './num.ts';
import { absentAt, answerAt, placesAt } from './packageFacts.ts';
import { basicOf } from './services.ts';

/** People left without a service in the places where it is absent, and who lives there. */
export function leftOutNums(model: PlanModel, service: string): Pick<PackageRow, 'leftOut' | 'residents'> {
  const { places, need, residents } = absentAt(model, service);
  const key = (measure: 'identified' | 'population') => places.map((place) => model.key(measure, measure === 'identified' ? { service } : {}, place));
  const assumed = places.some((place) => needAt(model, service, place).result.assumed);
  return {
    leftOut: resultNum(need, countedUnit('person', countedOf(model, service, model.root)), resultRef(model, 'leftOut', { service }, model.root), { assumed, missing: need.base === null ? key('identified') : [] }),
    residents: resultNum(residents, 'person', resultRef(model, 'leftOutResidents', { service }, model.root), { missing: residents.base === null ? key('population') : [] }),
  };
}

const needHere = (model: PlanModel, service: string, place: string): Num => needNums(model, needAt(model, service, place), service, place).general;

function row(model: PlanModel, service: ServiceInfo, places: readonly string[]): PackageRow {
  const cells = places.map((place): PackageCell => ({ ...answerAt(model, service.id, place), need: needHere(model, service.id, place) }));
  const count = (way: Way | null): number => cells.filter((cell) => cell.way === way).length;
  return { ...service, cells, counts: { ...Object.fromEntries(WAYS.map((way) => [way, count(way)])) as Record<Way, number>, unknown: count(null) }, ...leftOutNums(model, service.id) };
}

/** The starosta district around a settlement. */
function districtOf(model: PlanModel, id: string): PackageView['places'][number]['district'] {
  const around = model.territory(model.territory(id)?.parent ?? '');
  return around?.kind === 'starosta' ? { id: around.id, name: around.name } : null;
}

/** The minimal package as page and paper show it. */
export function packageView(model: PlanModel, level: 'districts' | 'settlements'): PackageView {
  const districts = model.territories.some((place) => place.kind === 'starosta');
  const shown = districts ? level : 'settlements';
  const ids = placesAt(model, shown);
  const rows = basicOf(model.services).map((service) => row(model, service, ids));
  const at = (index: number, is: (cell: PackageCell) => boolean): number => rows.filter((each) => { const cell = each.cells[index]; return cell !== undefined && is(cell); }).length;
  const sum = (of: (row: PackageRow) => number): number => rows.reduce((all, each) => all + of(each), 0);
  const kinds = new Set(ids.map((id) => model.territory(id)?.kind));
  const kind = [...kinds].find((each) => each === 'settlement' || each === 'starosta');
  const norm = normOf(model, 'act_basic_services');
  const act = model.book.acts.find((each) => each.id === 'act_basic_services');
  const [all, absent, unknown] = [rows.length * ids.length, sum((each) => each.counts.absent), sum((each) => each.counts.unknown)];
  return {
    level: shown, districts, kind: kinds.size === 1 && kind ? kind : 'mixed', rows, all, absent, given: all - absent - unknown,
    places: ids.map((id, index) => ({
      id, name: model.territory(id)?.name ?? { uk: id, en: null }, district: districtOf(model, id), population: numOf(figureCell(model, model.key('population', {}, id))),
      absent: at(index, (cell) => cell.way === 'absent'), unknown: at(index, (cell) => cell.way === null),
    })),
    list: { act: norm?.act ?? { uk: '', en: null }, article: norm?.article ?? { uk: '', en: null }, confidence: norm?.confidence ?? 'recalled', checkedOn: act?.checkedOn ?? '', note: act?.note ?? null, version: model.book.version },
  };
}
