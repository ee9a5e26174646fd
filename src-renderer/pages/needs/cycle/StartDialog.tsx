import { useId, useState, type FormEvent } from 'react';
import type { CycleView, DeterminationKind } from '#contract/api/cycle.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { useText } from '../../../i18n/index.ts';
import { plain } from '../../../lib/text.ts';
import { usePlan } from '../../../plan/store.ts';
import { Basis, nameOf, SendError } from './parts.tsx';
import { useSend } from './useSend.ts';

/** Starts a determination: kind, year, the research it brings up to date, and whose stages it takes over. */
export function StartDialog({ view, onClose }: { readonly view: CycleView; readonly onClose: (started: string | null) => void }) {
  const { t, language } = useText();
  const id = useId();
  const send = useSend();
  const { next } = view;
  const planYear = usePlan((plan) => plan.year);
  const [kind, setKind] = useState<DeterminationKind>(next.kind);
  const [year, setYear] = useState(String(view.determinations.length === 0 ? Math.max(next.year, planYear) : next.year));
  const [research, setResearch] = useState(next.research ?? '');
  const [copyFrom, setCopyFrom] = useState(next.copyFrom ?? '');
  const number = /^\d{4}$/.test(year.trim()) ? Number(year) : null;
  const valid = number !== null && number >= 1991 && number <= 2100;
  const researches = view.determinations.filter((each) => each.kind === 'research_3y' && (number === null || each.year <= number));
  const about = view.kinds.find((each) => each.id === kind);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!valid || number === null) return;
    const made = window.crypto.randomUUID();
    void send.send('cycle.add', { id: made, kind, year: number, research: kind === 'annual_update' && researches.some((each) => each.id === research) ? research : null, copyFrom: copyFrom === '' ? null : copyFrom }, () => onClose(made));
  };
  return (
    <Dialog title={t('cycle.startTitle')} onClose={() => onClose(null)}>
      <form className="dlg" onSubmit={submit}>
        <div className="fld"><span className="lb" id={`${id}k`}>{t('cycle.kind')}</span>
          <div><span className="seg" role="group" aria-labelledby={`${id}k`}>{view.kinds.map((each) => <button key={each.id} type="button" aria-pressed={kind === each.id} onClick={() => setKind(each.id)}>{plain(each.name, language)}</button>)}</span></div>
          {about && <Basis basis={about.basis} />}
        </div>
        <div className="fld"><label htmlFor={`${id}y`}>{t('common.year')}</label><input id={`${id}y`} className="in" inputMode="numeric" maxLength={4} data-autofocus value={year} aria-invalid={!valid || undefined} onChange={(event) => setYear(event.target.value)} /></div>
        {kind === 'annual_update' && <div className="fld"><label htmlFor={`${id}r`}>{t('cycle.research')}</label><select id={`${id}r`} className="in" value={research} onChange={(event) => setResearch(event.target.value)}><option value="">{t('cycle.researchNone')}</option>{researches.map((each) => <option key={each.id} value={each.id}>{nameOf(view, each, language)}</option>)}</select></div>}
        {view.determinations.length > 0 && <div className="fld"><label htmlFor={`${id}c`}>{t('cycle.copyFrom')}</label><select id={`${id}c`} className="in" value={copyFrom} onChange={(event) => setCopyFrom(event.target.value)}><option value="">{t('cycle.copyNone')}</option>{view.determinations.map((each) => <option key={each.id} value={each.id}>{nameOf(view, each, language)}</option>)}</select><p className="note">{t('cycle.copyNote')}</p></div>}
        <SendError send={send} />
        <div className="bt"><button type="button" className="ctl" onClick={() => onClose(null)}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={!valid || send.busy}>{t('cycle.start')}</button></div>
      </form>
    </Dialog>
  );
}
