import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { widthOf } from '../charts/svg.ts';
import { clean, GAP, partsOf, plain, textOf, widthsOf, type Block, type Inline, type Paper, type TableBlock } from '../tree.ts';
import { KEPT } from './measures.ts';

/** White edges of letters over grid lines: this writer draws them over the letters, so they are left out. */
export const withoutHalo = (svg: string): string => svg.replaceAll(/ stroke="#[0-9A-F]{6}" stroke-width="3" paint-order="stroke" stroke-linejoin="round"/g, '');

/** Running numbers of a paper while it is written. */
/** `width` = of the text, in points. */
export interface PdfWriting { readonly paper: Paper; readonly times: number; readonly width: number; tables: number; figures: number }

/** The apostrophe letter as the mark that the typeface draws well; boxes to tick, which it has not, as brackets. */
export const drawn = (text: string): string => clean(text).replaceAll('\u02bc', '\u2019').replaceAll('\u202f', '\u00a0').replaceAll('☐', '[\u00a0\u00a0]').replaceAll('☒', '[×]');

const FAINT = '#434E59';
const EDGE = '#78838E';
const GREY = '#6B7580';
const PAD = 3;

/** Words wider than their cell may break anywhere. */
const broken = (text: string, width: number, size: number): string => text.split(/(?<=[ -])/u).map((word) => {
  if (widthOf(word.trimEnd(), size) <= width) return word;
  let line = '';
  return [...word].map((letter) => { if (widthOf(line + letter, size) > width) { line = letter; return `\u200b${letter}`; } line += letter; return letter; }).join('');
}).join('');

/** Letters get a little smaller before a word is broken. */
const fitting = (runs: Inline, width: number, least: number, usual: number): number =>
  Math.max(least, Math.min(usual, width / Math.max(0.01, ...textOf(runs).split(/[ \-–]/u).map((word) => widthOf(word, 1)))));

/** Lines that words take in this width, near enough. */
function linesOf(text: string, width: number, size: number): number {
  let lines = 1, line = 0;
  for (const word of text.split(' ')) {
    const long = widthOf(`${word} `, size);
    if (line > 0 && line + long > width) { lines += 1; line = 0; }
    line += long;
  }
  return lines;
}
/** Height of a paragraph, near enough. */
export const heightOf = (text: string, w: PdfWriting): number => linesOf(text, w.width, 11 * w.times) * 11 * w.times * LINE + 4;
/** Height of a line of this size in the typeface of papers. */
const LINE = 1.5;
/** How much wider its bold letters are, at most. */
const BOLD = 1.15;

/** Runs of a paragraph; a source number becomes a link to its place in the list of sources. */
function inline(runs: Inline, look: { readonly level?: boolean; readonly width?: number; readonly size?: number } = {}): Content[] {
  return runs.map((run): Content => ({
    text: look.width === undefined ? drawn(run.text) : broken(drawn(run.text), look.width, look.size ?? 9), ...(run.bold ? { bold: true } : {}), ...(run.italic ? { italics: true, color: FAINT } : {}), ...(run.faint ? { color: GREY } : {}),
    ...(run.ref === undefined ? {} : { linkToDestination: `source_${run.ref}`, ...(look.level ? {} : { sup: true }) }),
  }));
}

function table(block: TableBlock, w: PdfWriting): Content[] {
  if (block.tight) return [tight(block, block.tight, w)];
  const widths = widthsOf(block.columns, w.width - 0.6).map((width) => width - 2 * PAD - 0.6);
  const size = Math.max(7, (block.columns.length > 5 ? 8 : 9.5) * w.times);
  const caption = `${w.paper.words.table === '' ? '' : `${w.paper.words.table} ${w.tables + 1} – `}${drawn(block.caption)}`;
  const pad = w.times < 1 ? 1.2 : 2;
  const look = (runs: Inline, i: number, head: boolean): { readonly width: number; readonly fits: number } => {
    const width = (widths[i] ?? 40) - 1;
    const usual = head ? size - 0.8 : size;
    return { width, fits: fitting(runs, width, 6, usual) };
  };
  const cell = (runs: Inline, i: number, head: boolean): TableCell => {
    const { width, fits } = look(runs, i, head);
    return {
      text: inline(runs, { level: true, width, size: fits }), fontSize: fits, lineHeight: 1.08, ...(head ? { bold: true, alignment: 'center' as const, fillColor: '#EDF0F2' } : { alignment: block.columns[i]?.align ?? 'left' }),
    };
  };
  const high = (row: readonly Inline[], head: boolean): number => 2 * pad + Math.max(0, ...row.map((runs, i) => { const { width, fits } = look(runs, i, head); return linesOf(textOf(runs), width, fits * (head ? BOLD : 1)) * fits * LINE; }));
  w.tables += 1;
  const small = block.rows.length <= KEPT;
  const room = 30 * w.times + high(block.columns.map((c) => plain(c.title)), true) + high(block.rows[0] ?? [], false);
  const parts: Content[] = [
    ...(caption === '' ? [] : [{ text: caption, fontSize: 10 * w.times, margin: [0, 9, 0, 4] as [number, number, number, number], ...(small ? {} : { headlineLevel: room }) }]),
    {
      table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths, body: [block.columns.map((c, i) => cell(plain(c.title), i, true)), ...block.rows.map((row) => block.columns.map((_, i) => cell(row[i] ?? [], i, false)))] },
      layout: { hLineWidth: () => 0.6, vLineWidth: () => 0.6, hLineColor: () => EDGE, vLineColor: () => EDGE, paddingLeft: () => PAD, paddingRight: () => PAD, paddingTop: () => pad, paddingBottom: () => pad },
    },
    { text: inline(block.note ?? []), fontSize: Math.min(8.5, 9 * w.times), color: FAINT, margin: [0, 3, 0, 8] },
  ];
  return small ? [{ unbreakable: true, stack: parts }] : parts;
}

