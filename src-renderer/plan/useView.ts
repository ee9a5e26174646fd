import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, MethodName, Output } from '#contract/api.ts';
import type { Area } from '#contract/method.ts';
import { asApiError, call, type ApiError } from '../api.ts';
import { onAreas } from './store.ts';

/** What a view gives to its page. Old data stay while new are asked for. */
export interface ViewState<T> {
  readonly data: T | null;
  readonly error: ApiError | null;
  /** Asked and not answered yet. */
  readonly loading: boolean;
  /** Nothing to show for over a second: say in words that it is coming. */
  readonly slow: boolean;
  /** Asks again. */
  readonly reload: () => void;
}

/**
 * Asks a query and keeps it fresh: again when the input changes and when a change of the plan touches one of `areas`.
 * An outdated question is aborted; `input` null = ask nothing now.
 */
export function useView<N extends MethodName>(method: N, input: Input<N> | null, areas: readonly Area[]): ViewState<Output<N>> {
  const key = input === null ? null : JSON.stringify(input);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ key: string | null; data: Output<N> | null; error: ApiError | null; loading: boolean }>({ key: null, data: null, error: null, loading: key !== null });
  const [slow, setSlow] = useState(false);
  const reload = useCallback(() => setTurn((n) => n + 1), []);

  useEffect(() => {
    if (key === null) { setState({ key, data: null, error: null, loading: false }); return undefined; }
    const abort = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    call(method, JSON.parse(key) as Input<N>, abort.signal).then(
      (data) => { if (!abort.signal.aborted) setState({ key, data, error: null, loading: false }); },
      (error: unknown) => { if (!abort.signal.aborted) setState((before) => ({ ...before, error: asApiError(error), loading: false })); },
    );
    return () => abort.abort();
  }, [method, key, turn]);

  const wanted = useRef(areas);
  wanted.current = areas;
  useEffect(() => onAreas((changed) => { if (changed.some((area) => wanted.current.includes(area))) reload(); }), [reload]);

  const waiting = state.loading && state.data === null;
  useEffect(() => {
    if (!waiting) { setSlow(false); return undefined; }
    const timer = window.setTimeout(() => setSlow(true), 1000);
    return () => window.clearTimeout(timer);
  }, [waiting]);
  return { data: state.data, error: state.error, loading: state.loading, slow, reload };
}
