import { useState } from 'react';
import type { CycleView, Determination } from '#contract/api/cycle.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Card, EmptyState, PageHead } from '../../../components/Page.tsx';
import { useText } from '../../../i18n/index.ts';
import { wayBack } from '../../../lib/formFocus.ts';
import { navigate, useRoute } from '../../../lib/route.ts';
import { usePlan } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { CalendarCard } from './CalendarCard.tsx';
import { ChangesPage } from './ChangesPage.tsx';
import { GroupCard } from './GroupCard.tsx';
import { Basis, nameOf, SendError } from './parts.tsx';
import { SnapshotsCard } from './SnapshotsCard.tsx';
import { StagesCard } from './StagesCard.tsx';
import { StartDialog } from './StartDialog.tsx';
import { Timeline } from './Timeline.tsx';
import { useSend } from './useSend.ts';

/** The determination of needs: its stages, what is late, the working group, and what was approved. */
export default function CyclePage() {
  const { params } = useRoute();
  const changes = params.get('changes');
  return changes === null ? <Cycle /> : <ChangesPage snapshot={changes} key={changes} />;
}

function Cycle() {
  const { t, language } = useText();
  const { params } = useRoute();
  const { info, year } = usePlan();
  const readOnly = info?.readOnly ?? false;
  const view = useView('cycle.view', {}, ['cycle', 'collection', 'reference']);
  const [starting, setStarting] = useState(false);
  const [approving, setApproving] = useState(false);
  const [begun, setBegun] = useState(false);
  const all = view.data?.determinations ?? [];
  const shown = all.find((each) => each.id === params.get('d')) ?? all.find((each) => each.year === year) ?? all[0] ?? null;
  const go = (d: string, stage?: string): void => navigate('needs', { tab: 'cycle', d, ...(stage ? { stage } : {}) });
  const start = <button type="button" className={shown ? 'ctl' : 'ctl pri'} onClick={() => setStarting(true)}>{t(shown ? 'cycle.startNext' : 'cycle.startFirst')}</button>;
  return (
    <>
      <PageHead title={t('cycle.title')} sub={shown && view.data ? nameOf(view.data, shown, language) : t('cycle.sub')}>
        {!readOnly && shown && start}
        {!readOnly && shown && <button type="button" ref={begun ? wayBack : undefined} className="ctl pri" onClick={() => setApproving(true)}>{t('cycle.approve')}</button>}
      </PageHead>
      <Loaded view={view} lines={10}>
        {(data) => (shown
          ? <Shown view={data} shown={shown} readOnly={readOnly} stage={params.get('stage')} go={go} />
          : <EmptyState title={t('cycle.empty')} text={t('cycle.emptyText')}>{!readOnly && start}</EmptyState>)}
      </Loaded>
      {starting && view.data && <StartDialog view={view.data} onClose={(made) => { setStarting(false); if (made) { setBegun(true); go(made); } }} />}
      {approving && view.data && shown && <ApproveDialog view={view.data} determination={shown} onClose={() => setApproving(false)} />}
    </>
  );
}

interface ShownProps { readonly view: CycleView; readonly shown: Determination; readonly readOnly: boolean; readonly stage: string | null; readonly go: (d: string, stage?: string) => void }

function Shown({ view, shown, readOnly, stage, go }: ShownProps) {
  const { t, language } = useText();
  const bodies = view.bodies.map((body) => body.role.uk);
  return (
    <div className="cyc">
      {view.determinations.length > 1 && (
        <nav className="seg cyc-pick" aria-label={t('cycle.pick')}>
          {view.determinations.map((each) => <button key={each.id} type="button" aria-pressed={each.id === shown.id} onClick={() => go(each.id)}>{nameOf(view, each, language)}</button>)}
        </nav>
      )}
      <div className="cyc-cols">
        <div className="cyc-main">
          <Timeline stages={shown.stages} today={view.today} />
          <StagesCard key={`${shown.id} ${stage ?? ''}`} determination={shown} title={`${t('cycle.stages')}. ${nameOf(view, shown, language)}`} bodies={bodies} readOnly={readOnly} open={stage} />
        </div>
        <div className="cyc-side">
          <CalendarCard view={view} onStage={(item) => go(item.determination, item.stage)} />
          <SnapshotsCard view={view} determination={shown} />
          <GroupCard key={shown.id} determination={shown} bodies={view.bodies} readOnly={readOnly} />
          <AboutCard view={view} shown={shown} readOnly={readOnly} />
        </div>
      </div>
    </div>
  );
}

/** What kind it is and what it rests on; the research of a yearly update; the way to take it out. */
function AboutCard({ view, shown, readOnly }: { readonly view: CycleView; readonly shown: Determination; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const send = useSend();
  const [sure, setSure] = useState(false);
  const kind = view.kinds.find((each) => each.id === shown.kind);
  const researches = view.determinations.filter((each) => each.kind === 'research_3y' && each.year <= shown.year);
  return (
    <Card title={t('cycle.about')}>
      {kind && <Basis basis={kind.basis} />}
      {shown.kind === 'annual_update' && (
        <div className="fld"><label htmlFor="cyc-research">{t('cycle.research')}</label>
          <select id="cyc-research" className="in" disabled={readOnly} value={shown.research ?? ''} onChange={(event) => void send.send('cycle.set', { id: shown.id, research: event.target.value === '' ? null : event.target.value })}>
            <option value="">{t('cycle.researchNone')}</option>{researches.map((each) => <option key={each.id} value={each.id}>{nameOf(view, each, language)}</option>)}
          </select></div>
      )}
      <SendError send={send} />
      {!readOnly && shown.snapshots.length === 0 && (
        <div className="bt">
          {sure
            ? <><button type="button" className="ctl" disabled={send.busy} onClick={() => void send.send('cycle.remove', { id: shown.id }, () => navigate('needs', { tab: 'cycle' }))}>{t('cycle.removeSure')}</button><button type="button" className="ctl" onClick={() => setSure(false)}>{t('common.cancel')}</button></>
            : <button type="button" className="link s" onClick={() => setSure(true)}>{t('cycle.remove')}</button>}
        </div>
      )}
    </Card>
  );
}
