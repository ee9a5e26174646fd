import {
  AlignmentType, Bookmark, BorderStyle, HeadingLevel, HeightRule, LineRuleType, ImageRun, InternalHyperlink, Paragraph, ShadingType, TabStopType, Table, TableCell,
  TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType, type ParagraphChild,
} from 'docx';
import type { Picture } from '../raster.ts';
import { byScript, clean, plain, widthsOf, type ChartBlock, type Inline, type Language, type Paper, type Part, type SignatureBlock, type TableBlock } from '../tree.ts';
import { FAINT, HAIR, INK, LOCALE, SIZE, sizes, timesOf, TWIPS } from './styles.ts';

/** What the blocks need while they are written: pictures of the charts and the running numbers. */
export interface Writing {
  readonly paper: Paper;
  readonly pictures: ReadonlyMap<ChartBlock, Picture>;
  /** Of the text, in twips. */
  readonly width: number;
  /** Captions written so far. */
  tables: number;
  figures: number;
  /** Lists written so far: each numbered list starts at 1. */
  lists: number;
}

interface Look { /** Source numbers stand on the line (in a column of their own). */ readonly level?: boolean; readonly bold?: boolean; readonly italics?: boolean; readonly size?: number; readonly color?: string }

/** Runs of a paragraph; a source number becomes a raised link to its place in the list of sources. */
export function inline(runs: Inline, language: Language, { level, ...look }: Look = {}): ParagraphChild[] {
  return byScript(runs, language).map((run) => {
    const text = new TextRun({
      ...look, ...(run.faint ? { color: GREY } : {}), text: clean(run.text), bold: run.bold ?? look.bold, italics: run.italic ?? look.italics, superScript: run.ref !== undefined && level !== true ? true : undefined,
      language: { value: LOCALE[run.lang ?? language] },
    });
    return run.ref === undefined ? text : new InternalHyperlink({ anchor: `source_${run.ref}`, children: [text] });
  });
}

const GREY = '6B7580';
const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '78838E' };
const BORDERS = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE };
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT, justify: AlignmentType.JUSTIFIED };

/** Widths of the columns in whole twips; the first takes what is left. */
function wholeWidths(block: TableBlock, all: number): readonly number[] {
  const [, ...others] = widthsOf(block.columns, all / TWIPS).map((points) => Math.floor(points * TWIPS));
  return [all - others.reduce((a, b) => a + b, 0), ...others];
}

/** Packed rows: signs fill their cells, names keep a little room. Letters of Word are a little smaller than those of the PDF. */
function tight(block: TableBlock, { size, row }: NonNullable<TableBlock['tight']>, w: Writing): (Paragraph | Table)[] {
  const widths = wholeWidths(block, w.width);
  const line = (runs: Inline, i: number, head: boolean, columnSpan?: number): TableCell => {
    const fill = head ? 'EDF0F2' : runs[0]?.fill?.slice(1);
    const side = { left: 32, center: 0, right: 16 }[block.columns[i]?.align ?? 'left'];
    return new TableCell({
      width: { size: columnSpan === undefined ? widths[i] ?? 0 : w.width, type: WidthType.DXA }, columnSpan, verticalAlign: VerticalAlignTable.CENTER, margins: { top: 0, bottom: 0, left: side, right: side, marginUnitType: WidthType.DXA },
      ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
      children: [new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 }, alignment: head ? AlignmentType.CENTER : ALIGN[block.columns[i]?.align ?? 'left'], children: inline(runs, w.paper.language, { size: Math.round((head ? Math.min(size, 7) : size) * 2), ...(head && block.columns[i]?.align !== 'center' ? { bold: true } : {}) }) })],
    });
  };
  w.tables += 1;
  const height = { value: Math.round(row * TWIPS), rule: HeightRule.ATLEAST };
  return [
    new Table({
      width: { size: w.width, type: WidthType.DXA }, columnWidths: [...widths], layout: TableLayoutType.FIXED, borders: BORDERS, tableLook: { firstRow: true, lastRow: false, firstColumn: true, lastColumn: false, noHBand: true, noVBand: true },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, height, children: block.columns.map((c, i) => line(plain(c.title), i, true)) }),
        ...block.rows.map((cells) => new TableRow({ cantSplit: true, height, children: cells.length === 1 ? [line(cells[0] ?? [], 0, false, block.columns.length)] : block.columns.map((_, i) => line(cells[i] ?? [], i, false)) })),
      ],
    }),
    new Paragraph({ spacing: HAIR }),
  ];
}

