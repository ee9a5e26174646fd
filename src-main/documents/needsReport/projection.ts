import type { GroupChoice } from '../../contract/api/projection.ts';
import { formatNumber, formatValue } from '../../contract/format.ts';
import type { Num } from '../../contract/models.ts';
import { lineChart } from '../charts/lines.ts';
import { paragraph, plain, type Block, type Column, type Inline } from '../tree.ts';
import { printed, shown } from './amounts.ts';
import type { Report } from './model.ts';
import { isSmall } from './suppress.ts';
import type { ReportDifference, ReportEvent, ReportProjection, ReportScenario } from './views.ts';

const TEXT_MM = 170;
/** Lines a chart can hold and still be read. */
const LINES = 5;
const nameOf = (r: Report, scenario: ReportScenario): string => (scenario.name === null ? r.t.projection.base : r.label(scenario.name));
/** Everything after the first year is an assumption and the section says so once: a sign at each number would say nothing. */
const bare = (num: Num): Num => ({ ...num, assumed: false });
const number = (r: Report, value: number): string => formatNumber(value, r.language, { digits: { min: 0, max: 3 } });
const signed = (r: Report, value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${number(r, Math.abs(value))}`;

/** «20», or «20 (10–30)». A small count of people is not printed in the edition for publication. */
function amount(r: Report, { low, value, high }: { readonly low: number | null; readonly value: number; readonly high: number | null }, people: boolean, text: (r: Report, n: number) => string): string {
  if (people && r.isPublic && [low, value, high].some(isSmall)) return r.t.small;
  const ends = [low ?? value, high ?? value];
  return ends[0] === ends[1] ? text(r, value) : r.t.projection.between(text(r, value), text(r, ends[0] ?? value), text(r, ends[1] ?? value));
}

const ages = (r: Report, from: number, to: number): string => (from === 0 && to >= 100 ? '' : to >= 100 ? r.t.projection.agesFrom(from) : r.t.projection.ages(from, to));

function methodOf(r: Report, choice: GroupChoice): string {
  const t = r.t.projection.methods;
  const sex = choice.sex === 'all' ? '' : `, ${r.t.projection.sex[choice.sex]}`;
  const { growth } = choice;
  switch (choice.method) {
    case 'cohort': { const of = ages(r, choice.from, choice.to); return (of === '' ? t.everybody : (choice.definedByAge ? t.band : t.share)(of)) + sex; }
    case 'generation': return t.generation(choice.bornUntil ?? 0) + sex;
    case 'growth': return t.growth(growth.base === null ? r.t.unknown : amount(r, { low: growth.low, value: growth.base, high: growth.high }, false, (_, n) => formatValue(n, 'share', r.language)));
    default: return t[choice.method];
  }
}

function eventText(r: Report, event: ReportEvent): string {
  const t = r.t.projection;
  const sign = event.base < 0 ? -1 : 1;
  const ends = sign < 0 ? { low: -event.high, value: -event.base, high: -event.low } : { low: event.low, value: event.base, high: event.high };
  const many = t.event[event.unit](amount(r, ends, event.unit === 'person', number));
  const who = !event.moves ? '' : [ages(r, event.ageFrom, event.ageTo), event.sex === 'all' ? '' : t.sex[event.sex]].filter((part) => part !== '').join(', ');
  return [
    `${event.name || t.kinds[event.kind]}${event.place ? ` (${r.label(event.place)})` : ''}: ${event.moves ? (sign < 0 ? t.event.leave : t.event.come) : sign < 0 ? t.event.less : t.event.more} ${many}${who === '' ? '' : ` (${who})`}`,
    event.from === event.to ? t.event.once(event.from) : t.event.yearly(event.from, event.to), event.group ? t.event.group(r.label(event.group)) : '', event.source.trim() === '' ? t.event.noSource : t.event.source(event.source.trim().replace(/\.$/u, '')),
  ].filter((part) => part !== '').join('; ');
}

function differenceText(r: Report, row: ReportDifference): string {
  const t = r.t.projection;
  const of = row.what === 'parameter' ? t.parameters[row.parameter as keyof typeof t.parameters] ?? row.parameter : row.what === 'population' ? t.population : r.label(row.target);
  const what = [row.measure === '' ? '' : t.measures[row.measure], of, row.place ? r.label(row.place) : ''].filter((part) => part !== '').join(', ');
  const people = row.how !== 'percent' && row.what !== 'parameter';
  return t.difference[row.how](what, amount(r, row, people, row.how === 'set' ? number : signed), row.from) + (r.label(row.reason).trim() === '' ? '' : ` (${r.label(row.reason).trim().replace(/\.$/u, '')})`);
}

/** Scenarios that say the same stand in one row. */
function merged(r: Report, rows: readonly { readonly scenario: ReportScenario; readonly texts: readonly string[] }[], all: number): { readonly name: string; readonly texts: readonly string[] }[] {
  return [...Map.groupBy(rows, ({ texts }) => texts.join('|')).values()].map((same) => ({
    name: all > 1 && same.length === all ? r.t.projection.allScenarios : same.map(({ scenario }) => nameOf(r, scenario)).join(', '), texts: same[0]?.texts ?? [],
  }));
}

function populationBlocks(r: Report, p: ReportProjection): Block[] {
  const t = r.t.projection;
  const known = p.scenarios.filter((scenario) => shown(scenario.population.at(-1) as Num) !== null);
  if (known.length === 0) return [paragraph(t.noPopulation)];
  const start = p.years[0] ?? 0;
  const rows = merged(r, known.map((scenario) => {
    const nums = p.shown.map((after) => bare(scenario.population[after] as Num));
    return { scenario, texts: [...nums.map((num) => r.num(num, r.alone(num))), ...nums.map((num) => r.range(num, r.alone(num)))] };
  }), p.scenarios.length).flatMap(({ name, texts }): Inline[][] => [[plain(name), ...texts.slice(0, p.shown.length).map(plain)], [[{ text: t.range, italic: true }], ...texts.slice(p.shown.length).map((text): Inline => [{ text, italic: true }])]]);
  const hidden = known.some((scenario) => scenario.population.some((num) => r.isPublic && isSmall(printed(num))));
  const lines = [...Map.groupBy(known, (scenario) => scenario.population.map(printed).join()).values()].slice(0, LINES);
  const names = lines.map((same) => same.map((scenario) => nameOf(r, scenario)).join(', '));
  return [
    { kind: 'table', caption: t.populationCaption, rows, columns: [{ title: t.scenario, align: 'left', share: 42 }, ...p.shown.map((after): Column => ({ title: String(start + after), align: 'right', share: after === 0 ? 20 : 27 }))], note: plain(`${t.rangeNote} ${r.takeMarks()}`.trim()) },
    ...(hidden ? [] : [{
      kind: 'chart' as const, caption: t.chart, widthMm: TEXT_MM, alt: t.alt(names.join('; ')),
      svg: lineChart(p.years, lines.map(([scenario], i) => ({
        name: names[i] ?? '', values: scenario?.population.map(printed) ?? [],
        ...(scenario?.id === 'base' ? { band: scenario.population.map((num) => (printed(num) === null ? null : [num.low ?? num.value ?? 0, num.high ?? num.value ?? 0] as const)) } : {}),
      })), (n) => r.n(n)),
    }]),
  ];
}

/** What is hidden of a group today stays hidden later: many groups are projected as they are. */
function hides(r: Report, group: string, nums: readonly Num[]): boolean {
  const row = r.views.groups.rows.find((each) => each.id === group);
  return r.isPublic && ((row !== undefined && r.groupMasks(row).size !== 'show') || nums.some((num) => isSmall(printed(num))));
}

function groupBlocks(r: Report, p: ReportProjection): Block[] {
  const t = r.t.projection;
  const start = p.years[0] ?? 0, last = p.shown.at(-1) ?? 0;
  const rows = p.groups.flatMap(({ id, name, choice }): Inline[][] => {
    const by = p.scenarios.map((scenario) => ({ scenario, nums: (scenario.groups[id] ?? []).map(bare) })).filter(({ nums }) => nums.some((num) => shown(num) !== null));
    if (by.length === 0 || choice.method === 'none') return [];
    const mask = hides(r, id, by.flatMap(({ nums }) => nums)) ? 'cover' as const : 'show' as const;
    const lines = merged(r, by.map(({ scenario, nums }) => ({ scenario, texts: [...nums.map((num) => (shown(num) === null ? r.t.unknown : r.num(num, mask))), r.range(nums.at(-1) as Num, mask)] })), p.scenarios.length);
    return lines.map((line, i) => [plain(i === 0 ? `${r.label(name)} (${methodOf(r, choice)})` : ''), plain(line.name), ...line.texts.map(plain)]);
  });
  if (rows.length === 0) return [paragraph(t.noGroups)];
  return [paragraph(t.groupsText), {
    kind: 'table', caption: t.groupsCaption, rows, note: plain(r.takeMarks()),
    columns: [{ title: r.t.groups.group, align: 'left', share: 56 }, { title: t.scenario, align: 'left', share: 28 }, ...p.shown.map((after): Column => ({ title: String(start + after), align: 'right', share: 17 })), { title: t.rangeOf(start + last), align: 'right', share: 26 }],
  }];
}

/** Sizes of groups a scenario sets one by one, and how many figures it changes besides. */
function figureTexts(r: Report, p: ReportProjection, { figures, sizes }: ReportScenario): string[] {
  const t = r.t.projection;
  const named = sizes.filter((row) => !r.isPublic || !(isSmall(row.base) || isSmall(row.value) || hides(r, row.group, [])));
  const number = (n: number | null): string => (n === null ? r.t.unknown : r.n(n));
  const rest = figures - named.length;
  return [...named.map((row) => t.size(r.label(p.groups.find((one) => one.id === row.group)?.name ?? null), row.year, number(row.base), number(row.value))), ...(rest > 0 ? [t.figures(r.n(rest))] : [])];
}

function parameterBlocks(r: Report, p: ReportProjection): Block[] {
  const t = r.t.projection;
  const { structure: s } = p;
  const named = (id: string): string => t.parameters[id as keyof typeof t.parameters] ?? id;
  const rows = p.parameters.map((row): Inline[] => {
    const table = row.parameter.startsWith('mx.');
    const source = r.cite(`${r.label(row.source).trim().replace(/\.$/u, '') || r.t.noSource}${row.asOf === '' ? '' : `; ${r.t.source('', '', r.date(row.asOf)).replace(/^; |\.$/gu, '')}`}.`);
    return [plain(named(row.parameter)), plain(table ? t.table : amount(r, { low: row.low, value: row.base, high: row.high }, false, number)), plain(t.since(row.since)), plain(t.kind[row.kind] + (row.confidence === 'recalled' ? r.t.recalledMark : '')), [{ text: String(source), ref: source }]];
  });
  const from = r.cite(`${r.label(s.source)}.`);
  return [
    paragraph([{ text: s.whole ? t.structureWhole(r.date(s.asOf)) : t.structure(r.label(s.region), r.date(s.asOf)) }, { text: ' ' }, { text: String(from), ref: from }, { text: ` ${s.aged ? t.aged(p.years[0] ?? 0) : t.notAged} ${t.cohort}` }]),
    { kind: 'table', caption: t.parametersCaption, rows, columns: [{ title: t.parameter, align: 'left', share: 62 }, { title: t.value, align: 'left', share: 40 }, { title: t.sinceTitle, align: 'left', share: 26 }, { title: t.kindTitle, align: 'left', share: 28 }, { title: r.t.groups.src, align: 'center', share: 16 }], note: plain(p.parameters.some((row) => row.confidence === 'recalled') ? t.recalled : '') },
  ];
}

/** Section: the scenarios of the plan side by side; nothing where the plan has the base alone. */
export function projectionPart(r: Report): Block[] {
  const p = r.views.projection;
  if (!p) return [];
  const t = r.t.projection;
  const bullets = (items: readonly string[]): Block => ({ kind: 'list', ordered: false, items: items.map((text, i) => plain(`${text}${i === items.length - 1 ? '.' : ';'}`)) });
  r.takeMarks();
  return [
    paragraph(t.intro(p.years[0] ?? 0, p.years.at(-1) ?? 0)), ...populationBlocks(r, p), ...groupBlocks(r, p),
    { kind: 'heading', level: 2, text: t.scenariosTitle }, paragraph(t.baseText),
    ...p.scenarios.filter((scenario) => scenario.id !== 'base').flatMap((scenario): Block[] => {
      const items = [...scenario.differences.map((row) => differenceText(r, row)), ...figureTexts(r, p, scenario)];
      return [paragraph(items.length === 0 ? t.noDifferences(nameOf(r, scenario)) : t.differences(nameOf(r, scenario))), ...(items.length === 0 ? [] : [bullets(items)])];
    }),
    ...(p.events.length === 0 ? [paragraph(t.noEvents)] : [paragraph(t.events), bullets(p.events.map((event) => `${eventText(r, event)}${event.scenario === 'base' ? '' : `; ${t.onlyIn(nameOf(r, p.scenarios.find((one) => one.id === event.scenario) ?? { id: event.scenario, name: { uk: event.scenario, en: null }, population: [], groups: {}, differences: [], figures: 0, sizes: [] }))}`}`))]),
    { kind: 'heading', level: 2, text: t.methodTitle }, ...parameterBlocks(r, p),
  ];
}
