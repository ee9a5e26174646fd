import { useState } from 'react';
import type { Output } from '#contract/api.ts';
import { Icon } from '../../components/Icon.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHead } from '../../components/Page.tsx';
import { Uk } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { copyText } from '../../lib/files.ts';
import { href } from '../../lib/route.ts';
import { usePlan, useScope } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';
import { BasicCard } from './BasicCard.tsx';
import { CycleCard } from './CycleCard.tsx';
import { overviewText } from './copyText.ts';
import { FactsCard } from './FactsCard.tsx';
import { FlagsCard } from './FlagsCard.tsx';
import { GapsCard } from './GapsCard.tsx';
import { GroupsCard } from './GroupsCard.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { NeighboursCard } from './NeighboursCard.tsx';
import { NextCard } from './NextCard.tsx';
import './overview.css';

type View = Output<'overview.view'>;

/** «Огляд»: what is known, the worst gaps, red flags and what to enter next. */
export default function OverviewPage() {
  const { t } = useText();
  const view = useView('overview.view', useScope(), ['overview', 'plan', 'community', 'groups', 'needs', 'capacity', 'gaps', 'reference']);
  const place = view.data?.place;
  return (
    <>
      <PageHead title={t('shell.pages.overview')} sub={place && <Place place={place} />}>
        {view.data && <CopyButton view={view.data} />}
        <a className="ctl pri" href={href('documents')}><Icon name="paper" />{t('overview.report')}</a>
      </PageHead>
      <Loaded view={view} lines={12}>{(data) => <Content view={data} />}</Loaded>
    </>
  );
}

function Place({ place }: { readonly place: View['place'] }) {
  const { t } = useText();
  const parts = [place.raion, place.oblast].filter((label) => label.uk !== '');
  return <>{parts.map((label, at) => <span key={label.uk}>{at > 0 && ', '}<Uk>{label}</Uk></span>)}{parts.length > 0 && ' · '}{t('overview.sub', { asOf: place.asOf })}</>;
}

/** Below this many rows the chart of gaps leaves room for the facts. */
const FEW = 6;

function Content({ view }: { readonly view: View }) {
  const plan = usePlan().view;
  const population = view.facts.find((fact) => fact.key.measure === 'population') ?? null;
  const begun = view.gaps.length > 0;
  return (
    <div className="ov">
      <KeyFigures keys={view.keys} />
      <CycleCard />
      <div className={`ov-top${begun ? '' : ' fresh'}`}>
        {begun
          ? <div className="ov-col"><GapsCard gaps={view.gaps} />{view.gaps.length < FEW && <FactsCard facts={view.facts} brief />}</div>
          : <FactsCard facts={view.facts} brief={false} />}
        {(begun || view.flags.length > 0) && <FlagsCard flags={view.flags} />}
        <NextCard next={view.next} />
      </div>
      <div className="ov-bottom">
        <BasicCard basic={view.basic} />
        <GroupsCard groups={view.groups} />
        <NeighboursCard code={view.communityCode} name={view.name ?? plan?.title ?? NO_NAME} population={population} neighbours={view.neighbours} />
      </div>
    </div>
  );
}

const NO_NAME = { uk: '', en: '' };

function CopyButton({ view }: { readonly view: View }) {
  const { t, language } = useText();
  const plan = usePlan();
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await copyText(overviewText(view, plan.view?.title ?? NO_NAME, language));
      setSaid(t('overview.copied'));
    } catch { setSaid(t('common.copyFailed')); }
  };
  return (
    <>
      <span className="note" role="status">{said}</span>
      <button type="button" className="ctl" onClick={() => void copy()}><Icon name="copy" />{t('overview.copy')}</button>
    </>
  );
}
