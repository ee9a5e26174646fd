import type { IntegrationView } from '../contract/api/integration.ts';
import type { PackageView } from '../contract/api/package.ts';
import type { RestorationView } from '../contract/api/restoration.ts';
import type { StaffIn } from '../documents/staff/paper.ts';
import type { Edition } from '../documents/tree.ts';
import { integrationOf } from './integrationFacts.ts';
import { integrationView } from './integrationView.ts';
import type { PlanModel } from './model.ts';
import { packageView } from './packageView.ts';
import { today, type Program } from './program.ts';
import { restorationView } from './restorationView.ts';
import { staffCompareView, staffParametersView, staffRisksView, staffView } from './staffView.ts';

/** The pages that the paper of staff is built from. */
export type StaffPages = Pick<StaffIn, 'table' | 'compare' | 'risks' | 'parameters'>;

/** The pages that the papers beside the report are built from; `integration` is null with a reference book that knows no indicators. */
export interface KeptPapers {
  readonly package: PackageView;
  readonly staff: StaffPages;
  readonly restoration: RestorationView;
  readonly integration: Readonly<Record<Edition, IntegrationView>> | null;
}

/** The pages of staff as they stand now. */
export const staffPages = (program: Program, model: PlanModel): StaffPages =>
  ({ table: staffView(model), compare: staffCompareView(program, model), risks: staffRisksView(model), parameters: staffParametersView(model, '') });

/** The pages of the papers beside the report as they stand now. */
export function keptPapers(program: Program, model: PlanModel): KeptPapers {
  const integration = (edition: Edition): IntegrationView => integrationView(program, model, edition, today(program));
  return {
    package: packageView(model, 'settlements'), staff: staffPages(program, model), restoration: restorationView(program, model),
    integration: integrationOf(program, model) ? { service: integration('service'), public: integration('public') } : null,
  };
}
