/** Available working time of one worker: (working days − leave − holidays − training − illness) × hours a day, hours a year (WISN, step 2). */
export interface WorkTime { readonly days: number; readonly leave: number; readonly holidays: number; readonly training: number; readonly sick: number; readonly hours: number }

/** Hours a year; null when no time is left. */
export function availableHours({ days, leave, holidays, training, sick, hours }: WorkTime): number | null {
  const left = (days - leave - holidays - training - sick) * hours;
  return left > 0 ? left : null;
}
