import { describe, expect, test } from 'vitest';
import type { GroupChoice } from '#contract/api/projection.ts';
import { lineChart } from '../../src-main/documents/charts/lines.ts';
import { buildNeedsReport, type ReportProjection } from '../../src-main/documents/needsReport.ts';
import { textOf, type Block, type Edition, type Language } from '../../src-main/documents/tree.ts';
import { both, num, SERVICES, views } from './fixtures.ts';

const people = (value: number, low = value, high = value) => num(value, 'person', { low, high, assumed: true });
const choice = (group: string, more: Partial<GroupChoice>): GroupChoice =>
  ({ group, method: 'cohort', from: 60, to: 200, sex: 'all', bornUntil: null, growth: { low: null, base: null, high: null }, reason: both(''), own: false, definedByAge: false, ...more });
const start = views(SERVICES);
const [first, second] = start.groups.rows;
const projection = (more: Partial<ReportProjection> = {}): ReportProjection => ({
  years: [2020, 2021, 2022], shown: [0, 1, 2], structure: { region: both('Чернігівська', 'Chernihiv'), whole: false, source: both('Держстат', 'State Statistics Service'), asOf: '2022-01-01', aged: true },
  groups: [{ id: first?.id ?? '', name: both('Старші', 'Older people'), choice: choice(first?.id ?? '', {}) }, { id: second?.id ?? '', name: both('Діти', 'Children'), choice: choice(second?.id ?? '', { from: 0, to: 17 }) }],
  scenarios: [
    { id: 'base', name: null, population: [people(1000), people(990, 980, 1005), people(980, 960, 1010)], groups: { [first?.id ?? '']: [people(100), people(110, 105, 120), people(120, 110, 140)], [second?.id ?? '']: [people(3), people(7), people(8)] }, differences: [], figures: 0, sizes: [] },
    {
      id: 'hard', name: both('Тяжкий', 'Hard'), population: [people(1000), people(970, 950, 985), people(940, 900, 970)], groups: { [first?.id ?? '']: [people(100), people(110, 105, 120), people(120, 110, 140)], [second?.id ?? '']: [people(3), people(9), people(9)] }, figures: 1, sizes: [],
      differences: [{ what: 'parameter', measure: '', from: 2021, how: 'number', low: -20, value: -15, high: -10, target: null, parameter: 'migration', place: null, reason: both('Припущення', 'Assumption') }],
    },
  ],
  events: [{ scenario: 'base', kind: 'idp_return', name: 'Повернення', group: both('ВПО', 'IDPs'), place: null, moves: true, from: 2021, to: 2022, unit: 'person', low: -30, base: -20, high: -10, ageFrom: 0, ageTo: 200, sex: 'all', source: 'Опитування' }],
  parameters: [{ parameter: 'migration', territory: '', since: 2020, low: -5, base: 0, high: 5, source: both('Припущення програми', 'An assumption of the program'), asOf: '', note: '', confidence: 'verified', kind: 'assumption' }], ...more,
});
const paper = (edition: Edition, language: Language, more: Partial<ReportProjection> | null = {}) => buildNeedsReport({ ...start, ...(more === null ? {} : { projection: projection(more) }) }, { edition, language });
const tables = (blocks: readonly Block[], caption: RegExp) => blocks.flatMap((block) => (block.kind === 'table' && caption.test(block.caption) ? [block.rows.map((row) => row.map(textOf))] : []))[0];
const words = (blocks: readonly Block[]): string => JSON.stringify(blocks);

describe('scenarios in the needs report', () => {
  test('stand beside each other with their ranges; what is equal stands once', () => {
    const { blocks } = paper('service', 'uk');
    expect(tables(blocks, /^Населення за сценаріями/)).toEqual([['Базовий', '1\u00a0000', '990', '980'], ['межі', '', '980–1\u00a0005', '960–1\u00a0010'], ['Тяжкий', '1\u00a0000', '970', '940'], ['межі', '', '950–985', '900–970']]);
    expect(tables(blocks, /^Цільові групи за сценаріями/)).toEqual([
      ['Старші (стала частка людей від 60 років)', 'усі сценарії', '100', '110', '120', '110–140'], ['Діти (стала частка людей 0–17 років)', 'Базовий', '3', '7', '8', ''], ['', 'Тяжкий', '3', '9', '9', ''],
    ]);
    expect(words(blocks)).toContain('Чиста міграція, на 1000 осіб за рік: −15 (від −20 до −10) з 2021 року (Припущення);');
    expect(words(blocks)).toContain('Повернення: вибуває 20 (від 10 до 30) осіб; щороку 2021–2022; змінює групу «ВПО»; джерело: Опитування.');
    expect(words(blocks)).toContain('розрахунок на припущеннях, а не передбачення');
  });
  test('English says the same without a Ukrainian word of its own', () => {
    const { blocks } = paper('service', 'en');
    expect(tables(blocks, /^Population by scenario/)?.[2]).toEqual(['Hard', '1,000', '970', '940']);
    expect(words(blocks)).toContain('Net migration per 1,000 people a year: −15 (−20 to −10) from 2021 (Assumption);');
  });
  test('a group hidden today is hidden in every year and scenario of the edition for publication, and so is a small event', () => {
    const { blocks } = paper('public', 'uk', { events: projection().events.map((event) => ({ ...event, low: -4, base: -3, high: -2 })) });
    expect(tables(blocks, /^Цільові групи за сценаріями/)?.filter((row) => row.includes('приховано')).map((row) => row.slice(2))).toEqual([['приховано', 'приховано', 'приховано', 'приховано']]);
    expect(words(blocks)).toContain('вибуває менше 5 осіб');
  });
  test('without scenarios there is no section, and the numbers of the others stay', () => {
    const headings = (more: Partial<ReportProjection> | null) => paper('service', 'uk', more).blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));
    expect(headings(null)[5]).toBe('6. Червоні позначки');
    expect(headings({}).slice(5, 7)).toEqual(['6. Прогноз', '7. Червоні позначки']);
    expect(words(paper('service', 'uk', { scenarios: projection().scenarios.map((one) => ({ ...one, population: one.population.map(() => num(null, 'person')) })) }).blocks)).toContain('не відомо, тому прогнозу населення немає');
  });
});

test('lines keep their points in the frame and their numbers apart', () => {
  const svg = lineChart([2027, 2028, 2029], [{ name: 'А', values: [100, 90, 80], band: [[100, 100], [85, 95], [70, 90]] }, { name: 'Б', values: [100, null, 81] }], String);
  const y = [...svg.matchAll(/text-anchor="start" font-size="12" font-weight="600"/gu)];
  expect(y).toHaveLength(2);
  const ends = [...svg.matchAll(/<text x="578" y="([\d.]+)"/gu)].map((found) => Number(found[1])).sort((a, b) => a - b);
  expect((ends[1] ?? 0) - (ends[0] ?? 0)).toBeGreaterThanOrEqual(15);
  expect(svg).not.toMatch(/NaN|Infinity/u);
});
