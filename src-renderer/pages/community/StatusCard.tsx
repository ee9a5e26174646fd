import { useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { Output } from '#contract/api.ts';
import type { CommunityStatus } from '#contract/api/library.ts';
import { formatDate } from '#contract/format.ts';
import { parseDate } from '#contract/parse.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { ErrorNotice, FieldError } from '../../components/Notice.tsx';
import { Card } from '../../components/Page.tsx';
import { Raw } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { hasCyrillic } from '../../lib/text.ts';
import { todayText } from '../../lib/today.ts';
import { usePlan } from '../../plan/store.ts';
import { change } from '../../plan/useChange.ts';

type Status = Output<'community.view'>['status'];
const STATUSES: readonly CommunityStatus[] = ['rear', 'possible_hostilities', 'active_hostilities', 'partly_occupied', 'occupied', 'deoccupied', 'former_hostilities'];
const LOOKS: Readonly<Record<CommunityStatus, string>> = { rear: '', possible_hostilities: 'mk ed', active_hostilities: 'mk bd', partly_occupied: 'mk bd', occupied: 'mk bd', deoccupied: 'mk ed', former_hostilities: 'mk ed' };

/** War status of the community by the official list: dated, sourced, editable, because the list changes monthly. */
export function StatusCard({ status }: { readonly status: Status }) {
  const { t } = useText();
  const { info } = usePlan();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => { setOpen(false); window.setTimeout(() => opener.current?.focus(), 0); };
  return (
    <Card title={t('community.war.title')}>
      <p><b className={LOOKS[status.value] || undefined}>{t(`community.war.value.${status.value}`)}</b>{status.since !== '' && ` ${t('community.war.since', { since: status.since })}`}{status.asOf !== '' && <span className="note"> · {t('community.war.asOf', { asOf: status.asOf })}</span>}</p>
      <p className="note text">{status.source === '' ? t('community.war.unknownSource') : <Raw>{status.source}</Raw>}. {t('community.war.note')}</p>
      {open ? <StatusForm status={status} onDone={close} /> : !info?.readOnly && <button type="button" ref={opener} className="link" aria-expanded={false} onClick={() => setOpen(true)}>{t('community.war.edit')}</button>}
    </Card>
  );
}

function StatusForm({ status, onDone }: { readonly status: Status; readonly onDone: () => void }) {
  const { t, language } = useText();
  const id = useId();
  const [value, setValue] = useState(status.value);
  const [since, setSince] = useState(status.since === '' ? '' : formatDate(status.since, language));
  const [asOf, setAsOf] = useState(todayText(language));
  const [source, setSource] = useState(status.source);
  const [wrong, setWrong] = useState<{ readonly since?: string; readonly asOf?: string }>({});
  const [error, setError] = useState<ApiError | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const from = parseDate(since);
    const day = parseDate(asOf);
    setWrong({ ...(from === null ? { since: t('community.war.wrongDate') } : {}), ...(day === null || day === '' ? { asOf: t('community.war.wrongDate') } : {}) });
    if (from === null || day === null || day === '') return;
    try {
      await change('community.setStatus', { status: value, since: from, asOf: day, source: source.trim() });
      onDone();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  const onKeyDown = (event: KeyboardEvent): void => { if (event.key === 'Escape') { event.stopPropagation(); onDone(); } };
  return (
    <form className="cm-form" noValidate onKeyDown={onKeyDown} onSubmit={(event) => void submit(event)}>
      <div className="fld cm-w"><label htmlFor={`${id}v`}>{t('community.war.status')}</label>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for this form */}
        <select id={`${id}v`} className="in" autoFocus value={value} onChange={(event) => setValue(event.target.value as CommunityStatus)}>{STATUSES.map((one) => <option key={one} value={one}>{t(`community.war.value.${one}`)}</option>)}</select></div>
      <div className="fld cm-s"><label htmlFor={`${id}s`}>{t('community.war.sinceLabel')}</label><input id={`${id}s`} className="in" value={since} aria-invalid={wrong.since !== undefined} aria-describedby={wrong.since ? `${id}se` : undefined} onChange={(event) => setSince(event.target.value)} />{wrong.since && <FieldError id={`${id}se`}>{wrong.since}</FieldError>}</div>
      <div className="fld cm-s"><label htmlFor={`${id}a`}>{t('community.war.asOfLabel')}</label><input id={`${id}a`} className="in" value={asOf} aria-invalid={wrong.asOf !== undefined} aria-describedby={wrong.asOf ? `${id}ae` : undefined} onChange={(event) => setAsOf(event.target.value)} />{wrong.asOf && <FieldError id={`${id}ae`}>{wrong.asOf}</FieldError>}</div>
      <div className="fld cm-w"><label htmlFor={`${id}o`}>{t('community.war.source')}</label><input id={`${id}o`} className="in" maxLength={400} lang={language === 'en' && hasCyrillic(source) ? 'uk' : undefined} value={source} onChange={(event) => setSource(event.target.value)} /></div>
      <div className="bt"><button type="submit" className="ctl pri tall">{t('community.war.save')}</button><button type="button" className="ctl ghost tall" onClick={onDone}>{t('common.cancel')}</button></div>
      {error && <ErrorNotice error={error} />}
    </form>
  );
}
