import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RESULTS, type Range, type Sentence } from '#contract/models.ts';
import { type CapacityFacts, capacityOf, normOf } from '../../src-main/domain/capacity/capacity.ts';
import { registered } from '../../src-main/domain/facts.ts';
import { gapPersons, placesMissing, postsMissing } from '../../src-main/domain/gaps/gap.ts';
import { priorityOf } from '../../src-main/domain/gaps/priority.ts';
import { assumedShare, type NeedFacts, needOf } from '../../src-main/domain/needs/need.ts';
import { overlap, type OverlapFacts } from '../../src-main/domain/needs/overlap.ts';
import { surveyRate, type SurveyFacts } from '../../src-main/domain/needs/survey.ts';
import { exact, mul, UNKNOWN } from '../../src-main/domain/range.ts';
import * as trace from '../../src-main/domain/trace.ts';
import { totalOf } from '../../src-main/domain/tree/totals.ts';

type Texts = { readonly [key: string]: string | Texts };
const load = (lang: string): Texts => JSON.parse(readFileSync(new URL(`../../src-renderer/i18n/locales/${lang}/traces.json`, import.meta.url), 'utf8'));
const flat = (t: Texts, prefix = ''): [string, string][] => Object.entries(t).flatMap(([k, v]) => (typeof v === 'string' ? [[prefix + k, v] as [string, string]] : flat(v, `${prefix}${k}.`)));
const texts = { uk: new Map(flat(load('uk'))), en: new Map(flat(load('en'))) };
/** A value the test relies on. */
const sure = <T>(v: T | null | undefined): T => { if (v === null || v === undefined) throw new Error('nothing there'); return v; };
const base = (key: string): string => key.replace(/_(one|few|many|other)$/, '');

const need = (f: Partial<NeedFacts>) => needOf({ identified: null, served: null, hiddenShare: null, survey: null, method: 'registry', ...f });
const silver = need({ identified: registered(453), served: registered(316), hiddenShare: { value: 0.07, low: null, high: null, method: 'estimate', state: 'entered' } });
const bySurvey: Range = { low: 430, base: 500, high: 570.4 };
const survey = (f: Partial<SurveyFacts>): [SurveyFacts, ReturnType<typeof surveyRate>] => {
  const facts: SurveyFacts = { yes: 28, answered: 91, population: 545, selection: 'random', defaultRate: UNKNOWN, ...f };
  return [facts, surveyRate(facts)];
};
const groups = [{ id: 'a', range: exact(300) }, { id: 'b', range: exact(200) }];
const union = (f: Partial<OverlapFacts>) => overlap({ parts: groups, population: exact(1000), mode: 'unknown', ...f });
const capacity = (f: Partial<CapacityFacts>): [CapacityFacts, ReturnType<typeof capacityOf>] => {
  const facts: CapacityFacts = { applies: { posts: true, places: true, vehicles: true }, posts: registered(5), postsFilled: registered(4.5), loadPerPost: normOf(6, 'sw_load_village', 'recalled'), places: registered(25), occupied: registered(18), turnover: null, vehicles: registered(2), loadPerVehicle: normOf(11, '', 'verified'), hours: null, hoursPerPerson: null, served: registered(18), ...f };
  return [facts, capacityOf(facts)];
};
const spread = { range: { low: 6, base: 6, high: 10 }, normId: 'n', confidence: 'recalled' } as const;
const posts = (vacancies: number | null, free: Range) => { const f = { unmet: exact(137), freeCapacity: free, load: spread }; return trace.gapPostsTrace(f, postsMissing({ ...f, load: spread.range, vacancies }), {}, 'person'); };
const places = (free: number | null) => { const f = { unmet: exact(20), turnover: exact(3) }; return trace.gapPlacesTrace(f, placesMissing({ ...f, freePlaces: free }), {}, 'person'); };
const priority = (growth: number | null, ease: number | null) => trace.priorityTrace(sure(priorityOf({ basic: true, provided: 'yes', unmet: 10, largestUnmet: 20, risk: 1, growth, ease })));

