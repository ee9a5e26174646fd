import type { Basis } from '../../contract/api/collection.ts';
import { foldText } from '../../contract/parse.ts';
import { cellText } from '../../imports/detect/grid.ts';
import type { ReadSheet } from '../../imports/readSheets.ts';

/** One line of a list that was read. */
export interface ListRow { readonly number: string; readonly wording: string; readonly basis: Basis; readonly source: string }
const MOST = 1000;

/** Is a number counted over a year? By «**» beside the wording, or by its words. */
export const basisOf = (wording: string): Basis => (/\*\*|за (?:попередній|минулий) (?:календарний )?рік|протягом року|over the previous/iu.test(wording) ? 'year' : 'jan1');
/** A wording without marks of footnotes. */
const bare = (wording: string): string => wording.replaceAll(/\s*\*+/g, '').replaceAll(/\s+/g, ' ').trim().slice(0, 500);

/** The list of indicators of a table: columns by their heads (№, показник, джерела); null = there is none. Rows of column numbers are left out. */
export function listIn(sheets: readonly ReadSheet[]): readonly ListRow[] | null {
  for (const { rows } of sheets) {
    const head = rows.findIndex((row) => row.some((cell) => typeof cell === 'string' && /^(?:назва )?(?:показник|indicator)/u.test(foldText(cell))));
    if (head < 0) continue;
    const heads = (rows[head] ?? []).map((cell) => foldText(cellText(cell)));
    const at = (pattern: RegExp): number => heads.findIndex((text) => pattern.test(text));
    const [what, number, source] = [at(/^(?:назва )?(?:показник|indicator)/u), at(/^(?:№|n|no|номер)/u), at(/джерел|source/u)];
    const found = rows.slice(head + 1).flatMap((row): ListRow[] => {
      const wording = cellText(row[what] ?? null);
      if (!/\p{L}{2}/u.test(wording)) return [];
      return [{ number: number < 0 ? '' : cellText(row[number] ?? null).slice(0, 40), wording: bare(wording), basis: basisOf(wording), source: source < 0 ? '' : cellText(row[source] ?? null).slice(0, 500) }];
    });
    if (found.length > 0) return found.slice(0, MOST);
  }
  return null;
}
