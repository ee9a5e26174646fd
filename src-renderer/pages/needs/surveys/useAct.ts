import { useState } from 'react';
import { asApiError, type ApiError } from '../../../api.ts';

/** Runs changes one at a time and keeps the reason of the last one that was refused. */
export function useAct(): { readonly busy: boolean; readonly error: ApiError | null; readonly act: <T>(work: () => Promise<T>) => Promise<T | null> } {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const act = async <T>(work: () => Promise<T>): Promise<T | null> => {
    setBusy(true);
    setError(null);
    try { return await work(); } catch (thrown) { setError(asApiError(thrown)); return null; } finally { setBusy(false); }
  };
  return { busy, error, act };
}
