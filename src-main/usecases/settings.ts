import type { Settings } from '../contract/api/library.ts';

/** What a new computer starts with. */
const DEFAULTS: Settings = { language: 'uk', theme: 'system', author: '' };

/** Preferences out of a file that may have been edited by hand: what is not understood stays at its default. */
export function settingsFrom(saved: unknown): Settings {
  const { language, theme, author } = (typeof saved === 'object' && saved !== null ? saved : {}) as Readonly<Record<string, unknown>>;
  return {
    language: language === 'en' || language === 'uk' ? language : DEFAULTS.language,
    theme: theme === 'light' || theme === 'dark' || theme === 'system' ? theme : DEFAULTS.theme,
    author: typeof author === 'string' ? author.slice(0, 80) : DEFAULTS.author,
  };
}
