import { bars } from '../charts/bars.ts';
import { segments } from '../charts/segments.ts';
import { at, box, COLOURS, HATCH, label, stroke, widthOf } from '../charts/svg.ts';
import { formatNumber } from '../../contract/format.ts';
import { notesOf, sourcesLine, type Summary, type SummaryRow } from './model.ts';
import { WORDS } from './texts.ts';

/** A4 in drawing pixels (96 to the inch). */
export const PAGE_WIDTH = 794;
export const PAGE_HEIGHT = 1123;
const LEFT = 48;
const RIGHT = PAGE_WIDTH - 48;
const FULL = RIGHT - LEFT;
const BOTTOM = PAGE_HEIGHT - 36;

/** Breaks a text into lines of a width; what does not fit in `most` lines ends with an ellipsis. Words longer than a line are cut. */
export function wrap(text: string, width: number, size: number, most: number): readonly string[] {
  const out: string[] = [];
  let line = '';
  const words = text.split(/\s+/u).flatMap((word) => {
    const pieces: string[] = [];
    let piece = '';
    for (const letter of word) {
      if (piece !== '' && widthOf(piece + letter, size) > width) { pieces.push(piece); piece = ''; }
      piece += letter;
    }
    return [...pieces, piece];
  });
  for (const word of words) {
    const next = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(next, size) > width) { out.push(line); line = word; } else line = next;
  }
  if (line !== '') out.push(line);
  if (out.length <= most) return out;
  let last = out[most - 1] ?? '';
  while (last !== '' && widthOf(`${last}…`, size) > width) last = last.slice(0, -1);
  return [...out.slice(0, most - 1), `${last.trimEnd()}…`];
}

/** More services than this are a list for the report. */
const MOST_ROWS = 12;

/** Writes from the top down; every part tells where it ended. */
class Sheet {
  readonly parts: string[] = [];
  y = 44;
  text(text: string, look: { x?: number; width?: number; size?: number; bold?: boolean; fill?: string; most?: number; gap?: number }): void {
    const size = look.size ?? 12;
    for (const line of wrap(text, look.width ?? FULL, size, look.most ?? 3)) {
      this.y += size * 1.32;
      this.parts.push(label(look.x ?? LEFT, this.y, line, { size, bold: look.bold ?? false, fill: look.fill ?? COLOURS.ink }));
    }
    this.y += look.gap ?? 0;
  }
}

/** Key figures side by side. */
function tiles(sheet: Sheet, summary: Summary): void {
  const gap = 10;
  const width = (FULL - gap * 3) / 4;
  const top = sheet.y;
  const height = 84;
  summary.tiles.forEach((tile, i) => {
    const x = LEFT + i * (width + gap);
    sheet.parts.push(box(x, top, width, height, COLOURS.sunk, ' rx="4"'));
    const size = widthOf(tile.value, 22) > width - 20 ? 15 : 22;
    sheet.parts.push(label(x + 10, top + 28, tile.value, { size, bold: true }));
    wrap(tile.label, width - 20, 11, 3).forEach((line, k) => sheet.parts.push(label(x + 10, top + 46 + k * 14, line, { size: 11, fill: COLOURS.ink2 })));
  });
  sheet.y = top + height + 14;
}

const COLUMNS = [LEFT + 300, LEFT + 382, LEFT + 464, LEFT + 546] as const;
const BAR = { from: LEFT + 562, to: RIGHT - 66 } as const;

function head(sheet: Sheet, summary: Summary): void {
  const w = WORDS[summary.language];
  const top = sheet.y;
  [w.general, w.served, w.unmet].forEach((title, i) => sheet.parts.push(label(COLUMNS[i + 1] ?? 0, top + 24, title, { anchor: 'end', size: 11, fill: COLOURS.ink2 })));
  sheet.parts.push(label(LEFT, top + 24, w.service, { size: 11, fill: COLOURS.ink2 }));
  wrap(w.coverage, RIGHT - BAR.from, 11, 2).forEach((line, i, all) => sheet.parts.push(label(BAR.from, top + 24 - (all.length - 1 - i) * 13, line, { size: 11, fill: COLOURS.ink2 })));
  sheet.parts.push(stroke(LEFT, top + 31, RIGHT, top + 31, COLOURS.edge));
  sheet.y = top + 31;
}

const nameLines = (row: SummaryRow): readonly string[] => wrap(row.name, COLUMNS[0] - LEFT - 8, 12, 2);
const rowHeight = (row: SummaryRow): number => nameLines(row).length * 14 + 8;

function tableRow(sheet: Sheet, row: SummaryRow): void {
  const names = nameLines(row);
  const height = rowHeight(row);
  const middle = sheet.y + height / 2;
  names.forEach((line, i) => sheet.parts.push(label(LEFT, middle + 4 + (i - (names.length - 1) / 2) * 14, line, { size: 12 })));
  sheet.parts.push(label(COLUMNS[0], middle + 4, row.unit, { anchor: 'end', size: 11, fill: COLOURS.ink3 }));
  const small = (text: string): number => (widthOf(text, 12) > 74 ? 10 : 12);
  sheet.parts.push(label(COLUMNS[1], middle + 4, row.general, { anchor: 'end', size: small(row.general) }), label(COLUMNS[2], middle + 4, row.served, { anchor: 'end', size: small(row.served) }), label(COLUMNS[3], middle + 4, row.unmet, { anchor: 'end', bold: true, size: small(row.unmet) }));
  if (row.share === null) sheet.parts.push(box(BAR.from, middle - 5, BAR.to - BAR.from, 10, HATCH));
  else {
    sheet.parts.push(box(BAR.from, middle - 5, BAR.to - BAR.from, 10, COLOURS.surface, ` stroke="${COLOURS.need}" stroke-width="1"`));
    sheet.parts.push(box(BAR.from, middle - 5, (BAR.to - BAR.from) * Math.min(1, row.share), 10, COLOURS.have));
  }
  sheet.parts.push(label(RIGHT, middle + 4, row.coverage, { anchor: 'end', size: widthOf(row.coverage, 12) > 62 ? 10 : 12 }));
  sheet.y += height;
  sheet.parts.push(stroke(LEFT, sheet.y, RIGHT, sheet.y, COLOURS.line));
}

