import { useState, type FormEvent } from 'react';
import type { AccessibilityView, AuditInfo } from '#contract/api/accessibility.ts';
import type { Revision } from '#contract/method.ts';
import { formatDate } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../../api.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { navigate } from '../../../lib/route.ts';
import { change } from '../../../plan/useChange.ts';
import { DayField, dayOf, dayText, TextField } from '../../needs/cycle/parts.tsx';

/** A new audit of a facility, or the date and roles of one. */
export function AuditForm({ view, facility, audit, onClose }: { readonly view: AccessibilityView; readonly facility: string; readonly audit: AuditInfo | null; readonly onClose: () => void }) {
  const { t, language } = useText();
  const before = view.audits.find((each) => each.facility === facility);
  const [day, setDay] = useState(dayText(audit?.day ?? view.today));
  const [role, setRole] = useState(audit?.role ?? before?.role ?? '');
  const [note, setNote] = useState(audit?.note ?? '');
  const [copy, setCopy] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const iso = dayOf(day);
  const late = iso !== null && iso > view.today;
  const send = async (notAPerson: boolean): Promise<void> => {
    if (iso === null || iso === '' || late) return;
    setBusy(true);
    setError(null);
    try {
      const done: Revision & { readonly id: string } = await change('audit.put', { ...(audit ? { id: audit.id } : {}), facility, day: iso, role: role.trim(), note: note.trim(), copy: copy && before ? before.id : '', notAPerson });
      onClose();
      if (!audit) navigate('capacity', { tab: 'access', audit: done.id });
    } catch (thrown) { setError(asApiError(thrown)); setBusy(false); }
  };
  return (
    <Dialog title={t(audit ? 'access.form.edit' : 'access.form.new')} onClose={onClose}>
      <form className="dlg" onSubmit={(event: FormEvent) => { event.preventDefault(); void send(false); }}>
        <p className="w5"><Raw>{view.facilities.find((each) => each.id === facility)?.name ?? ''}</Raw></p>
        <DayField label={t('access.form.day')} value={day} onChange={setDay} note={late ? t('cycle.notYet', { today: formatDate(view.today, language) }) : undefined} />
        <TextField label={t('access.form.role')} value={role} max={400} note={t('access.form.roleNote')} onChange={setRole} />
        <TextField label={t('access.form.note')} value={note} max={2000} multi onChange={setNote} />
        {!audit && before && <label className="ac-check"><input type="checkbox" checked={copy} onChange={(event) => setCopy(event.target.checked)} /><span>{t('access.form.copy')} ({formatDate(before.day, language)})<span className="note ac-under">{t('access.form.copyNote')}</span></span></label>}
        {error && <ErrorNotice error={error}>{error.code === 'cycle.person' && <button type="button" className="ctl" onClick={() => void send(true)}>{t('cycle.notAPerson')}</button>}</ErrorNotice>}
        <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={busy || iso === null || iso === '' || late}>{t(audit ? 'access.form.save' : 'access.form.start')}</button></div>
      </form>
    </Dialog>
  );
}
