import type { ImportKind, ImportMapping, ImportReason } from '../../contract/api/imports.ts';
import type { AgeBand, MeasureId, Sex } from '../../contract/models.ts';
import { foldText } from '../../contract/parse.ts';
import { hashOf } from '../../imports/fingerprint.ts';
import { readDate, readPeriod } from '../../imports/match/dates.ts';
import { foldCell } from '../../imports/match/fold.ts';
import { GROUP_WORDS, MEASURE_WORDS, SERVICE_WORDS } from '../../imports/match/synonyms.ts';
import { createPlaceMatcher } from '../../imports/match/places.ts';
import type { RawCell, Vocabulary } from '../../imports/types.ts';

/** What a text of the file names: an id, nothing (an empty cell), a question, or rows to leave out. */
export type Resolved = { readonly id: string } | { readonly ask: readonly string[] } | 'left';

/** A text that could not be matched, with how often it stands in the file. */
export interface Asked { readonly kind: ImportKind; readonly text: string; rows: number; readonly firstRow: number; readonly candidates: readonly string[] }

const SEXES: readonly (readonly [Sex, RegExp])[] = [['female', /^(ж|жін\p{L}*|жіноч\p{L}*|female|f|women|дівч\p{L}*)\.?$/u], ['male', /^(ч|чол|чоловік\p{L}*|чоловіч\p{L}*|male|m|men|хлоп\p{L}*)\.?$/u], ['all', /^(всі|усі|разом|усього|обидві|обидві статі|all|both|-)$/u]];
const AGES: readonly (readonly [AgeBand, RegExp])[] = [
  ['0-17', /^(0\s?-\s?17|до 18|діти|дитина|неповнолітн\p{L}*|children|under 18)( років| р\.?)?$/u], ['18-59', /^(18\s?-\s?59|працездатн\p{L}*|working age)( років| р\.?)?$/u],
  ['60+', /^(60\s?\+|60 і старше|60 років і старше|понад 60|старше 60|літні|похил\p{L}*|older)( років| р\.?)?$/u], ['all', /^(всі|усі|разом|усього|all|-)$/u],
];

/** Age band of completed years. */
export const bandOf = (years: number): AgeBand => (years < 18 ? '0-17' : years < 60 ? '18-59' : '60+');

/** Matches the texts of a file with what the plan knows; each different text once. */
export function createResolver(words: Vocabulary, mapping: Pick<ImportMapping, 'names' | 'asOf'>, remembered: ReadonlyMap<string, string>, year: number) {
  const places = createPlaceMatcher(words.places);
  const answers = new Map(mapping.names.map((name) => [`${name.kind} ${foldText(name.text)}`, name.id]));
  /** By kind (and the place around it), then by text: the texts of a large file are the same objects again and again. */
  const known = new Map<string, Map<string, Resolved>>();
  const asked = new Map<string, Asked>();
  const index = (rows: readonly { readonly id: string; readonly names: readonly string[] }[]): ReadonlyMap<string, ReadonlySet<string>> => {
    const map = new Map<string, Set<string>>();
    for (const { id, names } of rows) for (const name of names) { const key = plainName(name); map.set(key, (map.get(key) ?? new Set()).add(id)); }
    return map;
  };
  const lists = { group: index(words.groups), service: index(words.services), measure: index(words.measures), provider: index(words.providers) };
  const isId = (kind: ImportKind, id: string): boolean =>
    kind === 'territory' ? words.places.some((place) => place.id === id) : kind === 'sex' || kind === 'age' ? true : words[`${kind}s`].some((row) => row.id === id);

  const named = (kind: 'group' | 'service' | 'measure' | 'provider', text: string): Resolved => {
    const found = lists[kind].get(plainName(text)) ?? lists[kind].get(plainName(text.replace(/^[\d.]+\s*[.)]?\s+/, '')));
    if (found?.size === 1) return { id: [...found][0] as string };
    const known = found ? undefined : byWords(kind, foldCell(text));
    const id = known === undefined ? undefined : [...(lists[kind].get(plainName(known)) ?? [])][0];
    if (id !== undefined) return { id };
    return { ask: found ? [...found] : near(lists[kind], plainName(text)) };
  };

  const match = (kind: ImportKind, text: string, within: string | undefined): Resolved => {
    const answer = answers.get(`${kind} ${foldText(text)}`);
    if (answer !== undefined) return answer === '' ? 'left' : { id: answer };
    const before = remembered.get(`${kind} ${hashOf(text)}`);
    if (before !== undefined && isId(kind, before)) return { id: before };
    if (kind === 'territory') {
      // «c.» of another alphabet before a name.
      const found = places.match(text.replace(/^c(?=\.)/i, 'с'), within);
      return found === null ? { ask: places.nearest(text) } : 'id' in found ? found : { ask: found.ambiguous };
    }
    if (kind === 'sex' || kind === 'age') {
      const folded = foldCell(text);
      const found = (kind === 'sex' ? SEXES : AGES).find(([, pattern]) => pattern.test(folded));
      return found ? { id: found[0] } : { ask: (kind === 'sex' ? SEXES : AGES).map(([id]) => id) };
    }
    return named(kind, text);
  };

  /** The id a text names; a text nobody knows becomes a question. */
  const resolve = (kind: ImportKind, text: string, row: number, within?: string): Resolved => {
    const of = within === undefined ? kind : `${kind} ${within}`;
    let texts = known.get(of);
    if (!texts) known.set(of, texts = new Map());
    let found = texts.get(text);
    if (found === undefined) texts.set(text, found = match(kind, text, within));
    if (found !== 'left' && 'ask' in found) {
      const name = `${kind} ${foldText(text)}`;
      const question = asked.get(name);
      if (question) question.rows += 1;
      else if (asked.size < 5000) asked.set(name, { kind, text, rows: 1, firstRow: row + 1, candidates: found.ask });
    }
    return found;
  };

  const day = mapping.asOf === '' ? `${year}-12-31` : mapping.asOf;
  return {
    asked: () => [...asked.values()],
    resolve,
    /** Band of a cell: a band, an age in years, or a day of birth (age on the day of the data). */
    age(cell: RawCell, text: string, row: number): Resolved {
      const years = typeof cell === 'number' ? cell : /^\d{1,3}$/.test(text) ? Number(text) : null;
      if (years !== null && years >= 0 && years <= 120) return { id: bandOf(years) };
      const born = typeof cell === 'object' || /^\d{1,2}[./]\d{1,2}[./]\d{4}$/.test(text) ? birthDay(cell, text) : null;
      if (born !== null) return { id: bandOf(Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0)) };
      return resolve('age', text, row);
    },
  };
}
export type Resolver = ReturnType<typeof createResolver>;

