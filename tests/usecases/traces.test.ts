import { describe, expect, test } from 'vitest';
import type { Num, Trace, TraceRef } from '#contract/models.ts';
import { missingTexts, objectsIn, sentencesIn } from './locales.ts';
import { program, type TestProgram } from './helper.ts';

const SAMPLES = [['sribne', 2020, ['base']], ['training', 2027, ['base', 'more-idp', 'more-veterans']], ['training', 2026, ['base']]] as const;

const isNum = (object: Readonly<Record<string, unknown>>): boolean => 'state' in object && 'ref' in object && 'assumed' in object && 'missing' in object;

/** Every page of a plan at one year and scenario, at the community and at two places inside. */
async function pages(p: TestProgram, year: number, scenario: string): Promise<Readonly<Record<string, unknown>>> {
  const scope = { year, scenario };
  const { territories } = await p.ask('community.view', scope);
  const places = ['', ...territories.filter((row) => row.parent !== null).slice(0, 2).map((row) => row.id)];
  const found: Record<string, unknown> = { plan: await p.ask('plan.view', scope), community: await p.ask('community.view', scope), gaps: await p.ask('gaps.view', scope), overview: await p.ask('overview.view', scope), integration: await p.ask('integration.view', scope), reach: await p.ask('reach.view', { ...scope, within: 30 }), reachFree: await p.ask('reach.view', { ...scope, mode: 'bus', within: 60, who: 'elderly', smooth: true }) };
  for (const territory of places) {
    const at = { ...scope, territory };
    Object.assign(found, { [`groups ${territory}`]: await p.ask('groups.view', at), [`needs ${territory}`]: await p.ask('needs.view', at), [`capacity ${territory}`]: await p.ask('capacity.view', at) });
    for (const service of ['s015.1', 's013.1', 's021.0', 's010.1', 's016.0']) found[`survey ${service} ${territory}`] = await p.ask('survey.view', { ...at, service });
  }
  return found;
}

/** Vacancies, empty places and what is new are parts of a gap: its explanation tells them apart. */
const isPart = (path: string, num: Num, trace: Trace): boolean =>
  /\.(vacantPosts|newPosts|freePlaces|newPlaces)$/.test(path) && (num.value === null || JSON.stringify([trace.steps, trace.assumptions, trace.inputs, trace.sentence]).search(new RegExp(`[:]${num.value}[,}]`)) >= 0);

/** The same number, whatever the order it was computed in. */
const close = (a: number | null, b: number | null): boolean => a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));
const said = (num: Num): string => `${num.state} ${num.value} [${num.low}; ${num.high}] ${num.unit}`;

describe.each(SAMPLES)('%s %i', (sample, year, scenarios) => {
  test.each(scenarios)('every number of every page explains itself as it is shown (%s)', async (scenario) => {
    const p = program();
    await p.sample(sample);
    const found = await pages(p, year, scenario);
    const traces = new Map<string, Trace>();
    const wrong = new Set<string>();
    const texts = new Set<string>();
    let numbers = 0;
    for (const [page, view] of Object.entries(found)) {
      for (const [path, object] of objectsIn(view)) {
        if (!isNum(object) || object['ref'] === null) continue;
        numbers += 1;
        const num = object as unknown as Num;
        const ref = num.ref as TraceRef;
        const name = JSON.stringify(ref);
        let trace = traces.get(name);
        if (!trace) {
          const reply = await p.app.dispatch('trace.get', { ref });
          if (!reply.ok) {
            wrong.add(`${page}${path}: ${name} → ${reply.error.code} ${p.log.at(-1)?.split('\n').slice(0, 3).join(' ') ?? JSON.stringify(reply.error.details)}`);
            continue;
          }
          traces.set(name, trace = reply.value as Trace);
          for (const sentence of sentencesIn(trace)) for (const text of missingTexts(sentence)) texts.add(text);
        }
        const same = trace.num.state === num.state && trace.num.unit === num.unit && close(trace.num.value, num.value) && close(trace.num.low, num.low) && close(trace.num.high, num.high);
        if (!same && !isPart(path, num, trace)) wrong.add(`${page.split(' ')[0]}${path.replaceAll(/\[\d+\]/g, '[]')} ${ref.kind === 'survey' ? ref.survey : ref.kind === 'integration' ? `${ref.what} ${ref.indicator}` : ref.kind === 'result' ? ref.result : ref.kind === 'projected' ? `projected ${ref.what} ${ref.target}` : ref.kind === 'staff' ? `staff ${ref.what} ${ref.category}` : ref.kind === 'reach' ? `reach ${ref.what} ${ref.within}` : ref.kind === 'access' ? `access ${ref.facility}` : ref.key.measure} ${ref.kind === 'figure' ? ref.key.service + ref.key.group : ref.kind === 'survey' ? ref.question : ref.kind === 'integration' ? ref.population + ref.period : ref.kind === 'staff' ? ref.service : ref.kind === 'access' ? '' : ref.kind === 'reach' ? `${ref.service} ${ref.point} ${ref.territory}` : ref.service + ref.group}: page ${said(num)} ≠ trace ${said(trace.num)}`);
      }
    }
    expect(numbers).toBeGreaterThan(500);
    expect([...wrong].slice(0, 40)).toEqual([]);
    expect([...texts].toSorted()).toEqual([]);
    expect(p.log).toEqual([]);
  }, 120_000);

  test('every sentence of every page has its text in both languages', async () => {
    const p = program();
    await p.sample(sample);
    const missing = new Set<string>();
    for (const scenario of scenarios) for (const sentence of sentencesIn(await pages(p, year, scenario))) for (const text of missingTexts(sentence)) missing.add(text);
    expect([...missing].toSorted()).toEqual([]);
  });
});

