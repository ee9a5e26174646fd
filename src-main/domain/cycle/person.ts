/** Given names common in Ukraine, nominative: together with another capitalised word they read as a person. */
const GIVEN = new Set(`олександр олексій андрій анатолій антон артем богдан борис вадим валентин валерій василь віктор віталій володимир вʼячеслав геннадій георгій григорій данило денис дмитро
євген едуард іван ігор ілля кирило костянтин леонід максим марко микола михайло назар олег орест остап павло петро роман руслан сергій степан святослав тарас тимур тимофій федір юрій яків ярослав
олександра алла альона анастасія ангеліна анна антоніна валентина валерія віра вікторія галина ганна дарія дарина діана евеліна єва євгенія жанна зінаїда зоя інна ірина катерина лариса леся лідія людмила
любов маргарита марина марія мирослава надія наталія наталя ніна оксана олена ольга поліна раїса світлана слава софія соломія стефанія таїсія тамара тетяна уляна христина юлія яна ярослава`.split(/\s+/));

const PATRONYMIC = /\p{Lu}[\p{Ll}ʼ]*(?:ович|йович|евич|івна|ївна|овна|инична|лліч|івни|ївни|овича|йовича)(?!\p{L})/u;
const INITIALS = /(?<!\p{L})(?:\p{Lu}\.\s?(?:\p{Lu}\.)?\s?\p{Lu}\p{Ll}{2,}|\p{Lu}\p{Ll}{2,}\s\p{Lu}\.\s?(?:\p{Lu}\.)?)(?!\p{L})/u;
const PAIR = /(?<!\p{L})(\p{Lu}[\p{Lu}\p{Ll}ʼ-]+)\s+(?=(\p{Lu}[\p{Lu}\p{Ll}ʼ-]+)(?!\p{L}))/gu;

/**
 * The part of a text that reads as a person's name, or null: a patronymic, initials with a surname, or a given name beside another
 * capitalised word. Names in quotation marks are names of organisations. A hint for people, not a proof (assumption).
 */
export function personIn(text: string): string | null {
  const bare = text.replace(/['’`]/g, 'ʼ').replace(/«[^»]*»|“[^”]*”|"[^"]*"/gu, ' ');
  const found = PATRONYMIC.exec(bare)?.[0] ?? INITIALS.exec(bare)?.[0];
  if (found !== undefined) return found.trim();
  for (const [, first = '', second = ''] of bare.matchAll(PAIR)) {
    if ([first, second].some((word) => GIVEN.has(word.toLowerCase()))) return `${first} ${second}`;
  }
  return null;
}
