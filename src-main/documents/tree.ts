import type { Label } from '../contract/models.ts';

/** The neutral tree of a paper: what it says, in order, with no word about any file format. */

/** Language of a paper or of a piece of text in it. */
export type Language = 'uk' | 'en';
/** `service` equals the screen; `public` hides counts of people under five. */
export type Edition = 'service' | 'public';

/** A piece of text of one look. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Language of this piece when it differs from the paper's; found by script when left out. */
  readonly lang?: Language;
  /** Ground of the table cell it begins, #RRGGBB. */
  readonly fill?: string;
  /** In grey. */
  readonly faint?: boolean;
  /** Number of a source in {@link Paper.notes}: printed raised, as a link to the source. */
  readonly ref?: number;
}
/** Text as a row of runs. */
export type Inline = readonly Run[];

/** A heading. */
export interface HeadingBlock { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; /** Begins a page. */ readonly newPage?: boolean }
/** A paragraph. */
export interface ParagraphBlock { readonly kind: 'paragraph'; readonly runs: Inline; readonly align?: 'justify' | 'left' | 'center'; readonly keepNext?: boolean; /** Small print. */ readonly small?: boolean }
/** A list, numbered or not. */
export interface ListBlock { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inline[] }
/** A column: its head, alignment and share of the width (shares are relative to each other; `fixed` = points instead, the others share the rest). */
export interface Column { readonly title: string; readonly align: 'left' | 'center' | 'right'; readonly share: number; readonly fixed?: boolean }
/** A table with caption, heads and a note below. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Inline[])[];
  /** Printed small under the table. */
  readonly note?: Inline;
  /** Packed rows of small letters, without a printed caption; a row of one cell spans the table. Size of letters and least height of a row, in points. */
  readonly tight?: { readonly size: number; readonly row: number };
}
/** Parts side by side on one page: widths in points, null = they share the rest. What follows begins a page. */
export interface ColumnsBlock { readonly kind: 'columns'; readonly parts: readonly { readonly points: number | null; readonly blocks: readonly Part[] }[] }
/** Space between the parts, in points. */
export const GAP = 9;
/** Widths of parts, or of columns, in points, from what is fixed and from shares of the rest. */
export function widthsOf(parts: readonly { readonly share: number; readonly fixed?: boolean }[], all: number): readonly number[] {
  const rest = all - parts.reduce((sum, part) => sum + (part.fixed ? part.share : 0), 0);
  const shares = parts.reduce((sum, part) => sum + (part.fixed ? 0 : part.share), 0);
  return parts.map((part) => (part.fixed ? part.share : (part.share / shares) * rest));
}
/** Widths of the parts of a block of columns. */
export const partsOf = (block: ColumnsBlock, all: number): readonly number[] => widthsOf(block.parts.map(({ points }) => ({ share: points ?? 1, fixed: points !== null })), all - GAP * (block.parts.length - 1));
/** A picture: an SVG text, what it shows in words, and its width on paper (mm). */
export interface ChartBlock { readonly kind: 'chart'; readonly svg: string; readonly alt: string; readonly caption: string; readonly widthMm: number }
/** The department's own words: paragraphs split by line breaks. */
export interface WordsBlock { readonly kind: 'words'; readonly text: string }
/** The numbered list of sources stands here. */
export interface NotesBlock { readonly kind: 'notes' }
/** Lines to be signed by hand: who, and what is written under the empty line. */
export interface SignatureBlock { readonly kind: 'signature'; readonly lines: readonly { readonly who: string; readonly sign: string; readonly name: string }[] }
export type Part = HeadingBlock | ParagraphBlock | ListBlock | TableBlock | ChartBlock | WordsBlock | NotesBlock | SignatureBlock;
/** Anything that stands in the body of a paper. */
export type Block = Part | ColumnsBlock;
/** Blocks one after another, also those side by side. */
export const flat = (blocks: readonly Block[]): readonly Part[] => blocks.flatMap((block) => (block.kind === 'columns' ? block.parts.flatMap((part) => part.blocks) : [block]));

