import { describe, expect, test } from 'vitest';
import { parts, textIn } from '../documents/read.ts';
import { byId, manualPlan, program } from './helper.ts';
import { paste, started } from './surveysPlan.ts';

const year = 2027;
const start = async () => {
  const p = await manualPlan(year, []);
  const view = (edition: 'service' | 'public' = 'service') => p.ask('integration.view', { year, edition });
  const row = async (id: string, edition: 'service' | 'public' = 'service') => byId((await view(edition)).rows, id);
  const line = async (id: string, period = '2027') => byId((await p.ask('integration.sheet', { year, period })).rows, id);
  const set = (period: string, indicator: string, population: 'idp' | 'host' | 'veteran' | 'all', more: object) => p.ask('integration.set', { period, cells: [{ indicator, population, ...more }] });
  /** Answers of people chosen at random. */
  const asked = (period: string, population: 'idp' | 'host', numerator: number, denominator: number) => set(period, 'employment', population, { numerator, denominator, method: 'survey', selection: 'random', source: 'опитування' });
  return { ...p, view, row, line, set, asked };
};

describe('what is wrong is refused, and nothing changes', () => {
  test('a part above its whole, unknown indicators and people, a line twice, values off the scale, bounds, computed ones, names of persons', async () => {
    const p = await start();
    const before = await p.view();
    const refuse = (code: Parameters<typeof p.refuse>[0], cells: readonly object[], period = '2027') => p.refuse(code, 'integration.set', { period, cells: cells as never });
    await refuse('integration.aboveAll', [{ indicator: 'employment', population: 'idp', numerator: 81, denominator: 80 }]);
    await refuse('input.unknownId', [{ indicator: 'none', population: 'idp', value: 1 }]);
    await refuse('input.unknownId', [{ indicator: '__proto__', population: 'idp', value: 1 }]);
    await refuse('integration.population', [{ indicator: 'displaced_share', population: 'veteran', value: 0.5 }]);
    await refuse('integration.twice', [{ indicator: 'employment', population: 'idp', numerator: 1 }, { indicator: 'employment', population: 'idp', numerator: 2 }]);
    await refuse('integration.range', [{ indicator: 'employment', population: 'idp', value: 1.2 }]);
    await refuse('integration.range', [{ indicator: 'belonging', population: 'idp', value: 11 }]);
    await refuse('integration.range', [{ indicator: 'waiting', population: 'all', value: -1 }]);
    await refuse('integration.both', [{ indicator: 'employment', population: 'idp', numerator: 1, denominator: 2, value: 0.5 }]);
    await refuse('integration.bounds', [{ indicator: 'employment', population: 'idp', value: 0.5, low: 0.6 }]);
    await refuse('integration.bounds', [{ indicator: 'employment', population: 'idp', high: 0.6 }]);
    await refuse('integration.computed', [{ indicator: 'employment_gap', population: 'idp', value: 5 }]);
    await refuse('cycle.future', [{ indicator: 'employment', population: 'idp', value: 0.5, asOf: '2027-12-01' }]);
    await refuse('cycle.person', [{ indicator: 'employment', population: 'idp', value: 0.5, source: 'Коваленко Олена Петрівна' }]);
    await refuse('input.invalid', [{ indicator: 'employment', population: 'idp', numerator: -1 }]);
    await refuse('input.invalid', [{ indicator: 'employment', population: 'idp', value: 0.5 }], '2027-Q5');
    await refuse('input.invalid', [{ indicator: 'employment', population: 'idp', value: 0.5 }], '2027-13');
    // One wrong line holds the others back.
    await refuse('integration.aboveAll', [{ indicator: 'school', population: 'idp', numerator: 5, denominator: 10 }, { indicator: 'employment', population: 'idp', numerator: 3, denominator: 2 }]);
    await p.refuse('integration.nothing', 'integration.move', { from: '2026', to: '2027' });
    await p.refuse('integration.nothing', 'integration.take', { year, period: '2027' });
    await p.refuse('input.unknownId', 'integration.own.remove', { id: 'employment' });
    await p.refuse('input.unknownId', 'integration.own.put', { name: 'Показник', dimension: 'none', kind: 'share', populations: ['idp'], better: 'up' });
    expect(await p.view()).toEqual(before);
    expect(p.log).toEqual([]);
  });
  test('targets that cannot be', async () => {
    const p = await start();
    await p.set('2026', 'employment', 'idp', { numerator: 50, denominator: 100 });
    const target = (more: object) => ({ indicator: 'employment', population: 'idp' as const, ...more });
    await p.refuse('integration.targetEmpty', 'integration.target', target({ kind: 'value' }));
    await p.refuse('integration.targetWorse', 'integration.target', target({ kind: 'value', value: 0.4 }));
    await p.refuse('integration.targetBaseline', 'integration.target', target({ baseline: '2025' }));
    await p.refuse('integration.range', 'integration.target', target({ kind: 'value', value: 1.5 }));
    await p.refuse('integration.targetHost', 'integration.target', { indicator: 'employment', population: 'host', kind: 'host' });
    await p.refuse('integration.targetNeutral', 'integration.target', { indicator: 'intention_stay', population: 'idp', kind: 'value', value: 0.5 });
  });
  test('a period that has values is not written over; words stay words; undo takes everything back', async () => {
    const p = await start();
    await p.set('2026', 'employment', 'idp', { numerator: 50, denominator: 100 });
    await p.set('2027', 'school', 'idp', { numerator: 5, denominator: 10 });
    const before = await p.view();
    expect((await p.refuse('integration.periodTaken', 'integration.move', { from: '2026', to: '2027' })).details).toEqual({ period: '2027' });
    await p.ask('integration.move', { from: '2026', to: '2026-H2' });
    expect((await p.view()).periods).toEqual(['2026-H2', '2027']);
    await p.ask('history.undo');
    const nasty = '<img src=x onerror=alert(1)>\u202E\u0000\'); DROP TABLE indicator_value; --';
    await p.set('2027', 'school', 'idp', { note: nasty });
    expect((await p.line('school idp')).note).toBe("<img src=x onerror=alert(1)> '); DROP TABLE indicator_value; --");
    await p.ask('history.undo');
    expect(await p.view()).toEqual(before);
    await p.set('2027', 'school', 'idp', { numerator: null, denominator: null });
    expect((await p.view()).rows.map((row) => row.id)).toEqual(['employment idp']);
  });
});

