import { useState, type FormEvent } from 'react';
import type { Stage, StagePaper, StageState } from '#contract/api/cycle.ts';
import { PAPER_KINDS, STAGE_STATES } from '#contract/lists.ts';
import { Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { useFormFocus } from '../../../lib/formFocus.ts';
import { Basis, DayField, dayOf, dayText, SendError, TextField } from './parts.tsx';
import { useSend } from './useSend.ts';

type Draft = Readonly<Record<'from' | 'to' | 'done' | 'responsible' | 'reason' | 'note', string>> & { readonly state: StageState; readonly papers: readonly StagePaper[] };
const NEW: StagePaper = { kind: 'order', number: '', date: '', title: '', link: '' };

/** Dates, responsible body, state and documents of a stage. */
export function StageForm({ determination, stage, bodies, onDone }: { readonly determination: string; readonly stage: Stage; readonly bodies: readonly string[]; readonly onDone: () => void }) {
  const { t } = useText();
  const send = useSend();
  const form = useFormFocus();
  const [draft, setDraft] = useState<Draft>(() => ({ from: dayText(stage.from), to: dayText(stage.to), done: dayText(stage.done), responsible: stage.responsible, reason: stage.reason, note: stage.note, state: stage.state, papers: stage.papers.map((paper) => ({ ...paper, date: dayText(paper.date) })) }));
  const set = (patch: Partial<Draft>): void => { send.clear(); setDraft((before) => ({ ...before, ...patch })); };
  const setPaper = (at: number, patch: Partial<StagePaper>): void => set({ papers: draft.papers.map((paper, index) => (index === at ? { ...paper, ...patch } : paper)) });
  const [from, to, done] = [dayOf(draft.from), dayOf(draft.to), dayOf(draft.done)];
  const dates = draft.papers.map((paper) => dayOf(paper.date));
  const badLink = draft.papers.some((paper) => !LINK.test(paper.link.trim()));
  const wrong = from === null || to === null || done === null || dates.includes(null) || badLink;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (from === null || to === null || done === null || wrong) return;
    void send.send('cycle.stage', {
      determination, stage: stage.id, from, to, done: draft.state === 'done' ? done : '', responsible: draft.responsible.trim(), state: draft.state, reason: draft.reason.trim(), note: draft.note,
      papers: draft.papers.map((paper, at) => ({ ...paper, date: dates[at] ?? '', link: paper.link.trim() })),
    }, onDone);
  };
  return (
    <form ref={form} className="cyc-form" aria-label={t('cycle.editStage')} onSubmit={submit} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onDone(); } }}>
      <div className="cyc-fields">
        <DayField label={t('cycle.col.from')} value={draft.from} onChange={(value) => set({ from: value })} />
        <DayField label={t('cycle.col.to')} value={draft.to} onChange={(value) => set({ to: value })} />
        <div className="fld">
          <span className="lb" id={`st-${stage.id}`}>{t('cycle.col.state')}</span>
          <div><span className="seg" role="group" aria-labelledby={`st-${stage.id}`}>{STAGE_STATES.map((state) => <button key={state} type="button" aria-pressed={draft.state === state} onClick={() => set({ state })}>{t(`cycle.state.${state}`)}</button>)}</span></div>
        </div>
        {draft.state === 'done' && <DayField label={t('cycle.col.done')} value={draft.done} onChange={(value) => set({ done: value })} note={t('cycle.doneNote')} />}
      </div>
      {draft.state === 'skipped' && <TextField label={t('cycle.reason')} value={draft.reason} max={500} onChange={(value) => set({ reason: value })} />}
      <TextField label={t('cycle.col.responsible')} value={draft.responsible} max={300} list={bodies} note={t('cycle.responsibleNote')} onChange={(value) => set({ responsible: value })} />
      <fieldset className="cyc-papers">
        <legend className="w5">{t('cycle.papers')}</legend>
        {draft.papers.map((paper, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no id of their own and are only added at the end
          <div key={at} className="cyc-paper">
            <div className="fld"><label htmlFor={`pk${at}`}>{t('cycle.paper.kind')}</label><select id={`pk${at}`} className="in" value={paper.kind} onChange={(event) => setPaper(at, { kind: event.target.value as StagePaper['kind'] })}>{PAPER_KINDS.map((kind) => <option key={kind} value={kind}>{t(`cycle.paper.kinds.${kind}`)}</option>)}</select></div>
            <TextField label={t('cycle.paper.number')} value={paper.number} max={60} onChange={(value) => setPaper(at, { number: value })} />
            <DayField label={t('cycle.paper.date')} value={paper.date} onChange={(value) => setPaper(at, { date: value })} />
            <TextField label={t('cycle.paper.title')} value={paper.title} max={300} onChange={(value) => setPaper(at, { title: value })} />
            <TextField label={t('cycle.paper.link')} value={paper.link} max={500} onChange={(value) => setPaper(at, { link: value })} />
            <button type="button" className="ctl" onClick={() => { set({ papers: draft.papers.filter((_, index) => index !== at) }); window.setTimeout(() => { (document.getElementById(`pk${at}`) ?? document.getElementById('pk-add'))?.focus(); }, 0); }}>{t('common.remove')}</button>
          </div>
        ))}
        {badLink && <p className="err" role="alert">{t('cycle.paper.linkWrong')}</p>}
        <div className="bt"><button id="pk-add" type="button" className="ctl" onClick={() => { set({ papers: [...draft.papers, NEW] }); window.setTimeout(() => document.getElementById(`pk${draft.papers.length}`)?.focus(), 0); }}>{t('cycle.paper.add')}</button><span className="note">{t('cycle.paper.linkNote')}</span></div>
      </fieldset>
      <TextField label={t('cycle.note')} value={draft.note} max={2000} multi onChange={(value) => set({ note: value })} />
      <Basis basis={stage.basis} label={t('cycle.basis')} />
      <Basis basis={stage.datesBasis} label={t('cycle.datesBasis')} />
      <SendError send={send} />
      <div className="bt"><button type="submit" className="ctl pri" disabled={send.busy || wrong}>{t('common.save')}</button><button type="button" className="ctl" onClick={onDone}>{t('common.cancel')}</button></div>
      <h3 className="vh"><Uk>{stage.name}</Uk></h3>
    </form>
  );
}

/** A https address, the name of a file without folders, or nothing. */
const LINK = /^(?:|https:\/\/[^\s<>"]+|[^\s/\\<>:"|?*][^/\\<>:"|?*]*)$/;
