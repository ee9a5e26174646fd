import type { Input } from '#contract/api.ts';
import type { SurveyRow, SurveyView } from '#contract/api/needs.ts';
import { change } from '../../../plan/useChange.ts';

/** Does the group have an answer or a share of its own for this service? Such groups count unless somebody chose otherwise. */
const hasFigures = (row: SurveyRow): boolean => row.leftOut === undefined && [row.yes, row.answered, row.defaultRate].some((cell) => cell.state !== 'unknown');

/** Groups to be kept with a choice; undefined = those with figures, as long as nobody chose otherwise. */
function groupsOf(survey: SurveyView): string[] | undefined {
  const usual = survey.rows.every((row) => row.counted === hasFigures(row));
  return usual ? undefined : survey.rows.filter((row) => row.counted).map((row) => row.group);
}

/** Chooses how the need of the service is found; what is left out of `patch` stays as it is. */
export const choose = (survey: SurveyView, patch: Partial<Pick<Input<'need.choose'>, 'method' | 'groups' | 'reason'>>) =>
  change('need.choose', { service: survey.service.id, method: survey.method, reason: survey.reason, groups: groupsOf(survey), ...patch });
