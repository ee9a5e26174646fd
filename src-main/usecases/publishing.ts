import type { publishing as methods, Published } from '../contract/api/publishing.ts';
import { PUBLISHED } from '../contract/api/publishing.ts';
import { STAGES } from '../contract/api/cycle.ts';
import { Refusal } from '../contract/errors.ts';
import type { ReportViews } from '../documents/needsReport.ts';
import type { SummaryExtra } from '../documents/publicSummary.ts';
import { acceptedOf, putAccepted, removeAccepted } from '../store/checks.ts';
import { determinationsOf, snapshotsOf, stagesOf } from '../store/cycle.ts';
import { setWords, wordsOf } from '../store/words.ts';
import { sentence, type Handlers, type Program } from './program.ts';
import { publicationIssues, stops } from './publishingCheck.ts';
import { withCovers } from './publishingCovers.ts';
import { reportViews } from './reportViews.ts';
import { approvedViews } from './snapshots.ts';

type Language = 'uk' | 'en';
/** What a publication is made from: a year and scenario as they stand, or an approved snapshot. */
export interface Of { readonly year: number; readonly scenario: string; readonly language: Language; readonly snapshot?: string | undefined }

/** The public summary: the department's words of it are kept under this name. */
const SUMMARY = 'public-summary';
const AREAS = ['documents', 'history'] as const;

/** The pages a publication is built from, with everything that sums would give away. */
export const publicViews = (program: Program, of: Of): ReportViews =>
  withCovers(of.snapshot === undefined ? reportViews(program, of.year, of.scenario, of.language) : approvedViews(program, of.snapshot, of.language));

function summaryWords(program: Program, language: Language): { readonly plans: string; readonly contact: string } {
  const words = wordsOf(program.store().read, SUMMARY, language);
  return { plans: words.get('plans')?.words ?? '', contact: words.get('contact')?.words ?? '' };
}

/** What the summary says of the course of the determination: the one of the year, or the newest before it. */
export function summaryExtra(program: Program, views: ReportViews, language: Language): SummaryExtra {
  const { read } = program.store();
  const words = summaryWords(program, language);
  const newest = determinationsOf(read).filter((each) => each.year <= views.year).toSorted((a, b) => b.year - a.year)[0];
  if (!newest) return { who: '', kind: null, next: null, ...words };
  const stages = stagesOf(read).filter((stage) => stage.determination === newest.id).toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  const next = stages.find((stage) => stage.state === 'planned' || stage.state === 'going');
  const name = program.book().cycle.stages.find((each) => each.id === next?.stage)?.name;
  return {
    who: stages.find((stage) => stage.stage === 'report' && stage.responsible !== '')?.responsible ?? stages.find((stage) => stage.responsible !== '')?.responsible ?? '',
    kind: newest.kind, next: next && name ? { name, to: next.to } : null, ...words,
  };
}

/** Refuses to make a file while its words read like personal data or small counts and nobody confirmed them. */
export function refuseLeaks(program: Program, views: ReportViews, file: Published, language: Language): void {
  const open = publicationIssues(program, views, summaryWords(program, language), language).filter((issue) => stops(issue, file));
  if (open.length > 0) throw new Refusal('publication.words', { count: open.length, file });
}

/** Use cases of publishing. */
export const publishing: Handlers<keyof typeof methods> = {
  'publishing.view': (program, of) => {
    const words = summaryWords(program, of.language);
    const issues = publicationIssues(program, publicViews(program, of), words, of.language);
    const sum = (field: 'small' | 'covered'): number => issues.reduce((all, issue) => all + issue[field], 0);
    return {
      issues, words, hidden: { small: sum('small'), covered: sum('covered') },
      stops: Object.fromEntries(PUBLISHED.map((file) => [file, issues.filter((issue) => stops(issue, file)).length])) as Record<Published, number>,
      snapshots: snapshotsOf(program.store().read).map(({ id, name, year, scenario, decision, decidedOn }) => ({ id, name, year, scenario, decision, decidedOn })),
    };
  },
  'publishing.setWords': (program, { section, language, words }) =>
    program.change(sentence('publishing.words', { section }), AREAS, (tx) => setWords(tx, { document: SUMMARY, section, language, words: words.trim(), basedOn: '', at: program.now().toISOString() })),
  'publishing.accept': (program, { issue, reason, ...of }) => {
    const found = publicationIssues(program, publicViews(program, of), summaryWords(program, of.language), of.language).find((each) => each.id === issue && each.does === 'change');
    if (!found) throw new Refusal('input.unknownId', { what: 'issue', id: issue });
    return program.change(sentence('publishing.accept', { reason }), AREAS, (tx) => putAccepted(tx, { issue, finding: found.finding, reason, author: program.settings().author, at: program.now().toISOString() }));
  },
  'publishing.reopen': (program, { issue }) => {
    if (!issue.startsWith('publish|') || !acceptedOf(program.store().read).has(issue)) throw new Refusal('input.unknownId', { what: 'issue', id: issue });
    return program.change(sentence('publishing.reopen'), AREAS, (tx) => removeAccepted(tx, issue));
  },
};
