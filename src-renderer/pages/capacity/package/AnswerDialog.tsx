import { useId, useState, type FormEvent } from 'react';
import type { PackageView, Way } from '#contract/api/package.ts';
import { WAYS } from '#contract/lists.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { useText } from '../../../i18n/index.ts';
import { shown } from '../../../lib/text.ts';
import { DayField, dayOf, dayText, SendError, TextField } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';
import { nameOf, type PackageRow } from './columns.tsx';

/** How a service reaches a place, on what grounds and as of when; for this place or for all places shown. */
export function AnswerDialog({ view, row, place, onClose }: { readonly view: PackageView; readonly row: PackageRow; readonly place: string; readonly onClose: () => void }) {
  const { t, language } = useText();
  const id = useId();
  const send = useSend();
  const cell = row.cells.find((each) => each.territory === place);
  const [way, setWay] = useState<Way | ''>(cell?.way ?? '');
  const [draft, setDraft] = useState({ basis: cell?.basis ?? '', asOf: dayText(cell?.asOf ?? ''), note: cell?.note ?? '' });
  const set = (patch: Partial<typeof draft>): void => { send.clear(); setDraft((before) => ({ ...before, ...patch })); };
  const asOf = dayOf(draft.asOf);
  const store = (places: readonly string[]): void => {
    if (way === '' || asOf === null) return;
    void send.send('package.set', { answers: places.map((territory) => ({ service: row.id, territory, way, basis: draft.basis, asOf, note: draft.note })) }, onClose);
  };
  const name = view.places.find((each) => each.id === place)?.name;
  const wrong = send.busy || way === '' || asOf === null;
  return (
    <Dialog title={`${nameOf(row, language)} · ${name ? shown(name, language) : ''}`} onClose={onClose}>
      <form className="dlg" onSubmit={(event: FormEvent) => { event.preventDefault(); store([place]); }}>
        <div className="fld">
          <label htmlFor={id}>{t('package.col.way')}</label>
          <select id={id} className="in" value={way} onChange={(event) => setWay(event.target.value as Way)}>
            {way === '' && <option value="">{t('package.choose')}</option>}
            {WAYS.map((each) => <option key={each} value={each}>{t(`package.way.${each}`)}</option>)}
          </select>
        </div>
        <TextField label={t('package.col.basis')} value={draft.basis} max={400} note={t('package.basisNote')} onChange={(basis) => set({ basis })} />
        <DayField label={t('package.col.asOf')} value={draft.asOf} onChange={(value) => set({ asOf: value })} />
        <TextField label={t('package.col.note')} value={draft.note} max={1000} multi onChange={(note) => set({ note })} />
        <SendError send={send} />
        <div className="bt">
          <button type="submit" className="ctl pri" disabled={wrong}>{t('package.saveHere')}</button>
          <button type="button" className="ctl" disabled={wrong} onClick={() => store(view.places.map((each) => each.id))}>{t('package.saveAll', { count: view.places.length })}</button>
          <button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button>
        </div>
      </form>
    </Dialog>
  );
}
