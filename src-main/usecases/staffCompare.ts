import type { StaffCompare } from '../contract/api/staff.ts';
import type { Num, Sentence, StaffNumber, TraceRef, Unit } from '../contract/models.ts';
import { factRange, isAssumed } from '../domain/facts.ts';
import { div, exact, isKnown, UNKNOWN } from '../domain/range.ts';
import { countedOf, seatOf, unitsOf } from './facts.ts';
import type { PlanModel } from './model.ts';
import { loadOf, LOAD_NORMS, type Load } from './norms.ts';
import { countedUnit, notApplicable, resultNum } from './num.ts';
import { sentence, today, type Program } from './program.ts';
import { mainCategory } from './staffBook.ts';
import { positionsOf, postsOf, providerFact, providerKey, staffUnits } from './staffFacts.ts';
import { remember } from './memo.ts';
import { workOf, type Work } from './staffWork.ts';

/** Address of a number of posts. */
export const staffRef = (model: PlanModel, what: StaffNumber, provider: string, service: string, category: string): TraceRef =>
  ({ kind: 'staff', what, provider, service, category, year: model.year, scenario: model.scenario });

/** Everything behind the three numbers of one category. */
export interface Compared { readonly row: StaffCompare; readonly work: Work; readonly load: Load | null; readonly main: boolean; readonly from: 'table' | 'figures' | 'none'; readonly unit: Unit }

/** The three numbers of a category of staff for a service of a provider. */
export const compareOf = (program: Program, model: PlanModel, provider: string, service: string, category: string): Compared => remember(model, 'all', `staff ${today(program)} ${provider} ${service} ${category}`, () => findCompared(program, model, provider, service, category));

function findCompared(program: Program, model: PlanModel, provider: string, service: string, category: string): Compared {
  const main = mainCategory(model.book, service) === category;
  const seat = seatOf(model, provider);
  const fact = providerFact(model, 'served', service, provider);
  const served = factRange(fact);
  const load = main ? loadOf(model, service, seat) : null;
  const byNorm = load?.norm ? div(served, load.norm.range) : UNKNOWN;
  const work = workOf(program, model, provider, service, category);
  const { posts, filled, from } = postsOf(model, provider, service, category, mainCategory(model.book, service));
  const ref = (what: StaffNumber) => staffRef(model, what, provider, service, category);
  const unit = countedUnit('person', countedOf(model, service, model.root));
  const recalled = load?.norm?.confidence === 'recalled';
  const result = filled === null ? null : work.result;
  const norm: Num = main ? resultNum(byNorm, 'post', ref('norm'), { assumed: recalled || isAssumed(fact), recalled }) : notApplicable('post');
  const row: StaffCompare = {
    provider, service, category, norm,
    served: resultNum(served, unit, { kind: 'figure', key: providerKey(model, 'served', service, provider) }, { assumed: isAssumed(fact), state: served.base === null ? 'unknown' : 'known' }),
    workload: resultNum(exact(work.result?.required ?? null), 'post', ref('workload'), { assumed: work.result !== null }),
    actual: resultNum(exact(filled), 'post', ref('actual')), posts: resultNum(exact(posts), 'post', null),
    difference: resultNum(exact(result?.difference ?? null), 'post', ref('difference'), { assumed: result !== null }),
    ratio: resultNum(exact(result?.ratio ?? null), 'times', ref('ratio'), { assumed: result !== null }),
    reasons: reasonsOf({ main, load, work, served: served.base, posts, filled, recalled, byNorm: byNorm.base }),
    askNorm: main && load !== null && !load.norm ? (LOAD_NORMS[model.service(service).code ?? '']?.village ?? '') : '',
  };
  return { row, work, load, main, from, unit };
}

interface Known { readonly main: boolean; readonly load: Load | null; readonly work: Work; readonly served: number | null; readonly posts: number | null; readonly filled: number | null; readonly recalled: boolean; readonly byNorm: number | null }

/** Why the three numbers differ, or why one is not there. */
function reasonsOf({ main, load, work, served, posts, filled, recalled, byNorm }: Known): readonly Sentence[] {
  const say = (key: string, params: Sentence['params'] = {}): Sentence => sentence(`staff.reason.${key}`, params);
  const { result, hours } = work;
  const perPost = load?.norm?.range.base ?? null;
  const found: (Sentence | false)[] = [
    main && !isKnown(load?.norm?.range ?? UNKNOWN) && say('noNorm'), main && perPost !== null && served === null && say('noServed'), !main && say('notByNorm'),
    recalled && say('recalled'),
    result === null && (work.incomplete > 0 ? say('incomplete', { count: work.incomplete }) : hours === null ? say('noHours') : say('noWork')),
    filled === null && say('noActual'),
  ];
  if (result !== null && byNorm !== null && hours !== null && perPost !== null && served !== null && served > 0) {
    found.push(say(result.required > byNorm * 1.01 ? 'workAbove' : result.required < byNorm * 0.99 ? 'workBelow' : 'workEqual', { norm: perPost, hours: hours / perPost, work: (result.required * hours) / served }));
  }
  const travel = work.activities.find((line) => line.kind === 'travel')?.hours ?? 0;
  const all = result?.parts.reduce((sum, part) => sum + part.hours, 0) ?? 0;
  if (result !== null && travel > 0 && all > 0) found.push(say(work.travelUsual ? 'travelUsual' : 'travel', { part: travel / all }));
  if (result !== null && travel > 0) for (const way of work.ways) if (way.from === 'correction' && (way.served ?? 0) > 0) found.push(say(way.before === null ? 'correction' : 'correctionBefore', { name: way.name, reason: way.note, minutes: way.minutes, before: way.before }));
  if (result !== null && work.untouched > 0) found.push(say('untouched', { count: work.untouched }));
  if (posts !== null && filled !== null && posts > filled) found.push(say('vacant', { posts, vacant: posts - filled }));
  if (main && filled !== null && filled > 0 && served !== null) found.push(say(perPost !== null && served / filled > perPost ? 'loadAbove' : 'load', { load: served / filled, norm: perPost }));
  if (result !== null && filled !== null && result.ratio !== null) found.push(say(result.ratio < 1 ? 'pressure' : 'enough', { part: result.ratio }));
  return found.filter((each) => each !== false);
}

/** Providers, services and categories of which something is known, in the order of the providers. */
export function comparedRows(program: Program, model: PlanModel): readonly Compared[] {
  return staffUnits(model).flatMap((unit) => unit.services.flatMap((service) => {
    const own = positionsOf(model).filter((row) => row.provider === unit.id && row.service === service).map((row) => row.category);
    const lines = model.staff.work.filter((row) => row.year === model.year && row.provider === unit.id && row.service === service).map((row) => row.category);
    const main = mainCategory(model.book, service);
    const used = new Set([...(main === '' || !touched(model, service, unit.id) ? [] : [main]), ...own, ...lines]);
    return [...used].map((category) => compareOf(program, model, unit.id, service, category));
  }));
}

/** Are figures of this provider or unit known? What its units have stands in their own rows. */
const touched = (model: PlanModel, service: string, provider: string): boolean => (['served', 'posts', 'postsFilled'] as const).some((measure) =>
  providerFact(model, measure, service, provider) !== null && (model.series.places(measure, { service, provider }).size > 0 || !unitsOf(model, provider).some((unit) => unit.services.includes(service))));
