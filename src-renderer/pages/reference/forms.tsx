import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { editText, formatDate, formatNumber } from '#contract/format.ts';
import { parseDate, parseNumber } from '#contract/parse.ts';
import type { NormView, ServiceReference } from '#contract/api/reference.ts';
import type { Input, MethodName } from '#contract/api.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { ErrorNotice, FieldError } from '../../components/Notice.tsx';
import { Tx } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { hasCyrillic, shown } from '../../lib/text.ts';
import { useChange } from '../../plan/useChange.ts';

/** Sends a change and keeps what went wrong. */
function useSend(): { readonly error: ApiError | null; readonly busy: boolean; readonly send: <N extends MethodName>(method: N, input: Input<N>) => Promise<boolean> } {
  const change = useChange();
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async <N extends MethodName>(method: N, input: Input<N>): Promise<boolean> => {
    setError(null);
    setBusy(true);
    try {
      await change(method, input);
      return true;
    } catch (thrown) {
      setError(asApiError(thrown));
      return false;
    } finally { setBusy(false); }
  };
  return { error, busy, send };
}

/** «Позначити звіреним», and the way back. */
export function CheckButton({ norm }: { readonly norm: NormView }) {
  const { t } = useText();
  const { error, busy, send } = useSend();
  const checked = norm.checked !== null;
  return (
    <>
      {error && <ErrorNotice error={error} />}
      <div className="bt"><button type="button" className={checked ? 'ctl' : 'ctl pri'} disabled={busy} onClick={() => void send('norm.check', { norm: norm.id, checked: !checked })}>{t(checked ? 'reference.uncheck' : 'reference.check')}</button></div>
    </>
  );
}

interface FieldProps { readonly label: ReactNode; readonly value: string; readonly onChange: (value: string) => void; readonly error?: string | undefined; readonly placeholder?: string; readonly maxLength: number; readonly readOnly: boolean; readonly numeric?: boolean }
function Field({ label, value, onChange, error, placeholder, maxLength, readOnly, numeric = false }: FieldProps) {
  const id = useId();
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="in" lang={hasCyrillic(value) ? 'uk' : undefined} inputMode={numeric ? 'decimal' : undefined} value={value} readOnly={readOnly} maxLength={maxLength} placeholder={placeholder} aria-invalid={error !== undefined} aria-describedby={error === undefined ? undefined : `${id}e`} onChange={(event) => onChange(event.target.value)} />
      {error !== undefined && <FieldError id={`${id}e`}>{error}</FieldError>}
    </div>
  );
}

/** The council's own value of a norm with its decision. */
export function LocalForm({ norm, readOnly }: { readonly norm: NormView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const { error, busy, send } = useSend();
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState(norm.local ? editText(norm.local.value, 'count', language) : '');
  const [decision, setDecision] = useState(norm.local?.decision ?? '');
  const [since, setSince] = useState(norm.local?.since ? formatDate(norm.local.since, language) : '');
  const [wrong, setWrong] = useState<{ value?: string; decision?: string; since?: string }>({});
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const number = parseNumber(value, { kind: 'decimal', language });
    const date = since.trim() === '' ? '' : parseDate(since);
    const bad = {
      ...(number.ok && number.value !== null && number.value >= 0 ? {} : { value: t('reference.badNumber') }),
      ...(decision.trim() === '' ? { decision: t('reference.badDecision') } : {}), ...(date === null ? { since: t('reference.badDate') } : {}),
    };
    setWrong(bad);
    if (Object.keys(bad).length > 0 || !number.ok || number.value === null || date === null) return;
    if (await send('norm.setLocal', { norm: norm.id, value: number.value, decision: decision.trim(), since: date })) setOpen(false);
  };
  const remove = async (): Promise<void> => {
    if (await send('norm.setLocal', { norm: norm.id, value: null })) { setValue(''); setDecision(''); setSince(''); setOpen(false); }
  };
  return (
    <div className="own">
      <h3>{t('reference.localTitle')}</h3>
      <p className="note text">{norm.local ? <><Tx k="reference.localNow" p={{ value: formatNumber(norm.local.value, language), decision: norm.local.decision }} />{norm.local.since !== '' && <>; {t('reference.localSince', { since: norm.local.since })}</>}.</> : t('reference.localNote')}</p>
      {error && <ErrorNotice error={error} />}
      {open && (
        <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
          <Field label={<Tx k="reference.localValue" p={{ unit: shown(norm.unit, language) }} />} value={value} onChange={setValue} error={wrong.value} maxLength={40} readOnly={readOnly} numeric />
          <Field label={t('reference.localDecision')} value={decision} onChange={setDecision} error={wrong.decision} maxLength={300} readOnly={readOnly} placeholder={t('reference.localDecisionExample')} />
          <Field label={t('reference.localDate')} value={since} onChange={setSince} error={wrong.since} maxLength={20} readOnly={readOnly} />
          <div className="bt"><button type="submit" className="ctl pri" disabled={busy}>{t('reference.localSave')}</button><button type="button" className="ctl" onClick={() => setOpen(false)}>{t('common.cancel')}</button></div>
        </form>
      )}
      {!readOnly && !open && (
        <div className="bt">
          <button type="button" className="ctl" onClick={() => setOpen(true)}>{t(norm.local ? 'reference.localChange' : 'reference.localAdd')}</button>
          {norm.local && <button type="button" className="ctl" disabled={busy} onClick={() => void remove()}>{t('reference.localRemove')}</button>}
        </div>
      )}
    </div>
  );
}

/** The official name of a service whose name was not found. */
export function NameForm({ service, readOnly }: { readonly service: ServiceReference; readonly readOnly: boolean }) {
  const { t } = useText();
  const { error, busy, send } = useSend();
  const [name, setName] = useState(service.name?.uk ?? '');
  const [source, setSource] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setWrong(name.trim() === '' ? t('reference.nameBad') : undefined);
    if (name.trim() !== '') await send('service.setName', { service: service.id, name: name.trim(), source: source.trim() });
  };
  return (
    <div className="own">
      <h3>{t('reference.nameTitle')}</h3>
      <p className="note text">{t('reference.nameNote')}</p>
      {error && <ErrorNotice error={error} />}
      <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <Field label={t('reference.nameField')} value={name} onChange={setName} error={wrong} maxLength={300} readOnly={readOnly} />
        <Field label={t('reference.nameSource')} value={source} onChange={setSource} maxLength={400} readOnly={readOnly} placeholder={t('reference.nameSourceExample')} />
        {!readOnly && (
          <div className="bt">
            <button type="submit" className="ctl pri" disabled={busy}>{t('reference.nameSave')}</button>
            {service.name !== null && <button type="button" className="ctl" disabled={busy} onClick={() => { setName(''); void send('service.setName', { service: service.id, name: '' }); }}>{t('reference.nameRemove')}</button>}
          </div>
        )}
      </form>
    </div>
  );
}
