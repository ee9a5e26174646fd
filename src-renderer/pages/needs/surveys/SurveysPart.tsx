import './surveys.css';
import { useRoute } from '../../../lib/route.ts';
import { SurveyList } from './SurveyList.tsx';
import { OneSurvey } from './OneSurvey.tsx';

/** Surveys of the plan: the list, or one of them with its questionnaire, sample, answers and results. */
export default function SurveysPart() {
  const { params } = useRoute();
  const id = params.get('id');
  return id === null ? <SurveyList /> : <OneSurvey id={id} key={id} />;
}
