import { formatDate, formatValue, formatValueRange } from '../../contract/format.ts';
import type { CapacityRow } from '../../contract/api/capacity.ts';
import type { GapRow } from '../../contract/api/gaps.ts';
import type { GroupRow } from '../../contract/api/groups.ts';
import type { NeedRow, ServiceInfo } from '../../contract/api/needs.ts';
import type { Cell, Label, Num } from '../../contract/models.ts';
import { en } from '../texts.en.ts';
import { uk, type Texts } from '../texts.uk.ts';
import { inLanguage, type Edition, type Inline, type Language, type Run } from '../tree.ts';
import { bound, known, printed, saysMore, shown } from './amounts.ts';
import { isSmall, maskCells, maskParts, maskService, restSmall, stronger, type Mask, type ServiceMasks } from './suppress.ts';
import type { ReportViews } from './views.ts';

/** For whom and in which language a report is made. */
export interface ReportOptions { readonly language: Language; readonly edition: Edition }

/** A service with everything the paper says of it, and what may be printed. */
export interface ServiceFigures { readonly info: ServiceInfo; readonly name: string; readonly need: NeedRow; readonly gap: GapRow | null; readonly capacity: CapacityRow | null; readonly mask: ServiceMasks }

const TEXTS: Readonly<Record<Language, Texts>> = { uk, en };

/** Everything needed to word one report: texts, numbers as the screen shows them, masks of the edition, numbered sources. */
export class Report {
  readonly views: ReportViews;
  readonly options: ReportOptions;
  readonly t: Texts;
  readonly services: readonly ServiceFigures[];
  /** Which marks the numbers printed since the last {@link takeMarks} carried. */
  private marks = { about: false, recalled: false, hidden: false };
  private readonly sources = new Map<string, number>();
  readonly notes: Inline[] = [];

  constructor(views: ReportViews, options: ReportOptions) {
    this.views = views;
    this.options = options;
    this.t = TEXTS[options.language];
    const gaps = new Map(views.gaps.rows.map((row) => [row.id, row]));
    const capacities = new Map(views.capacity.rows.map((row) => [row.id, row]));
    this.services = views.needs.rows.map((need): ServiceFigures => {
      const gap = gaps.get(need.id) ?? null;
      const capacity = capacities.get(need.id) ?? null;
      const mask = this.covered(need.id, maskService({
        general: printed(need.general), served: printed(need.served), unmet: printed(need.unmet), excess: printed(need.excess),
        occupied: printed(capacity?.occupied ?? need.occupied), capacity: capacity ? printed(capacity.capacity) : null, gapPersons: gap ? printed(gap.gapPersons) : null,
        low: bound(need.unmet.low, need.unmet), high: bound(need.unmet.high, need.unmet),
      }, options.edition));
      return { info: need, name: this.serviceName(need), need, gap, capacity, mask };
    });
  }

  /** What sums of several rows hide besides. */
  private cover(id: string): Mask | undefined { return this.isPublic ? this.views.covers?.[id] : undefined; }
  private covered(service: string, mask: ServiceMasks): ServiceMasks {
    const names = ['general', 'served', 'unmet', 'excess', 'occupied', 'capacity', 'gapPersons'] as const;
    const more = names.filter((name) => this.cover(`service|${service}|${name}`) !== undefined);
    if (more.length === 0) return mask;
    return { ...mask, ...Object.fromEntries(more.map((name) => [name, stronger(mask[name], this.cover(`service|${service}|${name}`))])), derived: 'cover', any: true };
  }
  /** What may be printed of a group: its size, women, men, and ages. */
  groupMasks(row: GroupRow): { readonly size: Mask; readonly female: Mask; readonly male: Mask; readonly ages: readonly Mask[] } {
    const whole = printed(row.size);
    const sexes = maskParts(whole, [printed(row.female), printed(row.male)], this.options.edition);
    const ages = maskParts(whole, row.byAge.map(printed), this.options.edition);
    const of = (part: string, mask: Mask = 'show'): Mask => stronger(mask, this.cover(`group|${row.id}|${part}`));
    return { size: of('size', sexes.whole), female: of('female', sexes.parts[0]), male: of('male', sexes.parts[1]), ages: row.byAge.map((cell, i) => of(cell.key.age, ages.parts[i])) };
  }
  /** Are the numbers of a service by territory hidden? All or none: a sum with one gap gives it away. */
  placesHidden({ info, gap, mask }: ServiceFigures): boolean {
    if (!this.isPublic || gap === null) return false;
    return mask.any || this.cover(`places|${info.id}`) !== undefined
      || ([['unmet', gap.total.unmet], ['need', gap.total.need], ['served', gap.total.served]] as const).some(([field, total]) => restSmall(printed(total), gap.cells.map((cell) => printed(cell[field]))))
      || gap.cells.some((cell) => maskCells([printed(cell.unmet), printed(cell.need), printed(cell.served)], 'public').includes('cover'));
  }
  /** What may be printed of the population of a territory. */
  populationMask(territory: string, cell: Num): Mask { return stronger(this.alone(cell), this.cover(`population|${territory}`)); }

  get language(): Language { return this.options.language; }
  get isPublic(): boolean { return this.options.edition === 'public'; }

