import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import { foldText } from '#contract/parse.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { ErrorNotice, FieldError } from '../../components/Notice.tsx';
import { Uk } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { plain } from '../../lib/text.ts';
import { change } from '../../plan/useChange.ts';
import type { TreeRow } from './tree.ts';

const NEW = 'new';

/** Moves any number of settlements into a district, an existing one or a new one. */
export function MoveForm({ rows, onDone, onCancel }: { readonly rows: readonly TreeRow[]; readonly onDone: (said: string) => void; readonly onCancel: () => void }) {
  const { t, language } = useText();
  const id = useId();
  const root = rows[0]?.place.id ?? '';
  const districts = rows.filter((row) => row.place.kind === 'starosta');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [find, setFind] = useState('');
  const [to, setTo] = useState(districts[0]?.place.id ?? NEW);
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<'pick' | 'name' | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const asked = foldText(find);
  const seen = rows.filter((row) => row.place.kind === 'settlement' && [row.place.name.uk, row.place.name.en ?? ''].some((text) => foldText(text).includes(asked)));
  const toggle = (place: string): void => { const next = new Set(picked); if (!next.delete(place)) next.add(place); setPicked(next); };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setError(null);
    const chosen = rows.filter((row) => picked.has(row.place.id)).map((row) => row.place);
    const missing = chosen.length === 0 ? 'pick' as const : to === NEW && name.trim() === '' ? 'name' as const : null;
    setWrong(missing);
    if (missing !== null) return;
    setBusy(true);
    try {
      let parent = to;
      if (to === NEW) {
        parent = window.crypto.randomUUID();
        await change('territory.add', { id: parent, parent: root, kind: 'starosta', name: name.trim() });
      }
      await change('territory.move', { ids: chosen.map((place) => place.id), parent });
      onDone(t('community.places.moved', { count: chosen.length }));
    } catch (thrown) { setError(asApiError(thrown)); }
    setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => { if (event.key === 'Escape') { event.stopPropagation(); onCancel(); } };
  return (
    <form className="cm-panel cm-move" aria-label={t('community.places.moveTitle')} noValidate onKeyDown={onKeyDown} onSubmit={(event) => void submit(event)}>
      <div className="cm-form">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for this form */}
        <div className="fld"><label htmlFor={`${id}f`}>{t('community.places.moveFind')}</label><input id={`${id}f`} className="in" autoFocus autoComplete="off" value={find} onChange={(event) => setFind(event.target.value)} /></div>
        <div className="bt"><button type="button" className="ctl tall" onClick={() => setPicked(new Set([...picked, ...seen.map((row) => row.place.id)]))}>{t('community.places.moveAll')}</button>
          <button type="button" className="ctl ghost tall" disabled={picked.size === 0} onClick={() => setPicked(new Set())}>{t('community.places.moveNone')}</button></div>
      </div>
      <fieldset className="cm-pick" aria-describedby={wrong === 'pick' ? `${id}w` : undefined}>
        <legend className="vh">{t('community.places.moveTitle')}</legend>
        {seen.length === 0 && <p className="note">{t('community.places.nothing')}</p>}
        {seen.map(({ place, district }) => (
          <label key={place.id}><input type="checkbox" checked={picked.has(place.id)} onChange={() => toggle(place.id)} /><span><Uk>{place.name}</Uk>{district && <span className="note"> · <Uk>{district.name}</Uk></span>}</span></label>
        ))}
      </fieldset>
      {wrong === 'pick' && <FieldError id={`${id}w`}>{t('community.places.pick')}</FieldError>}
      <div className="cm-form">
        <div className="fld"><label htmlFor={`${id}t`}>{t('community.places.moveTo')}</label>
          <select id={`${id}t`} className="in" value={to} onChange={(event) => setTo(event.target.value)}>{districts.map(({ place }) => <option key={place.id} value={place.id}>{plain(place.name, language)}</option>)}<option value={root}>{t('community.places.noDistrict')}</option><option value={NEW}>{t('community.places.moveNew')}</option></select></div>
        {to === NEW && <div className="fld"><label htmlFor={`${id}n`}>{t('community.places.moveNewName')}</label><input id={`${id}n`} className="in" maxLength={200} value={name} aria-invalid={wrong === 'name'} aria-describedby={wrong === 'name' ? `${id}ne` : undefined} onChange={(event) => setName(event.target.value)} />{wrong === 'name' && <FieldError id={`${id}ne`}>{t('community.places.nameNeeded')}</FieldError>}</div>}
        <div className="bt"><button type="submit" className="ctl pri tall" disabled={busy}>{t('community.places.moveDo', { count: picked.size })}</button><button type="button" className="ctl ghost tall" onClick={onCancel}>{t('common.cancel')}</button></div>
      </div>
      {error && <ErrorNotice error={error} />}
    </form>
  );
}
