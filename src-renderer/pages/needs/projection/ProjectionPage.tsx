import './projection.css';
import { PlaceChooser, usePlace } from '../../../components/figures/index.ts';
import { PageHead } from '../../../components/Page.tsx';
import { Raw } from '../../../components/Text.tsx';
import { Tabs } from '../../../components/Tabs.tsx';
import { useText } from '../../../i18n/index.ts';
import { navigate, useRoute } from '../../../lib/route.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { CompareView } from './CompareView.tsx';
import { EventsView } from './EventsView.tsx';
import { useScenarioName } from './fields.tsx';
import { MethodsView } from './MethodsView.tsx';
import { ParametersView } from './ParametersView.tsx';
import { ResultView } from './ResultView.tsx';

const VIEWS = ['result', 'compare', 'events', 'methods', 'parameters'] as const;
const HORIZONS = [5, 10, 15, 20] as const;
const USUAL = 10;

/** People and groups of the years to come: the result, scenarios side by side, and what both are made of. */
export default function ProjectionPage() {
  const { t } = useText();
  const { params } = useRoute();
  const scope = useScope();
  const place = usePlace();
  const readOnly = usePlan((state) => state.info?.readOnly === true);
  const nameOf = useScenarioName();
  const asked = Number(params.get('years'));
  const horizon = Number.isInteger(asked) && asked >= 5 && asked <= 20 ? asked : USUAL;
  const view = VIEWS.find((each) => each === params.get('view')) ?? 'result';
  const go = (change: { readonly view?: string; readonly years?: number }): void => {
    const years = change.years ?? horizon;
    navigate('needs', { tab: 'projection', view: change.view ?? view, ...(years === USUAL ? {} : { years: String(years) }) });
  };
  const at = { ...scope, territory: place.territory, horizon };
  return (
    <>
      <PageHead title={t('projection.title')} sub={<>{t('projection.sub', { fromYear: scope.year, toYear: scope.year + horizon })} · <Raw>{nameOf(scope.scenario)}</Raw></>}>
        <PlaceChooser place={place} />
        <label className="row note">{t('projection.horizon')}
          <select className="in fg-sel" value={horizon} onChange={(event) => go({ years: Number(event.target.value) })}>
            {[...new Set([...HORIZONS, horizon])].sort((a, b) => a - b).map((years) => <option key={years} value={years}>{t('projection.years', { count: years })}</option>)}
          </select>
        </label>
      </PageHead>
      <Tabs name="pj" label={t('projection.views')} tabs={VIEWS.map((id) => ({ id, text: t(`projection.view.${id}`) }))} tab={view} onTab={(next) => go({ view: next })} />
      <div className="pj" role="tabpanel" id="pjpanel" aria-labelledby={`pj-${view}`} tabIndex={-1}>
        {view === 'result' && <ResultView at={at} readOnly={readOnly} />}
        {view === 'compare' && <CompareView at={at} readOnly={readOnly} root={place.root} />}
        {view === 'events' && <EventsView year={scope.year} readOnly={readOnly} root={place.root} />}
        {view === 'methods' && <MethodsView year={scope.year} readOnly={readOnly} />}
        {view === 'parameters' && <ParametersView year={scope.year} readOnly={readOnly} root={place.root} />}
      </div>
    </>
  );
}
