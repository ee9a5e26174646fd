import { useEffect, useRef, useState } from 'react';
import type { Input, Output } from '#contract/api.ts';
import { ApiError, asApiError, call } from '../../../api.ts';
import { change } from '../../../plan/useChange.ts';
import { fileIn } from '../../../lib/files.ts';

export type Check = Output<'import.register.check'>;
export type Columns = Input<'import.register.check'>['columns'];

/** The file of the register on its way: reading, the dry run, storing. Its rows lie in the program's memory and go when the page is left. */
export interface Register {
  readonly file: string;
  readonly busy: { readonly done: number; readonly of: number } | null;
  readonly importId: string | null;
  readonly check: Check | null;
  readonly columns: NonNullable<Columns>;
  readonly error: ApiError | null;
  /** How many were stored last, and the revision that made. */
  readonly stored: { readonly count: number; readonly revision: number } | null;
  readonly open: (file: File) => Promise<void>;
  readonly cancel: () => void;
  readonly setColumns: (columns: NonNullable<Columns>) => Promise<void>;
  readonly apply: (rows: readonly number[]) => Promise<void>;
}

type State = Pick<Register, 'file' | 'busy' | 'importId' | 'check' | 'columns' | 'error' | 'stored'>;
const EMPTY: State = { file: '', busy: null, importId: null, check: null, columns: [], error: null, stored: null };

export function useRegister(): Register {
  const [state, setState] = useState<State>(EMPTY);
  const open = useRef<{ importId: string; jobId: string } | null>(null);
  const turn = useRef(0);
  const put = (patch: Partial<State>): void => setState((before) => ({ ...before, ...patch }));
  const drop = (): void => {
    turn.current += 1;
    if (open.current) void call('import.close', { importId: open.current.importId }).catch(() => undefined);
    open.current = null;
  };
  useEffect(() => drop, []);

  const check = async (importId: string, columns: NonNullable<Columns>, mine: number): Promise<void> => {
    const found = await call('import.register.check', { importId, columns });
    if (mine === turn.current) put({ check: found, columns, busy: null, error: null });
  };
  return {
    ...state,
    open: async (file) => {
      drop();
      const mine = ++turn.current;
      setState({ ...EMPTY, file: file.name, busy: { done: 0, of: 0 } });
      try {
        const started = await call('import.open', await fileIn(file));
        if (mine !== turn.current) { void call('import.close', { importId: started.importId }).catch(() => undefined); return; }
        open.current = started;
        put({ importId: started.importId });
        for (;;) {
          const job = await call('job.get', { jobId: started.jobId });
          if (mine !== turn.current) return;
          if (job.phase === 'done') break;
          if (job.phase === 'failed' || job.phase === 'cancelled') throw new ApiError({ code: job.error?.code ?? 'bug', kind: 'data', details: job.error?.details ?? {} });
          put({ busy: { done: job.done, of: job.of } });
          await new Promise((resolve) => window.setTimeout(resolve, 120));
        }
        await check(started.importId, [], mine);
      } catch (thrown) { if (mine === turn.current) put({ busy: null, error: asApiError(thrown) }); }
    },
    cancel: () => { drop(); setState(EMPTY); },
    setColumns: async (columns) => {
      if (state.importId === null) return;
      try { await check(state.importId, columns, turn.current); } catch (thrown) { put({ error: asApiError(thrown), columns }); }
    },
    apply: async (rows) => {
      if (state.importId === null) return;
      put({ busy: { done: 0, of: 0 }, error: null });
      try {
        const { revision } = await change('import.register.apply', { importId: state.importId, rows: [...rows] });
        put({ stored: { count: rows.length, revision } });
        await check(state.importId, state.columns, turn.current);
      } catch (thrown) {
        const error = asApiError(thrown);
        // The plan changed meanwhile: the comparison is made anew, and people look again.
        if (error.code === 'import.stale') await check(state.importId, state.columns, turn.current).catch(() => undefined);
        put({ busy: null, error });
      }
    },
  };
}
