import type { StaffActivity, StaffMode, StaffWay } from '../contract/api/staff.ts';
import type { Label } from '../contract/models.ts';
import { factRange } from '../domain/facts.ts';
import { workload, type Workload, type WorkloadFacts } from '../domain/staffing/workload.ts';
import { isInside, seatOf } from './facts.ts';
import type { PlanModel } from './model.ts';
import { normOf, type PlanNorm } from './norms.ts';
import { activitiesOf, hoursOf, mainCategory, parameterValue } from './staffBook.ts';
import { postsOf, providerFact } from './staffFacts.ts';
import type { Program } from './program.ts';
import { staffWay } from './travel.ts';

/** Id of the line of travel that the program counts. */
const TRAVEL = 'travel';
/** Named by the window. */
const TRAVEL_NAME: Label = { uk: '', en: '' };

/** The work of a category of staff for a service of a provider, as far as it is known. */
export interface Work {
  readonly activities: readonly StaffActivity[];
  readonly ways: readonly StaffWay[];
  readonly mode: StaffMode;
  readonly seat: string;
  readonly support: number;
  readonly supportEntered: boolean;
  readonly individual: number;
  readonly hours: number | null;
  /** null = a line that was begun is incomplete, nothing was entered, or no working time is left. */
  readonly facts: WorkloadFacts | null;
  readonly result: Workload | null;
  readonly served: number | null;
  /** Lines begun and incomplete; lines of the book nobody touched. */
  readonly incomplete: number;
  readonly untouched: number;
  /** Travel rests on the usual minutes: nobody said where recipients live. */
  readonly travelUsual: boolean;
  readonly travelEstimated: boolean;
  readonly norms: readonly PlanNorm[];
}

/** Where the recipients of a service of a provider live: its own figures by place, else those of the service around the provider's seat, else all. The smallest places with figures count. */
function recipientsBy(model: PlanModel, service: string, provider: string, seat: string): readonly (readonly [string, number])[] {
  const places = (of: { service: string; provider?: string }) => {
    const all = [...model.series.places('served', of)].filter(([place, figure]) => place !== model.root && figure.value !== null && figure.state !== 'carried');
    return all.filter(([place]) => !all.some(([inner]) => inner !== place && isInside(model, inner, place))).map(([place, figure]) => [place, figure.value ?? 0] as const);
  };
  const own = places({ service, provider });
  if (own.length > 0) return own;
  const around = model.territory(seat)?.parent ?? model.root;
  const near = places({ service }).filter(([place]) => isInside(model, place, around));
  return near.length > 0 ? near : places({ service });
}