const conflict = need({ identified: registered(210), served: registered(236) });
const mixed = need({ identified: registered(64, 'family'), served: registered(80) });
const nobody = need({ identified: registered(0), served: registered(0) });
const max = need({ identified: registered(453), served: registered(316), survey: bySurvey, method: 'max' });
const [capFacts, cap] = capacity({});
const built: readonly trace.TracePieces[] = [
  ...[silver, conflict, mixed, nobody, max, need({}), need({ survey: bySurvey, method: 'survey', served: registered(1) })].flatMap((r) =>
    [trace.generalNeedTrace(r, bySurvey, {}, 'person'), trace.unmetTrace(r, {}, 'person'), trace.coverageTrace(r, {}, 'person'), trace.excessTrace(r, {}, 'person')]),
  ...[survey({}), survey({ selection: 'open_link' }), survey({ yes: 3, answered: 12, population: 12 }), survey({ yes: 3, answered: 12, defaultRate: exact(0.1) }), survey({ yes: 3, answered: 12 }), survey({ yes: 40, answered: 30 }), survey({ yes: null, answered: null, defaultRate: exact(0.1) })]
    .map(([f, r]) => trace.surveyRateTrace(f, r, {})),
  trace.potentialTrace(exact(545), { low: 0.2, base: 0.3, high: 0.4 }, mul(exact(545), { low: 0.2, base: 0.3, high: 0.4 }), {}, 'person'),
  trace.groupShareTrace(exact(6000), { low: 0.2, base: 0.22, high: 0.25 }, mul(exact(6000), { low: 0.2, base: 0.22, high: 0.25 }), {}, 'person'),
  ...[union({}), union({ mode: 'share', share: 0.6 }), union({ mode: 'priority', priorityAdds: { b: 0.4 } }), union({ parts: [] }), union({ parts: groups.slice(1) }), union({ population: exact(100) }), union({ parts: [...groups, { id: 'c', range: UNKNOWN }] })]
    .map((o) => trace.groupUnionTrace(o, groups, {}, 'person', 0.6)),
  trace.totalTrace(totalOf(registered(184), [totalOf(registered(100), [])]), [{ id: 'a', value: 100 }], {}, 'person'),
  trace.totalTrace(totalOf({ ...registered(12), state: 'carried' }, [totalOf(registered(5), []), totalOf(null, [])]), [{ id: 'a', value: 5 }, { id: 'b', value: null }], {}, 'person'),
  trace.assumedShareTrace(assumedShare([{ general: 3, assumed: true, counted: 'person' }])),
  trace.capacityStaffTrace(capFacts, cap, {}), trace.capacityPlacesTrace(capFacts, cap, {}), trace.capacityVehiclesTrace(capFacts, cap, {}),
  ...[capacity({}), capacity({ places: registered(3) }), capacity({ vehicles: registered(0) }), capacity({ places: null }), capacity({ loadPerPost: spread, postsFilled: registered(6) })]
    .flatMap(([f, r]) => [trace.capacityTrace(f, r, {}), trace.vacanciesTrace(f, r, {}), trace.vacancyEffectTrace(f, r, {})]),
  trace.gapPersonsTrace(exact(20), { low: 20, base: 25.5, high: 30 }, gapPersons(exact(20), { low: 20, base: 25.5, high: 30 }), {}, 'person'),
  posts(5, exact(0)), posts(null, UNKNOWN), places(2), places(null), priority(null, null), priority(0.1, 1),
];

const frame = (asOf: string, unit: trace.SentenceFrame['unit'], source = 'терцентр'): trace.SentenceFrame => ({ name: { uk: 'Догляд вдома', en: 'Home care' }, unit, asOf, year: 2020, source });
const sentences: readonly Sentence[] = (['2020-02-01', ''] as const).flatMap((asOf) => (['person', 'family', 'child'] as const).flatMap((unit) => {
  const f = frame(asOf, unit);
  return [
    ...[true, false].flatMap((byRegister) => [137, 168.71].map((high) => trace.unmetSentence(f, { unmet: 137, high, general: 453, served: 316, byRegister }))),
    ...(['registry', 'survey', 'max'] as const).map((basis) => trace.generalNeedSentence(f, { general: 453, basis })),
    trace.coverageSentence(f, { coverage: 0.6976, general: 453, served: 316 }), trace.excessSentence(f, { excess: 26, general: 210, served: 236 }),
    trace.groupSentence(f, { n: 1574, low: null, high: null }), trace.groupSentence(f, { n: 1574, low: 1500, high: 1700 }),
    ...(['staff', 'places', 'vehicles'] as const).flatMap((limit) => [true, false].map((partial) => trace.capacitySentence(f, { capacity: 25, limit, partial }))),
    trace.postsSentence(f, { posts: 23, fromVacancies: null, newPosts: null, load: 6 }), trace.postsSentence(f, { posts: 23, fromVacancies: 5, newPosts: 18, load: 6 }),
    ...RESULTS.flatMap((result) => [trace.plainSentence(f, { result, n: 1 }), trace.unknownSentence(f, result)]),
    trace.figureSentence(f, { n: 453, measure: 'identified' }), trace.figureSentence(f, { n: 0.07, measure: 'hiddenShare', share: true }),
  ];
}));

