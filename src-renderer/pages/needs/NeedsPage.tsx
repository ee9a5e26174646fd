import './needs.css';
import { useWantedCell } from '../../components/figures/index.ts';
import { PageParts } from '../../components/PageParts.tsx';
import { useRoute } from '../../lib/route.ts';
import { NeedsTable } from './NeedsTable.tsx';
import { SurveyPage } from './survey/SurveyPage.tsx';
import { NEED_PARTS } from './tabs.ts';

/** Figures that stand behind the shares of groups. */
const OF_RATES: ReadonlySet<string> = new Set(['groupIdentified', 'publishedRate']);

/** Who needs what: the table of services, how the need of one of them is found, and the other parts of the determination. */
export default function NeedsPage() {
  const { params } = useRoute();
  const wanted = useWantedCell();
  const toRates = wanted !== null && OF_RATES.has(wanted.measure);
  const asked = wanted && !toRates && (wanted.group !== '' || wanted.measure === 'surveyAnswered') ? wanted.service : null;
  const service = asked ?? params.get('survey');
  if (service) return <SurveyPage service={service} key={service} />;
  return <PageParts page="needs" first="services" parts={NEED_PARTS} wanted={toRates ? 'rates' : null}><NeedsTable /></PageParts>;
}
