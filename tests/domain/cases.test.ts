import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Range } from '#contract/models.ts';
import { capacityOf, mixedLoad, normOf, type Norm } from '../../src-main/domain/capacity/capacity.ts';
import type { DeterminationKind } from '#contract/api/cycle.ts';
import { calendarOf, doneLate, lateDays, movedTo, nextDetermination, shouldBegin, type StageDates } from '../../src-main/domain/cycle/stages.ts';
import type { Fact } from '../../src-main/domain/facts.ts';
import { basicWithoutProvider, gapPersons, placesMissing, postsMissing } from '../../src-main/domain/gaps/gap.ts';
import { priorityOf, riskOf } from '../../src-main/domain/gaps/priority.ts';
import { assumedShare, needOf } from '../../src-main/domain/needs/need.ts';
import { checkNeed } from '../../src-main/domain/needs/check.ts';
import { rateOf } from '../../src-main/domain/needs/rates.ts';
import { overlap } from '../../src-main/domain/needs/overlap.ts';
import { surveyRate } from '../../src-main/domain/needs/survey.ts';
import { suppress } from '../../src-main/domain/publishing/suppress.ts';
import { inForce } from '../../src-main/domain/periods.ts';
import { schedule } from '../../src-main/domain/restoration/schedule.ts';
import { exact, UNKNOWN } from '../../src-main/domain/range.ts';
import { kish, rake } from '../../src-main/domain/surveys/rake.ts';
import { allocate, answersNeeded, invitations, marginOf } from '../../src-main/domain/surveys/sample.ts';
import { shareOf } from '../../src-main/domain/surveys/share.ts';
import { staying } from '../../src-main/domain/staffing/ages.ts';
import { availableHours, type WorkTime } from '../../src-main/domain/staffing/time.ts';
import { workload, type WorkloadFacts } from '../../src-main/domain/staffing/workload.ts';
import { totalAddsPlaces, totalOf } from '../../src-main/domain/tree/totals.ts';
import { runAccessibility } from './accessibilityCases.ts';
import { runIntegration } from './integrationCases.ts';
import { runProjection } from './projectionCases.ts';
import { runReach } from './reachCases.ts';

/** The cases a specialist reads: facts and what must come out. A figure is a number, null, or an object with its method and state. */
// oxlint-disable-next-line typescript/no-explicit-any -- the facts of a case are free JSON of several shapes; what comes out is checked value by value
type Short = any;
interface Case { readonly name: string; readonly date: string; readonly facts: Record<string, Short>; readonly expected: Record<string, unknown>; readonly basis: string }

const fact = (v: Short): Fact | null => (v === undefined || v === null ? null
  : { value: null, low: null, high: null, method: 'register', state: 'entered', counted: 'person', ...(typeof v === 'object' ? v : { value: v }) });
const range = (v: Short): Range => (v === undefined || v === null ? UNKNOWN : Array.isArray(v) ? { low: v[0], base: v[1], high: v[2] } : exact(v));
const norm = (v: Short): Norm | null => (v === undefined || v === null ? null : Array.isArray(v) ? { range: range(v), normId: 'n', confidence: 'recalled' } : normOf(v, 'n', 'recalled'));

