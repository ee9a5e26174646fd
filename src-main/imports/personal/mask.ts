import type { PersonalClass } from '../types.ts';

/**
 * An example that shows the form and nobody: «Іваненко Іван» → «І… І…», «0671234567» → «0…», «a@b.ua» → «a…@…», «12.03.1956» → «…1956».
 * At most one sign of a word and three words are kept.
 */
export function mask(text: string, kind: PersonalClass): string {
  const clean = text.trim();
  if (kind === 'email') return `${clean.charAt(0)}…@…`;
  if (kind === 'birthDate') return '…';
  if (kind === 'name' || kind === 'address') {
    const words = clean.split(/[\s,]+/).filter((w) => /\p{L}/u.test(w)).slice(0, 3);
    return words.map((w) => `${[...w].find((c) => /\p{L}/u.test(c)) ?? ''}…`).join(' ');
  }
  return `${clean.replace(/[^\p{L}\d+]/gu, '').slice(0, 1)}…`;
}
