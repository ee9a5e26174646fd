import { useState } from 'react';
import type { FileOut } from '#contract/models.ts';
import { asApiError, type ApiError } from '../api.ts';
import { useText } from '../i18n/index.ts';
import { download } from '../lib/files.ts';
import { ErrorNotice } from './Notice.tsx';

/** Makes the paper of a page as a Word file or a PDF. */
export function PaperButtons({ make }: { readonly make: (format: 'docx' | 'pdf') => Promise<FileOut> }) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const run = async (format: 'docx' | 'pdf'): Promise<void> => {
    setBusy(true);
    setError(null);
    try { download(await make(format)); } catch (thrown) { setError(asApiError(thrown)); }
    setBusy(false);
  };
  return (
    <>
      {(['docx', 'pdf'] as const).map((format) => <button key={format} type="button" className="ctl" disabled={busy} onClick={() => void run(format)}>{t(`common.paper.${format}`)}</button>)}
      {error && <ErrorNotice error={error} />}
    </>
  );
}
