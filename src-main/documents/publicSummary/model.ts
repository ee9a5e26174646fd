import type { Label } from '../../contract/models.ts';
import { shown } from '../needsReport/amounts.ts';
import { Report, type ServiceFigures } from '../needsReport/model.ts';
import type { ReportViews } from '../needsReport/views.ts';
import type { BarRow } from '../charts/bars.ts';
import type { Segment } from '../charts/segments.ts';
import type { Language } from '../tree.ts';
import { en } from '../texts.en.ts';
import { uk } from '../texts.uk.ts';
import { WORDS } from './texts.ts';

const TEXTS = { uk, en } as const;

/** What the summary says besides the figures: from the course of the determination and the department's own words. */
export interface SummaryExtra {
  /** A role or body, '' = not named. */
  readonly who: string;
  readonly kind: 'research_3y' | 'annual_update' | null;
  /** The stage that comes next and its day, null = none. */
  readonly next: { readonly name: Label; readonly to: string } | null;
  /** The department's words on what is planned and where to ask, '' = none. */
  readonly plans: string;
  readonly contact: string;
}
export interface SummaryViews { readonly report: ReportViews; readonly extra: SummaryExtra }

/** A line of the table of services. `share` draws the bar (0–1), null = hidden or not known. */
export interface SummaryRow { readonly id: string; readonly name: string; readonly unit: string; readonly general: string; readonly served: string; readonly unmet: string; readonly coverage: string; readonly share: number | null }

/** The public summary in words and numbers, most important first; the page takes as many rows as fit. */
export interface Summary {
  readonly language: Language;
  readonly community: string;
  readonly place: string;
  readonly year: string;
  readonly training: boolean;
  readonly status: string;
  readonly how: string;
  readonly tiles: readonly { readonly value: string; readonly label: string }[];
  readonly rows: readonly SummaryRow[];
  readonly basic: readonly Segment[];
  /** The largest groups with shown sizes, largest first. */
  readonly groups: readonly BarRow[];
  readonly missing: readonly string[];
  readonly next: string;
  readonly ask: string;
  readonly sources: readonly string[];
}

/** Services whose need is known: those with shown numbers by urgency, then those with hidden ones by the classifier, so that order tells nothing. */
function listed(r: Report): readonly ServiceFigures[] {
  const rank = new Map(r.views.gaps.rank.map((row, i) => [row.service, i]));
  const place = (s: ServiceFigures): number => rank.get(s.info.id) ?? 1000 - Math.min(999, (shown(s.need.unmet) ?? 0) / 1e6);
  return r.services.filter((s) => shown(s.need.general) !== null)
    .map((s, i) => ({ s, i })).sort((a, b) => Number(a.s.mask.any) - Number(b.s.mask.any) || (a.s.mask.any ? a.i - b.i : place(a.s) - place(b.s) || a.i - b.i)).map(({ s }) => s);
}

