import type { Readable, Tx } from './handles.ts';

/** The department's words of a section of a paper; `basedOn` = the derived text they were written over, '' when none. */
export interface StoredWords {
  readonly document: string;
  readonly section: string;
  readonly language: 'uk' | 'en';
  readonly words: string;
  readonly basedOn: string;
  /** ISO time of the last change. */
  readonly at: string;
}

/** Words of a paper in one language, by section. */
export const wordsOf = (read: Readable, document: string, language: 'uk' | 'en'): ReadonlyMap<string, StoredWords> =>
  new Map(read.all<StoredWords>('SELECT document, section, language, words, based_on AS basedOn, at FROM words WHERE document = ? AND language = ?', document, language)
    .map((row) => [row.section, row]));

/** Stores words; empty ones take them back. The same words again change nothing. */
export const setWords = (tx: Tx, w: StoredWords): number =>
  w.words === ''
    ? tx.run('DELETE FROM words WHERE document = ? AND section = ? AND language = ?', w.document, w.section, w.language)
    : tx.run(`INSERT INTO words (document, section, language, words, based_on, at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET words = excluded.words, based_on = excluded.based_on, at = excluded.at
        WHERE (words, based_on) IS NOT (excluded.words, excluded.based_on)`, w.document, w.section, w.language, w.words, w.basedOn, w.at);
