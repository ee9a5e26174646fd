import '../../needs/projection/projection.css';
import './reach.css';
import { PageHead } from '../../../components/Page.tsx';
import { Tabs } from '../../../components/Tabs.tsx';
import { useText } from '../../../i18n/index.ts';
import { navigate, useRoute } from '../../../lib/route.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { ParametersView } from './ParametersView.tsx';
import { PlacesView } from './PlacesView.tsx';
import { ResultView } from './ResultView.tsx';
import { TimesView } from './TimesView.tsx';

const VIEWS = ['result', 'times', 'places', 'parameters'] as const;

/** Who is within reach of which service, and what that rests on. */
export default function ReachPart() {
  const { t } = useText();
  const { params } = useRoute();
  const scope = useScope();
  const readOnly = usePlan((state) => state.info?.readOnly === true);
  const view = VIEWS.find((each) => each === params.get('view')) ?? 'result';
  return (
    <>
      <PageHead title={t('reach.title')} sub={t('reach.sub')} />
      <Tabs name="rc" label={t('reach.views')} tabs={VIEWS.map((id) => ({ id, text: t(`reach.view.${id}`) }))} tab={view} onTab={(next) => navigate('capacity', { tab: 'reach', ...(next === 'result' ? {} : { view: next }) })} />
      <div className="pj" role="tabpanel" id="rcpanel" aria-labelledby={`rc-${view}`} tabIndex={-1}>
        {view === 'result' && <ResultView scope={scope} />}
        {view === 'times' && <TimesView scope={scope} readOnly={readOnly} />}
        {view === 'places' && <PlacesView scope={scope} readOnly={readOnly} />}
        {view === 'parameters' && <ParametersView scope={scope} readOnly={readOnly} />}
      </div>
    </>
  );
}