/** A text cut at a word, with an ellipsis. */
export const short = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most).replace(/[\s,.;:–-]+\S*$/u, '').replace(/[\s,.;:–-]+$/u, '')}…`);
/** Text with a point at its end. */
export const sentence = (text: string): string => (text === '' || /[.!?…]$/u.test(text) ? text : `${text}.`);

function missing(r: Report, language: Language): readonly string[] {
  const w = WORDS[language];
  const out: string[] = [];
  const names = (list: readonly { readonly id: string }[], most: number): string => {
    const services = list.flatMap((x) => r.services.find((s) => s.info.id === x.id) ?? []);
    return services.slice(0, most).map((s) => short(r.serviceName(s.info), 70)).join('; ') + (services.length > most ? w.andMore(r.n(services.length - most)) : '');
  };
  const none = r.views.overview.basic.find((part) => part.id === 'none')?.services ?? [];
  if (none.length > 0) out.push(w.noProvider(names(none, 3)));
  for (const s of listed(r)) {
    if (out.length >= 3 || s.mask.any || !s.gap) continue;
    const what = ([[s.gap.gapPosts, w.lackPosts], [s.gap.gapPlaces, w.lackPlaces]] as const).filter(([num]) => (shown(num) ?? 0) > 0).map(([num, word]) => word(r.num(num)));
    if (what.length > 0 && (shown(s.need.unmet) ?? 0) > 0) out.push(w.lacks(short(r.serviceName(s.info), 60), what.join(', ')));
  }
  const unknown = r.services.filter((s) => s.info.basic && shown(s.need.general) === null).length;
  if (unknown > 0) out.push(w.needUnknown(r.n(unknown)));
  return out.length === 0 && listed(r).length > 0 && listed(r).every((s) => !s.mask.any && shown(s.need.unmet) === 0) ? [w.nothing] : out;
}

/** Words and numbers of the summary; numbers are those of the report for publication. */
export function buildSummary({ report, extra }: SummaryViews, language: Language): Summary {
  const w = WORDS[language];
  const r = new Report(report, { language, edition: 'public' });
  const { community, plan, approved } = report;
  const list = listed(r);
  const people = community.population.cell;
  const ways = (['registry', 'survey', 'max'] as const).map((way) => ({ way, n: list.filter((s) => s.need.chosen === way).length })).filter(({ n }) => n > 0).map(({ way, n }) => w.ways[way](r.n(n)));
  const basic = report.overview.basic.map((part): Segment => ({ id: part.id, count: part.services.length, name: w.basicIds[part.id] }));
  const all = basic.reduce((sum, part) => sum + part.count, 0);
  const provided = basic.filter((part) => part.id === 'known' || part.id === 'unconfirmed').reduce((sum, part) => sum + part.count, 0);
  const worst = list.filter((s) => !s.mask.any && s.info.counted === 'person' && (shown(s.need.unmet) ?? 0) > 0).sort((a, b) => (shown(b.need.unmet) ?? 0) - (shown(a.need.unmet) ?? 0))[0];
  const rows = list.map((s): SummaryRow => ({
    id: s.info.id, name: r.serviceName(s.info), unit: w.units[s.info.counted], general: r.num(s.need.general, s.mask.general), served: r.num(s.need.served, s.mask.served),
    unmet: r.num(s.need.unmet, s.mask.unmet), coverage: shown(s.need.coverage) === null ? r.num(s.need.coverage) : r.num(s.need.coverage, s.mask.derived), share: s.mask.any ? null : shown(s.need.coverage),
  }));
  const name = r.label(community.name);
  const full = /громада|community/iu.test(name) ? name : `${name} ${r.t.community[community.type]}`;
  const groups = report.groups.rows.filter((row) => row.unit !== 'family' && (shown(row.size) ?? 0) > 0 && r.groupMasks(row).size === 'show')
    .sort((a, b) => (shown(b.size) ?? 0) - (shown(a.size) ?? 0)).slice(0, 8).map((row): BarRow => ({ name: r.label(row.name), value: shown(row.size), low: null, high: null, estimate: row.size.assumed, text: r.num(row.size) }));
  const population = shown(people) === null ? w.unknown : r.num(people, r.alone(people));
  const missed = missing(r, language);
  const sources = [...new Set(list.flatMap((s) => [s.need.identified, s.need.served]).map((cell) => cell.source.trim().replace(/\.$/u, '')).filter((source) => source !== ''))];
  return {
    language, community: full, place: r.t.place(r.label(community.raion), r.label(community.oblast)), year: w.year(report.year), training: plan.teaching !== null,
    status: [approved ? w.approved(approved.decision, r.date(approved.decidedOn), short(approved.body, 120)) : w.draft, w.asOf(r.date(plan.calcDate))].join(' '),
    how: [extra.kind === null ? '' : w.kind[extra.kind], extra.who === '' ? '' : w.who(short(extra.who, 140).replace(/\.$/u, '')), ways.length === 0 ? '' : w.how(ways.join(', '))].filter((s) => s !== '').join(' ').replaceAll('….', '…'),
    tiles: [
      { value: population, label: w.population },
      { value: w.of(r.n(list.length), r.n(r.services.length)), label: w.knownNeeds },
      { value: w.of(r.n(provided), r.n(all)), label: w.basic },
      { value: worst ? r.num(worst.need.unmet, worst.mask.unmet) : '–', label: worst ? `${w.most}: ${r.serviceName(worst.info)}` : w.most },
    ],
    rows, basic, groups, missing: missed,
    next: extra.plans !== '' ? sentence(extra.plans) : extra.next === null ? w.noPlans : w.stage(r.label(extra.next.name).toLocaleLowerCase(language), extra.next.to === '' ? '' : r.date(extra.next.to)),
    ask: w.contact((extra.contact === '' ? w.office : extra.contact).replace(/\.$/u, '')).replaceAll('….', '…'),
    sources: sources.map((source) => short(source, 110)),
  };
}

/** The line of sources: as many names as are useful to a reader. */
export function sourcesLine(summary: Summary, most = 3): string {
  const w = WORDS[summary.language];
  if (summary.sources.length === 0) return w.noSources;
  const some = summary.sources.slice(0, most).join('; ');
  return sentence(w.sources(some).replace(/\.$/u, '')) + (summary.sources.length > most ? ` ${w.allSources}.` : '');
}

/** Explanations of the marks that the shown rows carry. */
export function notesOf(summary: Summary, rows: readonly SummaryRow[]): string {
  const w = WORDS[summary.language];
  const t = TEXTS[summary.language];
  const texts = [...summary.tiles.map((tile) => tile.value), ...rows.flatMap((row) => [row.general, row.served, row.unmet, row.coverage]), ...summary.missing].join(' ');
  return [w.notSum, texts.includes(t.small) || texts.includes(t.covered) ? w.hidden : '', texts.includes(t.about) ? w.about : '', /\d\*/u.test(texts) ? w.recalled : ''].filter((s) => s !== '').join(' ');
}
