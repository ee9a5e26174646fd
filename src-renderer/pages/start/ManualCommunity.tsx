import { useId, useState, type FormEvent } from 'react';
import { asApiError, type ApiError } from '../../api.ts';
import { ErrorNotice, FieldError } from '../../components/Notice.tsx';
import { useText } from '../../i18n/index.ts';
import { createPlan } from '../../plan/open.ts';

const TYPES = ['rural', 'settlement', 'urban'] as const;

/** A plan for a community that the bundled list does not have. */
export function ManualCommunity({ onBack }: { readonly onBack: () => void }) {
  const { t } = useText();
  const id = useId();
  const [name, setName] = useState('');
  const [type, setType] = useState<(typeof TYPES)[number]>('rural');
  const [raion, setRaion] = useState('');
  const [oblast, setOblast] = useState('');
  const [year, setYear] = useState(String(new Date().getFullYear() + 1));
  const [empty, setEmpty] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setError(null);
    setEmpty(name.trim() === '');
    if (name.trim() === '') { document.getElementById(`${id}n`)?.focus(); return; }
    try { await createPlan({ community: { name: name.trim(), type, raion: raion.trim(), oblast: oblast.trim() }, year: Number(year) }); } catch (thrown) { setError(asApiError(thrown)); }
  };
  return (
    <form className="man" noValidate aria-labelledby={`${id}h`} onSubmit={(event) => void submit(event)}>
      <h2 className="all" id={`${id}h`}>{t('start.manualForm.title')}</h2>
      <p className="note all">{t('start.manualForm.note')}</p>
      <div className="fld all"><label htmlFor={`${id}n`}>{t('start.manualForm.name')}</label><input id={`${id}n`} className="in" autoFocus maxLength={200} aria-invalid={empty} aria-describedby={empty ? `${id}e` : undefined} placeholder={t('start.manualForm.nameHint')} value={name} onChange={(event) => setName(event.target.value)} />{empty && <FieldError id={`${id}e`}>{t('start.manualForm.needName')}</FieldError>}</div>
      <div className="fld"><label htmlFor={`${id}t`}>{t('start.manualForm.type')}</label><select id={`${id}t`} className="in" value={type} onChange={(event) => setType(TYPES.find((one) => one === event.target.value) ?? 'rural')}>{TYPES.map((one) => <option key={one} value={one}>{t(`start.type.${one}`)}</option>)}</select></div>
      <div className="fld"><label htmlFor={`${id}y`}>{t('start.year')}</label><input id={`${id}y`} className="in" type="number" min={1991} max={2100} value={year} onChange={(event) => setYear(event.target.value)} /></div>
      <div className="fld"><label htmlFor={`${id}r`}>{t('start.manualForm.raion')}</label><input id={`${id}r`} className="in" maxLength={200} value={raion} onChange={(event) => setRaion(event.target.value)} /></div>
      <div className="fld"><label htmlFor={`${id}o`}>{t('start.manualForm.oblast')}</label><input id={`${id}o`} className="in" maxLength={200} value={oblast} onChange={(event) => setOblast(event.target.value)} /></div>
      {error && <div className="all"><ErrorNotice error={error} /></div>}
      <div className="bt all"><button type="button" className="ctl" onClick={onBack}>{t('start.manualForm.backToList')}</button><span className="sp" /><button type="submit" className="ctl pri tall">{t('start.manualForm.do')}</button></div>
    </form>
  );
}
