import type { IndicatorInfo, IndicatorPoint, IndicatorRow, IntegrationView, Population } from '../contract/api/integration.ts';
import { formatDate, formatShare } from '../contract/format.ts';
import type { Label, Num } from '../contract/models.ts';
import { boundsText, numberText } from './amounts.ts';
import { radar } from './charts/radar.ts';
import { INTEGRATION_WORDS } from './integrationTexts.ts';
import { columns, heading, inLanguage, left, plain, type Block, type Edition, type Inline, type Language, type Paper } from './tree.ts';

/** What the page of integration is printed from. */
export interface IntegrationIn { readonly language: Language; readonly edition: Edition; readonly community: Label; readonly teaching: boolean; readonly view: IntegrationView }

/** Fewer axes are no star; more cannot be told apart. */
const AXES = { least: 3, most: 8 };

/** Indicators with baseline, last value, target and way; the gap between residents and newcomers; the criteria of durable solutions; the star of the way done. */
export function integrationPaper({ language, edition, community, teaching, view }: IntegrationIn): Paper {
  const t = INTEGRATION_WORDS[language];
  const said = (label: Label | null | undefined): string => inLanguage(label, language);
  const isPublic = edition === 'public';
  const indicatorOf = (row: IndicatorRow): IndicatorInfo | undefined => view.indicators.find((each) => each.id === row.indicator);
  const people = (id: Population): string => said(view.populations.find((each) => each.id === id)?.name);
  const period = (text: string): string => { const match = /^(\d{4})(?:-(?:([HQ])(\d)|(\d{2})))?$/.exec(text); return match?.[2] === undefined ? formatDate(text, language) : t.part(match[2], Number(match[3]), match[1] ?? ''); };
  const unit = (each: IndicatorInfo): string => (each.own ? each.unitText : t.unit[each.unit] ?? '');
  const number = (num: Num): string => (num.state === 'na' ? (isPublic ? t.hidden : '') : numberText(num, language));
  const point = (row: IndicatorRow, at: string | null): IndicatorPoint | undefined => row.points.find((each) => each.period === at);
  const amount = (each: IndicatorPoint | undefined): string => {
    if (!each) return '';
    const bounds = each.hidden ? '' : boundsText(each.num, language);
    return `${each.hidden ? t.hidden : numberText(each.num, language)}${bounds === '' ? '' : ` (${bounds})`}`;
  };
  const value = (each: IndicatorPoint | undefined): string => (each ? `${amount(each)}, ${period(each.period)}` : '');
  const target = ({ target: goal }: IndicatorRow): string => (!goal || goal.kind === 'none' ? t.noTarget : [goal.kind === 'host' ? t.toHost : number(goal.num), goal.due === '' ? '' : t.due(formatDate(goal.due, language)), goal.late ? t.late : ''].filter(Boolean).join(', '));
  const way = (row: IndicatorRow): string => [row.progress.value === null ? '' : numberText(row.progress, language), row.turn === null ? '' : `${t.turn[row.turn]}${row.certain === false && row.turn !== 'same' ? ` (${t.unsure})` : ''}`].filter(Boolean).join(', ') || (row.progress.state === 'na' && isPublic && indicatorOf(row)?.better !== 'neutral' ? t.hidden : t.noWay);
  const source = (row: IndicatorRow): string => { const last = point(row, row.last); return indicatorOf(row)?.gapOf ? t.computed : !last ? '' : [t.method[last.method], last.source, last.asOf === '' ? '' : formatDate(last.asOf, language)].filter(Boolean).join('; '); };
  const name = (row: IndicatorRow): Inline => { const each = indicatorOf(row); return each ? [{ text: said(each.name), bold: true }, { text: `, ${[unit(each), people(row.population)].filter(Boolean).join('; ')}` }] : plain(row.indicator); };

  const tables = view.dimensions.flatMap((dimension): Block[] => {
    const rows = view.rows.filter((row) => indicatorOf(row)?.dimension === dimension.id);
    return rows.length === 0 ? [] : [{
      kind: 'table', caption: said(dimension.name), columns: columns('left', [t.indicator, 44], [t.baseline, 24], [t.last, 26], [t.target, 22], [t.way, 24], [t.source, 34]),
      rows: rows.map((row) => [name(row), plain(row.baseline === row.last ? '' : value(point(row, row.baseline))), plain(value(point(row, row.last) ?? row.points.at(-1))), plain(target(row)), plain(way(row)), plain(source(row))]),
    }];
  });
  const gaps = view.rows.flatMap((row) => { const gap = row.gaps.at(-1); return gap ? [{ row, gap }] : []; });
  const host = (row: IndicatorRow, at: string): string => amount(view.rows.find((each) => each.indicator === row.indicator && each.population === 'host')?.points.find((each) => each.period === at));
  const known = view.axes.filter((axis) => axis.progress.value !== null);
  const behind = (id: string): number => known.filter((axis) => axis.dimension === id).reduce((sum, axis) => sum + axis.known, 0);
  const dimensions = view.dimensions.filter(({ id }) => behind(id) > 0);
  const most = new Set(dimensions.toSorted((a, b) => behind(b.id) - behind(a.id)).slice(0, AXES.most));
  const drawn = dimensions.filter((each) => most.has(each));
  const who = view.populations.filter(({ id }) => known.some((axis) => axis.population === id));
  const share = (dimension: string, population: Population): number | null => known.find((axis) => axis.dimension === dimension && axis.population === population)?.progress.value ?? null;
  const star: readonly Block[] = known.length === 0 ? [left(t.noStar)] : [
    ...(drawn.length < AXES.least ? [] : [{
      kind: 'chart' as const, svg: radar(drawn.map((each) => said(each.name)), who.map((each) => ({ name: said(each.name), shares: drawn.map(({ id }) => share(id, each.id)) })), (n) => formatShare(n, language, 0)), caption: t.starCaption, widthMm: 150,
      alt: drawn.map((each) => `${said(each.name)}: ${who.flatMap((one) => { const n = share(each.id, one.id); return n === null ? [] : [`${said(one.name)} ${formatShare(n, language, 0)}`]; }).join(', ')}`).join('; '),
    }]),
    {
      kind: 'table', caption: t.axesCaption, columns: columns('left', [t.dimension, 40], [t.people, 24], [t.mean, 20, 'right'], [t.known, 24, 'right'], [t.worse, 20, 'right']), note: plain(t.starNote),
      rows: view.axes.map((axis) => [plain(said(view.dimensions.find((each) => each.id === axis.dimension)?.name)), plain(people(axis.population)), plain(numberText(axis.progress, language)), plain(t.of(axis.known, axis.of)), plain(String(axis.worse))]),
    },
  ];
  const criteria = view.criteria.map((criterion, at): Inline[] => {
    const own = view.indicators.filter((each) => each.criteria.includes(criterion.id));
    const rows = view.rows.filter((row) => row.last !== null && own.some((each) => each.id === row.indicator));
    return [plain(String(at + 1)), plain(said(criterion.text)), plain(rows.length === 0 ? (own.length === 0 ? t.noIndicators : t.toMeasure(own.map((each) => said(each.name)).join('; '))) : rows.map((row) => `${said(indicatorOf(row)?.name)} (${people(row.population)}): ${value(point(row, row.last))}`).join('; '))];
  });
  const withValues = new Set(view.rows.filter((row) => row.last !== null).map((row) => row.indicator)).size;
  const blocks: Block[] = [
    left(`${t.sum(withValues, view.indicators.length)} ${said(view.book?.rule)}`), ...(isPublic ? [left(view.hidden === 0 ? t.nothingHidden : t.someHidden(view.hidden))] : []),
    ...(tables.length === 0 ? [left(t.nothing)] : [heading(t.indicators), ...tables, left(t.valueNote)]),
    heading(t.gaps), ...(gaps.length === 0 ? [left(t.noGaps)] : [{
      kind: 'table' as const, caption: t.gapsCaption, columns: columns('left', [t.indicator, 46], [t.period, 20], [t.host, 18, 'right'], [t.group, 18, 'right'], [t.gap, 30, 'right'], [t.verdict, 42]), note: plain(t.gapNote),
      rows: gaps.map(({ row, gap }) => [name(row), plain(period(gap.period)), plain(host(row, gap.period)), plain(amount(point(row, gap.period))), plain([number(gap.num), boundsText(gap.num, language) === '' ? '' : `(${boundsText(gap.num, language)})`].filter(Boolean).join(' ')),
        plain([gap.favours === null ? '' : `${t.favours[gap.favours]}${gap.certain === false && gap.favours !== 'equal' ? ` (${t.unsure})` : ''}`, row.trend ? t.trend[row.trend.way] : ''].filter(Boolean).join('; '))]),
    }]),
    ...(view.criteria.length === 0 ? [] : [heading(t.criteria), { kind: 'table' as const, caption: t.criteriaCaption, columns: columns('left', [t.no, 6, 'right'], [t.criterion, 44], [t.measured, 80]), rows: criteria, note: plain(t.criteriaNote) }]),
    heading(t.star), ...star,
    ...(view.book ? [left(`${said(view.book.caution)} ${said(view.book.wording)} ${said(view.book.source)}.`)] : []),
  ];
  return {
    language, edition, editionLabel: t.edition[edition], watermark: teaching ? t.watermark : null, title: `${t.title}. ${said(community)}`, subject: t.title,
    head: { right: [], left: [], title: [t.title, said(community)], below: [t.asOf(formatDate(view.today, language))] }, words: { table: t.table, figure: t.figure }, blocks, notes: [],
  };
}
