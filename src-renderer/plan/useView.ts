import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, MethodName, Output } from '#contract/api.ts';
import type { Area } from '#contract/method.ts';
import { asApiError, call, type ApiError } from '../api.ts';
import { keepSame } from '../lib/same.ts';
import { onAreas } from './store.ts';

/** What a view gives to its page. Old data stay while new are asked for. */
export interface ViewState<T> {
  readonly data: T | null;
  readonly error: ApiError | null;
  /** Nothing to show for over a second: say in words that it is coming. */
  readonly slow: boolean;
  /** Asks again. */
  readonly reload: () => void;
}

/**
 * Asks a query and keeps it fresh: again when the input changes and when a change of the plan touches one of `areas`.
 * An outdated question is aborted; `input` null = ask nothing now. Parts of the answer that did not change stay the same objects.
 */
export function useView<N extends MethodName>(method: N, input: Input<N> | null, areas: readonly Area[]): ViewState<Output<N>> {
  const key = input === null ? null : JSON.stringify(input);
  const [state, setState] = useState<{ data: Output<N> | null; error: ApiError | null }>({ data: null, error: null });
  const [slow, setSlow] = useState(false);
  const wanted = useRef(areas);
  wanted.current = areas;
  const ask = useRef(() => {});
  const reload = useCallback(() => ask.current(), []);

  useEffect(() => {
    if (key === null) { setState({ data: null, error: null }); return undefined; }
    let abort = new AbortController();
    // Asked in the moment of the change, without waiting for anything to be drawn.
    ask.current = () => {
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      call(method, JSON.parse(key) as Input<N>, signal).then(
        (answer) => {
          if (signal.aborted) return;
          setState((before) => {
            const data = keepSame(before.data, answer);
            return data === before.data && before.error === null ? before : { data, error: null };
          });
        },
        (error: unknown) => { if (!signal.aborted) setState((before) => ({ ...before, error: asApiError(error) })); },
      );
    };
    ask.current();
    const stop = onAreas((changed) => { if (changed.some((area) => wanted.current.includes(area))) ask.current(); });
    return () => { stop(); abort.abort(); ask.current = () => {}; };
  }, [method, key]);

  const waiting = key !== null && state.data === null && state.error === null;
  useEffect(() => {
    if (!waiting) { setSlow(false); return undefined; }
    const timer = window.setTimeout(() => setSlow(true), 1000);
    return () => window.clearTimeout(timer);
  }, [waiting]);
  return { data: state.data, error: state.error, slow, reload };
}