  /** A name in the paper's language, or in Ukrainian when there is no confirmed translation. */
  label(label: Label | null): string { return inLanguage(label, this.language); }
  serviceName(s: ServiceInfo): string { return s.name === null ? this.t.nameUnknown(s.code ?? s.id) : this.label(s.name); }
  /** Name for a chart, short where there is a short one; without a translation the code stands for it. */
  chartName(s: ServiceInfo): string {
    const name = s.short ?? s.name;
    if (name === null) return s.code ?? s.id;
    return this.language === 'uk' ? name.uk : name.en ?? s.code ?? s.id;
  }
  date(iso: string): string { return iso === '' ? '' : formatDate(iso, this.language); }
  /** A plain whole number, such as how many services. */
  n(value: number): string { return formatValue(value, 'count', this.language); }

  /** A number of the screen as text: not known, last year's, at least, assumed; hidden as its mask says. */
  num(num: Num, mask: Mask = 'show'): string {
    if (mask !== 'show') {
      this.marks.hidden = true;
      // «від 3» hidden as «менше 5» would be wrong: there may be more.
      return mask === 'small' && num.value !== null ? this.t.small : this.t.covered;
    }
    if (num.state === 'na') return '';
    if (num.state === 'carried') return this.t.carried;
    const text = num.state === 'unknown' ? null : this.valueText(num);
    if (text === null) return this.t.unknown;
    if (num.recalled) this.marks.recalled = true;
    if (num.assumed) this.marks.about = true;
    const about = num.assumed ? this.t.about : '';
    return `${about}${text}${num.recalled ? this.t.recalledMark : ''}`;
  }
  /** The value, or its bounds: «137», «від 12», «до 25», «12–25»; null when there is neither. */
  private valueText(num: Num): string | null {
    const text = (n: number): string => formatValue(n, num.unit, this.language);
    if (num.value !== null) return num.state === 'partial' ? this.t.atLeast(text(num.value)) : text(num.value);
    const low = saysMore(num.low, num.high);
    if (low !== null && num.high !== null) return formatValueRange(low, num.high, num.unit, this.language);
    return low !== null ? this.t.atLeast(text(low)) : num.high !== null ? this.t.atMost(text(num.high)) : null;
  }
  /** Mask of a number that stands alone: a small count of people is hidden in the edition for publication. */
  alone(num: Num): Mask {
    const cover = 'key' in num ? this.cover(`fact|${(num as Cell).key.measure}`) : undefined;
    if (cover !== undefined) return cover;
    return this.isPublic && ['person', 'family', 'child'].includes(num.unit) && isSmall(printed(num)) ? 'small' : 'show';
  }
  /** A number with its unit in words: «137 осіб». */
  counted(num: Num, mask: Mask = 'show'): string {
    const value = shown(num);
    // «менше 5 осіб»: after "less than" the many-form stands.
    return this.t.count(mask === 'show' && value !== null ? value : 5, this.num(num, mask), num.unit);
  }
  /** Bounds «137–169», '' when there are none or they are equal to the value. */
  range(num: Num, mask: Mask = 'show'): string {
    if (num.state === 'na' || num.state === 'carried' || (num.state === 'partial' && num.value === null) || num.low === null || num.high === null) return '';
    const people = this.isPublic && ['person', 'family', 'child'].includes(num.unit);
    if (mask !== 'show' || (people && [num.low, num.high].some((n) => isSmall(bound(n, num))))) {
      this.marks.hidden = true;
      return this.t.covered;
    }
    if (bound(num.low, num) === bound(num.high, num)) return '';
    return formatValueRange(num.low, num.high, num.unit, this.language);
  }

  /** Number of a source in the list of sources; 0 when the figure has none. */
  source(cell: Cell): number {
    if (!known(cell)) return 0;
    if (cell.source.trim() === '') return cell.state === 'computed' || cell.state === 'partial' ? this.cite(`${this.t.sumSource}.`) : 0;
    return this.cite(this.t.source(cell.source.trim().replace(/\.$/, ''), this.t.methods[cell.method], this.date(cell.asOf)));
  }
  cite(text: string): number {
    const found = this.sources.get(text);
    if (found !== undefined) return found;
    this.notes.push([{ text }]);
    this.sources.set(text, this.notes.length);
    return this.notes.length;
  }
  /** Raised source numbers of figures, each once, in order. */
  refs(cells: readonly Cell[]): Run[] {
    const numbers = [...new Set(cells.map((c) => this.source(c)).filter((n) => n > 0))].sort((a, b) => a - b);
    if (numbers.length === 0) return cells.some(known) ? [{ text: this.t.noSource, italic: true }] : [];
    return numbers.flatMap((n, i): Run[] => (i === 0 ? [{ text: String(n), ref: n }] : [{ text: ',\u00a0', ref: n }, { text: String(n), ref: n }]));
  }

  /** Explanations of the marks printed since the last call, for the note under a table. */
  takeMarks(): string {
    const { about, recalled, hidden } = this.marks;
    this.marks = { about: false, recalled: false, hidden: false };
    return [about ? this.t.aboutNote : '', recalled ? this.t.recalledNote : '', hidden ? this.t.hiddenNote : ''].filter((s) => s !== '').join(' ');
  }
}
