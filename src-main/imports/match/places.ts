import { translit } from '../../contract/translit.ts';
import type { MatchedPlace, Place } from '../types.ts';
import { asCyrillic, foldCell, typingErrors } from './fold.ts';

/** Finds places of a plan by what people write of them. */
export interface PlaceMatcher {
  /** One place, several to ask about, or null. `within` = a place already known for the row (its starosta district, say): it decides between namesakes. */
  readonly match: (text: string, within?: string) => MatchedPlace;
  /** The places written most alike, nearest first: to be offered, never taken. */
  readonly nearest: (text: string, most?: number) => readonly string[];
}

type Category = Place['category'];
const KIND_WORDS: readonly (readonly [RegExp, Category])[] = [
  [/^(?:смт|с\.\s?м\.\s?т|с-ще|с-ща|селище міського типу|селище|сел)(?:\.\s*|\s+)(?=\S)/u, 'selyshche'],
  [/^(?:село|с|хутір|х)(?:\.\s*|\s+)(?=\S)/u, 'village'],
  [/^(?:місто|м)(?:\.\s*|\s+)(?=\S)/u, 'city'],
];
const KIND_AFTER: readonly (readonly [RegExp, Category])[] = [
  [/[\s,(]+(?:смт|с-ще|селище міського типу|селище)\.?\)?$/u, 'selyshche'], [/[\s,(]+(?:село|с\.)\)?$/u, 'village'], [/[\s,(]+(?:місто|м\.)\)?$/u, 'city'],
];
const STAROSTA = /(?<!\p{L})(?:старостинськ\p{L}*\s+округ\p{L}*|староств\p{L}*|старостат\p{L}*|ст\.?\s?округ\p{L}*|с\/о|со|starosta district)(?!\p{L})\.?/u;
const COUNCIL = /(?<!\p{L})(?:сільськ\p{L}*|селищн\p{L}*|міськ\p{L}*)\s+рад\p{L}+(?!\p{L})|(?<!\p{L})(?:с\/р|с\/рада)(?!\p{L})/u;
const COMMUNITY = /(?<!\p{L})(?:(?:сільськ|селищн|міськ)\p{L}*\s+)?(?:об[ʼ]?єднан\p{L}*\s+)?(?:(?:територіальн\p{L}*\s+)?громад\p{L}*|о?тг|community)(?!\p{L})/u;

/** Words between single blanks, without hyphens, dots and marks. */
const key = (folded: string): string => folded.replace(/[^\p{L}\d]+/gu, ' ').trim();
const base = (folded: string, words: RegExp): string => key(folded.replace(words, ' '));

interface Entry { readonly place: Place; readonly name: string }

