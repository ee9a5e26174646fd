import type { PackageView } from '../contract/api/package.ts';
import { formatDate, formatNumber } from '../contract/format.ts';
import { WAYS } from '../contract/lists.ts';
import type { Label, Num } from '../contract/models.ts';
import { widthOf } from './charts/svg.ts';
import { fit, HEIGHT, heightOfAll, linesOf, linesOfText, NAME, type Layout, type Line, type Sign } from './package/lines.ts';
import { TEXTS } from './package/texts.ts';
import { plain, textOf, type Block, type Column, type Inline, type Language, type Paper, type Part, type TableBlock } from './tree.ts';

/** What the page of the minimal package is printed from: the view by settlements. */
export interface PackageIn { readonly language: Language; readonly year: number; readonly community: Label; readonly teaching: boolean; readonly view: PackageView }

/** Services named in the line of those with most people left out. */
const MOST = 4;
/** More lines than any page holds. */
const MANY = 120;
/** The part with the services, in points: its width, its rows, a line of its small print. */
const SERVICES = { width: 248, name: 101, size: 7.5, row: 10.5, line: 9.3 } as const;
/** Colours behind heads and behind «absent». */
const SUNK = '#EDF0F2';
const ABSENT = '#FBE9E4';
const SIGNS = [...WAYS, 'unknown'] as const;