const run: Record<string, (f: Record<string, Short>, date: string) => Record<string, unknown>> = {
  accessibility: (f) => runAccessibility(f),
  integration: (f) => runIntegration(f),
  need: (f) => ({ ...needOf({ identified: fact(f['identified']), served: fact(f['served']), hiddenShare: fact(f['hiddenShare']), survey: f['survey'] === undefined ? null : range(f['survey']), method: f['method'] ?? 'registry' }) }),
  suppress: (f) => Object.fromEntries(suppress(Object.entries(f['cells'] as Record<string, number | null>).map(([id, value]) => ({ id, value })), f['relations'])),
  survey: (f) => {
    const r = surveyRate({ yes: f['yes'], answered: f['answered'], population: f['population'] ?? null, selection: f['selection'], defaultRate: range(f['defaultRate']) });
    return { ...r, observedLow: r.observed?.low, observedHigh: r.observed?.high, nEff: r.observed?.nEff };
  },
  rates: (f) => {
    const { survey, register } = f as { survey?: Short; register?: Short };
    return { ...rateOf({
      survey: { yes: survey?.yes ?? null, answered: survey?.answered ?? null, population: survey?.population ?? null, selection: survey?.selection ?? 'unknown' },
      register: register === undefined ? null : { identified: range(register.identified), size: range(register.size), assumed: register.assumed ?? false, mixedUnits: register.mixedUnits ?? false },
      published: range(f['published']), publishedSourced: f['publishedSourced'] ?? true, assumed: range(f['assumed']), chosen: f['chosen'] ?? null,
    }) };
  },
  check: (f) => ({ ...checkNeed({ groups: range(f['groups']), identified: range(f['identified']), served: range(f['served']), mixedUnits: f['mixedUnits'] ?? false }) }),
  overlap: (f) => {
    const parts = Object.entries(f['parts'] as object).map(([id, v]) => ({ id, range: range(v) }));
    const r = overlap({ parts, population: f['population'] === undefined ? null : range(f['population']), mode: f['mode'], share: f['share'], order: f['order'], priorityAdds: f['priorityAdds'] });
    return { ...r, adds: Object.fromEntries(r.adds.map((a) => [a.id, a.range])) };
  },
  capacity: (f) => ({ ...capacityOf({
    applies: { posts: f['applies'].includes('posts'), places: f['applies'].includes('places'), vehicles: f['applies'].includes('vehicles') },
    posts: fact(f['posts']), postsFilled: fact(f['postsFilled']), loadPerPost: norm(f['loadPerPost']), places: fact(f['places']), occupied: fact(f['occupied']),
    turnover: fact(f['turnover']), vehicles: fact(f['vehicles']), loadPerVehicle: norm(f['loadPerVehicle']), hours: fact(f['hours']), hoursPerPerson: fact(f['hoursPerPerson']), served: fact(f['served']),
  }) }),
  cycle: (f, date) => {
    if (f['all']) return { ...nextDetermination((f['all'] as [DeterminationKind, number][]).map(([kind, year]) => ({ id: `${kind} ${year}`, kind, year })), 3, f['thisYear']) };
    if (f['moved']) return { day: movedTo(f['moved'], f['years']) };
    const stage = f as unknown as StageDates;
    const { late, next30, next90 } = calendarOf([stage], date);
    return { lateDays: lateDays(stage, date), shouldBegin: shouldBegin(stage, date), doneLate: doneLate(stage), late: late.length, next30: next30.length, next90: next90.length };
  },
  load: (f) => ({ load: mixedLoad(f['town'], f['village'], f['townShare']) }),
  gaps: (f) => {
    const posts = postsMissing({ unmet: range(f['unmet']), freeCapacity: range(f['freeCapacity']), load: range(f['load']), vacancies: f['vacancies'] ?? null });
    return { gapPersons: gapPersons(range(f['general']), range(f['capacity'])), ...posts, postsMissing: posts.missing,
      ...placesMissing({ unmet: range(f['unmet']), turnover: range(f['turnover']), freePlaces: f['freePlaces'] ?? null }) };
  },
  provision: (f) => ({ flag: basicWithoutProvider({ basic: f['basic'], providers: f['providers'], provided: f['provided'] }, f['served']) }),
  priority: (f) => {
    const r = priorityOf({ basic: f['basic'], provided: f['provided'], unmet: f['unmet'], largestUnmet: f['largestUnmet'], risk: riskOf(f['code']), growth: f['growth'], ease: f['ease'] });
    return { score: r?.score.base ?? null, scoreRange: r?.score, shown: r?.shown };
  },
  totals: (f) => ({ ...totalOf(fact(f['own']), (f['children'] as Short[]).map((c) => totalOf(fact(c), []))) }),
  published: (f) => ({ ...totalAddsPlaces({ total: f['total'], parts: (f['parts'] as Short[]).map(([id, persons, places]) => ({ id, persons, places })) }) }),
  assumed: (f) => ({ ...assumedShare((f['rows'] as Short[]).map(([general, assumed, counted]) => ({ general, assumed, counted }))) }),
  surveysSample: (f) => (f['sizes'] !== undefined ? { parts: allocate(f['total'], f['sizes'], f['how']) } : {
    needed: answersNeeded(f['population'], { margin: f['margin'], designEffect: f['designEffect'] }),
    invited: invitations(answersNeeded(f['population'], { margin: f['margin'], designEffect: f['designEffect'] }), f['population'], f['response']), margin: marginOf(f['answers'] ?? 0, f['population'], f['designEffect']),
  }),
  surveysRake: (f) => {
    const cells = f['cells'] as number[][];
    const people = cells.flatMap((cell) => Array.from({ length: cell.at(-1) ?? 0 }, () => cell));
    const raked = rake(people.length, (f['people'] as number[][]).map((sizes, m) => ({ of: people.map((cell) => cell[m] ?? -1), people: sizes })), { low: f['low'], high: f['high'] });
    return { ...raked, kish: kish(raked.weights), weights: cells.map((cell) => raked.weights[people.indexOf(cell)]) };
  },
  surveysShare: (f) => {
    if (f['groups'] === undefined) return { ...shareOf(Array.from({ length: f['answered'] }, (_, i) => i < f['yes']), null, f['population'], f['selection']) };
    const groups = f['groups'] as [number, number, number][];
    return { ...shareOf(groups.flatMap(([n, yes]) => Array.from({ length: n }, (_, i) => i < yes)), groups.flatMap(([n, , w]) => Array.from({ length: n }, () => w)), f['population'], f['selection']) };
  },
  workload: (f) => ({ ...workload({ ...(f as unknown as WorkloadFacts), activities: (f['activities'] as [number, number][]).map(([volume, minutesEach]) => ({ volume, minutesEach })) }) }),
  staffAges: (f) => {
    const [under35, age35, age50, age60] = f['counts'];
    return { ...staying({ under35, age35, age50, age60 }, f['years'], { leave: f['leave'], first: f['first'], last: f['last'] }) };
  },
  staffTime: (f) => ({ hours: availableHours(f as unknown as WorkTime) }),
  restoration: (f, date) => {
    const { end, sure, tasks } = schedule(f['tasks'], date);
    return {
      end, sure, tasks: Object.fromEntries([...tasks].map(([id, task]) => [id, [task.start, task.end, task.slack, task.canStart]])),
      late: Object.fromEntries([...tasks].map(([id, task]) => [id, task.lateDays])), held: Object.fromEntries([...tasks].map(([id, task]) => [id, task.heldBy.toSorted()])),
    };
  },
  projection: runProjection,
  reach: runReach,
  periods: (f, date) => ({ inForce: inForce(f['since'], f['until'], date) }),
};

