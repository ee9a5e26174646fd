import type { CommunityHit } from '../contract/api/library.ts';
import type { Community } from './data.ts';

const APOSTROPHES = /['’‘ʼ`´′ʹ]/g;
/** Longest query that is looked at; nobody types a longer one on purpose. */
const LONGEST = 200;
/** Ukrainian letters on the keys of a Latin layout. */
const KEYS: Readonly<Record<string, string>> = Object.fromEntries([...'qwertyuiop[]asdfghjkl;\'zxcvbnm,.\\`'].map((key, i) => [key, [...'йцукенгшщзхїфівапролджєячсмитьбюґʼ'][i] ?? key]));

/** A text to be compared: lower case, no apostrophes, single blanks; ґ stays ґ. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(APOSTROPHES, '').replace(/\s+/g, ' ').trim();
}

/** Words of a query; a hyphen parts words too. Codes typed with Cyrillic «УА» are understood. */
function words(text: string): string[] {
  return [...new Set(fold(text.slice(0, LONGEST)).split(/[\s\-–—,;()«»"]+/).filter(Boolean))].map((w) => (/^уа\d+$/.test(w) ? `ua${w.slice(2)}` : w));
}

/** A field of a community, its words between single blanks: where a word is found decides how far up the community stands. */
interface Field { readonly text: string; readonly rank: number }
/** `haystack` = all fields, so that most communities are dismissed at one look. */
interface Entry { readonly community: Community; readonly fields: readonly Field[]; readonly haystack: string }

function field(rank: number, ...texts: readonly (string | null | undefined)[]): Field {
  return { text: ` ${fold(texts.filter((t) => t).join(' ')).replaceAll('-', ' ')} `, rank };
}

function entry(c: Community): Entry {
  const fields = [
    field(0, c.name.uk), field(1, c.center.name.uk), field(2, c.center.formerName?.uk, c.alternative?.uk), field(2, c.name.en), field(3, c.center.name.en, c.center.formerName?.en),
    field(3, c.code), field(8, c.raion.uk), field(9, c.oblast.uk), field(10, c.raion.en), field(11, c.oblast.en),
  ];
  return { community: c, fields, haystack: fields.map((f) => f.text).join('\n') };
}

/** How well a word fits an entry: 0 is best; null = not at all. A whole word goes before a beginning, a beginning before a middle. */
function fit(fields: readonly Field[], word: string): number | null {
  let best: number | null = null;
  for (const f of fields) {
    if (best !== null && best <= f.rank) break; // fields stand by rank: nothing better follows
    if (!f.text.includes(word)) continue;
    const grade = f.text.includes(` ${word} `) ? 0 : f.text.includes(` ${word}`) ? 4 : 20;
    best = best === null ? f.rank + grade : Math.min(best, f.rank + grade);
  }
  return best;
}

/** The part of a name that a word fits, [from, to) in characters of the name as written. */
function matched(name: string, query: readonly string[]): readonly [number, number] | null {
  const at: number[] = [];
  let folded = '';
  for (let i = 0; i < name.length; i += 1) {
    const piece = name.charAt(i).toLowerCase().replace(APOSTROPHES, '');
    for (let k = 0; k < piece.length; k += 1) at.push(i);
    folded += piece;
  }
  const starts = (word: string): number => {
    for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + 1)) if (from === 0 || /[\s-]/.test(folded.charAt(from - 1))) return from;
    return folded.indexOf(word);
  };
  for (const word of query) {
    const from = starts(word);
    const [first, last] = [at[from], at[from + word.length - 1]];
    if (from >= 0 && first !== undefined && last !== undefined) return [first, last + 1];
  }
  return null;
}

/** A community as lists show it. */
export function communityHit(c: Community, match: CommunityHit['match'] = null): CommunityHit {
  return {
    code: c.code, name: c.name, type: c.type, center: c.center.name, formerName: c.center.formerName, raion: c.raion, oblast: c.oblast,
    population: c.population.total, status: c.status, lat: c.lat, lon: c.lon, match,
  };
}

interface Found { readonly community: Community; readonly rank: number; readonly order: number }

/** What a search found, as `community.search` answers. */
export interface CommunitySearch { readonly total: number; readonly all: number; readonly items: readonly CommunityHit[] }

/**
 * Search over the communities. Every word must be found in the name, the centre, its former name, the raion, the oblast (in either language) or
 * the code. When nothing is found, the query is read as typed on a Latin layout. `total` = found, `all` = in the list; an empty query finds all.
 */
export function createSearch(communities: readonly Community[]): (query: string, limit: number) => CommunitySearch {
  const collator = new Intl.Collator('uk');
  const by = (a: Community, b: Community) =>
    collator.compare(a.name.uk, b.name.uk) || collator.compare(a.oblast.uk, b.oblast.uk) || collator.compare(a.raion.uk, b.raion.uk) || (a.code < b.code ? -1 : 1);
  /** In alphabetical order once, so that a search only has to rank. */
  const entries = [...communities].sort(by).map(entry);
  const find = (query: readonly string[]): Found[] => {
    const found: Found[] = [];
    for (const [order, { community, fields, haystack }] of entries.entries()) {
      if (!query.every((word) => haystack.includes(word))) continue;
      const grades = query.map((word) => fit(fields, word));
      if (grades.every((grade) => grade !== null)) found.push({ community, rank: grades.reduce((sum, grade) => sum + grade, 0), order });
    }
    return found;
  };
  return (query, limit) => {
    let asked = words(query);
    const nothingAsked = fold(query.slice(0, LONGEST)) === '';
    let found = asked.length > 0 || nothingAsked ? find(asked) : [];
    if (found.length === 0) {
      asked = words([...query.slice(0, LONGEST).toLowerCase()].map((key) => KEYS[key] ?? key).join(''));
      found = asked.length > 0 ? find(asked) : [];
    }
    found.sort((a, b) => a.rank - b.rank || a.order - b.order);
    return { total: found.length, all: communities.length, items: found.slice(0, limit).map((f) => communityHit(f.community, matched(f.community.name.uk, asked))) };
  };
}