/** A matcher over the places of a plan. Pure; answers are kept, so that a column of 100,000 cells is matched once for each different text. */
export function createPlaceMatcher(places: readonly Place[]): PlaceMatcher {
  const byId = new Map(places.map((p) => [p.id, p]));
  const settlements = new Map<string, Place[]>();
  const starostas = new Map<string, Place[]>();
  const communities = new Map<string, Place[]>();
  const entries: Entry[] = [];
  const put = (index: Map<string, Place[]>, name: string, place: Place): void => {
    if (name === '') return;
    const list = index.get(name) ?? [];
    if (!list.includes(place)) index.set(name, [...list, place]);
    entries.push({ place, name });
  };
  for (const place of places) {
    for (const written of [place.name, place.formerName].filter((n) => n !== '')) {
      for (const name of [written, translit(written)].map(foldCell)) {
        if (place.kind === 'settlement') put(settlements, key(name), place);
        if (place.kind === 'starosta') put(starostas, base(name, STAROSTA), place);
        if (place.kind === 'community') put(communities, base(name, COMMUNITY), place);
      }
    }
  }

  const inside = (place: Place, outer: string): boolean => {
    for (let at: Place | undefined = place, steps = 0; at !== undefined && steps < 9; at = at.parent === null ? undefined : byId.get(at.parent), steps += 1) if (at.id === outer) return true;
    return false;
  };

  const chosen = (found: readonly Place[] | undefined, category: Category, within: string | undefined): MatchedPlace => {
    if (!found || found.length === 0) return null;
    const narrow = (list: readonly Place[], fits: (p: Place) => boolean): readonly Place[] => { const kept = list.filter(fits); return kept.length > 0 ? kept : list; };
    let left = category === '' ? found : narrow(found, (p) => p.category === category);
    if (within !== undefined) left = narrow(left, (p) => inside(p, within));
    const [only] = left;
    return left.length === 1 && only ? { id: only.id } : { ambiguous: left.map((p) => p.id) };
  };

  /** A name without what stands around it. */
  const stripped = (text: string): { readonly name: string; readonly category: Category } => {
    for (const [pattern, category] of KIND_WORDS) if (pattern.test(text)) return { name: text.replace(pattern, ''), category };
    for (const [pattern, category] of KIND_AFTER) if (pattern.test(text)) return { name: text.replace(pattern, ''), category };
    return { name: text, category: '' };
  };

  const settlement = (text: string, within: string | undefined): MatchedPlace => {
    for (const { name, category } of [{ name: text, category: '' as Category }, stripped(text)]) {
      const plain = key(name);
      const cyrillic = asCyrillic(plain);
      const found = settlements.get(plain) ?? (cyrillic === null ? undefined : settlements.get(cyrillic));
      if (found) return chosen(found, category, within);
    }
    return null;
  };

  const look = (text: string, within: string | undefined): MatchedPlace => {
    const code = /(?:ua|уа)\s?(\d{17})/.exec(text);
    if (code) return byId.has(`UA${code[1]}`) ? { id: `UA${code[1]}` } : null;
    const whole = settlement(text, within);
    if (whole) return whole;
    const inner = /\(([^()]*)\)/.exec(text)?.[1];
    const shorter = [text.replace(/\([^()]*\)?/g, ' '), text.split(/[,;(]| - /)[0] ?? '', text.replace(/[\s*\d.]+$/, '')].map((t) => t.replace(/[*¹²³]+$/, '').trim());
    for (const short of shorter) {
      const district = inner === undefined ? undefined : starosta(inner);
      const found = short === text || short === '' || STAROSTA.test(short) || COMMUNITY.test(short) || COUNCIL.test(short) ? null : settlement(short, district ?? within);
      if (found) return found;
    }
    if (STAROSTA.test(text)) return chosen(starostas.get(base(text.replace(/\([^()]*\)/g, ' '), STAROSTA)), '', within);
    if (COUNCIL.test(text)) return chosen(starostas.get(base(text, COUNCIL)) ?? communities.get(base(text, COUNCIL)), '', within);
    if (COMMUNITY.test(text)) return chosen(communities.get(base(text, COMMUNITY)), '', within);
    return chosen(starostas.get(key(text)) ?? communities.get(key(text)), '', within);
  };
  const starosta = (text: string): string | undefined => { const found = chosen(starostas.get(base(text, STAROSTA)), '', undefined); return found && 'id' in found ? found.id : undefined; };

  const kept = new Map<string, MatchedPlace>();
  return {
    match: (text, within) => {
      if (text.length > 300) return null;
      const asked = `${within ?? ''}\n${text}`;
      const known = kept.get(asked);
      if (known !== undefined) return known;
      const found = look(foldCell(text), within);
      if (kept.size < 20_000) kept.set(asked, found);
      return found;
    },
    nearest: (text, most = 3) => {
      const folded = foldCell(text.slice(0, 100));
      const asked = key(stripped(folded.replace(/\([^()]*\)/g, ' ').replace(STAROSTA, ' ').replace(COMMUNITY, ' ').trim()).name);
      if (asked === '') return [];
      const limit = Math.max(2, Math.ceil(asked.length * 0.4));
      const best = new Map<string, number>();
      for (const { place, name } of entries) {
        const errors = typingErrors(asked, name, Math.min(limit, best.get(place.id) ?? limit));
        if (errors <= limit && errors < (best.get(place.id) ?? Infinity)) best.set(place.id, errors);
      }
      return [...best].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most).map(([id]) => id);
    },
  };
}