describe('every key a trace can ask for', () => {
  const asked = [...built.flatMap((p) => [p.formula, ...p.assumptions, ...(p.rounding === null ? [] : [p.rounding])]), ...sentences, ...RESULTS.map((r): Sentence => ({ key: `what.${r}`, params: {} }))];
  for (const lang of ['uk', 'en'] as const) {
    test(`has its text in ${lang}, and the text uses only what the sentence carries`, () => {
      for (const s of asked) {
        const found = [...texts[lang]].filter(([k]) => k === s.key || base(k) === s.key);
        expect(found.length, s.key).toBeGreaterThan(0);
        for (const [key, text] of found) for (const [, name] of text.matchAll(/\{\{(\w+)/g)) expect(Object.keys(s.params), `${key} uses ${name}`).toContain(name);
      }
    });
  }
  test('same keys in both languages, exactly the plural forms of each', () => {
    expect([...new Set([...texts.uk.keys()].map(base))].sort()).toEqual([...new Set([...texts.en.keys()].map(base))].sort());
    for (const lang of ['uk', 'en'] as const) {
      const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
      const plurals = new Set([...texts[lang].keys()].filter((k) => k !== base(k)).map(base));
      for (const k of plurals) expect([...texts[lang].keys()].filter((x) => base(x) === k).map((x) => x.slice(k.length + 1)).sort(), k).toEqual([...forms].sort());
    }
  });
  test('the program never claims a formula of an order, and uses only letters the fonts have', () => {
    for (const [k, v] of [...texts.uk, ...texts.en]) {
      expect(v, k).not.toMatch(/130-Н|№ 28\b|[≤≥≈≠→✓▲]/);
      expect(v, k).not.toMatch(/['’](?=[а-яєії])/i);
    }
    for (const [k, v] of texts.en) expect(v, k).not.toMatch(/[\u0400-\u04FF]/);
  });
});

describe('steps', () => {
  const written = (p: trace.TracePieces): string[] => p.steps.map((s) => s.map((x) => (typeof x === 'string' ? x : x.n === null ? '?' : String(Number(x.n.toFixed(2))))).join(''));
  test('home care of Срібне 2020: both lines of the strip and one rounding', () => {
    const t = trace.unmetTrace(silver, {}, 'person');
    expect(written(t)).toEqual(['453 − 316 = 137', '453 × 1.07 − 316 = 168.71']);
    expect(t.rounding?.key).toBe('rounding.once');
    expect(t.rounding?.params['to']).toBe(169);
    expect(t.assumptions).toEqual([{ key: 'assumption.hiddenShare', params: { share: 0.07 } }]);
  });
  test('a contradiction shows its sign and is not clipped silently', () => {
    const t = trace.unmetTrace(conflict, {}, 'person');
    expect(written(t)).toEqual(['210 − 236 = -26']);
    expect(t.assumptions.map((a) => a.key)).toEqual(['assumption.neverBelowZero']);
  });
  test('what is not known stands as not known, never as 0', () => {
    expect(written(trace.unmetTrace(need({ served: registered(18) }), {}, 'person'))).toEqual(['? − 18 = ?']);
  });
  test('unknown overlap says that its figure is "at least"', () => {
    const t = trace.groupUnionTrace(union({}), groups, {}, 'person');
    expect(written(t)).toEqual(['max(300; 200) = 300', '300 + 200 = 500', '300–500']);
    expect(t.assumptions.map((a) => a.key)).toEqual(['assumption.frechet', 'assumption.notUnique']);
  });
  test('posts are rounded up to a quarter and vacancies told apart', () => {
    const f = { unmet: exact(137), freeCapacity: exact(0), load: normOf(6, 'sw_load_village', 'recalled') };
    const t = trace.gapPostsTrace(f, postsMissing({ ...f, load: exact(6), vacancies: 5 }), {}, 'person');
    expect(written(t)).toEqual(['(137 − 0) / 6 = 22.83']);
    expect(t.rounding?.params['to']).toBe(23);
    expect(t.assumptions.map((a) => a.key)).toEqual(['assumption.fromVacancies', 'assumption.recalledNorm']);
  });
  test('links lead from the numbers to their figures', () => {
    const ref = { kind: 'result', result: 'unmet', service: 's', group: '', territory: 't', year: 2020, scenario: 'base' } as const;
    const [first] = trace.unmetTrace(silver, { identified: ref }, 'person').steps;
    expect(first?.[0]).toEqual({ n: 453, unit: 'person', ref });
  });
});