/** What a name means by the words officials use for it: short forms of groups and services, ways to say what is counted. */
function byWords(kind: 'group' | 'service' | 'measure' | 'provider', folded: string): string | undefined {
  if (kind === 'measure') return MEASURE_WORDS.find(([, pattern]) => pattern.test(folded))?.[0];
  const words = kind === 'group' ? GROUP_WORDS : kind === 'service' ? SERVICE_WORDS : {};
  const ids = Object.entries(words).filter(([, names]) => names.some((name) => foldCell(name) === folded)).map(([id]) => id);
  return ids.length === 1 ? ids[0] : undefined;
}

/** Days of birth may lie before the dates of figures. */
function birthDay(cell: RawCell, text: string): string | null {
  if (typeof cell === 'object' && cell !== null && 'date' in cell) return cell.date;
  const found = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  return found ? `${found[3]}-${String(found[2]).padStart(2, '0')}-${String(found[1]).padStart(2, '0')}` : null;
}

/** A name without quotes, dots and doubled blanks. */
const plainName = (text: string): string => foldCell(text).replace(/[«»"“”„().,:;*]/g, ' ').replace(/\s+/g, ' ').trim();

/** Names that share the most words with a text, to be offered. */
function near(list: ReadonlyMap<string, ReadonlySet<string>>, text: string): readonly string[] {
  const words = new Set(text.split(' ').filter((word) => word.length > 2).map((word) => word.slice(0, 6)));
  const best = new Map<string, number>();
  for (const [name, ids] of list) {
    const shared = name.split(' ').filter((word) => words.has(word.slice(0, 6))).length;
    if (shared > 0) for (const id of ids) best.set(id, Math.max(best.get(id) ?? 0, shared));
  }
  return [...best].toSorted((a, b) => b[1] - a[1]).slice(0, 3).map(([id]) => id);
}

/** Year of a cell; null = none. */
export function yearOf(cell: RawCell, text: string): number | null {
  const plain = typeof cell === 'number' ? cell : /^\d{4}$/.test(text) ? Number(text) : null;
  if (plain !== null) return Number.isInteger(plain) && plain >= 1991 && plain <= 2100 ? plain : null;
  if (typeof cell === 'object' && cell !== null && 'date' in cell) return Number(cell.date.slice(0, 4));
  return text === '' ? null : readPeriod(text)?.year ?? null;
}

/** Day of a cell as a figure keeps it: '' = not said, null = no day. */
export const dayOf = (cell: RawCell): string | null => readDate(cell);

/** Why a row without this id is not taken. */
export const REASON_OF = {
  territory: ['noTerritory', 'askTerritory'], group: ['noGroup', 'askGroup'], service: ['noService', 'askService'], provider: ['noProvider', 'askProvider'],
  measure: ['noMeasure', 'askMeasure'], sex: ['askSex', 'askSex'], age: ['askAge', 'askAge'],
} as const satisfies Record<ImportKind, readonly [ImportReason, ImportReason]>;
export type { MeasureId };
