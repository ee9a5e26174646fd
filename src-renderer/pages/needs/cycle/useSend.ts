import { useState } from 'react';
import type { Input, MethodName } from '#contract/api.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { change } from '../../../plan/useChange.ts';

/** Sends a change and keeps what went wrong; `again` repeats it for a text that reads like a name and is none. */
export interface Send {
  readonly error: ApiError | null;
  readonly busy: boolean;
  readonly again: (() => void) | null;
  /** Forgets what went wrong: the text was changed meanwhile. */
  readonly clear: () => void;
  readonly send: <N extends MethodName>(method: N, input: Input<N>, done?: () => void) => Promise<boolean>;
}

export function useSend(): Send {
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const [again, setAgain] = useState<(() => void) | null>(null);
  const send: Send['send'] = async (method, input, done) => {
    setError(null);
    setAgain(null);
    setBusy(true);
    try {
      await change(method, input);
      done?.();
      return true;
    } catch (thrown) {
      const failed = asApiError(thrown);
      setError(failed);
      if (failed.code === 'cycle.person') setAgain(() => () => void send(method, { ...(input as object), notAPerson: true } as typeof input, done));
      return false;
    } finally { setBusy(false); }
  };
  const clear = (): void => { setError(null); setAgain(null); };
  return { error, busy, again, clear, send };
}