/** The minimal package on one page: each basic service, how it reaches each settlement, who is left out, on what grounds. What the page cannot hold stands in an annex. */
export function packagePaper({ language, year, community, teaching, view }: PackageIn): Paper {
  const t = TEXTS[language];
  const where = t.where[view.kind ?? 'settlement'];
  const said = (label: Label | null): string => (label === null ? '' : language === 'en' ? label.en ?? label.uk : label.uk);
  const count = (n: number): string => formatNumber(n, language);
  const shown = (num: Num): string => (num.value !== null ? count(Math.round(num.value)) : num.low !== null ? t.atLeast(count(Math.round(num.low))) : t.unknown);
  const nameOf = (row: PackageView['rows'][number]): string => said(row.short ?? row.name) || (row.code ?? '');
  const small = (runs: Inline | string): Part => ({ kind: 'paragraph', align: 'left', small: true, runs: typeof runs === 'string' ? plain(runs) : runs });

  const sign = ({ way, count: n, supposed }: Sign): Inline => [{
    text: `${way === 'mixed' ? t.mixed : t.signs[way]}${n > 0 ? n : ''}`, ...(way === 'absent' && n === 0 ? { bold: true, fill: ABSENT } : {}), ...(supposed || way === 'unknown' ? { faint: true } : {}),
  }];
  const matrix = (lines: readonly Line[], { blocks, size, row }: Layout): TableBlock => ({
    kind: 'table', caption: where.matrix, tight: { size, row },
    columns: [{ title: lines.some((line) => line.kind === 'district') ? t.district : where.place, align: 'left', share: NAME[blocks], fixed: true }, ...view.rows.map((_, at): Column => ({ title: String(at + 1), align: 'center', share: 1 }))],
    rows: lines.map((line) => (line.kind === 'head' ? [[{ text: line.name, bold: true, fill: SUNK }]] : [plain(line.name), ...line.cells.map(sign)])),
  });

  const lines = linesOf(view, said);
  const absences = (line: Line): number => line.cells.filter((cell) => cell.way === 'absent').length;
  /** The worst lines that fit, and how many stay for the annex. */
  const worst = (all: readonly Line[]): NonNullable<ReturnType<typeof fit>> => {
    const sorted = all.toSorted((a, b) => absences(b) - absences(a));
    for (let kept = Math.min(sorted.length - 1, MANY); ; kept--) {
      const some = fit([...sorted.slice(0, kept), { kind: 'head', name: t.rest(sorted.length - kept), cells: [] }]);
      if (some) return some;
    }
  };
  const whole = fit(lines.listed) ?? fit(lines.places);
  const byDistrict = whole || lines.districts.length === 0 ? null : fit(lines.districts);
  const { layout, blocks: parts } = whole ?? byDistrict ?? worst(lines.places);

  const grounds = Map.groupBy(view.rows.flatMap((row, at) => row.cells.filter((cell) => cell.basis !== '').map((cell) => ({ at: at + 1, text: cell.asOf === '' ? cell.basis : `${cell.basis} (${formatDate(cell.asOf, language)})` }))), ({ text }) => text);
  const bases = [...grounds].map(([text, of]) => `${[...new Set(of.map(({ at }) => at))].join(', ')} – ${text}`);
  const most = view.rows.filter((row) => row.counts.absent > 0).map((row) => ({ row, people: row.leftOut.value ?? row.leftOut.low ?? 0 })).filter(({ people }) => people > 0).toSorted((a, b) => b.people - a.people);

  const services: TableBlock = {
    kind: 'table', caption: t.services(where.many), tight: SERVICES, columns: [
      { title: t.no, align: 'right', share: 14, fixed: true }, { title: t.service, align: 'left', share: 1 }, ...SIGNS.map((way): Column => ({ title: t.signs[way], align: 'right', share: 13, fixed: true })), { title: t.leftOut, align: 'right', share: 38, fixed: true },
    ],
    rows: view.rows.map((row, at) => [
      plain(String(at + 1)), plain(`${nameOf(row)}${row.basicConfidence === 'recalled' ? '*' : ''}`), ...SIGNS.map((way): Inline => [{ text: row.counts[way] === 0 ? '–' : count(row.counts[way]), ...(way === 'absent' && row.counts.absent > 0 ? { bold: true, fill: ABSENT } : {}) }]),
      plain(row.counts.absent > 0 ? shown(row.leftOut) : row.counts.unknown > 0 ? t.unknown : '–'),
    ]),
  };
  const supposed = view.rows.some((row) => row.cells.some((cell) => cell.from === 'providers'));
  const notes = [
    t.columns(where.by), t.how(where.many, count(view.places.length)), byDistrict ? t.grouped : '', whole || byDistrict ? '' : t.worst, supposed ? t.supposed : '', view.rows.some((row) => row.basicConfidence === 'recalled') ? t.recalled : '',
  ].filter((note) => note !== '').join(' ');
  const signs = SIGNS.flatMap((way, i): Inline => [{ text: `${i === 0 ? `${t.signsAre}: ` : '; '}` }, { text: t.signs[way], bold: true }, { text: ` – ${t.way[way]}` }]);
  const act = t.list(said(view.list.act), said(view.list.article), view.list.checkedOn === '' ? '' : formatDate(view.list.checkedOn, language), view.list.version);
  // As many grounds as there is room for: under the services, or under a matrix that leaves more.
  const names = view.rows.reduce((sum, row) => sum + linesOfText(nameOf(row), SERVICES.name, SERVICES.size), 2);
  const under = HEIGHT - names * SERVICES.row - SERVICES.line * (1 + [notes, textOf(signs), act].reduce((sum, text) => sum + linesOfText(text, SERVICES.width), 0));
  const beside = layout.blocks === 1 ? HEIGHT - heightOfAll(parts[0] ?? [], layout) : 0;
  let room = beside > under ? (beside / SERVICES.line) * SERVICES.width * 2 : (under / SERVICES.line) * SERVICES.width;
  const printed = bases.filter((text) => (room -= widthOf(`${text}; `, 7)) >= 0);
  const basis = small(bases.length === 0 ? t.noBasis : [{ text: `${t.basis}: `, bold: true }, { text: `${[...printed, ...(printed.length < bases.length ? [t.more(bases.length - printed.length)] : [])].join('; ')}.` }]);
  const annex: Block[] = [
    ...(whole ? [] : [{ kind: 'heading', level: 3, text: t.annexMatrix } as const, matrix(lines.listed, { blocks: 1, size: 8, row: 11.5 })]),
    ...(printed.length === bases.length ? [] : [{ kind: 'heading', level: 3, text: t.basis } as const, { kind: 'list', ordered: false, items: bases.map(plain) } as const]),
  ];
  return {
    language, edition: 'service', editionLabel: t.edition, watermark: teaching ? t.watermark : null, compact: true, landscape: true, title: `${t.title(where.by)}. ${said(community)}`, subject: `${t.subject}. ${t.year(year)}`,
    head: { right: [], left: [], title: [`${t.title(where.by)}. ${said(community)}, ${t.year(year)}`], below: [] }, words: { table: '', figure: '' }, notes: [],
    blocks: [
      { kind: 'paragraph', align: 'left', runs: [
        { text: t.sum(where.one, count(view.given), count(view.all), count(view.absent), count(view.all - view.given - view.absent)), bold: true },
        ...(most.length === 0 ? [] : [{ text: ` ${t.most(most.slice(0, MOST).map(({ row }) => `${nameOf(row)} – ${shown(row.leftOut)}`).join('; '))}` }]),
      ] },
      { kind: 'columns', parts: [
        { points: SERVICES.width, blocks: [services, small(signs), small(notes), ...(beside > under ? [] : [basis]), small(act)] },
        ...parts.map((part) => ({ points: null, blocks: [matrix(part, layout), ...(beside > under ? [basis] : [])] })),
      ] },
      ...(annex.length === 0 ? [] : [{ kind: 'heading' as const, level: 1 as const, text: t.annex, newPage: true }, ...annex]),
    ],
  };
}
