import type { documents as methods, DocumentView } from '../contract/api/documents.ts';
import { Refusal } from '../contract/errors.ts';
import type { Cell, Label } from '../contract/models.ts';
import { needsReportSections, SECTIONS, smallCountsInWords, wordsMode, type ReportViews } from '../documents/needsReport.ts';
import { setWords, wordsOf } from '../store/words.ts';
import { capacityView } from './capacityView.ts';
import { communityView } from './communityView.ts';
import { inherited } from './facts.ts';
import { gapsView } from './gapsView.ts';
import { groupsView } from './groupsView.ts';
import type { PlanModel } from './model.ts';
import { surveyGroups } from './needFacts.ts';
import { needsView } from './needsView.ts';
import { reportRates } from './rateSources.ts';
import { cellOf } from './num.ts';
import { overviewView } from './overview.ts';
import { plan } from './plan.ts';
import type { PlanView } from '../contract/api/plan.ts';
import { sentence, type Handlers, type Program } from './program.ts';

type Language = 'uk' | 'en';
const REPORT = 'needs-report';
const TITLE: Label = { uk: 'Звіт про визначення потреб у соціальних послугах', en: 'Report on the determination of needs in social services' };

/** Answers of the survey a need rests on, with their sources. */
const surveyAnswers = (model: PlanModel, service: string): readonly Cell[] => surveyGroups(model, service, model.root).flatMap((group) =>
  (['surveyAnswered', 'needRate'] as const).map((measure) => cellOf(model.key(measure, { service, group }, model.root), inherited(model, measure, { service, group }, model.root), null)));

/** The pages the report is built from, as they stand now. */
export function reportViews(program: Program, year: number, scenario: string, language: Language): ReportViews {
  const model = program.model(year, scenario);
  const words = wordsOf(program.store().read, REPORT, language);
  const basis = model.book.norm('act_needs_order', model.meta.calcDate);
  const needs = needsView(model, model.root);
  return {
    year, scenario, plan: plan['plan.view'](program, { year, scenario }) as PlanView, community: communityView(model, program.data), groups: groupsView(model, model.root),
    needs, capacity: capacityView(model, model.root), gaps: gapsView(model), overview: overviewView(program, model),
    surveys: Object.fromEntries(needs.rows.filter((row) => row.chosen !== 'registry').map((row) => [row.id, surveyAnswers(model, row.id)])),
    rates: reportRates(model, needs.rows.filter((row) => row.chosen !== 'registry').map((row) => row.id)),
    reasons: Object.fromEntries([...model.choices].map(([service, choice]) => [service, choice.reason])),
    words: Object.fromEntries([...words].map(([section, row]) => [section, row.words])),
    basis: basis?.inForce ? { text: basis.act.uk === '' ? basis.subject : basis.act, recalled: basis.confidence === 'recalled' } : null,
  };
}

function documentView(program: Program, year: number, scenario: string, language: Language): DocumentView {
  const views = reportViews(program, year, scenario, language);
  const words = wordsOf(program.store().read, REPORT, language);
  const small = smallCountsInWords(views.words ?? {});
  return {
    id: REPORT, title: language === 'uk' ? TITLE.uk : (TITLE.en ?? TITLE.uk),
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

/** Name of a paper's file: community, year, edition. */
const fileTitle = (views: ReportViews, language: Language, edition: string): string => {
  const name = language === 'uk' ? views.community.name.uk : (views.community.name.en ?? views.community.name.uk);
  const words = language === 'uk' ? ['Звіт-про-потреби', edition === 'public' ? 'для-оприлюднення' : 'службовий'] : ['Needs-report', edition === 'public' ? 'for-publication' : 'service'];
  return `${words[0]}-${name}-${views.year}-${words[1]}`.replaceAll(/[<>:"/\\|?*\s]+/g, '-');
};

/** Use cases of papers and of long work. */
export const documents: Handlers<keyof typeof methods> = {
  'documents.list': () => [{ id: REPORT, title: TITLE }],
  'document.view': (program, { year, scenario, language }) => documentView(program, year, scenario, language),
  'document.setWords': (program, { document, section, language, words, basedOn }) => {
    if (!SECTIONS.some((id) => id === section)) throw new Refusal('input.unknownId', { what: 'section', id: section });
    return program.change(sentence('document.words', { section }), ['documents', 'history', 'plan'], (tx) => setWords(tx, { document, section, language, words, basedOn, at: program.now().toISOString() }));
  },
  'job.start': (program, { job }) => {
    const views = reportViews(program, job.year, job.scenario, job.language);
    return {
      jobId: program.jobs.start({
        kind: 'document', document: job.document, language: job.language, edition: job.edition, views, resourcesDir: program.resourcesDir,
        now: program.now().toISOString(), name: fileTitle(views, job.language, job.edition),
      }),
    };
  },
  'job.get': (program, { jobId }) => program.jobs.get(jobId),
  'job.cancel': (program, { jobId }) => { program.jobs.cancel(jobId); return null; },
};
