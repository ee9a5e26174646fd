let language = 'uk';

/** Chooses the language of what the launcher says: `uk` unless `en` is asked for. */
export function setLanguage(value) {
  if (value === 'en' || value === 'uk') language = value;
}

/** The language chosen with `--lang`. */
export const spoken = () => language;

/** One plain sentence for the person at the terminal, always on stderr. */
export function say(uk, en) {
  process.stderr.write(`${language === 'en' ? en : uk}\n`);
}

/** The same sentence as an error to throw. */
export const trouble = (uk, en) => new Error(language === 'en' ? en : uk);
