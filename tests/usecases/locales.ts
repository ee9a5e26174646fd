import type { Sentence } from '#contract/models.ts';
import { sources } from '../helpers/sources.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Keys of a language as the window has them: every file `<area>.json` is the branch `<area>`. */
function keysOf(language: 'uk' | 'en'): ReadonlySet<string> {
  const keys = new Set<string>();
  const walk = (tree: Tree, path: string): void => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') keys.add(path + key);
      else walk(value, `${path}${key}.`);
    }
  };
  const folder = `src-renderer/i18n/locales/${language}`;
  for (const { file, text } of sources(folder, ['.json'])) {
    const area = file.slice(folder.length + 1, -'.json'.length);
    const content = JSON.parse(text) as Tree;
    const wrapped = Object.keys(content).length === 1 ? content[area] : undefined;
    walk(typeof wrapped === 'object' ? wrapped : content, `${area}.`);
  }
  return keys;
}
const KEYS = { uk: keysOf('uk'), en: keysOf('en') };

/** Where the window looks for a sentence of the program, in this order. */
function candidates(key: string): readonly string[] {
  const [first = '', ...rest] = key.split('.');
  const inner = rest.join('.');
  const own = first === 'measure' ? [`measures.${inner}.full`] : first === 'result' ? [`traces.what.${inner}`] : [];
  return [...own, `traces.${key}`, `history.${key}`, key];
}

/** What is missing for a sentence: its text in a language, or the `count` its plural forms ask for. Empty = nothing. */
export function missingTexts({ key, params }: Sentence): readonly string[] {
  return (['uk', 'en'] as const).flatMap((language) => {
    if (candidates(key).some((one) => KEYS[language].has(one))) return [];
    if (!candidates(key).some((one) => KEYS[language].has(`${one}_other`))) return [`${language}: ${key}`];
    return typeof params['count'] === 'number' ? [] : [`${language}: ${key} has plural forms but no count`];
  });
}

/** Every object inside a value, with the path to it. */
export function* objectsIn(value: unknown, path = ''): Generator<readonly [string, Readonly<Record<string, unknown>>]> {
  if (Array.isArray(value)) for (const [index, each] of value.entries()) yield* objectsIn(each, `${path}[${index}]`);
  else if (typeof value === 'object' && value !== null) {
    yield [path, value as Record<string, unknown>];
    for (const [key, each] of Object.entries(value)) yield* objectsIn(each, `${path}.${key}`);
  }
}

/** Every sentence inside a value. */
export function sentencesIn(value: unknown): readonly Sentence[] {
  return [...objectsIn(value)].flatMap(([, object]) => (typeof object['key'] === 'string' && typeof object['params'] === 'object' && Object.keys(object).length === 2 ? [object as unknown as Sentence] : []));
}
