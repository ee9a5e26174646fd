import type { StaffCompareView, StaffParametersView, StaffRisksView, StaffView, StaffWorkView } from '../contract/api/staff.ts';
import type { PlanModel } from './model.ts';
import type { Program } from './program.ts';
import { categoriesOf, hoursOf, parameterOf } from './staffBook.ts';
import { compareOf, comparedRows } from './staffCompare.ts';
import { positionsOf, staffUnits, sumsOf, totalOf } from './staffFacts.ts';
import { risksOf } from './staffRisks.ts';
import { serviceName } from './traceParts.ts';

/** Providers, services and categories by name, for the tables. */
function names(model: PlanModel): Pick<StaffView, 'units' | 'services' | 'categories'> {
  return { units: staffUnits(model), categories: categoriesOf(model.book), services: model.services.map(({ id, code, short }) => ({ id, code, name: short ?? serviceName(model, id) })) };
}

const shown = (row: ReturnType<typeof positionsOf>[number]): StaffView['rows'][number] => { const { sort: _, ...rest } = row; return rest; };

/** The staffing table. */
export function staffView(model: PlanModel): StaffView {
  const rows = positionsOf(model);
  return { ...names(model), rows: rows.map(shown), sums: sumsOf(model), total: totalOf(rows), carried: rows.filter((row) => row.state === 'carried').length };
}

/** The three numbers. */
export const staffCompareView = (program: Program, model: PlanModel): StaffCompareView => ({ ...names(model), rows: comparedRows(program, model).map(({ row }) => row) });

/** The work behind one number. */
export function staffWorkView(program: Program, model: PlanModel, provider: string, service: string, category: string): StaffWorkView {
  const { row, work } = compareOf(program, model, provider, service, category);
  const { activities, ways, mode, support, supportEntered, individual, hours } = work;
  return { provider, service, category, activities, ways, mode, seat: model.territory(work.seat)?.name ?? { uk: '', en: null }, support, supportEntered, individual, hours, compare: row };
}

/** Parameters as they count for a category, '' = all staff. */
export function staffParametersView(model: PlanModel, category: string): StaffParametersView {
  const usual = model.book.staffing?.parameters ?? [];
  return {
    category, rows: usual.filter((row) => category === '' || row.byCategory).flatMap(({ id }) => parameterOf(model, id, category) ?? []),
    hours: hoursOf(model, category), categories: categoriesOf(model.book), special: [...new Set(model.staff.parameters.map((row) => row.category).filter(Boolean))],
  };
}

/** Vacancies, ages, continuity. */
export const staffRisksView = (model: PlanModel): StaffRisksView => ({ ...names(model), ...risksOf(model) });
