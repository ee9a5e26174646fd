import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { widthOf } from './charts/svg.ts';
import { drawn, heightOf, withoutHalo, write, type PdfWriting } from './pdf/blocks.ts';
import type { OnStep } from './docx.ts';
import { CHART_FONTS, type DocumentResources } from './raster.ts';
import { clean, textOf, type Block, type Language, type Paper } from './tree.ts';
import { COMPACT_MARGIN, KEPT, LANDSCAPE_MARGIN, LANDSCAPE_WIDTH, MARGIN, TEXT_WIDTH } from './pdf/measures.ts';

/** Kind of file that {@link renderPdf} makes. */
export const PDF_MIME = 'application/pdf';
/** Large print: 18 pt where a paper has 11. */
const LARGE = 18 / 11;
/** Small letters of a paper that must stay on one page: 9 pt. */
const COMPACT = 9 / 11;
export const LOCALE: Readonly<Record<Language, string>> = { uk: 'uk-UA', en: 'en-GB' };

interface About { readonly title: string; readonly subject: string; readonly language: Language; readonly now: string }

/** Makes the file; letters are the bundled ones, embedded; nothing else is read from the disk or the net. */
async function make(content: TDocumentDefinitions, about: About, resources: DocumentResources): Promise<Uint8Array> {
  const [normal = '', bold = ''] = CHART_FONTS.map((name) => resources.path(name));
  pdfmake.setFonts({ Plex: { normal, bold, italics: normal, bolditalics: bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
  const when = new Date(about.now);
  const pdf = pdfmake.createPdf({
    pageSize: 'A4', version: '1.7', language: LOCALE[about.language], displayTitle: true,
    info: { title: clean(about.title), subject: clean(about.subject), creator: 'Соцплан', producer: 'Соцплан', creationDate: when, modDate: when },
    ...content, defaultStyle: { font: 'Plex', fontSize: 11, lineHeight: 1.15, color: '#1A2128', ...content.defaultStyle },
  });
  return new Uint8Array(await pdf.getBuffer());
}

/** One drawn page as a file with text that can be selected. */
export const pagePdf = (svg: string, about: About, resources: DocumentResources): Promise<Uint8Array> =>
  make({ pageMargins: 0, content: [{ svg: withoutHalo(svg), width: 595.28, font: 'Plex' } as Content] }, about, resources);

/** A heading stays with the picture or the small table below it. */
const together = (blocks: readonly Block[]): readonly (readonly Block[])[] => blocks.reduce<Block[][]>((all, block) => {
  const last = all.at(-1);
  if ((block.kind === 'chart' || (block.kind === 'table' && block.rows.length <= KEPT)) && last?.at(-1)?.kind === 'heading') last.push(block);
  else all.push([block]);
  return all;
}, []);

/** Content of a paper. What stays with the next block needs room for its beginning too; what is never broken needs none of its own. */
function flow(paper: Paper, w: PdfWriting): Content[] {
  const groups = together(paper.blocks).map((blocks) => ({ whole: blocks.length > 1, table: blocks[0]?.kind === 'table', nodes: blocks.flatMap((block) => write(block, w)) as (Content & { headlineLevel?: number })[] }));
  const [before, signed, last] = [groups.at(-2)?.nodes, paper.blocks.at(-2), paper.blocks.at(-1)];
  const line = before?.at(-2) ?? before?.at(-1);
  // Signatures never stand on a page without a line of the text they sign.
  if (last?.kind === 'signature' && line && line.headlineLevel === undefined) line.headlineLevel = (26 + 40 * last.lines.length) * w.times + (signed?.kind === 'paragraph' ? heightOf(textOf(signed.runs), w) : 44 * w.times);
  let next = 0;
  for (const { whole, table, nodes: [first] } of groups.toReversed()) {
    if (first === undefined) continue;
    if (whole) delete first.headlineLevel;
    else if (first.headlineLevel !== undefined && !table) first.headlineLevel += next;
    next = first.headlineLevel ?? 24 * w.times;
  }
  return groups.map(({ whole, nodes }): Content => (whole ? { unbreakable: true, stack: nodes } : { stack: nodes }));
}

/** Writes a paper as a PDF: the same tree as the Word file. */
export function renderPdf(paper: Paper, options: { readonly resources: DocumentResources; readonly now: string; readonly onStep?: OnStep }): Promise<Uint8Array> {
  options.onStep?.('file', 0, 1);
  const w: PdfWriting = { paper, times: paper.large ? LARGE : paper.compact ? COMPACT : 1, width: paper.landscape ? LANDSCAPE_WIDTH : TEXT_WIDTH, tables: 0, figures: 0 };
  const margin = paper.landscape ? LANDSCAPE_MARGIN : paper.compact ? COMPACT_MARGIN : MARGIN;
  const { head } = paper;
  const line = (text: string, extra: object = {}): Content => ({ text: drawn(text), ...extra });
  const foot = drawn(`${paper.subject}. ${paper.editionLabel}`);
  return make({
    pageMargins: [...margin], ...(paper.landscape ? { pageOrientation: 'landscape' as const } : {}),
    ...(paper.watermark === null ? {} : { watermark: { text: paper.watermark, color: '#8B96A1', opacity: 0.22, bold: true, angle: -52 } }),
    header: (page: number) => ({
      margin: [margin[0], paper.compact ? 14 : 24, margin[2], 0], fontSize: 9,
      columns: [{ width: '*', text: '' }, { width: 'auto', text: page > 1 ? String(page) : '' }, { width: '*', text: paper.watermark ?? '', alignment: 'right', color: '#744800' }],
    }),
    footer: () => ({ margin: [margin[0], paper.landscape ? 6 : 12, margin[2], 0], fontSize: widthOf(foot, 8) > w.width * 1.9 ? 7 : 8, color: '#434E59', text: foot }),
    // A heading or caption never stays alone at the foot of a page: its level says how much room it and what follows need, in points.
    pageBreakBefore: (node: { readonly headlineLevel?: number; readonly startPosition: { readonly pageInnerHeight: number; readonly verticalRatio: number } }) =>
      node.headlineLevel !== undefined && node.startPosition.verticalRatio > 0.1 && node.headlineLevel > node.startPosition.pageInnerHeight * (1 - node.startPosition.verticalRatio),
    content: [
      ...head.right.map((text) => line(text, { margin: [w.width * 0.56, 0, 0, 2] })), ...head.left.map((text) => line(text)),
      ...head.title.map((text, i) => line(text, { bold: true, alignment: 'center', fontSize: 12 * w.times, margin: [0, i === 0 && !paper.compact ? 22 : 0, 0, 0] })),
      ...head.below.map((text, i) => line(text, { alignment: 'center', margin: [0, i === 0 ? 8 : 0, 0, 0] })),
      ...flow(paper, w),
    ],
    ...(w.times === 1 ? {} : { defaultStyle: { fontSize: 11 * w.times } }),
  }, { title: paper.title, subject: paper.subject, language: paper.language, now: options.now }, options.resources);
}
