import type { documents as methods, DocumentView } from '../contract/api/documents.ts';
import { Refusal } from '../contract/errors.ts';
import type { Label } from '../contract/models.ts';
import { needsReportSections, SECTIONS, smallCountsInWords, wordsMode, type ReportViews } from '../documents/needsReport.ts';
import { inLanguage } from '../documents/tree.ts';
import { setWords, wordsOf } from '../store/words.ts';
import { sentence, type Handlers, type Program } from './program.ts';
import { publicViews, refuseLeaks, summaryExtra } from './publishing.ts';
import { REPORT, reportViews } from './reportViews.ts';
import { approvedViews } from './snapshots.ts';

type Language = 'uk' | 'en';
const TITLE: Label = { uk: 'Звіт про визначення потреб у соціальних послугах', en: 'Report on the determination of needs in social services' };

/** The pages a paper is built from: as they stand now, or as they were approved. */
const viewsOf = (program: Program, { year, scenario, language, snapshot }: { year: number; scenario: string; language: Language; snapshot?: string | undefined }): ReportViews =>
  (snapshot === undefined ? reportViews(program, year, scenario, language) : approvedViews(program, snapshot, language));

function documentView(program: Program, views: ReportViews, language: Language): DocumentView {
  // The words of an approved paper are those that were approved.
  const words = views.approved
    ? new Map(Object.entries(views.words ?? {}).map(([section, text]) => [section, { words: text, basedOn: '' }]))
    : wordsOf(program.store().read, REPORT, language);
  const small = smallCountsInWords(views.words ?? {});
  return {
    id: REPORT, title: inLanguage(TITLE, language),
    sections: needsReportSections(views, language).map((section) => {
      const own = words.get(section.id);
      return {
        ...section, words: own?.words ?? '', basedOn: own?.basedOn ? own.basedOn : null, mode: wordsMode(section.id),
        stale: own !== undefined && own.words !== '' && own.basedOn !== '' && own.basedOn !== section.derived,
      };
    }),
    warnings: small.map((each) => each.section),
  };
}

const FILES = {
  service: { uk: ['Звіт-про-потреби', 'робочий'], en: ['Needs-report', 'working'] }, report: { uk: ['Звіт-про-потреби', 'для-оприлюднення'], en: ['Needs-report', 'for-publication'] },
  summary: { uk: ['Публічний-підсумок', ''], en: ['Public-summary', ''] }, openData: { uk: ['Відкриті-дані', ''], en: ['Open-data', ''] },
} as const;

/** Name of a paper's file: community, year, edition. */
const fileTitle = (views: ReportViews, language: Language, [what, edition]: readonly [string, string]): string => {
  const name = inLanguage(views.community.name, language);
  const approved = views.approved ? (language === 'uk' ? '-затверджений' : '-approved') : '';
  return `${what}-${name}-${views.year}${edition === '' ? '' : `-${edition}`}${approved}`.replaceAll(/[<>:"/\\|?*\s]+/g, '-');
};

/** Use cases of papers and of long work. */
export const documents: Handlers<keyof typeof methods> = {
  'documents.list': () => [{ id: REPORT, title: TITLE }],
  'document.view': (program, input) => documentView(program, viewsOf(program, input), input.language),
  'document.setWords': (program, { document, section, language, words, basedOn }) => {
    if (!SECTIONS.some((id) => id === section)) throw new Refusal('input.unknownId', { what: 'section', id: section });
    return program.change(sentence('document.words', { section }), ['documents', 'history', 'plan'], (tx) => setWords(tx, { document, section, language, words, basedOn, at: program.now().toISOString() }));
  },
  'job.start': (program, { job }) => {
    const common = { language: job.language, resourcesDir: program.resourcesDir, now: program.now().toISOString() };
    if (job.kind === 'document' && job.edition === 'service') {
      const views = viewsOf(program, job);
      return { jobId: program.jobs.start({ ...common, kind: 'document', document: job.document, edition: job.edition, format: job.format, views, name: fileTitle(views, job.language, FILES.service[job.language]) }) };
    }
    const views = publicViews(program, job);
    const file = job.kind === 'document' ? 'report' : job.kind;
    refuseLeaks(program, views, file, job.language);
    const name = fileTitle(views, job.language, FILES[file][job.language]);
    if (job.kind === 'openData') return { jobId: program.jobs.start({ ...common, kind: 'openData', views, name }) };
    if (job.kind === 'summary') return { jobId: program.jobs.start({ ...common, kind: 'summary', format: job.format, views: { report: views, extra: summaryExtra(program, views, job.language) }, name }) };
    return { jobId: program.jobs.start({ ...common, kind: 'document', document: job.document, edition: job.edition, format: job.format, views, name }) };
  },
  'job.get': (program, { jobId }) => program.jobs.get(jobId),
  'job.cancel': (program, { jobId }) => { program.jobs.cancel(jobId); return null; },
};
