import type { Output } from '#contract/api.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHead } from '../../components/Page.tsx';
import { Raw, Tx, Uk } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { shown } from '../../lib/text.ts';
import { useScope } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';
import { FactsCard } from './FactsCard.tsx';
import { MapCard } from './MapCard.tsx';
import { NeighboursCard } from './NeighboursCard.tsx';
import { PopulationCard } from './PopulationCard.tsx';
import { StatusCard } from './StatusCard.tsx';
import { TerritoriesCard } from './TerritoriesCard.tsx';
import './community.css';

type View = Output<'community.view'>;

/** «Громада»: how many people live here now, its figures, territories, neighbours and map. */
export default function CommunityPage() {
  const { t } = useText();
  const view = useView('community.view', useScope(), ['community', 'plan']);
  return (
    <>
      <PageHead title={t('shell.pages.community')} sub={view.data && <About view={view.data} />} />
      <Loaded view={view} lines={12}>
        {(data) => (
          <div className="cm-box"><div className="cm">
            <div className="cm-main">
              <PopulationCard view={data} />
              <FactsCard facts={data.facts} />
              <TerritoriesCard view={data} />
            </div>
            <div className="cm-side">
              <MapCard view={data} />
              <StatusCard status={data.status} />
              <NeighboursCard view={data} />
              {data.credits.length > 0 && <details className="note"><summary>{t('community.credits')}</summary><ul>{data.credits.map((credit) => <li key={credit}><Raw>{credit}</Raw></li>)}</ul></details>}
            </div>
          </div></div>
        )}
      </Loaded>
    </>
  );
}

function About({ view }: { readonly view: View }) {
  const { t, language } = useText();
  const kind = t(`community.kind.${view.type}`);
  // A name that says what it is («Training community») is not followed by it once more.
  const said = shown(view.name, language).toLocaleLowerCase(language).endsWith(kind.split(' ').at(-1) ?? '');
  return (
    <>
      <Uk>{view.name}</Uk>{!said && ` ${kind}`}{view.center && <>, <Tx k="community.centre" p={{ name: view.center }} /></>}
      {[view.raion, view.oblast].filter((label) => label.uk !== '').map((label, at) => <span key={label.uk}>{at === 0 ? ' · ' : ', '}<Uk>{label}</Uk></span>)}
      {view.code && <span className="mono q"> · {view.code}</span>}
    </>
  );
}
