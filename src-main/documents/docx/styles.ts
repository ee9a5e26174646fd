import { AlignmentType, convertMillimetersToTwip, LevelFormat, LineRuleType, PageOrientation, type INumberingOptions, type IPageSizeAttributes, type IPageMarginAttributes, type IStylesOptions } from 'docx';
import type { Language, Paper } from '../tree.ts';

/** Page and type of an official paper (ДСТУ 4163:2020): A4, margins 30/10/20/20 mm, Times New Roman 14. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { left: 1701, right: 567, top: 1134, bottom: 1134, header: 567, footer: 454, gutter: 0 },
} as const;
/** Width of the text in twips: A4 less the margins. */
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
export const FONT = 'Times New Roman';
/** Text of the paper, tables and small print, in half-points. */
export const SIZE = { body: 28, table: 24, dense: 21, small: 20, tiny: 18 } as const;
/** Large print: 18 pt where a paper has 14, 16 pt in tables. */
export const LARGE = 9 / 7;
/** Small letters of a paper that must stay on one page: 9.5 pt where a paper has 14. */
export const COMPACT = 19 / 28;
/** How large the letters of a paper are beside the usual ones. */
export const timesOf = (paper: { readonly large?: boolean; readonly compact?: boolean }): number => (paper.large ? LARGE : paper.compact ? COMPACT : 1);
/** Its page: narrow margins above and below. */
const COMPACT_PAGE = { size: PAGE.size, margin: { ...PAGE.margin, top: 737, bottom: 624, header: 340, footer: 284 } } as const;
/** The sheet on its long side (the library turns width and height), margins of 15 mm at the left and 10 mm at the right. */
const LANDSCAPE_PAGE = { size: { ...PAGE.size, orientation: PageOrientation.LANDSCAPE }, margin: { ...PAGE.margin, left: 850, top: 600, bottom: 560, header: 250, footer: 230 } } as const;
/** Twips in a point. */
export const TWIPS = 20;
/** A line that takes no room. */
export const HAIR = { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
/** Page of a paper and the width of its text in twips. */
export function pageOf({ compact, landscape }: Paper): { readonly page: { readonly size: IPageSizeAttributes; readonly margin: IPageMarginAttributes }; readonly width: number } {
  return landscape ? { page: LANDSCAPE_PAGE, width: PAGE.size.height - LANDSCAPE_PAGE.margin.left - LANDSCAPE_PAGE.margin.right } : { page: compact ? COMPACT_PAGE : PAGE, width: TEXT_WIDTH };
}
export const INK = '1A2128';
export const FAINT = '434E59';
export const LOCALE: Readonly<Record<Language, string>> = { uk: 'uk-UA', en: 'en-GB' };
/** First-line indent 12.5 mm. */
export const INDENT = convertMillimetersToTwip(12.5);


/** Sizes of the text of a paper, in whole half-points. */
export const sizes = (times: number): Readonly<Record<keyof typeof SIZE, number>> => ({ body: Math.round(SIZE.body * times), table: Math.round(SIZE.table * times), dense: Math.round(SIZE.dense * times), small: Math.round(SIZE.small * times), tiny: Math.round(SIZE.tiny * times) });

/** Styles of the paper; headings are the real Heading 1–3 with outline levels. */
export function styles(language: Language, times = 1): IStylesOptions {
  const SIZE = sizes(times);
  /** Line spacing 1.15, single where letters are small. */
  const line = { line: times < 1 ? 240 : 276, lineRule: LineRuleType.AUTO };
  const lang = { value: LOCALE[language], eastAsia: LOCALE[language], bidirectional: 'ar-SA' };
  const base = { font: FONT, color: INK, language: lang };
  return {
    default: {
      document: { run: { ...base, size: SIZE.body }, paragraph: { spacing: line } },
      title: { run: { ...base, size: SIZE.body, bold: true }, paragraph: { alignment: AlignmentType.CENTER, spacing: { ...line, before: 0, after: 0 }, keepNext: true } },
      heading1: { run: { ...base, size: SIZE.body, bold: true }, paragraph: { spacing: { ...line, before: 360, after: 160 }, indent: { firstLine: INDENT }, keepNext: true, keepLines: true, outlineLevel: 0 } },
      heading2: { run: { ...base, size: SIZE.body, bold: true, italics: true }, paragraph: { spacing: { ...line, before: 240, after: 120 }, indent: { firstLine: INDENT }, keepNext: true, keepLines: true, outlineLevel: 1 } },
      heading3: { run: { ...base, size: SIZE.body, italics: true }, paragraph: { spacing: { ...line, before: 200, after: 100 }, indent: { firstLine: INDENT }, keepNext: true, keepLines: true, outlineLevel: 2 } },
      caption: { run: { ...base, size: SIZE.table }, paragraph: { spacing: { lineRule: LineRuleType.AUTO, line: 240, before: 200, after: 80 }, keepLines: true } },
      listParagraph: { run: { ...base, size: SIZE.body }, paragraph: { spacing: { ...line, after: 60 } } },
      hyperlink: { run: { color: INK, underline: {} } },
    },
    paragraphStyles: [
      { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', quickFormat: true, paragraph: { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: INDENT }, spacing: { ...line, after: 60 } } },
      { id: 'Words', name: 'Department words', basedOn: 'BodyText', quickFormat: true },
      { id: 'TableText', name: 'Table Text', basedOn: 'Normal', run: { size: SIZE.table }, paragraph: { spacing: { lineRule: LineRuleType.AUTO, line: 240, before: 20, after: 20 } } },
      { id: 'TableHead', name: 'Table Head', basedOn: 'TableText', run: { bold: true }, paragraph: { alignment: AlignmentType.CENTER, keepNext: true } },
      { id: 'TableNote', name: 'Table Note', basedOn: 'Normal', run: { size: SIZE.small, color: FAINT }, paragraph: { spacing: { lineRule: LineRuleType.AUTO, line: 240, before: 60, after: 200 } } },
      { id: 'Figure', name: 'Figure', basedOn: 'Normal', paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { lineRule: LineRuleType.AUTO, line: 240, before: 200, after: 0 } } },
      { id: 'HeadLine', name: 'Head Line', basedOn: 'Normal', paragraph: { spacing: { lineRule: LineRuleType.AUTO, line: 259 } } },
      { id: 'Source', name: 'Source', basedOn: 'Normal', run: { size: SIZE.table }, paragraph: { spacing: { lineRule: LineRuleType.AUTO, line: 252, after: 60 } } },
      { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: SIZE.table }, paragraph: { alignment: AlignmentType.CENTER, spacing: { lineRule: LineRuleType.AUTO, line: 240 } } },
      { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: SIZE.tiny, color: FAINT }, paragraph: { spacing: { lineRule: LineRuleType.AUTO, line: 240 } } },
    ],
  };
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, left: number, hanging: number) => [
  { level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left, hanging } } } },
];

/** Lists: recommendations (numbered), dashes, sources (numbered). */
export const NUMBERING: INumberingOptions = {
  config: [
    { reference: 'numbers', levels: level(LevelFormat.DECIMAL, '%1.', INDENT + 425, 425) },
    { reference: 'dashes', levels: level(LevelFormat.BULLET, '–', INDENT + 340, 340) },
    { reference: 'sources', levels: level(LevelFormat.DECIMAL, '%1.', 567, 567) },
  ],
};
