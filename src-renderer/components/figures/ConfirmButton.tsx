import { useState } from 'react';
import type { FigureKey } from '#contract/models.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { useText } from '../../i18n/index.ts';
import { ErrorText } from '../Notice.tsx';
import { inside, type Place } from './place.tsx';

/** The same figures at a place and at every territory inside it: sums wait for the parts they are made of. */
export const keysInside = (keys: readonly FigureKey[], place: Place): readonly FigureKey[] => keys.flatMap((key) => inside(place).map((territory) => ({ ...key, territory })));

/** «Підтвердити всі торік»: confirms a block of carried over figures as they stand. `keys` is asked for at the click. */
export function ConfirmButton({ label, keys, confirm, disabled = false }: { readonly label: string; readonly keys: () => readonly FigureKey[]; readonly confirm: (keys: readonly FigureKey[]) => Promise<void>; readonly disabled?: boolean }) {
  const { t } = useText();
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try { await confirm(keys()); } catch (thrown) { setError(asApiError(thrown)); }
    setBusy(false);
  };
  return (
    <>
      <button type="button" className="ctl" disabled={disabled || busy} title={t('figures.confirmNote')} onClick={() => void run()}>{label}</button>
      {error && <span className="err" role="alert"><ErrorText error={error} /></span>}
    </>
  );
}
