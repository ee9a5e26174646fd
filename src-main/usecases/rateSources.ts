import type { RateSource } from '../contract/api/rates.ts';
import type { Cell, Label, MeasureId } from '../contract/models.ts';
import type { ReportRate } from '../documents/needsReport.ts';
import { figureCell } from './cells.ts';
import { inherited } from './facts.ts';
import { needAt, resultRef } from './needFacts.ts';
import { resultNum } from './num.ts';
import type { PlanModel } from './model.ts';
import type { Of, RateAt } from './rateFacts.ts';

/** Figures that make a source of a share, in the order they are typed. */
const BEHIND: Readonly<Record<RateSource, readonly MeasureId[]>> = {
  survey: ['surveyYes', 'surveyAnswered', 'surveyPopulation'], register: ['groupIdentified'], published: ['publishedRate'], default: ['needRate'],
};

/** Where a source of a share comes from. */
export interface Provenance {
  readonly from: string;
  readonly asOf: string;
  readonly place: Label | null;
  readonly n: number | null;
  readonly author: string;
  readonly note: Label | null;
  readonly cells: readonly Cell[];
}

/** Source, date, place, how many were asked or counted, who assumed it. */
export function provenanceOf(model: PlanModel, at: RateAt, of: Of, territory: string, source: RateSource): Provenance {
  const cells = BEHIND[source].map((measure) => figureCell(model, model.key(measure, of, territory)));
  const lead = cells.find((cell) => cell.source !== '') ?? cells[0];
  const { pack } = at.published;
  const figure = source === 'default' ? inherited(model, 'needRate', of, territory) : source === 'published' ? at.published.figure : null;
  const common = { cells, author: figure?.value == null ? '' : figure.author, from: lead?.source ?? '', asOf: lead?.asOf ?? '', place: null, note: lead?.note ? { uk: lead.note, en: null } : null };
  if (source === 'published' && pack !== null) return { ...common, author: '', from: '', asOf: pack.asOf, place: pack.place, n: pack.n, note: pack.asked };
  if (source === 'register') {
    const place = at.register === null || at.register.place === territory ? null : model.territory(at.register.place)?.name ?? null;
    return { ...common, place, n: at.register?.size.range.base ?? null };
  }
  return { ...common, n: source === 'survey' ? at.survey.answered : null };
}

/** What is printed as the source of the share in force; a source of the reference book stands in both languages. */
export function sourceOf(model: PlanModel, at: RateAt, of: Of, territory: string): { readonly source: Label; readonly asOf: string } {
  if (at.rate.source === 'none') return { source: { uk: '', en: '' }, asOf: '' };
  const { from, asOf } = provenanceOf(model, at, of, territory, at.rate.source);
  const { pack } = at.published;
  return { source: at.rate.source === 'published' && pack !== null ? pack.source : { uk: from, en: from }, asOf };
}

/** Shares behind the needs of these services at the whole community, for papers. */
export const reportRates = (model: PlanModel, services: readonly string[]): readonly ReportRate[] => services.flatMap((service) => (needAt(model, service, model.root).survey?.parts ?? []).flatMap((part): ReportRate[] => {
  const { source } = part.rate;
  if (source === 'none') return [];
  const of = { group: part.group, service };
  const group = model.groups.find((row) => row.id === part.group);
  const choice = model.rateChoices.get(`${part.group} ${service}`);
  const ref = (result: 'surveyRate' | 'potential') => resultRef(model, result, of, model.root);
  const from = sourceOf(model, part.at, of, model.root);
  return [{
    service, group: group?.name ?? { uk: part.group, en: part.group }, source, from: from.source, asOf: from.asOf, n: provenanceOf(model, part.at, of, model.root, source).n, reason: choice?.reason ?? '',
    rate: resultNum(part.rate.range, 'share', ref('surveyRate'), { assumed: part.rate.assumed }), potential: resultNum(part.range, group?.unit ?? 'person', ref('potential'), { assumed: part.assumed }),
  }];
}));
