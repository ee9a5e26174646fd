import { bars } from './charts/bars.ts';
import { segments } from './charts/segments.ts';
import type { OnStep } from './docx.ts';
import { formatNumber } from '../contract/format.ts';
import { buildSummary, notesOf, short, sourcesLine, type Summary, type SummaryViews } from './publicSummary/model.ts';
import { summaryPage } from './publicSummary/page.ts';
import { WORDS } from './publicSummary/texts.ts';
import type { DocumentResources } from './raster.ts';
import { en } from './texts.en.ts';
import { uk } from './texts.uk.ts';
import { left, plain, type Block, type Language, type Paper } from './tree.ts';
import { writerOf } from './writer.ts';

export type { SummaryExtra, SummaryViews } from './publicSummary/model.ts';

/** Kinds of file the summary is made as. */
export type SummaryFormat = 'docx' | 'pdf' | 'png';
/** Device pixels per drawing pixel that give 300 dots per inch. */
const PRINT = 300 / 96;
/** A Word page holds so many services with the longest names there are: Word breaks lines its own way, so there is room to spare. */
const DOCX_ROWS = 12;
/** Letters of a name that two lines of its column hold. */
const NAME = 84;

/** The summary as a neutral tree, for Word: the same words and numbers as the drawn page. */
export function summaryPaper(summary: Summary): Paper {
  const w = WORDS[summary.language];
  const t = { uk, en }[summary.language];
  const page = summaryPage(summary);
  const rows = summary.rows.slice(0, Math.min(page.rows, DOCX_ROWS));
  const groups = summary.groups.slice(0, rows.length > 8 ? 0 : Math.min(page.groups, 6));
  const bold = (title: string, text: string): Block => ({ kind: 'paragraph', align: 'left', runs: [{ text: `${title}. `, bold: true }, { text }] });
  const blocks: Block[] = [
    left(`${summary.status} ${summary.how}`),
    { kind: 'paragraph', align: 'left', runs: summary.tiles.flatMap((tile, i) => [{ text: `${i === 0 ? '' : '. '}${tile.label} – ` }, { text: tile.value, bold: true }]).concat({ text: '.' }) },
    ...(rows.length === 0 ? [left(w.noRows)] : [{
      kind: 'table' as const, caption: w.table,
      columns: [{ title: w.service, align: 'left' as const, share: 46 }, ...[w.general, w.served, w.unmet].map((title) => ({ title, align: 'right' as const, share: 17 })), { title: w.coverage, align: 'right' as const, share: 20 }],
      rows: rows.map((row) => [plain(row.unit === w.units.person ? short(row.name, NAME) : `${short(row.name, NAME)} (${row.unit})`), plain(row.general), plain(row.served), [{ text: row.unmet, bold: true }], plain(row.coverage)]),
      ...(summary.rows.length > rows.length ? { note: plain(w.moreRows(String(summary.rows.length - rows.length))) } : {}),
    }]),
    ...(summary.basic.some((part) => part.count > 0) ? [{ kind: 'chart' as const, svg: segments(summary.basic), alt: w.basicAlt(summary.basic.map((p) => `${p.name} – ${p.count}`).join('; ')), caption: w.basicChart, widthMm: 150 }] : []),
    ...(groups.length > 1 ? [{ kind: 'chart' as const, svg: bars(groups, { number: (n) => formatNumber(n, summary.language) }), alt: w.groupsAlt(groups.length), caption: w.groups, widthMm: 150 }] : []),
    ...(summary.missing.length > 0 ? [bold(w.missing, summary.missing.join(' '))] : []),
    bold(w.next, summary.next), bold(w.ask, summary.ask),
    left([notesOf(summary, rows), sourcesLine(summary)].join(' ')),
  ];
  return {
    language: summary.language, edition: 'public', editionLabel: t.edition.public, watermark: summary.training ? t.watermark : null, compact: true,
    title: `${w.title}. ${summary.community}`, subject: w.subject(Number.parseInt(summary.year, 10)),
    head: { right: [], left: [], title: [w.title, `${summary.community}, ${summary.year}`], below: [summary.place].filter((s) => s !== '') },
    words: { table: t.table, figure: t.figure }, blocks, notes: [],
  };
}

/** Makes the public summary as a file: one A4 page. */
export async function makePublicSummary(views: SummaryViews, options: { readonly language: Language; readonly format: SummaryFormat; readonly now: string; readonly resources: DocumentResources; readonly onStep?: OnStep }): Promise<Uint8Array> {
  options.onStep?.('text', 0, 2);
  const summary = buildSummary(views, options.language);
  if (options.format === 'docx') return (await writerOf('docx')).render(summaryPaper(summary), { resources: options.resources, now: options.now, ...(options.onStep ? { onStep: options.onStep } : {}) });
  const { svg } = summaryPage(summary);
  options.onStep?.('file', 1, 2);
  if (options.format === 'png') return (await (await import('./raster.ts')).rasterise(svg, options.resources, PRINT)).png;
  const w = WORDS[options.language];
  return (await import('./pdf.ts')).pagePdf(svg, { title: `${w.title}. ${summary.community}`, subject: w.subject(views.report.year), language: options.language, now: options.now }, options.resources);
}
