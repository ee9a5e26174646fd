import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Output } from '#contract/api.ts';
import type { FileOut } from '#contract/models.ts';
import { ApiError, asApiError, call } from '../../api.ts';

type View = Output<'job.get'>;
/** How often (ms) a running job is asked how far it is. */
const ASK = 250;

/** A long piece of work of the program, as the page follows it. */
export interface Job {
  readonly view: View | null;
  readonly running: boolean;
  readonly error: ApiError | null;
  readonly start: (job: Input<'job.start'>['job']) => Promise<void>;
  readonly cancel: () => Promise<void>;
}

const isFile = (value: unknown): value is FileOut => typeof value === 'object' && value !== null && 'base64' in value && 'name' in value;
/** The file a finished job has made, or null. */
export const fileOf = (view: View | null): FileOut | null => (view?.phase === 'done' && isFile(view.result) ? view.result : null);

/** Starts a job, follows it and ends it; `onFile` gets the file once when it is ready. A job that outlives its page is ended. */
export function useJob(onFile: (file: FileOut) => void): Job {
  const [view, setView] = useState<View | null>(null);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const id = view?.jobId ?? null;
  const running = asking || view?.phase === 'waiting' || view?.phase === 'running';
  const got = useRef(onFile);
  got.current = onFile;

  useEffect(() => {
    if (id === null || !running) return undefined;
    let alive = true;
    let timer = 0;
    const ask = async (): Promise<void> => {
      try {
        const next = await call('job.get', { jobId: id });
        if (!alive) return;
        // An answer that was on its way when the work was cancelled does not bring it back.
        setView((before) => (before?.jobId === id && before.phase === 'cancelled' ? before : next));
        const file = fileOf(next);
        if (file) got.current(file);
        if (next.phase === 'failed') setError(failure(next));
        if (next.phase === 'waiting' || next.phase === 'running') timer = window.setTimeout(() => void ask(), ASK);
      } catch (thrown) {
        if (!alive) return;
        setError(asApiError(thrown));
        setView(null);
      }
    };
    timer = window.setTimeout(() => void ask(), ASK);
    return () => { alive = false; window.clearTimeout(timer); };
  }, [id, running]);

  const open = useRef<string | null>(null);
  open.current = running ? id : null;
  useEffect(() => () => { if (open.current !== null) call('job.cancel', { jobId: open.current }).catch(() => undefined); }, []);

  const start = useCallback(async (job: Input<'job.start'>['job']): Promise<void> => {
    setError(null);
    setView(null);
    setAsking(true);
    try {
      const { jobId } = await call('job.start', { job });
      setView({ jobId, phase: 'waiting', step: '', done: 0, of: 1, result: null, error: null });
    } catch (thrown) { setError(asApiError(thrown)); }
    setAsking(false);
  }, []);
  const cancel = useCallback(async (): Promise<void> => {
    if (id === null) return;
    try {
      await call('job.cancel', { jobId: id });
      setView((before) => (before?.jobId === id && before.phase !== 'done' ? { ...before, phase: 'cancelled' } : before));
    } catch (thrown) { setError(asApiError(thrown)); }
  }, [id]);
  return { view, running, error, start, cancel };
}

const failure = (view: View): ApiError => new ApiError({ code: 'bug', kind: 'bug', details: { id: view.jobId, ...view.error?.details, ...(view.error?.code === 'bug' || !view.error ? {} : { message: view.error.code }) } });
