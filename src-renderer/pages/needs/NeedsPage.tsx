import './needs.css';
import { useWantedCell } from '../../components/figures/index.ts';
import { useRoute } from '../../lib/route.ts';
import { NeedsTable } from './NeedsTable.tsx';
import { SurveyPage } from './survey/SurveyPage.tsx';

/** Who needs what: the table of services, or how the need of one of them is found. */
export default function NeedsPage() {
  const { params } = useRoute();
  const wanted = useWantedCell();
  const asked = wanted && (wanted.group !== '' || wanted.measure === 'surveyAnswered') ? wanted.service : null;
  const service = asked ?? params.get('survey');
  return service ? <SurveyPage service={service} key={service} /> : <NeedsTable />;
}