describe('values', () => {
  test('not known is not zero: an empty line has no value, a zero has', async () => {
    const p = await start();
    expect((await p.view()).rows).toEqual([]);
    expect(await p.line('employment idp')).toMatchObject({ as: 'none', num: { state: 'unknown', value: null, ref: null }, stored: false });
    await p.set('2027', 'employment', 'idp', { denominator: 100 });
    expect(await p.line('employment idp')).toMatchObject({ as: 'part', num: { value: null } });
    await p.set('2027', 'employment', 'idp', { numerator: 0 });
    expect(await p.line('employment idp')).toMatchObject({ as: 'whole', num: { value: 0, state: 'computed' } });
  });
  test('residents and newcomers: the gap has the bounds of Newcombe, shrinks, and is the computed indicator', async () => {
    const p = await start();
    await p.asked('2026', 'host', 56, 70);
    await p.asked('2026', 'idp', 48, 80);
    await p.asked('2027', 'host', 240, 300);
    await p.asked('2027', 'idp', 216, 300);
    const { gaps, trend } = await p.row('employment idp');
    expect(gaps[0]).toMatchObject({ period: '2026', favours: 'host', certain: true, num: { unit: 'points' } });
    expect([gaps[0]?.num.low, gaps[0]?.num.value, gaps[0]?.num.high].map((n) => Number(n?.toFixed(2)))).toEqual([5.24, 20, 33.39]);
    expect(trend).toEqual({ way: 'shrinks', certain: false });
    const computed = await p.row('employment_gap idp');
    expect(computed).toMatchObject({ baseline: '2026', last: '2027', turn: 'better' });
    expect(computed.points.map((point) => point.num.value?.toFixed(0))).toEqual(['20', '8']);
    expect((await p.row('employment host')).gaps).toEqual([]);
    const { ref } = gaps[0]?.num ?? { ref: null };
    if (!ref) throw new Error('no trace');
    const trace = await p.ask('trace.get', { ref });
    expect([trace.num, trace.inputs.length, trace.formula.key]).toEqual([gaps[0]?.num, 2, 'integration.trace.formula.gapInterval']);
    // A yearly value of residents stands for a quarter of it; of another year it does not.
    await p.asked('2027-Q1', 'idp', 60, 100);
    await p.asked('2025-Q1', 'idp', 60, 100);
    expect((await p.row('employment idp')).gaps.map((gap) => gap.period)).toEqual(['2026', '2027-Q1', '2027']);
  });
  test('the way to a number and to the level of residents; neutral indicators have none', async () => {
    const p = await start();
    await p.set('2026', 'employment', 'idp', { numerator: 50, denominator: 100 });
    await p.set('2027', 'employment', 'idp', { numerator: 65, denominator: 100 });
    expect(await p.row('employment idp')).toMatchObject({ turn: 'better', progress: { value: null, state: 'unknown' }, target: null });
    await p.ask('integration.target', { indicator: 'employment', population: 'idp', kind: 'value', value: 0.8, due: '2027-01-31', reason: 'програма зайнятості' });
    expect(await p.row('employment idp')).toMatchObject({ progress: { value: 0.5 }, target: { late: true, num: { value: 0.8 } } });
    await p.set('2026', 'employment', 'host', { numerator: 70, denominator: 100 });
    await p.set('2027', 'employment', 'host', { numerator: 80, denominator: 100 });
    await p.ask('integration.target', { indicator: 'employment', population: 'idp', kind: 'host' });
    const row = await p.row('employment idp');
    expect([row.progress.value?.toFixed(4), row.target?.num.value]).toEqual(['0.2500', 0.8]);
    await p.set('2026', 'displaced_share', 'idp', { numerator: 900, denominator: 9000 });
    expect(await p.row('displaced_share idp')).toMatchObject({ progress: { state: 'na' }, turn: null });
    expect((await p.view()).axes.map(({ dimension, population, known, of }) => [dimension, population, known, of])).toEqual([['employment', 'idp', 1, 2], ['employment', 'host', 0, 1]]);
  });
  test('numbers of the plan are offered with their source and taken only when asked', async () => {
    const p = await start();
    await p.ask('figures.set', { cells: [{ key: p.key('population'), patch: { value: 9000, source: 'реєстр громади', asOf: '2027-01-01' } }, { key: p.key('groupSize', { group: 'idp' }), patch: { value: 900, source: 'ЄІБДВПО', asOf: '2027-01-01' } }] });
    const line = await p.line('displaced_share idp');
    expect(line).toMatchObject({ stored: false, numerator: null, offer: { numerator: 900, denominator: 9000, asOf: '2027-01-01', source: 'Внутрішньо переміщені особи, 2027: ЄІБДВПО; населення, 2027: реєстр громади' } });
    expect((await p.line('displaced_share idp', '2026')).offer).toBeNull();
    await p.ask('integration.take', { year, period: '2027', cells: [{ indicator: 'displaced_share', population: 'idp' }] });
    expect(await p.line('displaced_share idp')).toMatchObject({ numerator: 900, denominator: 9000, num: { value: 0.1 }, source: line.offer?.source, offer: null });
    await p.ask('history.undo');
    expect((await p.line('displaced_share idp')).stored).toBe(false);
  });
  test('everything the training plan offers can be taken at once, and then nothing is offered', async () => {
    const p = program();
    await p.sample('training');
    expect((await p.ask('integration.sheet', { year, period: '2027' })).offered).toBe(9);
    await p.ask('integration.take', { year, period: '2027' });
    const sheet = await p.ask('integration.sheet', { year, period: '2027' });
    expect([sheet.offered, byId(sheet.rows, 'vet_specialist veteran').numerator, byId(sheet.rows, 'psychosocial idp').as]).toEqual([0, 486, 'part']);
  });
  test('for publication a count under 5 goes with everything that gives it away', async () => {
    const p = await start();
    await p.set('2026', 'school', 'idp', { numerator: 20, denominator: 40 });
    await p.set('2027', 'school', 'idp', { numerator: 37, denominator: 40 });
    await p.set('2026', 'school', 'host', { numerator: 300, denominator: 400 });
    await p.set('2027', 'school', 'host', { numerator: 300, denominator: 400 });
    await p.ask('integration.target', { indicator: 'school', population: 'idp', kind: 'value', value: 0.9 });
    const full = await p.row('school idp');
    expect([full.progress.value?.toFixed(3), full.gaps.length]).toEqual(['1.063', 2]);
    const open = await p.row('school idp', 'public');
    expect(open.points.map((point) => [point.period, point.hidden, point.numerator, point.num.state])).toEqual([['2026', false, 20, 'computed'], ['2027', true, null, 'na']]);
    expect([open.progress.state, open.turn, open.gaps.map((gap) => gap.num.state), open.trend]).toEqual(['na', null, ['computed', 'na'], null]);
    expect((await p.view('public')).axes.find((axis) => axis.population === 'idp')).toMatchObject({ progress: { value: null }, known: 0 });
    expect(JSON.stringify(await p.view('public'))).not.toContain('0.925');
  });
  test('an own indicator: added, used, kept as it is counted, removed with its values', async () => {
    const p = await start();
    const own = { name: 'ВПО, які відвідали подію громади', dimension: 'social', kind: 'share' as const, populations: ['idp' as const], better: 'up' as const };
    const { id } = await p.ask('integration.own.put', own);
    await p.set('2027', id, 'idp', { numerator: 30, denominator: 90 });
    expect(await p.row(`${id} idp`)).toMatchObject({ last: '2027', points: [{ num: { value: 1 / 3 } }] });
    await p.refuse('integration.used', 'integration.own.put', { ...own, id, kind: 'value' });
    await p.refuse('integration.used', 'integration.own.put', { ...own, id, populations: ['veteran'] });
    await p.ask('integration.own.put', { ...own, id, name: 'Відвідали подію', populations: ['idp', 'host'] });
    await p.ask('integration.own.remove', { id });
    expect((await p.view()).rows).toEqual([]);
    await p.ask('history.undo');
    expect((await p.row(`${id} idp`)).last).toBe('2027');
  });
});