const isRange = (v: unknown): v is Range => typeof v === 'object' && v !== null && 'low' in v && 'base' in v && 'high' in v;

/** What came out against what the case says: a range against [low, base, high], one exact number, or null for "nothing known". */
function same(actual: unknown, expected: unknown, digits: number, where: string): void {
  if (isRange(actual)) {
    const wanted: Short[] = Array.isArray(expected) ? expected : [expected, expected, expected];
    same([actual.low, actual.base, actual.high], wanted, digits, where);
  } else if (typeof expected === 'number') {
    expect(actual, where).toBeTypeOf('number');
    expect(actual, where).toBeCloseTo(expected, digits);
  } else if (Array.isArray(expected)) {
    expect(actual, where).toHaveLength(expected.length);
    expected.forEach((e, i) => same((actual as unknown[])[i], e, digits, `${where}[${i}]`));
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [k, e] of Object.entries(expected)) same((actual as Record<string, unknown>)[k], e, digits, `${where}.${k}`);
  } else expect(actual, where).toBe(expected);
}

const folder = new URL('cases/', import.meta.url);
const files = readdirSync(folder).filter((f) => f.endsWith('.json'));

test('every calculation has a case file and every case file a calculation', () => {
  expect(files.map((f) => f.replace('.json', '')).sort()).toEqual(Object.keys(run).sort());
});

for (const file of files) {
  const topic = file.replace('.json', '');
  const { cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: Case[] };
  describe(topic, () => {
    test.each(cases.map((c) => [c.name, c] as const))('%s', (_name, c) => {
      expect(c.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(c.basis.length).toBeGreaterThan(5);
      const actual = run[topic]?.(c.facts, c.date) ?? {};
      for (const [key, expected] of Object.entries(c.expected)) {
        expect(Object.keys(actual), `result has ${key}`).toContain(key);
        same(actual[key], expected, topic.startsWith('survey') || topic === 'rates' || topic === 'integration' ? 4 : topic === 'projection' ? 3 : 9, `${c.name}: ${key}`);
      }
    });
  });
}
