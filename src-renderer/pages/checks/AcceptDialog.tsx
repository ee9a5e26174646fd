import { useId, useState, type FormEvent } from 'react';
import type { CheckIssue } from '#contract/api/checks.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/Notice.tsx';
import { Says } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { useScope } from '../../plan/store.ts';
import { change } from '../../plan/useChange.ts';

/** Asks why a finding is right as it is. */
export function AcceptDialog({ issue, onClose }: { readonly issue: CheckIssue; readonly onClose: () => void }) {
  const { t } = useText();
  const scope = useScope();
  const id = useId();
  const [reason, setReason] = useState(issue.accepted?.reason ?? '');
  const [short, setShort] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setShort(reason.trim().length < 3);
    if (reason.trim().length < 3) return;
    try {
      await change('check.accept', { ...scope, issue: issue.id, reason });
      onClose();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <Dialog title={t('checks.acceptTitle')} onClose={onClose}>
      <form className="dlg" onSubmit={(event) => void submit(event)}>
        <p><Says>{issue.text}</Says></p>
        <p className="note">{t('checks.acceptText')}</p>
        <div className="fld">
          <label htmlFor={id}>{t('checks.reason')}</label>
          <textarea id={id} className="in" rows={3} maxLength={1000} data-autofocus value={reason} aria-invalid={short} aria-describedby={`${id}h`} onChange={(event) => setReason(event.target.value)} />
          <p id={`${id}h`} className={short ? 'note bad' : 'note'}>{t(short ? 'checks.reasonShort' : 'checks.reasonHint')}</p>
        </div>
        {error && <ErrorNotice error={error} />}
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('checks.cancel')}</button><button type="submit" className="ctl pri">{t('checks.acceptDo')}</button></div>
      </form>
    </Dialog>
  );
}
