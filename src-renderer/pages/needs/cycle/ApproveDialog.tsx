import { useState, type FormEvent } from 'react';
import type { CycleView, Determination } from '#contract/api/cycle.ts';
import type { ServiceInfo } from '#contract/api/needs.ts';
import { formatDate } from '#contract/format.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { Uk } from '../../../components/Text.tsx';
import { stopWork, WorkProgress } from '../../../components/WorkProgress.tsx';
import { useText } from '../../../i18n/index.ts';
import { href } from '../../../lib/route.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { DayField, dayOf, dayText, nameOf, SendError, TextField } from './parts.tsx';
import { useSend } from './useSend.ts';

/** Approves the figures of the year that is shown: what stands in the way, then decision, date, body and name. */
export function ApproveDialog({ view, determination, onClose }: { readonly view: CycleView; readonly determination: Determination; readonly onClose: () => void }) {
  const { t, language } = useText();
  const scope = useScope();
  const { view: plan } = usePlan();
  const check = useView('approval.view', scope, ['needs', 'cycle', 'plan']);
  const send = useSend();
  const first = nameOf(view, determination, language);
  const taken = check.data?.taken ?? [];
  const [name, setName] = useState(first);
  const [decision, setDecision] = useState('');
  const [decidedOn, setDecidedOn] = useState(dayText(view.today));
  const [body, setBody] = useState('');
  const [reason, setReason] = useState('');
  const close = (): void => {
    if (send.busy) stopWork();
    onClose();
  };
  const day = dayOf(decidedOn);
  const future = day !== null && day > view.today;
  const unknown = check.data?.unknown.length ?? 0;
  const sameName = taken.some((each) => each.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase());
  const ready = check.data !== null && name.trim() !== '' && !sameName && decision.trim() !== '' && body.trim() !== '' && day !== null && day !== '' && !future && (unknown === 0 || reason.trim() !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready || day === null) return;
    void send.send('cycle.approve', { determination: determination.id, ...scope, name: name.trim(), decision: decision.trim(), decidedOn: day, body: body.trim(), reason: reason.trim() }, onClose);
  };
  const scenario = scope.scenario === 'base' ? null : plan?.scenarios.find((each) => each.id === scope.scenario)?.name ?? scope.scenario;
  return (
    <Dialog title={t('cycle.approveTitle', { year: scope.year })} onClose={close} wide>
      <form className="dlg" onSubmit={submit}>
        <p className="note">{t('cycle.approveAbout')}{scenario !== null && ` ${t('cycle.approveScenario', { name: scenario })}`}{determination.year !== scope.year && ` ${t('cycle.approveYear', { year: scope.year, of: determination.year })}`}</p>
        <Loaded view={check} lines={3}>
          {(data) => (
            <>
              {data.unknown.length > 0 && (
                <Notice kind="wn">
                  <b>{t('cycle.unknown', { count: data.unknown.length })}</b> <a href={href('needs')} onClick={onClose}>{t('common.show')}</a>
                  <details><summary>{t('cycle.unknownList')}</summary><Services rows={data.unknown} /></details>
                </Notice>
              )}
              {data.conflicts.length > 0 && <Notice kind="wn">{t('cycle.conflicts', { count: data.conflicts.length })} <Services rows={data.conflicts} /></Notice>}
              {data.carried > 0 && <p className="note">{t('cycle.carried', { count: data.carried })}</p>}
              {data.open.length > 0 && <p className="note">{t('cycle.openStages')} {data.open.map((label, at) => <span key={label.uk}>{at > 0 && ', '}<Uk>{label}</Uk></span>)}.</p>}
            </>
          )}
        </Loaded>
        {unknown > 0 && <TextField label={t('cycle.approveReason')} value={reason} max={1000} multi note={t('cycle.approveReasonNote')} onChange={(text) => { send.clear(); setReason(text); }} />}
        <div className="cyc-two">
          <TextField label={t('cycle.decision')} value={decision} max={60} onChange={setDecision} />
          <DayField label={t('cycle.decidedOn')} value={decidedOn} onChange={setDecidedOn} note={future ? t('cycle.notYet', { today: formatDate(view.today, language) }) : undefined} />
        </div>
        <TextField label={t('cycle.body')} value={body} max={300} note={t('cycle.bodyNote')} onChange={(text) => { send.clear(); setBody(text); }} />
        <TextField label={t('cycle.snapshotName')} value={name} max={120} note={sameName ? t('cycle.nameTaken') : t('cycle.snapshotNameNote')} onChange={setName} />
        {send.error?.code === 'job.cancelled' ? <Notice kind="wn">{t('cycle.approveStopped')}</Notice> : <SendError send={send} />}
        {send.busy && <WorkProgress what="approve" />}
        <div className="bt"><button type="button" className="ctl" onClick={close}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={!ready || send.busy}>{t('cycle.approveDo')}</button></div>
      </form>
    </Dialog>
  );
}

function Services({ rows }: { readonly rows: readonly ServiceInfo[] }) {
  const { t } = useText();
  return <p className="note">{rows.map((row, at) => <span key={row.id}>{at > 0 && '; '}{row.short ?? row.name ? <Uk>{row.short ?? row.name}</Uk> : `${row.code ?? ''} ${t('needs.nameless')}`}</span>)}</p>;
}