function table(block: TableBlock, w: Writing): (Paragraph | Table)[] {
  const { language, words } = w.paper;
  if (block.tight) return tight(block, block.tight, w);
  const widths = wholeWidths(block, w.width);
  const dense = block.columns.length > 5;
  const SIZE = sizes(timesOf(w.paper));
  const cell = (runs: Inline, i: number, head: boolean): TableCell => new TableCell({
    width: { size: widths[i] ?? 0, type: WidthType.DXA },
    verticalAlign: head ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    ...(head ? { shading: { type: ShadingType.CLEAR, fill: 'EDF0F2', color: 'auto' } } : {}),
    children: [new Paragraph({ style: head ? 'TableHead' : 'TableText', ...(head ? {} : { alignment: ALIGN[block.columns[i]?.align ?? 'left'] }), children: inline(runs, language, { level: true, ...(dense ? { size: head ? SIZE.tiny : SIZE.dense } : head ? { size: SIZE.dense } : {}) }) })],
  });
  w.tables += 1;
  return [
    new Paragraph({ style: 'Caption', keepNext: true, children: inline(plain(words.table === '' ? block.caption : `${words.table} ${w.tables} – ${block.caption}`), language) }),
    new Table({
      width: { size: w.width, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders: BORDERS,
      margins: { top: 20, bottom: 20, left: 57, right: 57, marginUnitType: WidthType.DXA },
      tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: block.columns.map((c, i) => cell(plain(c.title), i, true)) }),
        ...block.rows.map((row) => new TableRow({ cantSplit: true, children: block.columns.map((_, i) => cell(row[i] ?? [], i, false)) })),
      ],
    }),
    new Paragraph({ style: 'TableNote', children: inline(block.note ?? [], language) }),
  ];
}

function chart(block: ChartBlock, w: Writing): Paragraph[] {
  const picture = w.pictures.get(block);
  if (picture === undefined) throw new Error('A chart was not drawn before the paper was written');
  w.figures += 1;
  const width = (block.widthMm / 25.4) * 96;
  const number = `${w.paper.words.figure} ${w.figures}`;
  return [
    new Paragraph({
      style: 'Figure',
      children: [new ImageRun({
        type: 'png', data: picture.png, transformation: { width: Math.round(width), height: Math.round((width / picture.width) * picture.height) },
        altText: { id: String(w.figures), name: number, title: clean(block.caption), description: clean(block.alt) },
      })],
    }),
    new Paragraph({ style: 'Caption', alignment: AlignmentType.CENTER, children: inline(plain(`${number} – ${block.caption}`), w.paper.language) }),
  ];
}

function signature(block: SignatureBlock, w: Writing): Paragraph[] {
  const tabStops = [{ type: TabStopType.CENTER, position: 5600 }, { type: TabStopType.CENTER, position: 8200 }];
  const { language } = w.paper;
  return block.lines.flatMap((line, i) => [
    new Paragraph({ style: 'HeadLine', tabStops, keepNext: true, keepLines: true, spacing: { before: i === 0 ? 480 : 240 }, children: inline(plain(`${line.who}\t_____________\t____________________`), language) }),
    new Paragraph({ style: 'HeadLine', tabStops, keepNext: i < block.lines.length - 1, children: inline(plain(`\t${line.sign}\t${line.name}`), language, { size: SIZE.tiny, color: FAINT }) }),
  ]);
}

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

/** A block of the tree as paragraphs and tables. */
export function write(block: Part, w: Writing): (Paragraph | Table)[] {
  const { language, notes } = w.paper;
  switch (block.kind) {
    case 'heading': return [new Paragraph({ heading: HEADINGS[block.level], ...(block.newPage ? { pageBreakBefore: true, spacing: { before: 0 } } : {}), children: inline(plain(block.text), language) })];
    case 'paragraph': if (block.small) return [new Paragraph({ style: 'TableNote', spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 40, after: 0 }, children: inline(block.runs, language, { color: INK }) })];
      return [new Paragraph({ style: 'BodyText', keepNext: block.keepNext, ...(block.align ? { alignment: ALIGN[block.align] } : {}), ...(block.align && w.paper.compact ? { indent: { firstLine: 0 } } : {}), children: inline(block.runs, language) })];
    case 'words': return block.text.split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => new Paragraph({ style: 'Words', children: inline(plain(line.trim()), language) }));
    case 'list': {
      w.lists += 1;
      const numbering = { reference: block.ordered ? 'numbers' : 'dashes', level: 0, instance: w.lists };
      return block.items.map((item) => new Paragraph({ numbering, alignment: AlignmentType.JUSTIFIED, children: inline(item, language) }));
    }
    // Signatures never stand on a page without a line of the text they sign.
    case 'notes': return notes.map((note, i) => new Paragraph({ style: 'Source', keepNext: i >= notes.length - 2 && w.paper.blocks.at(-1)?.kind === 'signature', numbering: { reference: 'sources', level: 0, custom: true }, children: [new Bookmark({ id: `source_${i + 1}`, children: inline(note, language) })] }));
    case 'table': return table(block, w);
    case 'chart': return chart(block, w);
    case 'signature': return signature(block, w);
  }
}
