import { Worker } from 'node:worker_threads';
import { ERRORS, type ErrorCode, type Reply } from '../contract/errors.ts';

/** Where the program's thread finds things. */
export interface ThreadPlaces {
  readonly libraryDir: string;
  readonly resourcesDir: string;
  /** File of the worker of jobs, built or source. */
  readonly jobsWorker: string;
  readonly version: string;
  /** The library is the folder beside the program. */
  readonly portable: boolean;
}
export type ToThread = { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown } | { readonly kind: 'close' };
export type FromThread = { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> } | { readonly kind: 'closed' };

/** The program behind a window door. */
export interface AppThread {
  /** One action; always an answer, never an exception. */
  call(method: string, input: unknown): Promise<Reply<unknown>>;
  /** Closes the open plan and ends the thread. */
  close(): Promise<void>;
}

/** How long the program may take to close its plan, ms. */
const CLOSING = 5000;

/** An error of a door itself. */
export const doorError = (code: ErrorCode, details: Readonly<Record<string, unknown>> = {}): Reply<never> => ({ ok: false, error: { code, kind: ERRORS[code].kind, details } });

/**
 * Runs the program in one worker thread. When the thread dies, whoever waits gets `transport.lost` and the next call starts a new one.
 * @param script the built `worker.mjs`
 * @param onLost told why a thread died
 */
export function startAppThread(script: string | URL, places: ThreadPlaces, onLost: (why: string) => void = () => {}): AppThread {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  let worker: Worker | null = null;
  let closed = false;
  let lastId = 0;

  const start = (): Worker => {
    const started = new Worker(script, { workerData: places });
    const lost = (why: string): void => {
      if (worker !== started) return;
      worker = null;
      if (!closed) onLost(why);
      for (const settle of waiting.values()) settle(doorError('transport.lost'));
      waiting.clear();
    };
    started.on('message', (message: FromThread) => {
      if (message.kind !== 'reply') return;
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
    });
    started.on('messageerror', (error) => lost(String(error)));
    started.on('error', (error) => lost(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    started.on('exit', (code) => lost(`thread ended with code ${code}`));
    return started;
  };
  worker = start();

  return {
    call: (method, input) => {
      if (closed) return Promise.resolve(doorError('transport.lost'));
      worker ??= start();
      const id = ++lastId;
      const target = worker;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        try {
          target.postMessage({ kind: 'call', id, method, input } satisfies ToThread);
        } catch {
          waiting.delete(id);
          resolve(doorError('input.invalid', { issues: [{ path: '', message: 'not plain JSON' }] }));
        }
      });
    },
    close: async () => {
      closed = true;
      const target = worker;
      if (!target) return;
      const ended = new Promise<void>((resolve) => target.once('exit', () => resolve()));
      target.postMessage({ kind: 'close' } satisfies ToThread);
      const timer = setTimeout(() => void target.terminate(), CLOSING);
      await ended;
      clearTimeout(timer);
    },
  };
}
