import { AlignmentType, Column, ColumnBreak, Document, Footer, Header, Packer, PageNumber, Paragraph, SectionType, TabStopType, TextRun, type FileChild, type ISectionPropertiesOptions } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { inline, write, type Writing } from './docx/blocks.ts';
import { settle } from './docx/package.ts';
import { FONT, HAIR, LOCALE, NUMBERING, pageOf, styles, timesOf, TWIPS } from './docx/styles.ts';
import { rasterise, type DocumentResources, type Picture } from './raster.ts';
import { clean, flat, GAP, partsOf, plain, type ChartBlock, type ColumnsBlock, type Paper } from './tree.ts';

/** Kind of file that {@link renderDocx} makes. */
export const DOCX_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Hears which step of the making is on: its name (`text`, `charts`, `file`), how many are done, of how many. */
export type OnStep = (step: string, done: number, of: number) => void;

/** Head of a page: its number from the second page on; «навчальні дані» on every page when the paper says so. */
function header(paper: Paper, numbered: boolean): Header {
  const language = { value: LOCALE[paper.language] };
  const { width } = pageOf(paper);
  const tabStops = [{ type: TabStopType.CENTER, position: width / 2 }, { type: TabStopType.RIGHT, position: width }];
  const number = numbered ? [new TextRun({ text: '\t', language }), new TextRun({ children: [PageNumber.CURRENT], language })] : [new TextRun({ text: '\t', language })];
  const mark = paper.watermark === null ? [] : [
    new TextRun({ text: `\t${paper.watermark}`, italics: true, color: '744800', language }),
    new TextWatermark({ text: paper.watermark, font: FONT, color: 'D6DBE0', opacity: 0.5, width: 460, height: 92 }),
  ];
  return new Header({ children: [new Paragraph({ style: 'Header', alignment: AlignmentType.LEFT, tabStops, children: [...number, ...mark] })] });
}

/** Foot of a page: what paper this is and which edition. */
function footer(paper: Paper): Footer {
  return new Footer({ children: [new Paragraph({ style: 'Footer', children: inline(plain(`${paper.subject}. ${paper.editionLabel}`), paper.language) })] });
}

/** The block above the text: who approved it (right), title, what it is about. */
function head(paper: Paper): Paragraph[] {
  const line = (text: string, extra: object): Paragraph => new Paragraph({ style: 'HeadLine', ...extra, children: inline(plain(text), paper.language) });
  return [
    ...paper.head.right.map((text, i) => line(text, { indent: { left: 5400 }, ...(i === 0 ? { spacing: { after: 60 } } : {}) })),
    ...paper.head.left.map((text) => line(text, {})),
    ...paper.head.title.map((text, i) => new Paragraph({ style: 'Title', ...(i === 0 ? { spacing: { before: paper.compact ? 0 : 480 } } : {}), children: inline(plain(text), paper.language) })),
    ...paper.head.below.map((text, i) => line(text, { alignment: AlignmentType.CENTER, ...(i === 0 ? { spacing: { before: 160 } } : {}) })),
  ];
}

/** A part of the file with its own columns: text as wide as the page, or parts side by side. */
interface Section { readonly properties: ISectionPropertiesOptions; readonly children: FileChild[] }

/** Columns of the page, each part in its own, filled from the top. */
function columns(block: ColumnsBlock, w: Writing): Section {
  const widths = partsOf(block, w.width / TWIPS).map((points) => Math.floor(points * TWIPS));
  const children = block.parts.flatMap(({ blocks }, i) => [
    ...(i === 0 ? [] : [new Paragraph({ spacing: HAIR, children: [new ColumnBreak()] })]), ...blocks.flatMap((part) => write(part, { ...w, width: widths[i] ?? w.width })),
  ]);
  return { properties: { type: SectionType.CONTINUOUS, column: { count: widths.length, equalWidth: false, children: widths.map((width, i) => new Column({ width, space: i < widths.length - 1 ? GAP * TWIPS : 0 })) } }, children };
}

/** The text cut where parts stand side by side; what follows them begins a page. */
function sections(paper: Paper, w: Writing): readonly Section[] {
  const made: Section[] = [{ properties: { titlePage: true }, children: head(paper) }];
  for (const block of paper.blocks) {
    if (block.kind === 'columns') made.push(columns(block, w));
    else if (made.at(-1)?.properties.column) made.push({ properties: { type: SectionType.NEXT_PAGE }, children: write(block.kind === 'heading' ? { ...block, newPage: false } : block, w) });
    else made.at(-1)?.children.push(...write(block, w));
  }
  return made;
}

/** Writes a paper as a Word file. Equal papers and `now` (ISO time of making) give equal bytes. */
export async function renderDocx(paper: Paper, options: { readonly resources: DocumentResources; readonly now: string; readonly onStep?: OnStep }): Promise<Uint8Array> {
  const pictures = new Map<ChartBlock, Picture>();
  const charts = flat(paper.blocks).filter((block) => block.kind === 'chart');
  for (const [at, block] of charts.entries()) {
    options.onStep?.('charts', at + 1, charts.length + 2);
    pictures.set(block, await rasterise(block.svg, options.resources));
  }
  options.onStep?.('file', charts.length + 1, charts.length + 2);
  const { page, width } = pageOf(paper);
  const furniture = { headers: { default: header(paper, true), first: header(paper, false) }, footers: { default: footer(paper), first: footer(paper) } };
  const document = new Document({
    title: clean(paper.title), subject: clean(paper.subject), creator: 'Соцплан', lastModifiedBy: 'Соцплан', description: paper.editionLabel, revision: 1,
    styles: styles(paper.language, timesOf(paper)), numbering: NUMBERING, features: { updateFields: false },
    sections: sections(paper, { paper, pictures, width, tables: 0, figures: 0, lists: 0 }).map(({ properties, children }, i) => ({ properties: { ...properties, page }, ...(i === 0 ? furniture : {}), children })),
  });
  const bytes = await Packer.pack(document, 'uint8array');
  return settle(bytes, options.now, flat(paper.blocks).flatMap((b) => (b.kind === 'table' ? [clean(b.caption)] : [])));
}
