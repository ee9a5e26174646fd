import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

/** What the look of a number says about it. */
export type Look = 'plain' | 'date' | 'percent';

/** Built-in formats of dates (14–22, 27–36, 45–47, 50–58) and per cents (9, 10). */
const builtIn = (id: number): Look =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58 ? 'date' : id === 9 || id === 10 ? 'percent' : 'plain';

/** Look of a format code: texts in quotes, brackets and escapes say nothing; a format of the time of day alone is no date. */
export function lookOf(code: string): Look {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').toLowerCase();
  if (/[dy]|mmm/.test(bare) && !/general/.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}

/** Looks of the cell styles of a workbook, by the number of the style. */
export function readStyles(zip: Zip, part: string): readonly Look[] {
  if (!zip.entries.has(part)) return [];
  const own = new Map<number, Look>();
  const looks: Look[] = [];
  let inside = false;
  readXml(zip, part, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), lookOf(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') inside = true;
      else if (name === 'xf' && inside) {
        const id = Number(attributes['numFmtId'] ?? 0);
        looks.push(own.get(id) ?? builtIn(id));
      }
    },
    close(name) { if (name === 'cellXfs') inside = false; },
  });
  return looks;
}

const DAY = 86_400_000;

/** Day of a serial number of Excel; null = outside the calendar of the program's dates. */
export function serialDate(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (days < 61 || days > 2_958_465) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10);
}
