import './restoration.css';
import type { RestorationStep, RestorationView } from '#contract/api/restoration.ts';
import { call } from '../../../api.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Mark } from '../../../components/Marks.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { Card, PageHead } from '../../../components/Page.tsx';
import { PaperButtons } from '../../../components/PaperButtons.tsx';
import { Tabs } from '../../../components/Tabs.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useText } from '../../../i18n/index.ts';
import { href, navigate, useRoute } from '../../../lib/route.ts';
import { shown } from '../../../lib/text.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { useSend } from '../../needs/cycle/useSend.ts';
import { AidView } from './AidView.tsx';
import { ChecksView } from './ChecksView.tsx';
import { InformingView } from './InformingView.tsx';
import { PointsView } from './PointsView.tsx';
import { StatesView } from './StatesView.tsx';
import { TasksView } from './TasksView.tsx';
import { day } from './words.ts';

const PARTS = { states: StatesView, tasks: TasksView, points: PointsView, informing: InformingView, checks: ChecksView, aid: AidView } as const;
type Part = keyof typeof PARTS;
const IDS = Object.keys(PARTS) as readonly Part[];
/** Where a step is done; the status of the community stands on its own page. */
const WHERE: Readonly<Record<RestorationStep['id'], Part | null>> = { status: null, states: 'states', points: 'points', tasks: 'tasks', blocked: 'tasks', informing: 'informing', untold: 'informing', checks: 'checks', aid: 'aid' };
const address = (part: Part) => href('capacity', { tab: 'restoration', part });

/** Restoration of services: what works, what is to be done, who tells residents, what ends with help. */
export default function RestorationPart() {
  const { t, language } = useText();
  const scope = useScope();
  const { params } = useRoute();
  const view = useView('restoration.view', scope, ['capacity', 'community', 'reference']);
  const part = IDS.find((id) => id === params.get('part')) ?? 'states';
  const Shown = PARTS[part];
  return (
    <>
      <PageHead title={t('restoration.title')} mark={null} sub={view.data && t('restoration.sub', { ...view.data.sum })}>
        <PaperButtons make={(format) => call('restoration.file', { ...scope, language, format })} />
      </PageHead>
      <Loaded view={view} lines={10}>
        {(data) => (
          <div className="rs">
            {part === 'states' && <Steps view={data} />}
            <Tabs name="restore" label={t('restoration.parts')} tabs={IDS.map((id) => ({ id, text: t(`restoration.part.${id}`) }))} tab={part} onTab={(id) => navigate('capacity', { tab: 'restoration', part: id })} />
            <div className="rs-panel" role="tabpanel" id="restorepanel" aria-labelledby={`restore-${part}`}><Shown view={data} /></div>
          </div>
        )}
      </Loaded>
    </>
  );
}

/** What the status of the community means here, and what to do first. */
function Steps({ view }: { readonly view: RestorationView }) {
  const { t, language } = useText();
  const send = useSend();
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const { status, steps, words, register } = view;
  const begun = view.sum.known > 0 || view.tasks.length > 0 || view.points.length > 0;
  return (
    <Card title={t('restoration.steps')} note={<>{t('restoration.status', { status: t(`community.war.value.${status.value}`), since: status.since === '' ? '' : t('restoration.statusSince', { day: day(status.since, language) }), asOf: status.asOf === '' ? '–' : day(status.asOf, language) })} <a href={href('community')}>{t('restoration.statusChange')}</a></>}>
      <p className="text">{t(`restoration.about.${words}`)}{view.destroyed > 0 && <> <b>{t('restoration.destroyed', { count: view.destroyed })}</b></>}</p>
      {(words !== 'rear' || begun) && (
        <ol className="rs-steps">
          {steps.filter((step) => words !== 'rear' || step.id !== 'status').map((step) => <li key={step.id}><Step step={step} to={WHERE[step.id]} /></li>)}
        </ol>
      )}
      {register && register.left > 0 && view.points.length === 0 && (
        <>
          {send.error && <ErrorNotice error={send.error} />}
          <div className="bt"><button type="button" className="ctl" disabled={readOnly || send.busy} onClick={() => void send.send('restoration.points.take', {})}>{t('restoration.point.take', { count: register.left })}</button></div>
          <p className="note text">{t('restoration.point.takeNote', { source: shown(register.source, language) })}</p>
        </>
      )}
    </Card>
  );
}

function Step({ step, to }: { readonly step: RestorationStep; readonly to: Part | null }) {
  const { t } = useText();
  if (step.done) return step.id === 'status' ? <><Tick /><span className="m">{t('restoration.step.status')}</span></> : <><Tick /><span className="m">{t(`restoration.step.${step.id}_done`)}</span></>;
  return <><Mark kind="assumption" text="!" /><a href={to === null ? href('community') : address(to)}>{t(step.id === 'points' && step.count === 0 ? 'restoration.step.points_first' : `restoration.step.${step.id}`, { count: step.count })}</a></>;
}

function Tick() {
  const { t } = useText();
  return <span className="rs-ok"><Icon name="check" size={14} /><span className="vh">{t('restoration.stepDone')}</span></span>;
}