/** A whole paper. */
export interface Paper {
  readonly language: Language;
  readonly edition: Edition;
  /** What the edition is called on the paper. */
  readonly editionLabel: string;
  /** Words printed behind the text and at the head of every page, such as «навчальні дані». */
  readonly watermark: string | null;
  /** Larger letters throughout, for those who see badly. */
  readonly large?: boolean;
  /** Small letters and narrow margins, for a paper that must stay on one page. */
  readonly compact?: boolean;
  /** The long side of the sheet lies below. */
  readonly landscape?: boolean;
  /** Title for the properties of the file. */
  readonly title: string;
  /** What it is about, in short: properties of the file and foot of the pages. */
  readonly subject: string;
  readonly head: {
    /** Upper right corner: who approved, lines for the hand. */
    readonly right: readonly string[];
    /** Upper left corner: the body that made the paper. */
    readonly left: readonly string[];
    readonly title: readonly string[];
    readonly below: readonly string[];
  };
  /** What tables and pictures are called before their numbers; '' = they have none. */
  readonly words: { readonly table: string; readonly figure: string };
  readonly blocks: readonly Block[];
  /** Sources, in the order of their numbers from 1. */
  readonly notes: readonly Inline[];
}

/** One run of plain text. */
export const plain = (text: string): Inline => [{ text }];
/** A paragraph of plain text, or of runs. */
export const paragraph = (text: string | Inline): ParagraphBlock => ({ kind: 'paragraph', runs: typeof text === 'string' ? plain(text) : text });
/** A paragraph at the left edge, without the indent of running text. */
export const left = (text: string): ParagraphBlock => ({ ...paragraph(text), align: 'left' });
/** A heading of a paper. */
export const heading = (text: string, level: HeadingBlock['level'] = 1): HeadingBlock => ({ kind: 'heading', level, text });
/** Columns of a table: head, share of the width, and the side their cells stand at (`side` where none is said). */
export const columns = (side: Column['align'], ...all: readonly (readonly [title: string, share: number, align?: Column['align']])[]): readonly Column[] => all.map(([title, share, align = side]) => ({ title, share, align }));
/** A name in the language of a paper; the Ukrainian one where it has no other; '' = there is none. */
export const inLanguage = (label: Label | null | undefined, language: Language): string => (!label ? '' : language === 'en' ? label.en ?? label.uk : label.uk);
/** Text of runs without looks. */
export const textOf = (runs: Inline): string => runs.map((r) => r.text).join('');

/** Text that an XML file can hold: control characters and broken pairs taken out, tabs and line ends kept. */
export const clean = (text: string): string => [...text.toWellFormed()].filter((c) => (c >= ' ' || c === '\t' || c === '\n' || c === '\r') && c !== '\ufffe' && c !== '\uffff').join('');

const CYRILLIC = /[\u0400-\u052f]/u;
/** A stretch of Cyrillic words with what stands between them. */
const STRETCH = /[\u0400-\u052f][\u0400-\u052f\u02bc\u2019'’0-9№«»“”().,:;–\- \u00a0]*[\u0400-\u052f»0-9)]|[\u0400-\u052f]/gu;

/** Splits runs so that each Cyrillic stretch of an English paper is marked as Ukrainian (for reading aloud and spelling). */
export function byScript(runs: Inline, language: Language): Inline {
  if (language === 'uk') return runs;
  return runs.flatMap((run) => {
    if (run.lang !== undefined || !CYRILLIC.test(run.text)) return [run];
    const parts: Run[] = [];
    let at = 0;
    for (const found of run.text.matchAll(STRETCH)) {
      if (found.index > at) parts.push({ ...run, text: run.text.slice(at, found.index) });
      parts.push({ ...run, text: found[0], lang: 'uk' });
      at = found.index + found[0].length;
    }
    if (at < run.text.length) parts.push({ ...run, text: run.text.slice(at) });
    return parts;
  });
}