test('every kind of change has its sentence in the history, in both languages', async () => {
  const p = program();
  await p.sample('training');
  const { root } = await p.ask('plan.view', { year: 2027 });
  const key = { measure: 'population', territory: root, year: 2027 } as const;
  const cell = (value: number) => ({ key, patch: { value } });
  for (const label of ['edit', 'paste', 'fill', 'clear', 'import'] as const) await p.ask('figures.set', { label, cells: [cell(label.length), { key: { ...key, measure: 'area' }, patch: { value: label.length } }] });
  await p.ask('figures.set', { cells: [cell(14_000)] });
  await p.ask('figures.set', { cells: [{ key: { ...key, measure: 'identified', service: 's015.1' }, patch: { value: 1 } }] });
  await p.ask('figures.set', { cells: [{ key: { ...key, measure: 'groupSize', group: 'orphans' }, patch: { value: 1 } }] });
  await p.ask('figures.confirm', { keys: [{ ...key, measure: 'identified', service: 's007.0' }] });
  await p.ask('plan.set', { calcDate: '2027-03-01' });
  await p.ask('year.add', { year: 2028 });
  await p.ask('year.add', { year: 2029, from: 2027 });
  await p.ask('scenario.add', { id: 'x', name: 'Х' });
  await p.ask('scenario.remove', { id: 'x' });
  await p.ask('community.setStatus', { status: 'deoccupied', asOf: '2027-01-01' });
  await p.ask('territory.add', { id: 't', parent: root, kind: 'settlement', name: 'Тест' });
  await p.ask('territory.update', { id: 't', name: 'Тест 2' });
  await p.ask('territory.remove', { id: 't' });
  await p.ask('neighbour.remove', { code: 'UA74080190000091939' });
  await p.ask('neighbour.add', { code: 'UA74080190000091939' });
  await p.ask('group.add', { id: 'g', name: 'Група' });
  await p.ask('group.update', { id: 'g', name: 'Група 2' });
  await p.ask('group.remove', { id: 'g' });
  await p.ask('overlap.set', { mode: 'unknown' });
  await p.ask('need.choose', { service: 's015.1', method: 'registry' });
  await p.ask('service.setName', { service: 's016.0', name: 'Назва' });
  await p.ask('provider.add', { id: 'p', name: 'ГО', kind: 'ngo', sector: 'non_state' });
  await p.ask('provider.update', { id: 'p', name: 'ГО 2' });
  await p.ask('provider.remove', { id: 'p' });
  await p.ask('service.setProvided', { answers: [{ service: 's015.1', provided: 'yes' }] });
  await p.ask('gaps.setWeights', { duty: 20, people: 40, risk: 20, growth: 10, start: 10 });
  await p.ask('norm.setLocal', { norm: 'sw_load_city', value: 3 });
  await p.ask('norm.check', { norm: 'sw_load_city', checked: true });
  await p.ask('document.setWords', { document: 'needs-report', section: 'gaps', language: 'uk', words: 'слова' });
  await p.ask('history.undo');
  const history = await p.ask('history.view');
  expect(history.length).toBeGreaterThanOrEqual(33);
  expect([...new Set(history.flatMap((entry) => missingTexts(entry.what)))].toSorted()).toEqual([]);
  expect(sentencesIn(await p.ask('plan.view', { year: 2027 })).flatMap(missingTexts)).toEqual([]);
});

test.each([
  [{ kind: 'result', result: 'unmet', service: 's999', territory: 'community', year: 2027 }], [{ kind: 'result', result: 'unmet', service: '', territory: 'community', year: 2027 }],
  [{ kind: 'result', result: 'groupSize', group: '', territory: 'community', year: 2027 }], [{ kind: 'result', result: 'groupSize', group: 'nobody', territory: 'community', year: 2027 }],
  [{ kind: 'result', result: 'potential', group: 'elderly', service: '', territory: 'community', year: 2027 }], [{ kind: 'result', result: 'capacity', service: '', territory: 'community', year: 2027 }],
  [{ kind: 'result', result: 'priority', service: '', territory: 'community', year: 2027 }], [{ kind: 'result', result: 'density', territory: 'community', year: 2027 }],
  [{ kind: 'result', result: 'total', territory: 'community', year: 2027 }], [{ kind: 'result', result: 'basicProvided', territory: 'community', year: 2027 }], [{ kind: 'result', result: 'populationNow', territory: 'community', year: 2027 }],
  [{ kind: 'result', result: 'unmet', service: 's015.1', territory: 'nowhere', year: 2027 }], [{ kind: 'result', result: 'unmet', service: 's015.1', territory: 'community', year: 2050 }],
  [{ kind: 'result', result: 'unmet', service: 's015.1', territory: 'community', year: 2027, scenario: 'none' }],
  [{ kind: 'figure', key: { measure: 'identified', territory: 'community', year: 2027 } }], [{ kind: 'figure', key: { measure: 'groupSize', territory: 'community', year: 2027 } }],
] as const)('a trace of something that is not there is refused, never a bug: %j', async (ref) => {
  const p = program();
  await p.sample('training');
  await p.refuse('input.unknownId', 'trace.get', { ref });
});
