import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import { asApiError, type ApiError } from '../../api.ts';
import { ErrorNotice, FieldError } from '../../components/Notice.tsx';
import { useText } from '../../i18n/index.ts';
import { plain, plainText } from '../../lib/text.ts';
import { change } from '../../plan/useChange.ts';
import type { TreeRow } from './tree.ts';

/** Adds a starosta district or a settlement. */
export function AddTerritory({ rows, onDone, onCancel }: { readonly rows: readonly TreeRow[]; readonly onDone: (said: string) => void; readonly onCancel: () => void }) {
  const { t, language } = useText();
  const id = useId();
  const root = rows[0]?.place.id ?? '';
  const districts = rows.filter((row) => row.place.kind === 'starosta');
  const [kind, setKind] = useState<'starosta' | 'settlement'>('starosta');
  const [name, setName] = useState('');
  const [parent, setParent] = useState(root);
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setError(null);
    const text = name.trim();
    setMissing(text === '');
    if (text === '') return;
    try {
      await change('territory.add', { parent: kind === 'starosta' ? root : parent, kind, name: text });
      onDone(t('community.places.added', { name: plainText(text, language) }));
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  const onKeyDown = (event: KeyboardEvent): void => { if (event.key === 'Escape') { event.stopPropagation(); onCancel(); } };
  return (
    <form className="cm-form cm-panel" aria-label={t('community.places.addTitle')} noValidate onKeyDown={onKeyDown} onSubmit={(event) => void submit(event)}>
      <div className="fld"><label htmlFor={`${id}k`}>{t('community.places.addKind')}</label>
        <select id={`${id}k`} className="in" value={kind} onChange={(event) => setKind(event.target.value as 'starosta' | 'settlement')}><option value="starosta">{t('community.places.addDistrict')}</option><option value="settlement">{t('community.places.addSettlement')}</option></select></div>
      <div className="fld"><label htmlFor={`${id}n`}>{t('community.places.addName')}</label>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for this form */}
        <input id={`${id}n`} className="in" autoFocus maxLength={200} value={name} aria-invalid={missing} aria-describedby={missing ? `${id}e` : undefined} onChange={(event) => setName(event.target.value)} />
        {missing && <FieldError id={`${id}e`}>{t('community.places.nameNeeded')}</FieldError>}</div>
      {kind === 'settlement' && districts.length > 0 && (
        <div className="fld"><label htmlFor={`${id}p`}>{t('community.places.addParent')}</label>
          <select id={`${id}p`} className="in" value={parent} onChange={(event) => setParent(event.target.value)}><option value={root}>{t('community.places.noDistrict')}</option>{districts.map(({ place }) => <option key={place.id} value={place.id}>{plain(place.name, language)}</option>)}</select></div>
      )}
      <div className="bt"><button type="submit" className="ctl pri tall">{t('community.places.addDo')}</button><button type="button" className="ctl ghost tall" onClick={onCancel}>{t('common.cancel')}</button></div>
      {error && <ErrorNotice error={error} />}
    </form>
  );
}
