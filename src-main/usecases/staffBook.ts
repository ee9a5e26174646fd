import type { StaffParameter } from '../contract/api/staff.ts';
import type { TraceNorm } from '../contract/models.ts';
import { availableHours } from '../domain/staffing/time.ts';
import type { ReferenceBook } from '../reference/book.ts';
import type { PackStaffing } from '../reference/schema.ts';
import type { StaffTables } from '../store/staff.ts';
import type { PlanModel } from './model.ts';

/** Source of the method by workload, as a trace shows it. */
export function methodNorm(book: ReferenceBook): readonly TraceNorm[] {
  const method = book.staffing?.method;
  return method === undefined ? [] : [{ normId: method.id, subject: method.name, value: null, unit: method.name, act: method.source, article: method.text, confidence: method.confidence, effect: 'used' }];
}

/** Where parameters come from: the book and what the plan entered over it. */
export interface StaffGround { readonly book: ReferenceBook; readonly staff: Pick<StaffTables, 'parameters'> }

/** Categories of staff; none in an older book. */
export const categoriesOf = (book: ReferenceBook): PackStaffing['categories'] => book.staffing?.categories ?? [];

/** The category whose load the norms of a service speak of; '' = the book names none. */
export const mainCategory = (book: ReferenceBook, service: string): string => book.staffing?.main.find((row) => row.service === service)?.category ?? '';

/** A parameter as it counts for a category: its own value, that of all staff, the usual one. */
export function parameterOf({ book, staff }: StaffGround, id: string, category = ''): StaffParameter | null {
  const usual = book.staffing?.parameters.find((row) => row.id === id);
  if (usual === undefined) return null;
  const own = (of: string) => staff.parameters.find((row) => row.parameter === id && row.category === of);
  const entered = own(category) ?? own('');
  return { ...usual, usual: usual.value, value: entered?.value ?? usual.value, own: own(category) !== undefined, note: entered?.note ?? '' };
}

/** Value of a parameter; null in an older book. */
export const parameterValue = (ground: StaffGround, id: string, category = ''): number | null => parameterOf(ground, id, category)?.value ?? null;

/** Available working time of a category, hours a year; null = no time is left, or the book is an older one. */
export function hoursOf(ground: StaffGround, category: string): number | null {
  const [days, leave, holidays, training, sick, hours] = ['days', 'leave', 'holidays', 'training', 'sick', 'hours'].map((part) => parameterValue(ground, `time.${part}`, category));
  if (days == null || leave == null || holidays == null || training == null || sick == null || hours == null) return null;
  return availableHours({ days, leave, holidays, training, sick, hours });
}

/** Activities the book lists for a category of staff of a service. */
export const activitiesOf = (model: Pick<PlanModel, 'book'>, service: string, category: string): PackStaffing['activities'] =>
  (model.book.staffing?.activities ?? []).filter((row) => row.service === service && row.category === category);
