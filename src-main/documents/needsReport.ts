import type { OnStep } from './docx.ts';
import { Report, type ReportOptions } from './needsReport/model.ts';
import { groupsPart, methodPart, systemPart } from './needsReport/parts1.ts';
import { gapsPart, needsPart } from './needsReport/parts2.ts';
import { flagsPart, notMeasuredPart, recommendationsPart } from './needsReport/parts3.ts';
import { projectionPart } from './needsReport/projection.ts';
import { smallCountsIn } from './needsReport/suppress.ts';
import type { ReportViews } from './needsReport/views.ts';
import type { DocumentResources } from './raster.ts';
import { paragraph, textOf, type Block, type Edition, type Language, type Paper } from './tree.ts';
import { writerOf } from './writer.ts';

export type { ReportOptions } from './needsReport/model.ts';
export type { ReportProjection, ReportRate, ReportSurvey, ReportViews } from './needsReport/views.ts';

/** Sections of the needs report, in order; the department's words are kept under these ids. */
export const SECTIONS = ['method', 'groups', 'system', 'needs', 'gaps', 'projection', 'flags', 'recommendations', 'notMeasured', 'sources'] as const;
export type SectionId = (typeof SECTIONS)[number];

/** Words of the department stand instead of the derived text (recommendations) or after it. */
export const wordsMode = (section: SectionId): 'instead' | 'after' => (section === 'recommendations' ? 'instead' : 'after');

const PARTS: Readonly<Record<Exclude<SectionId, 'sources'>, (r: Report) => Block[]>> = {
  method: methodPart, groups: groupsPart, system: systemPart, needs: needsPart, gaps: gapsPart, projection: projectionPart, flags: flagsPart, recommendations: recommendationsPart, notMeasured: notMeasuredPart,
};

/** Blocks of every section without the department's words; sources come last, when all numbers are cited. Without scenarios there is no section of projections. */
function parts(r: Report): { readonly id: SectionId; readonly title: string; readonly blocks: readonly Block[] }[] {
  return SECTIONS.filter((id) => id !== 'projection' || r.views.projection).map((id, i) => {
    const title = `${i + 1}. ${r.t.sections[id]}`;
    if (id !== 'sources') return { id, title, blocks: PARTS[id](r) };
    for (const credit of r.views.community.credits) r.cite(`${r.t.sources.credits}: ${credit}`);
    return { id, title, blocks: [r.notes.length === 0 ? paragraph(r.t.sources.none) : { kind: 'notes' as const }] };
  });
}

/** The needs report as a neutral tree: sections with figures as the screen shows them, and the department's words. */
export function buildNeedsReport(views: ReportViews, options: ReportOptions): Paper {
  const r = new Report(views, options);
  const { community, plan, approved } = views;
  const { t } = r;
  const blocks = parts(r).flatMap(({ id, title, blocks: derived }): Block[] => {
    const words = (views.words?.[id] ?? '').trim();
    const own: Block[] = words === '' ? [] : [{ kind: 'words', text: words }];
    return [{ kind: 'heading', level: 1, text: title }, ...(own.length > 0 && wordsMode(id) === 'instead' ? own : [...derived, ...own])];
  });
  const name = r.label(community.name);
  const full = /громада|community/iu.test(name) ? name : `${name} ${t.community[community.type]}`;
  return {
    language: options.language, edition: options.edition, editionLabel: t.edition[options.edition], watermark: plan.teaching === null ? null : t.watermark,
    title: t.title(full), subject: t.subject(views.year),
    head: {
      right: approved ? t.approvedBy(approved.body, r.date(approved.decidedOn), approved.decision) : t.approved, left: [], title: t.headTitle(full, views.year),
      below: [t.place(r.label(community.raion), r.label(community.oblast)), approved ? t.approvedAsOf(approved.decision, r.date(approved.decidedOn), r.date(plan.calcDate)) : t.asOf(r.date(plan.calcDate)), t.edition[options.edition]].filter((s) => s !== ''),
    },
    words: { table: t.table, figure: t.figure }, blocks: [...blocks, { kind: 'signature', lines: t.signature }], notes: r.notes,
  };
}

/** Sections for editing: title and the text derived from the data today, one paragraph or list item a line ('' = tables only). */
export function needsReportSections(views: ReportViews, language: Language): { readonly id: SectionId; readonly title: string; readonly derived: string }[] {
  const r = new Report(views, { language, edition: 'service' });
  return parts(r).map(({ id, title, blocks }) => ({
    id, title,
    derived: blocks.flatMap((b): string[] => {
      if (b.kind === 'paragraph') return [textOf(b.runs)];
      if (b.kind === 'list') return b.items.map((item, i) => (b.ordered ? `${i + 1}. ${textOf(item)}` : `– ${textOf(item)}`));
      return b.kind === 'notes' ? r.notes.map((note, i) => `${i + 1}. ${textOf(note)}`) : [];
    }).join('\n'),
  }));
}

/** Counts of people under five in the department's words: they go into the edition for publication as written, so the head must look. */
export function smallCountsInWords(words: Readonly<Record<string, string>>): { readonly section: string; readonly found: readonly string[] }[] {
  return Object.entries(words).map(([section, text]) => ({ section, found: smallCountsIn(text) })).filter((x) => x.found.length > 0);
}

/** Makes the needs report as a Word file or a PDF; `now` is the ISO time written into it. */
export async function makeNeedsReport(views: ReportViews, options: { readonly language: Language; readonly edition: Edition; readonly format?: 'docx' | 'pdf'; readonly now: string; readonly resources: DocumentResources; readonly onStep?: OnStep }): Promise<Uint8Array> {
  options.onStep?.('text', 0, 1);
  const { render } = await writerOf(options.format ?? 'docx');
  return render(buildNeedsReport(views, options), { resources: options.resources, now: options.now, ...(options.onStep ? { onStep: options.onStep } : {}) });
}

