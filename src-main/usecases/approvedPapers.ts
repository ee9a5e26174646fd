import { Refusal } from '../contract/errors.ts';
import { formatDate } from '../contract/format.ts';
import type { APPROVED_PAPERS } from '../contract/lists.ts';
import { integrationPaper } from '../documents/integration.ts';
import { packagePaper } from '../documents/package.ts';
import { restorationPaper } from '../documents/restoration.ts';
import { staffPaper } from '../documents/staff/paper.ts';
import { en } from '../documents/texts.en.ts';
import { uk } from '../documents/texts.uk.ts';
import type { Language, Paper } from '../documents/tree.ts';
import type { Program } from './program.ts';
import { frozenOf, snapshotOf } from './snapshots.ts';

/** A paper beside the report as it was approved; its foot names the decision. Refuses `snapshot.noPaper` when the snapshot does not hold it. */
export function approvedPaper(program: Program, id: string, kind: (typeof APPROVED_PAPERS)[number], language: Language): Paper {
  const { content, name, decision, decidedOn, year } = snapshotOf(program, id);
  const { papers, views } = frozenOf(program, content).content;
  const head = { language, year, community: views.plan.title, teaching: views.plan.teaching !== null };
  const make = (): Paper | null => {
    switch (kind) {
      case 'package': return papers ? packagePaper({ ...head, view: papers.package }) : null;
      case 'staff': return papers ? staffPaper({ ...head, ...papers.staff }) : null;
      case 'restoration': return papers ? restorationPaper({ ...head, view: papers.restoration }) : null;
      case 'integration': return papers?.integration ? integrationPaper({ ...head, edition: 'service', view: papers.integration.service }) : null;
      case 'integrationPublic': return papers?.integration ? integrationPaper({ ...head, edition: 'public', view: papers.integration.public }) : null;
    }
  };
  const paper = make();
  if (!paper) throw new Refusal('snapshot.noPaper', { name });
  return { ...paper, editionLabel: `${paper.editionLabel}; ${(language === 'uk' ? uk : en).approvedAsOf(decision, formatDate(decidedOn, language), formatDate(views.plan.calcDate, language))}` };
}