/** A chart of papers at the full width of the page, without its white ground. */
function chart(sheet: Sheet, title: string, svg: string): void {
  const [, width = '1', height = '1'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const scale = FULL / Number(width);
  sheet.y += 8;
  sheet.text(title, { bold: true, size: 13, gap: 7 });
  sheet.parts.push(`<g transform="translate(${LEFT} ${at(sheet.y)}) scale(${at(scale)})">${svg.replace(/^<svg[^>]*><defs>.*?<\/defs><rect [^>]*\/>/su, '').replace(/<\/svg>$/u, '')}</g>`);
  sheet.y += Number(height) * scale + 2;
}

/** What stands below the table: chart of basic services, what is missing, what comes next, where to ask, sources and notes. */
function tail(sheet: Sheet, summary: Summary, rows: readonly SummaryRow[], groups: number): void {
  const w = WORDS[summary.language];
  if (summary.basic.some((part) => part.count > 0)) chart(sheet, w.basicChart, segments(summary.basic));
  if (groups > 1) chart(sheet, w.groups, bars(summary.groups.slice(0, groups), { number: (n) => formatNumber(n, summary.language) }));
  const half = (FULL - 24) / 2;
  const top = sheet.y + 6;
  let lowest = top;
  const halves: readonly (readonly { readonly title: string; readonly texts: readonly string[]; readonly most: number }[])[] = [
    [{ title: w.missing, texts: summary.missing, most: 4 }], [{ title: w.next, texts: [summary.next], most: 5 }, { title: w.ask, texts: [summary.ask], most: 3 }],
  ];
  for (const [i, blocks] of halves.entries()) {
    sheet.y = top;
    for (const { title, texts, most } of blocks) {
      if (texts.length === 0) continue;
      sheet.text(title, { x: LEFT + i * (half + 24), width: half, bold: true, size: 13, gap: 1 });
      for (const text of texts) sheet.text(text, { x: LEFT + i * (half + 24), width: half, most, gap: 3 });
      sheet.y += 4;
    }
    lowest = Math.max(lowest, sheet.y);
  }
  sheet.y = lowest + 4;
  sheet.parts.push(stroke(LEFT, sheet.y, RIGHT, sheet.y, COLOURS.line));
  sheet.text([notesOf(summary, rows), sourcesLine(summary)].join(' '), { size: 10, fill: COLOURS.ink2, most: 6 });
  sheet.text(w.page, { size: 10, fill: COLOURS.ink3 });
}

function draw(summary: Summary, rows: number, groups: number): { readonly svg: string; readonly bottom: number } {
  const w = WORDS[summary.language];
  const sheet = new Sheet();
  sheet.text([summary.community, summary.place].filter((s) => s !== '').join(', '), { size: 13, fill: COLOURS.ink2, most: 2 });
  sheet.text(w.title, { size: 23, bold: true, most: 2 });
  if (summary.training) sheet.text(w.training, { size: 12, bold: true, fill: COLOURS.need });
  sheet.text(`${summary.year}. ${summary.status} ${summary.how}`, { size: 12, fill: COLOURS.ink2, most: 5, gap: 12 });
  tiles(sheet, summary);
  sheet.text(w.table, { size: 13, bold: true, gap: -6 });
  if (summary.rows.length === 0) sheet.text(w.noRows, { gap: 10 });
  else {
    head(sheet, summary);
    for (const row of summary.rows.slice(0, rows)) tableRow(sheet, row);
    if (summary.rows.length > rows) sheet.text(w.moreRows(String(summary.rows.length - rows)), { size: 11, fill: COLOURS.ink2, gap: 2 });
  }
  tail(sheet, summary, summary.rows.slice(0, rows), groups);
  const mark = summary.training ? `<text x="${PAGE_WIDTH / 2}" y="${PAGE_HEIGHT / 2}" text-anchor="middle" font-size="84" font-weight="600" fill="${COLOURS.line}" fill-opacity=".45" transform="rotate(-52 ${PAGE_WIDTH / 2} ${PAGE_HEIGHT / 2})">${summary.language === 'uk' ? 'навчальні дані' : 'training data'}</text>` : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE_WIDTH}" height="${PAGE_HEIGHT}" viewBox="0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}" font-family="IBM Plex Sans"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="${COLOURS.mid}" stroke-width="1.2" stroke-opacity=".6"/></pattern></defs><rect width="${PAGE_WIDTH}" height="${PAGE_HEIGHT}" fill="${COLOURS.surface}"/>${mark}${sheet.parts.join('')}</svg>`;
  return { svg, bottom: sheet.y };
}

/** The summary as one A4 page: as many services as fit, never more than one page. */
export function summaryPage(summary: Summary): { readonly svg: string; readonly rows: number; readonly groups: number; readonly bottom: number } {
  const fits = (rows: number, groups: number): boolean => draw(summary, rows, groups).bottom <= BOTTOM;
  let rows = Math.min(summary.rows.length, MOST_ROWS);
  while (rows > 0 && !fits(rows, 0)) rows -= 1;
  let groups = summary.groups.length;
  while (groups > 1 && !fits(rows, groups)) groups -= 1;
  return { ...draw(summary, rows, groups > 1 ? groups : 0), rows, groups: groups > 1 ? groups : 0 };
}
