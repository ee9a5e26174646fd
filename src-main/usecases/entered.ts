import { Refusal } from '../contract/errors.ts';
import { personIn } from '../domain/cycle/person.ts';
import { personalIn } from '../imports/personal/guard.ts';

/** One line without signs that cannot be seen: they would turn or break the text of a paper. */
export const tidy = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').replace(/ +/g, ' ').trim();
/** The same for a note of several lines. */
export const tidyLines = (text: string): string => text.split(/\r?\n/).map(tidy).join('\n').trim();

/** Refuses texts that read as the name of a person, unless somebody says they are none. */
export function refusePerson(texts: readonly string[], notAPerson: boolean): void {
  const found = notAPerson ? null : texts.map(personIn).find((each) => each !== null);
  if (found) throw new Refusal('cycle.person', { text: found });
}

/** Does a text speak of a single person: a name, a number of papers, a phone, an address …? */
export const isPersonal = (text: string): boolean => personalIn(text) !== null || personIn(text) !== null;
