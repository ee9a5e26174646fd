import './needs.css';
import { Suspense } from 'react';
import { useWantedCell } from '../../components/figures/index.ts';
import { Waiting } from '../../components/Loaded.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useText } from '../../i18n/index.ts';
import { navigate, useRoute } from '../../lib/route.ts';
import { NeedsTable } from './NeedsTable.tsx';
import { SurveyPage } from './survey/SurveyPage.tsx';
import { NEED_PARTS } from './tabs.ts';

const PARTS = ['services', ...NEED_PARTS.map((part) => part.id)];

/** Figures that stand behind the shares of groups. */
const OF_RATES: ReadonlySet<string> = new Set(['groupIdentified', 'publishedRate']);

/** Who needs what: the table of services, how the need of one of them is found, and the other parts of the determination. */
export default function NeedsPage() {
  const { t } = useText();
  const { params } = useRoute();
  const wanted = useWantedCell();
  const toRates = wanted !== null && OF_RATES.has(wanted.measure);
  const asked = wanted && !toRates && (wanted.group !== '' || wanted.measure === 'surveyAnswered') ? wanted.service : null;
  const service = asked ?? params.get('survey');
  if (service) return <SurveyPage service={service} key={service} />;
  const part = NEED_PARTS.find((each) => each.id === (toRates ? 'rates' : params.get('tab')));
  const Part = part?.component;
  return (
    <>
      <Tabs name="need" label={t('needs.parts')} tabs={PARTS.map((id) => ({ id, text: t(`needs.part.${id}`) }))} tab={part?.id ?? 'services'} onTab={(tab) => navigate('needs', tab === 'services' ? {} : { tab })} />
      <div className="needpart" role="tabpanel" id="needpanel" aria-labelledby={`need-${part?.id ?? 'services'}`}>
        {Part ? <Suspense fallback={<Waiting lines={8} />}><Part /></Suspense> : <NeedsTable />}
      </div>
    </>
  );
}
