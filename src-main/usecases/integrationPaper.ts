import type { Parsed } from '../contract/api.ts';
import type { FileOut } from '../contract/models.ts';
import { integrationPaper } from '../documents/integration.ts';
import { needIntegration } from './integrationFacts.ts';
import { integrationView } from './integrationView.ts';
import type { PlanModel } from './model.ts';
import { fileOfPaper } from './papers.ts';
import { today, type Program } from './program.ts';

/** The paper of integration, as the page shows it in this edition. */
export function integrationFile(program: Program, model: PlanModel, { edition, language, format }: Pick<Parsed<'integration.file'>, 'edition' | 'language' | 'format'>): Promise<FileOut> {
  needIntegration(program, model);
  return fileOfPaper(program, integrationPaper({ language, edition, community: model.meta.title, teaching: model.meta.teaching !== null, view: integrationView(program, model, edition, today(program)) }), format);
}
