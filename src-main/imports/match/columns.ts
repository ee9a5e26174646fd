import { MEASURES } from '../../contract/measures.ts';
import type { MeasureId } from '../../contract/models.ts';
import { fitsHeader } from '../personal/guard.ts';
import { hintOf } from '../personal/headers.ts';
import type { ColumnMeaning, ColumnRole, RawCell, SuggestColumn, Vocabulary } from '../types.ts';
import { readDate, readPeriod } from './dates.ts';
import { foldCell } from './fold.ts';
import { readNumber, scaleOf } from './numbers.ts';
import { createPlaceMatcher, type PlaceMatcher } from './places.ts';
import { rowKind } from './totals.ts';
import { COMPUTED, GROUP_WORDS, MEASURE_WORDS, SERVICE_WORDS } from './synonyms.ts';
import { alike, createFinder, type Finder, tellingWords } from './vocabulary.ts';

interface Lookups { readonly places: PlaceMatcher; readonly groups: Finder; readonly services: Finder; readonly measures: Finder; readonly codes: ReadonlyMap<string, string>; readonly serviceWords: ReadonlyMap<string, readonly string[]> }

const built = new WeakMap<Vocabulary, Lookups>();
/** Finders of a vocabulary, built once for it. */
function lookups(words: Vocabulary): Lookups {
  const known = built.get(words);
  if (known) return known;
  const codes = new Map(words.services.flatMap(({ id, names }) => names.filter((n) => /^\d{3}(?:\.\d){1,2}$/.test(n)).map((n) => [n, id] as const)));
  const byId = new Map([...codes].map(([code, id]) => [id, code]));
  const services = words.services.map(({ id, names }) => ({ id, names: [...names.filter((n) => !codes.has(n)), ...(SERVICE_WORDS[byId.get(id) ?? ''] ?? [])] }));
  const made: Lookups = {
    codes,
    serviceWords: new Map(services.map(({ id, names }) => [id, names.flatMap(tellingWords)])),
    places: createPlaceMatcher(words.places),
    groups: createFinder(words.groups.map(({ id, names }) => ({ id, names: [...names, ...(GROUP_WORDS[id] ?? [])] }))),
    services: createFinder(services),
    measures: createFinder(words.measures),
  };
  built.set(words, made);
  return made;
}

