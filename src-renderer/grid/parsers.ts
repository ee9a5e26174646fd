import type { Language } from '#contract/format.ts';
import { parseDate, parseNumber, type NumberKind } from '#contract/parse.ts';
import { translate } from '../i18n/index.ts';
import type { Parsed } from './types.ts';

/** What a number column hands over: null = not known; `estimate` = typed with "~". */
export interface NumberValue { readonly value: number | null; readonly estimate: boolean }

/** Reads the texts of a number column; a refusal is a sentence in the language of the window. */
export const numberParser = (kind: NumberKind, language: Language) => (text: string): Parsed => {
  const parsed = parseNumber(text, { kind, language });
  if (parsed.ok) return { ok: true, value: { value: parsed.value, estimate: parsed.estimate } satisfies NumberValue };
  return { ok: false, message: translate(`grid.parse.${parsed.reason}`, { lng: language }) };
};

/** Reads the texts of a date column into ISO; '' = not given. */
export const dateParser = (language: Language) => (text: string): Parsed => {
  const value = parseDate(text);
  return value === null ? { ok: false, message: translate('grid.parse.date', { lng: language }) } : { ok: true, value };
};

/** Reads the texts of a column of choices (text → value), whatever the case. */
export const choiceParser = (choices: ReadonlyMap<string, string>, language: Language) => {
  const byText = new Map([...choices].map(([text, value]) => [text.trim().toLocaleLowerCase(language), value]));
  return (text: string): Parsed => {
    const value = byText.get(text.trim().toLocaleLowerCase(language));
    return value === undefined ? { ok: false, message: translate('grid.parse.choice', { lng: language, choices: [...choices.keys()].join(', ') }) } : { ok: true, value };
  };
};
