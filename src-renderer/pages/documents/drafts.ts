import { useEffect, useSyncExternalStore } from 'react';
import { asApiError, type ApiError } from '../../api.ts';

/** Typing has stopped this long (ms) ago: the words are sent. */
const PAUSE = 1000;

/** Words that were typed. They stay here, outside the page, until the program has said that it has stored them. */
export interface Draft {
  readonly text: string;
  readonly state: 'typed' | 'saving' | 'failed' | 'stored';
  readonly error: ApiError | null;
  /** ISO time of the reply, '' before it. */
  readonly at: string;
}
interface Kept extends Draft {
  readonly send: (text: string) => Promise<unknown>;
  readonly timer: number;
  /** What the page showed as stored when this was typed. */
  readonly before: string;
}

const drafts = new Map<string, Kept>();
const sending = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();
let version = 0;
const tell = (): void => { version += 1; for (const listener of [...listeners]) listener(); };
const put = (key: string, draft: Kept): void => { drafts.set(key, draft); tell(); };

/** The Ukrainian apostrophe in the place of typewriter ones between Ukrainian letters. */
export const foldApostrophe = (text: string): string => text.replace(/(?<=\p{Script=Cyrillic})['’`](?=\p{Script=Cyrillic})/gu, '\u02BC');

/** Takes typed words; they are sent by themselves soon after typing stops. */
export function typeWords(key: string, text: string, before: string, send: (text: string) => Promise<unknown>): void {
  const known = drafts.get(key);
  window.clearTimeout(known?.timer);
  put(key, { text, send, state: 'typed', error: null, at: '', before: known && known.state !== 'stored' ? known.before : before, timer: window.setTimeout(() => { flush(key).catch(() => undefined); }, PAUSE) });
}

/** Sends the words of one field now; throws when they could not be stored (they stay in the field). */
export async function flush(key: string): Promise<void> {
  const running = sending.get(key);
  if (running) await running.catch(() => undefined);
  const draft = drafts.get(key);
  if (!draft || draft.state === 'stored') return;
  if (draft.state === 'saving') return flush(key);
  window.clearTimeout(draft.timer);
  const work = store(key, draft);
  sending.set(key, work);
  try { await work; } finally { if (sending.get(key) === work) sending.delete(key); }
}

async function store(key: string, draft: Kept): Promise<void> {
  put(key, { ...draft, state: 'saving', error: null });
  const still = (): boolean => drafts.get(key)?.text === draft.text && drafts.get(key)?.state === 'saving';
  try {
    await draft.send(foldApostrophe(draft.text));
    if (still()) put(key, { ...draft, state: 'stored', at: new Date().toISOString() });
  } catch (thrown) {
    if (still()) put(key, { ...draft, state: 'failed', error: asApiError(thrown) });
    throw thrown;
  }
}

/** Sends everything that is not stored yet; throws when something could not be. */
export async function flushAll(): Promise<void> { for (const key of [...drafts.keys()]) await flush(key); }

/** Forgets typed words, when another text was chosen in their place. */
export function dropDraft(key: string): void {
  window.clearTimeout(drafts.get(key)?.timer);
  if (drafts.delete(key)) tell();
}

/** Has this field words that are not stored? */
export const isUnsaved = (key: string): boolean => { const draft = drafts.get(key); return draft !== undefined && draft.state !== 'stored'; };

const subscribe = (listener: () => void): (() => void) => { listeners.add(listener); return () => { listeners.delete(listener); }; };
/** Draws the component again when any draft changes. */
export const useDrafts = (): number => useSyncExternalStore(subscribe, () => version);

/** The draft of a field, or null when the field shows what is stored (`saved`). Leaving the field's page sends it. */
export function useDraft(key: string, saved: string): Draft | null {
  useDrafts();
  const draft = drafts.get(key) ?? null;
  useEffect(() => {
    const kept = drafts.get(key);
    if (kept?.state === 'stored' && kept.before !== saved) drafts.set(key, { ...kept, text: saved, before: saved });
  }, [key, saved]);
  useEffect(() => {
    const now = (): void => { flush(key).catch(() => undefined); };
    const hidden = (): void => { if (document.visibilityState === 'hidden') now(); };
    window.addEventListener('pagehide', now);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('pagehide', now);
      document.removeEventListener('visibilitychange', hidden);
      if (drafts.get(key)?.state === 'stored') drafts.delete(key);
      else now();
    };
  }, [key]);
  return draft;
}
/** What a field shows: typed words first; after they are stored, what the program gives. */
export const textOf = (draft: Draft | null, saved: string): string => {
  if (draft === null) return saved;
  if (draft.state !== 'stored') return draft.text;
  return (draft as Kept).before === saved ? draft.text : saved;
};