/** Headers that say what stands in the column, when its cells are words. */
const WORD_ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['territoryCode', /катоттг|коатуу|код (?:території|населеного|громади|нп)|katotth|territory code/u],
  ['territory', /населен\p{L}+ пункт|(?<!\p{L})нп(?!\p{L})|старостинськ|територі(?!альн\p{L}+ центр)|назва (?:села|громади|населеного|округу)|(?<!\p{L})(?:село|селище|місто|округ|громада|territory|settlement|village|place)(?!\p{L})/u],
  ['provider', /надавач|назва закладу|заклад|установ[аи]|організаці[яї]|(?<!\p{L})provider/u],
  ['service', /(?:назва|вид|код|перелік) (?:соціальн\p{L}+ )?послуг|(?<!\p{L})послуг[аи](?!\p{L})|соціальн\p{L}+ послуг|(?<!\p{L})services?(?!\p{L})/u],
  ['measure', /показник|індикатор|indicator|measure/u],
  ['sex', /(?<!\p{L})(?:стать|sex|gender)(?!\p{L})/u],
  ['age', /(?<!\p{L})(?:вік|вікова|віков\p{L}+ груп\p{L}*|age)(?!\p{L})/u],
  ['group', /груп[аи] (?:населення|осіб|отримувач)|цільов|вразлив|категорі|соціальн\p{L}+ груп|target group|(?<!\p{L})(?:група|group)(?!\p{L})/u],
  ['unit', /одиниц\p{L}+ вимір|од\.? ?вим|(?<!\p{L})unit/u],
  ['source', /джерел|source|підстав/u],
  ['note', /примітк|коментар|пояснен|зауваж|notes?(?!\p{L})|comment|remarks/u],
  ['asOf', /станом на|дата|на дату|as of|(?<!\p{L})date(?!\p{L})/u],
  ['year', /(?<!\p{L})(?:рік|року|year|період)(?!\p{L})/u],
];
const ROW_NUMBER = /^(?:№|n|no|#)?\s?(?:з\/?п|п\/?п|з\.? ?п\.?|п\.? ?п\.?)?\.?$|порядков|^№/u;
const LOW = /(?<!\p{L})(?:мінім\p{L}*|нижня межа|не менше|low|lower|min)(?!\p{L})/u;
const HIGH = /(?<!\p{L})(?:максим\p{L}*|верхня межа|не більше|high|upper|max)(?!\p{L})/u;
const FEMALE = /(?<!\p{L})(?:жін(?:ки|ок|оча|очої|кам)?|дівч\p{L}+|ж|female|women|girls)(?!\p{L})/u;
const MALE = /(?<!\p{L})(?:чоловік(?:и|ів)|чоловіч\p{L}+|хлоп\p{L}+|ч|male|men|boys)(?!\p{L})/u;
const AGES: readonly (readonly [ColumnMeaning['age'], RegExp])[] = [
  ['0-17', /(?<!\d)0\s?-\s?1[78](?!\d)|до 18(?:-?ти)?(?: рок| р|$)|неповнолітн|under 18/u],
  ['18-59', /(?<!\d)18\s?-\s?(?:59|60)(?!\d)|від 18 до (?:59|60)|працездатн/u],
  ['60+', /(?<!\d)60\s?\+|(?:від|старш[еі] (?:за )?|понад|після) 60|60 (?:років )?і (?:старш|більше)|60 and over|over 60/u],
];

/** Sex that a text names; both or none = all. */
export function sexOf(folded: string): ColumnMeaning['sex'] {
  const [female, male] = [FEMALE.test(folded), MALE.test(folded)];
  return female === male ? 'all' : female ? 'female' : 'male';
}
/** Age band that a text names exactly; other bands = all (they cannot be put in). */
export const ageOf = (folded: string): ColumnMeaning['age'] => AGES.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'all';

const share = (cells: readonly RawCell[], fits: (cell: RawCell) => boolean): number => (cells.length === 0 ? 0 : cells.filter(fits).length / cells.length);
const isNumber = (cell: RawCell): boolean => { const read = readNumber(cell, false); return read.ok && read.value !== null; };

/** The service a text names by code or by words. */
const serviceOf = (text: string, at: Lookups): { readonly id: string; readonly certainty: number } | null => {
  const code = /(?<![\d.])\d{3}(?:\.\d){1,2}(?![\d.]*\d)/.exec(text)?.[0];
  const byCode = code === undefined ? undefined : at.codes.get(code);
  return byCode === undefined ? at.services(text) : { id: byCode, certainty: 1 };
};

const NOTHING: ColumnMeaning = { role: 'skip', measure: null, group: '', service: '', territory: '', scale: 1, year: null, sex: 'all', age: 'all', certainty: 0.3 };

/** Proposes what a column means, from its header texts and a sample of its cells; the user decides. */
export const suggestColumn: SuggestColumn = (headers, sample, words) => {
  const at = lookups(words);
  const texts = headers.map((h) => h.trim()).filter((h) => h !== '').filter((h, i, all) => all.indexOf(h) === i);
  const folded = foldCell(texts.join(' | ').slice(0, 1000));
  const last = foldCell(texts.at(-1) ?? '');
  const cells = sample.filter((c) => c !== null && !(typeof c === 'string' && c.trim() === ''));
  const labels = cells.filter((c): c is string => typeof c === 'string' && /\p{L}/u.test(c) && rowKind(c) !== 'total');
  const numeric = share(cells, isNumber);
  const { class: personal } = hintOf(texts);
  if (personal && (cells.length === 0 || share(cells, (c) => fitsHeader(c, personal)) >= 0.2)) return { ...NOTHING, certainty: 0.9 };
  if (cells.length > 0 && share(cells, (c) => typeof c === 'string' && /^\s*(?:UA|УА)\d{17}\s*$/i.test(c)) > 0.5) return { ...NOTHING, role: 'territoryCode', certainty: 0.95 };

  const told = WORD_ROLES.find(([, pattern]) => pattern.test(last))?.[0] ?? WORD_ROLES.find(([, pattern]) => pattern.test(folded))?.[0];
  if (numeric < 0.5 && cells.length > 0) {
    if (told === undefined && share(cells, (c) => (readDate(c) ?? '') !== '') > 0.6) return { ...NOTHING, role: 'asOf', certainty: 0.6 };
    if (share(labels, (c) => sexOf(foldCell(String(c))) !== 'all') > 0.8 && share(labels, (c) => String(c).length < 12) > 0.8) return { ...NOTHING, role: 'sex', certainty: told === 'sex' ? 0.95 : 0.7 };
    const evidence: Partial<Record<ColumnRole, number>> = labels.length === 0 ? {} : {
      territory: share(labels, (c) => at.places.match(String(c)) !== null),
      service: share(labels, (c) => (serviceOf(String(c), at)?.certainty ?? 0) >= 0.7),
      group: share(labels, (c) => (at.groups(String(c))?.certainty ?? 0) >= 0.7),
      measure: share(labels, (c) => measureOf(foldCell(String(c)), String(c), at) !== null) * 0.5,
      age: share(labels, (c) => ageOf(foldCell(String(c))) !== 'all'),
    };
    const [role, seen] = (Object.entries(evidence) as [ColumnRole, number][]).sort((a, b) => b[1] - a[1])[0] ?? ['skip', 0];
    if (told !== undefined && (evidence[told] ?? 0) >= 0.3) return { ...NOTHING, role: told, certainty: Math.min(0.98, 0.8 + 0.2 * (evidence[told] ?? 0)) };
    if (seen >= 0.5) return { ...NOTHING, role, certainty: told === role ? 0.95 : told === undefined || told === 'note' ? 0.7 * seen : 0.6 * seen };
    if (told !== undefined) return { ...NOTHING, role: told, certainty: 0.6 };
    return { ...NOTHING, certainty: 0.4 };
  }

  // Numbers (or an empty column of a template): the header says what they count.
  const integers = cells.filter((c): c is number => typeof c === 'number' && Number.isInteger(c));
  const running = integers.length >= 3 && integers.every((v, i) => i === 0 || v === (integers[i - 1] ?? 0) + 1);
  if (ROW_NUMBER.test(last) && !/кільк/u.test(folded) && (running || last !== '') && integers.length === cells.length) return { ...NOTHING, role: 'number', certainty: running ? 0.95 : 0.7 };
  if (running && folded === '' && integers[0] === 1) return { ...NOTHING, role: 'number', certainty: 0.7 };
  if (cells.length > 0 && integers.every((v) => v >= 1991 && v <= 2100) && integers.length === cells.length && (told === 'year' || new Set(integers).size < integers.length / 2)) return { ...NOTHING, role: 'year', certainty: told === 'year' ? 0.95 : 0.5 };
  if (told === 'service' && share(cells, (c) => at.codes.has(String(c).padStart(5, '0'))) > 0.5) return { ...NOTHING, role: 'service', certainty: 0.8 };
  if (cells.length === 0 && told !== undefined && !/кільк|осіб/u.test(folded) && told !== 'year') return { ...NOTHING, role: told, certainty: 0.5 };
  return valueColumn(texts, folded, cells, at);
};

function measureOf(folded: string, text: string, at: Lookups): { readonly id: MeasureId; readonly certainty: number } | null {
  const word = MEASURE_WORDS.find(([, pattern]) => pattern.test(folded))?.[0];
  const named = at.measures(text);
  if (named && named.certainty >= 0.9) return { id: named.id as MeasureId, certainty: named.certainty };
  return word !== undefined ? { id: word, certainty: 0.75 } : named ? { id: named.id as MeasureId, certainty: named.certainty * 0.7 } : null;
}

function valueColumn(texts: readonly string[], folded: string, cells: readonly RawCell[], at: Lookups): ColumnMeaning {
  const all = texts.join(' ');
  /** The lowest header row that names something decides; the joined text helps where a name runs over two rows. */
  const lowest = <T extends { readonly certainty: number }>(find: (text: string) => T | null): T | null => [...texts].reverse().map(find).find((f) => f !== null && f.certainty >= 0.5) ?? find(all);
  if (COMPUTED.test(folded)) return { ...NOTHING, certainty: 0.6 };
  const group = lowest((t) => at.groups(t));
  const counted = measureOf(folded, all, at);
  const measure = counted && group && MEASURES[counted.id].of === 'territory' && group.certainty > counted.certainty ? null : counted;
  const named = lowest((t) => serviceOf(t, at));
  // «Сімей у СЖО» is the group, though a service for them has these words in its name.
  const service = named && group && measure === null && group.certainty > named.certainty ? null : named;
  const place = texts.map((t) => at.places.match(t)).find((m) => m !== null && 'id' in m);
  const period = texts.map(readPeriod).find((p) => p !== null);
  const percent = /%|відсот|частк/u.test(folded);
  const id = measure?.id ?? (percent ? null : group && !service ? 'groupSize' : service ? 'identified' : null);
  const needs = id === null ? null : MEASURES[id].of;
  const unit = /(?<!\p{L})(?:тис|млн|млрд|thousand|million)\.?(?=[\s,)]|$)/u.exec(folded)?.[0] ?? '';
  const stored = cells.some((c) => typeof c === 'object' && c !== null && 'share' in c);
  const inThousands = id !== null && MEASURES[id].unit === 'thousandUah';
  const scale = percent && needs !== null && MEASURES[id ?? 'population'].value === 'share' ? (stored ? 1 : 0.01) : inThousands ? scaleOf(unit) / 1000 || 1 : unit === '' ? 1 : scaleOf(unit);
  // «Потребують догляду вдома: ВПО»: a part of what the measure of a service counts is no value of the service. «Притулок бездомним» names its group by itself.
  const rest = service === null ? '' : tellingWords(all).filter((w) => !(at.serviceWords.get(service.id) ?? []).some((own) => alike(own, w))).join(' ');
  const onlyPart = needs === 'service' && service !== null && (at.groups(rest)?.certainty ?? 0) >= 0.5;
  const known = [service?.certainty, group?.certainty, measure?.certainty].filter((c) => c !== undefined);
  const certainty = known.length === 0 ? (place ? 0.5 : 0.25) : Math.min(onlyPart ? 0.35 : 0.95, Math.max(...known) * (measure ? 1 : 0.8));
  // What the measure does not speak of is left out: the population of a place is not that of a service.
  return {
    role: LOW.test(folded) ? 'low' : HIGH.test(folded) ? 'high' : id === null && known.length === 0 && !place && !period ? 'skip' : 'value',
    measure: id, group: needs === 'service' || needs === 'territory' ? '' : (group?.id ?? ''), service: needs === 'group' || needs === 'territory' ? '' : (service?.id ?? ''),
    territory: place && 'id' in place ? place.id : '', scale, year: period?.year ?? null, sex: sexOf(folded), age: ageOf(folded), certainty,
  };
}