/** Packed rows: signs fill their cells, names keep a little room. */
function tight(block: TableBlock, { size, row }: NonNullable<TableBlock['tight']>, w: PdfWriting): Content {
  const pads = block.columns.map((c) => ({ left: 1.6, center: 0, right: 0.8 }[c.align]));
  const widths = widthsOf(block.columns, w.width - 0.5).map((width, i) => width - 2 * (pads[i] ?? 0) - 0.5);
  // Letters of the typeface are 1.3 times their size high; they stand in the middle of a row of the height asked for.
  const lineHeight = Math.min(0.97, (row - 0.9) / (size * 1.3));
  const pad = (row - 0.5 - size * 1.3 * lineHeight) / 2;
  const cell = (runs: Inline, i: number, head: boolean): TableCell => {
    const name = block.columns[i]?.align === 'left';
    const letters = head && block.columns[i]?.align !== 'center' ? Math.min(size, 6.5) : fitting(runs, (widths[i] ?? 40) - (head ? 2 : 0), head ? 5.5 : 6.5, head ? 6.5 : size);
    const fill = head ? '#EDF0F2' : runs[0]?.fill;
    return { text: inline(runs, name ? { width: widths[i] ?? 40, size: letters } : {}), noWrap: !name && !textOf(runs).includes(' '), fontSize: letters, lineHeight, alignment: head ? 'center' : block.columns[i]?.align ?? 'left', ...(head && block.columns[i]?.align !== 'center' ? { bold: true } : {}), ...(fill === undefined ? {} : { fillColor: fill }) };
  };
  const whole = (runs: Inline): TableCell[] => [{ text: inline(runs), colSpan: block.columns.length, fontSize: size, lineHeight, ...(runs[0]?.fill === undefined ? {} : { fillColor: runs[0].fill }) }, ...block.columns.slice(1).map(() => ({}))] as TableCell[];
  w.tables += 1;
  return {
    table: { headerRows: 1, dontBreakRows: true, widths, body: [block.columns.map((c, i) => cell(plain(c.title), i, true)), ...block.rows.map((cells) => (cells.length === 1 ? whole(cells[0] ?? []) : block.columns.map((_, i) => cell(cells[i] ?? [], i, false))))] },
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => EDGE, vLineColor: () => EDGE, paddingLeft: (i: number) => pads[i] ?? 0, paddingRight: (i: number) => pads[i] ?? 0, paddingTop: () => pad, paddingBottom: () => pad },
    margin: [0, 0, 0, 4],
  };
}

const SIZES = { 1: 12.5, 2: 11.5, 3: 11 } as const;

/** A block of the tree as content of the page. */
export function write(block: Block, w: PdfWriting): Content[] {
  switch (block.kind) {
    case 'heading': return [{ text: drawn(block.text), bold: true, italics: block.level > 1, fontSize: SIZES[block.level] * w.times, margin: [0, block.newPage ? 0 : 16 - block.level * 3, 0, 6], headlineLevel: 36 * w.times, outline: true, ...(block.newPage ? { pageBreak: 'before' as const } : {}) } as Content];
    case 'paragraph': return [{ text: inline(block.runs), alignment: block.align ?? 'left', ...(block.small ? { fontSize: 7, lineHeight: 1 } : {}), ...(block.align ? {} : { leadingIndent: 24 }), margin: [0, 0, 0, block.small ? 2.5 : 4], ...(block.keepNext ? { headlineLevel: 36 * w.times } : {}) }];
    case 'words': return block.text.split(/\r?\n/).filter((line) => line.trim() !== '').map((line): Content => ({ text: drawn(line.trim()), leadingIndent: 24, margin: [0, 0, 0, 4] }));
    case 'list':
      return block.items.map((item, i): Content => ({ columns: [{ width: block.ordered ? 18 : 10, text: block.ordered ? `${i + 1}.` : '–' }, { width: '*', text: inline(item) }], margin: [14, 0, 0, 3] }));
    case 'notes': return w.paper.notes.map((note, i): Content => ({ columns: [{ width: 22, text: `${i + 1}.` }, { width: '*', text: [{ text: inline(note), id: `source_${i + 1}` }] } as Content & { width: '*' }], fontSize: 9.5, margin: [0, 0, 0, 3] }));
    case 'table': return table(block, w);
    case 'columns': return [{ columnGap: GAP, columns: partsOf(block, w.width).map((width, i) => ({ width, stack: (block.parts[i]?.blocks ?? []).flatMap((part) => write(part, { ...w, width })) })) }];
    case 'chart': {
      w.figures += 1;
      return [{ unbreakable: true, stack: [
        { svg: withoutHalo(block.svg), width: Math.min(w.width, (block.widthMm / 25.4) * 72), font: 'Plex' } as Content,
        { text: `${w.paper.words.figure} ${w.figures} – ${drawn(block.caption)}. ${drawn(block.alt)}`, fontSize: 9.5, alignment: 'center', margin: [0, 5, 0, 0] },
      ], margin: [0, 8, 0, 8] }];
    }
    case 'signature': return [{ unbreakable: true, margin: [0, 22, 0, 0], stack: block.lines.map((line): Content => ({
      columns: [{ width: '*', text: drawn(line.who) }, { width: 120, alignment: 'center', stack: [{ text: '________________' }, { text: drawn(line.sign), fontSize: 8, color: FAINT }] }, { width: 150, alignment: 'center', stack: [{ text: '____________________' }, { text: drawn(line.name), fontSize: 8, color: FAINT }] }], margin: [0, 0, 0, 10],
    })) }];
  }
}
