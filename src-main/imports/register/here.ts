import { foldCell } from '../match/fold.ts';

/** A community as addresses name it. */
export interface Homeland {
  /** Codes of the community and its places (КАТОТТГ) with the place each is. */
  readonly codes: ReadonlyMap<string, string>;
  /** Names of settlements with their ids. */
  readonly settlements: readonly { readonly id: string; readonly name: string }[];
  readonly community: string;
  readonly raion: string;
  readonly oblast: string;
}
/** Is a provider in this community? `maybe` = a settlement has its name, but nothing says that it is the one. */
export interface Here { readonly where: 'here' | 'maybe' | 'elsewhere'; readonly territory: string }

const ELSEWHERE: Here = { where: 'elsewhere', territory: '' };
/** Word stem of an adjective of a place: «Прилуцький» → «прилуцьк». */
const stem = (name: string): string => foldCell(name).replace(/\s*(?:район|область|обл\.?|(?:територіальна )?громада|міська|сільська|селищна)\s*/g, ' ').trim().replace(/(?:ий|ій|а|ого|ої|ому|у)$/, '');
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Says of addresses and place codes whether they lie in a community, and in which place of it. */
export function createHere({ codes, settlements, community, raion, oblast }: Homeland): (places: readonly string[]) => Here {
  const byName = Map.groupBy(settlements, (each) => foldCell(each.name));
  const names = [...byName.keys()].filter((name) => name !== '').sort((a, b) => b.length - a.length).map(escape);
  const settlement = names.length === 0 ? null : new RegExp(`(?<![\\p{L}-])(?:м|с|смт|с-ще|селище|село|місто|сел)\\.?\\s*(${names.join('|')})(?![\\p{L}-])`, 'u');
  const bare = names.length === 0 ? null : new RegExp(`(?:^|,)\\s*(${names.join('|')})\\s*(?=,|$)`, 'u');
  const [ownCommunity, ownRaion, ownOblast] = [stem(community), stem(raion), stem(oblast)];
  const look = (text: string): Here => {
    for (const [code] of text.matchAll(/UA\d{17}/g)) { const id = codes.get(code); if (id !== undefined) return { where: 'here', territory: id }; }
    const folded = foldCell(text);
    const named = /(?<!\p{L})(\p{L}+?)(?:а|ої|ій) (?:обл)/u.exec(folded)?.[1];
    if (named !== undefined && ownOblast !== '' && named !== ownOblast) return ELSEWHERE;
    const found = settlement?.exec(folded)?.[1] ?? bare?.exec(folded)?.[1];
    const ids = found === undefined ? [] : byName.get(found) ?? [];
    const territory = ids.length === 1 ? ids[0]?.id ?? '' : '';
    if (ownCommunity !== '' && new RegExp(`(?<!\\p{L})${escape(ownCommunity)}\\p{L}{0,4} (?:\\p{L}+ ){0,2}(?:тг|отг|громад)`, 'u').test(folded)) return { where: 'here', territory };
    if (found === undefined) return ELSEWHERE;
    const raionOf = /(?<!\p{L})([\p{L}-]+?)(?:ий|ого|ому) р(?:айон|-н|н)/u.exec(folded)?.[1];
    if (raionOf !== undefined && ownRaion !== '') return raionOf === ownRaion ? { where: 'here', territory } : ELSEWHERE;
    return { where: 'maybe', territory };
  };
  return (places) => {
    const seen = places.map(look);
    return seen.find((each) => each.where === 'here' && each.territory !== '') ?? seen.find((each) => each.where === 'here') ?? seen.find((each) => each.where === 'maybe') ?? ELSEWHERE;
  };
}