/** Gathers the work of a category of staff. */
export function workOf(program: Program, model: PlanModel, provider: string, service: string, category: string): Work {
  const served = factRange(providerFact(model, 'served', service, provider)).base;
  const lines = model.staff.work.filter((row) => row.year === model.year && row.provider === provider && row.service === service && row.category === category);
  const book = activitiesOf(model, service, category);
  const norms: PlanNorm[] = [];
  const actions = [
    ...book.map((row) => ({ row, line: lines.find((each) => each.activity === row.id) })),
    ...lines.filter((line) => !book.some((row) => row.id === line.activity)).map((line) => ({ row: null, line })),
  ].map(({ row, line }): StaffActivity & { readonly begun: boolean } => {
    const begun = line !== undefined && [line.recipients, line.times, line.volume, line.minutes].some((value) => value !== null);
    const byNorm = (id: string | undefined): PlanNorm | null => { const norm = id ? normOf(model, id) : null; if (norm && begun) norms.push(norm); return norm; };
    const recipients = line?.recipients ?? (row?.of === 'all' ? served : null);
    const timesNorm = line?.times == null ? byNorm(row?.timesNorm) : null;
    const minutesNorm = line?.minutes == null ? byNorm(row?.minutesNorm) : null;
    const times = line?.times ?? row?.times ?? (timesNorm?.value == null ? null : timesNorm.value * (row?.timesFactor ?? 1));
    const minutes = line?.minutes ?? row?.minutes ?? minutesNorm?.value ?? null;
    const volume = line?.volume ?? (recipients === 0 ? 0 : recipients === null || times === null ? null : recipients * times);
    return {
      activity: row?.id ?? line?.activity ?? '', category, name: line?.name ?? '', label: row?.name ?? { uk: line?.name ?? '', en: null }, kind: 'action', visit: row?.visit ?? false, source: line?.source ?? '',
      recipients: line?.recipients ?? null, times: line?.times ?? null, volume: line?.volume ?? null, minutes: line?.minutes ?? null,
      recipientsUsed: recipients, timesUsed: times, volumeUsed: volume, minutesUsed: minutes, begun,
      hours: volume === 0 ? 0 : volume === null || minutes === null ? null : (volume * minutes) / 60,
      norms: [timesNorm?.id, minutesNorm?.id].filter((id) => id !== undefined), hint: row?.note ?? null,
    };
  });
  const begun = actions.filter((line) => line.begun);
  const seat = seatOf(model, provider);
  const share = model.staff.shares.find((row) => row.year === model.year && row.provider === provider && row.service === service && row.category === category);
  const mode = share?.mode ?? '';
  const { ways, travel } = travelOf(program, model, mode, recipientsBy(model, service, provider, seat), seat, begun);
  const support = share?.support ?? parameterValue(model, 'support.share', category) ?? 0;
  const hours = hoursOf(model, category);
  const incomplete = begun.filter((line) => line.hours === null).length;
  const counted = [...begun, ...(travel ? [travel] : [])];
  const existing = postsOf(model, provider, service, category, mainCategory(model.book, service)).filled;
  const facts = incomplete > 0 || begun.length === 0 || hours === null ? null : {
    activities: counted.map((line) => ({ volume: line.volumeUsed ?? 0, minutesEach: line.minutesUsed ?? 0 })), supportShare: support, individualMinutes: share?.individual ?? 0, availableHoursPerYear: hours, existing: existing ?? 0,
  };
  return {
    activities: [...actions.map((action) => { const { begun: _, ...line } = action; return line; }), ...(travel ? [travel] : [])], ways, mode, seat, support, supportEntered: share?.support != null, individual: share?.individual ?? 0, hours, served,
    facts, result: facts && workload(facts), incomplete, untouched: actions.length - begun.length, norms,
    travelUsual: travel !== null && ways.every((way) => way.minutes === null), travelEstimated: ways.some((way) => way.from === 'estimate'),
  };
}

/** Travel: journeys of all visits × mean minutes by settlement of the recipients; the usual minutes while nobody said where they live. */
function travelOf(program: Program, model: PlanModel, mode: StaffMode, places: ReturnType<typeof recipientsBy>, seat: string, begun: readonly StaffActivity[]): { readonly ways: readonly StaffWay[]; readonly travel: StaffActivity | null } {
  const visits = begun.filter((line) => line.visit);
  const ways = places.map(([territory, people]): StaffWay => ({ origin: seat, territory, name: model.territory(territory)?.name ?? { uk: territory, en: null }, served: people, ...staffWay(program, model, mode, seat, territory) }));
  if (visits.length === 0) return { ways, travel: null };
  const known = ways.filter((way) => way.minutes !== null && (way.served ?? 0) > 0);
  const people = known.reduce((sum, way) => sum + (way.served ?? 0), 0);
  const mean = people === 0 ? parameterValue(model, 'travel.inside') : known.reduce((sum, way) => sum + (way.served ?? 0) * (way.minutes ?? 0), 0) / people;
  const legs = parameterValue(model, 'travel.legs');
  const all = visits.some((line) => line.volumeUsed === null) ? null : visits.reduce((sum, line) => sum + (line.volumeUsed ?? 0), 0);
  if (legs === null || mean === null) return { ways, travel: null };
  const volume = all === null ? null : all * legs;
  return {
    ways,
    travel: {
      activity: TRAVEL, category: visits[0]?.category ?? '', name: '', label: TRAVEL_NAME, kind: 'travel', visit: false, source: '', recipients: null, times: null, volume: null, minutes: null, recipientsUsed: null, timesUsed: null,
      volumeUsed: volume, minutesUsed: mean, hours: volume === null ? null : (volume * mean) / 60, norms: [], hint: null,
    },
  };
}
