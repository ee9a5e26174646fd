import { describe, expect, test } from 'vitest';
import { ERRORS } from '#contract/errors.ts';
import { sources } from './helpers/sources.ts';

const LANGUAGES = ['uk', 'en'] as const;
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Tree = { readonly [key: string]: string | Tree };

/** `file:key.of.the.text` → text. */
function texts(language: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (tree: Tree, path: string): void => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') found.set(path + key, value);
      else walk(value, `${path}${key}.`);
    }
  };
  const folder = `src-renderer/i18n/locales/${language}`;
  for (const { file, text } of sources(folder, ['.json'])) walk(JSON.parse(text) as Tree, `${file.slice(folder.length + 1, -'.json'.length)}:`);
  return found;
}

const uk = texts('uk');
const en = texts('en');
const bases = (all: ReadonlyMap<string, string>): readonly string[] => [...new Set([...all.keys()].map((key) => key.replace(PLURAL, '')))].toSorted();

describe('locales', () => {
  test('both languages have the same keys', () => {
    expect(uk.size).toBeGreaterThan(50);
    expect(bases(uk)).toEqual(bases(en));
  });

  test.each(LANGUAGES)('plural forms of %s are exactly those of the language', (language) => {
    const all = language === 'uk' ? uk : en;
    const expected = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const forms = new Map<string, string[]>();
    for (const key of all.keys()) {
      const form = PLURAL.exec(key)?.[1];
      if (form) forms.set(key.replace(PLURAL, ''), [...(forms.get(key.replace(PLURAL, '')) ?? []), form]);
    }
    const wrong = [...forms].filter(([, found]) => found.toSorted().join() !== expected.join()).map(([key, found]) => `${key}: ${found.join(', ')}`);
    expect(wrong).toEqual([]);
    expect([...forms.keys()].filter((key) => all.has(key)), 'both plain and plural').toEqual([]);
  });

  test('a text that is plural in one language is plural in the other', () => {
    const plural = (all: ReadonlyMap<string, string>): readonly string[] => [...new Set([...all.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')))].toSorted();
    expect(plural(uk)).toEqual(plural(en));
  });

  test('both languages use the same parameters', () => {
    const params = (text: string): string => [...new Set([...text.matchAll(/{{-?\s*(\w+)/g)].map((match) => match[1]))].filter((name) => name !== 'count').toSorted().join();
    const wrong = [...uk].filter(([key, text]) => en.has(key) && params(text) !== params(en.get(key) ?? '')).map(([key]) => key);
    expect(wrong).toEqual([]);
  });

  test('no text is empty, no English text is in Cyrillic, apostrophes are Ukrainian', () => {
    // A pure number has no unit word.
    expect([...uk, ...en].filter(([key, text]) => text.trim() === '' && !/^units:(share|count)\./.test(key)).map(([key]) => key)).toEqual([]);
    // A language is named in itself.
    expect([...en].filter(([key, text]) => /\p{Script=Cyrillic}/u.test(text) && key !== 'settings:languages.uk').map(([key, text]) => `${key}: ${text}`)).toEqual([]);
    expect([...uk].filter(([, text]) => /\p{Script=Cyrillic}['’`"]\p{Script=Cyrillic}/u.test(text)).map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  test('every text is said somewhere', () => {
    const code = [...sources('src-main', ['.ts']), ...sources('src-renderer', ['.ts', '.tsx'])].map(({ text }) => text).join('\n');
    const whole = new Set(['\'', '"', '`'].flatMap((quote) => [...code.matchAll(new RegExp(`${quote}([\\w.+-]+)${quote}`, 'g'))].map((match) => match[1])));
    const begun = [...new Set([...code.matchAll(/`(\w+\.[\w.]*)\$\{/g)].map((match) => match[1] ?? ''))];
    // Parts of a page: `${page}.part.${id}`.
    const wanted = bases(uk).map((key) => key.replace(':', '.')).filter((key) => !/^\w+\.parts?(?:\.|$)/.test(key) && !key.startsWith('errors.'));
    expect(wanted.filter((key) => !whole.has(key) && !begun.some((start) => key.startsWith(start)))).toEqual([]);
  });

  test.each(LANGUAGES)('every error code has a sentence in %s', (language) => {
    const all = language === 'uk' ? uk : en;
    expect(Object.keys(ERRORS).filter((code) => !all.has(`errors:${code}`))).toEqual([]);
  });
});