describe('shares of surveys', () => {
  test('become a value with answers, source and how people were chosen; the interval follows; what is no share is refused', async () => {
    const p = await started();
    await p.ask('surveys.set', { survey: p.id, name: 'Безпека', started: '2027-02-01', ended: '2027-02-20', selection: 'random' } as never);
    await paste(p, 30, { sex: 'жінка', needs: 'так' });
    await paste(p, 20, { sex: 'чоловік', needs: 'ні' });
    const of = { year, survey: p.id, question: p.q.sex };
    const options = p.form.list.find((each) => each.id === p.q.sex)?.options.map((each) => each.id) ?? [];
    const offer = await p.ask('integration.survey.view', { ...of, options: options.slice(0, 1) });
    expect([offer.yes + 0, offer.answered, offer.asOf, offer.weighted]).toEqual([offer.share.yes, 50, '2027-02-20', false]);
    await p.ask('integration.takeSurvey', { year, survey: p.id, question: p.q.home, period: '2027', indicator: 'safety_feel', population: 'idp' });
    const { points } = byId((await p.ask('integration.view', { year })).rows, 'safety_feel idp');
    // 30 of 50, Wilson 95 %: computed apart.
    expect(points[0]).toMatchObject({ numerator: 30, denominator: 50, as: 'sample', method: 'survey', selection: 'random', asOf: '2027-02-20' });
    expect([points[0]?.num.low, points[0]?.num.value, points[0]?.num.high].map((n) => Math.round((n ?? 0) * 1e4))).toEqual([4618, 6000, 7239]);
    expect(points[0]?.source).toContain('Безпека');
    // Weighted to as many women as men: the answers are worth fewer, 50² / (30·(5/6)² + 20·(5/4)²) = 48.
    for (const option of ['female', 'male'] as const) await p.ask('surveys.size', { survey: p.id, role: 'sex', option, people: 500 });
    const heavy = await p.ask('integration.survey.view', { ...of, question: p.q.home, weighted: true });
    expect([heavy.yes, heavy.answered, heavy.weighted, heavy.source.includes('зважено')]).toEqual([24, 48, true, true]);
    await p.ask('history.undo');
    await p.ask('history.undo');
    await p.ask('history.undo');
    expect((await p.ask('integration.view', { year })).rows).toEqual([]);
    const take = { year, survey: p.id, question: p.q.home, period: '2027', population: 'idp' as const };
    await p.refuse('integration.onlyShare', 'integration.takeSurvey', { ...take, indicator: 'overcrowding' });
    await p.refuse('integration.computed', 'integration.takeSurvey', { ...take, indicator: 'employment_gap' });
    await p.refuse('input.unknownId', 'integration.takeSurvey', { ...take, question: 'none', indicator: 'safety_feel' });
    await p.refuse('integration.surveyNothing', 'integration.takeSurvey', { ...take, question: p.q.sex, indicator: 'safety_feel' });
  });
});

test('every criterion of durable solutions stands in the paper with what is measured or can be; for publication small counts are hidden', async () => {
  const p = program();
  await p.sample('training');
  const { criteria, indicators } = await p.ask('integration.view', { year });
  expect([criteria.length, indicators.filter((each) => each.criteria.length > 0).length > 10]).toEqual([8, true]);
  const text = textIn(parts(Buffer.from((await p.ask('integration.file', { year, language: 'uk' })).base64, 'base64')).get('word/document.xml') ?? '');
  for (const { text: name } of criteria) expect(text).toContain(name.uk);
  expect(text).toContain('розрив меншає');
});
