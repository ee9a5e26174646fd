import type { Cell, Label, Num } from '../../contract/models.ts';
import { bound, shown } from '../needsReport/amounts.ts';
import { Report, type ServiceFigures } from '../needsReport/model.ts';
import type { ReportViews } from '../needsReport/views.ts';
import { isSmall, type Mask } from '../needsReport/suppress.ts';
import { clean } from '../tree.ts';
import type { CsvValue } from './csv.ts';
import type { TableId } from './fields.ts';

/** Rows of every table of the open data, in the order of their fields. */
export type OpenTables = Readonly<Record<TableId, readonly (readonly CsvValue[])[]>>;

const PEOPLE = new Set(['person', 'family', 'child']);
/** Codes of the official register of territories (КАТОТТГ). */
const KATOTTH = /^UA\d{17}$/;
const katotth = (id: string | null): string | null => (id !== null && KATOTTH.test(id) ? id : null);

/** Writes one publication as tables; numbers and what is hidden are those of the report for publication. */
class Tables {
  readonly r: Report;
  private readonly sources = new Map<string, { readonly id: string; readonly title: string; readonly method: string; readonly asOf: string }>();
  constructor(views: ReportViews) { this.r = new Report(views, { language: 'uk', edition: 'public' }); }

  /** Value, bounds, unit, status. Bounds go with their value; those of few people go alone. */
  amount(num: Num, mask: Mask): readonly CsvValue[] {
    const value = shown(num);
    if (mask !== 'show') return [null, null, null, num.unit, 'suppressed'];
    const bounds = [bound(num.low, num), bound(num.high, num)] as const;
    const tell = num.state !== 'na' && num.state !== 'carried' && (value === null || bounds[0] !== bounds[1]) && !(PEOPLE.has(num.unit) && bounds.some(isSmall));
    return [value, tell ? bounds[0] : null, tell ? bounds[1] : null, num.unit, value === null ? 'unknown' : 'published'];
  }
  /** Number of a source in the table of sources; null when the number has none or is not printed. */
  source(cell: Cell, mask: Mask): string | null {
    const title = clean(cell.source.trim());
    if (mask !== 'show' || title === '' || shown(cell) === null) return null;
    const key = `${title}|${cell.method}|${cell.asOf}`;
    const found = this.sources.get(key);
    if (found) return found.id;
    const id = `s${this.sources.size + 1}`;
    this.sources.set(key, { id, title, method: cell.method, asOf: cell.asOf });
    return id;
  }
  /** A cell with method, day and source. */
  cell(cell: Cell, mask: Mask): readonly CsvValue[] {
    const told = mask === 'show' && shown(cell) !== null;
    return [...this.amount(cell, mask), told ? cell.method : null, told && cell.asOf !== '' ? cell.asOf : null, this.source(cell, mask)];
  }
  sourceRows(): readonly (readonly CsvValue[])[] { return [...this.sources.values()].map(({ id, title, method, asOf }) => [id, title, method, asOf === '' ? null : asOf]); }
}

const names = (label: Label | null): readonly [string | null, string | null] => (label === null ? [null, null] : [clean(label.uk), label.en === null ? null : clean(label.en)]);

function needRows(t: Tables, s: ServiceFigures): (readonly CsvValue[])[] {
  const { need, mask, info } = s;
  const root = t.r.views.plan.root;
  const row = (territory: string, indicator: string, num: Num, hide: Mask, sources: readonly Cell[] = []): readonly CsvValue[] => {
    const source = sources.map((cell) => t.source(cell, hide)).find((id) => id !== null) ?? null;
    return [info.id, territory, indicator, ...t.amount(num, hide), indicator === 'general_need' && hide === 'show' && shown(num) !== null ? need.chosen : null, source];
  };
  const out = [
    row(root, 'general_need', need.general, mask.general, [need.identified]), row(root, 'served', need.served, mask.served, [need.served]),
    row(root, 'unmet_need', need.unmet, mask.unmet), row(root, 'excess', need.excess, mask.excess), row(root, 'coverage', need.coverage, shown(need.coverage) === null ? 'show' : mask.derived),
  ].map((cells) => (mask.any ? cells.map((value, at) => (at === 4 || at === 5 ? null : value)) : cells)); // Bounds of one number give another.
  if (s.gap === null) return out;
  const hide = t.r.placesHidden(s);
  const at = (num: Num): Mask => (hide && shown(num) !== null ? 'cover' : 'show');
  for (const cell of s.gap.cells) {
    if ([cell.need, cell.served, cell.unmet].every((num) => shown(num) === null)) continue;
    out.push(row(cell.territory, 'general_need', cell.need, at(cell.need)), row(cell.territory, 'served', cell.served, at(cell.served)), row(cell.territory, cell.unmet.state === 'conflict' ? 'excess' : 'unmet_need', cell.unmet, at(cell.unmet)));
  }
  return out;
}

function capacityRows(t: Tables, s: ServiceFigures): (readonly CsvValue[])[] {
  if (s.capacity === null) return [];
  const { places, occupied, posts, postsFilled, capacity, vacancies } = s.capacity;
  const rows = ([['places', places, 'show'], ['occupied', occupied, s.mask.occupied], ['posts', posts, 'show'], ['posts_filled', postsFilled, 'show'], ['vacancies', vacancies, 'show'], ['capacity', capacity, s.mask.capacity]] as const)
    .filter(([, num]) => num.state !== 'na');
  return rows.map(([indicator, num, mask]) => [s.info.id, indicator, ...t.amount(num, mask), 'key' in num ? t.source(num, mask) : null]);
}

/** All tables of the open data of one publication. */
export function openTables(views: ReportViews): OpenTables {
  const t = new Tables(views);
  const { r } = t;
  const { community, plan, approved } = views;
  const facts = community.facts.map((cell): readonly CsvValue[] => [cell.key.measure, ...t.cell(cell, r.alone(cell))]);
  const services = r.services.map(({ info }): readonly CsvValue[] => [info.id, info.code, ...names(info.name), info.basic, info.counted]);
  const needs = r.services.flatMap((s) => needRows(t, s));
  const capacity = r.services.flatMap((s) => capacityRows(t, s));
  const territories = community.territories.map((place): readonly CsvValue[] => {
    const mask = r.populationMask(place.id, place.population);
    return [place.id, katotth(place.id), place.parent, place.kind, ...names(place.name), ...t.cell(place.population, mask)];
  });
  const groups = views.groups.rows.flatMap((row): (readonly CsvValue[])[] => {
    const mask = r.groupMasks(row);
    const parts = [['size', row.size, mask.size], ['female', row.female, mask.female], ['male', row.male, mask.male], ...row.byAge.map((cell, i) => [`age_${cell.key.age.replace('-', '_').replace('+', '_plus')}`, cell, mask.ages[i] ?? 'show'] as const)] as const;
    return parts.filter(([part, cell]) => part === 'size' || shown(cell) !== null).map(([part, cell, hide]) => [row.id, ...names(row.name), part, ...t.cell(cell, hide)]);
  });
  const about: readonly CsvValue[] = [
    plan.root, katotth(community.code), ...names(community.name), community.type, ...names(community.raion), ...names(community.oblast), views.year, views.scenario, plan.calcDate,
    approved ? 'approved' : 'draft', approved?.decision ?? null, approved?.decidedOn ?? null, plan.teaching !== null,
  ];
  return { community: [about], indicators: facts, territories, services, groups, needs, capacity, sources: t.sourceRows() };
}
