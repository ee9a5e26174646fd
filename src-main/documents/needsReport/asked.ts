import type { TakenFacts } from '../../contract/api/surveys.ts';
import { formatNumber, formatValue } from '../../contract/format.ts';
import { paragraph, plain, type Block, type Inline } from '../tree.ts';
import type { Report } from './model.ts';
import { maskParts, type Mask } from './suppress.ts';
import type { ReportSurvey } from './views.ts';

/** A count of answers, hidden as its mask says. */
const count = (r: Report, value: number, mask: Mask): string =>
  r.num({ state: 'computed', value, low: value, high: value, unit: 'count', assumed: false, recalled: false, ref: null, missing: [] }, mask);

/** The margin, or why none is named. */
function marginText(r: Report, { margin, selection }: ReportSurvey, facts: TakenFacts): string {
  const t = r.t.asked;
  if (margin === 0) return t.exact;
  if (margin !== null) return t.margin(formatValue(margin, 'share', r.language));
  if (selection !== 'random' && selection !== 'all') return selection === 'unknown' ? t.indicativeUnknown : t.indicative;
  return facts.population !== null && facts.population < facts.answered ? t.tooMany : t.few;
}

/** Who answered by parts. The edition for publication names no sizes of parts, and no part at all where one is small. */
function strata(r: Report, { source, facts: { answered, strata: all } }: { readonly source: string; readonly facts: TakenFacts }): Block[] {
  const t = r.t.asked;
  if (all.length === 0) return [];
  const rows = all.flatMap((stratum) => {
    const parts = [...stratum.rows.map((row) => ({ ...row, text: r.label(row.name) })), ...(stratum.unsaid > 0 ? [{ text: t.unsaid, people: null, answered: stratum.unsaid }] : [])];
    const masks = maskParts(answered, parts.map((part) => part.answered), r.options.edition).parts;
    return parts.map((part, i): Inline[] => [
      plain(i === 0 ? t.roles[stratum.role] : ''), plain(part.text), ...(r.isPublic ? [] : [plain(part.people === null ? '' : r.n(part.people))]), plain(count(r, part.answered, masks[i] ?? 'show')),
    ]);
  });
  const overlap = all.some((stratum) => stratum.role === 'groups') ? t.overlap : '';
  return [{
    kind: 'table', caption: t.caption(source), rows,
    columns: [{ title: t.role, align: 'left', share: 30 }, { title: t.part, align: 'left', share: 80 }, ...(r.isPublic ? [] : [{ title: t.people, align: 'right' as const, share: 30 }]), { title: t.answered, align: 'right', share: 30 }],
    note: plain(`${overlap} ${r.takeMarks()}`.trim()),
  }];
}

/** What was asked of one survey: dates and choice, invited and answered, weights, margin, limits. */
function surveyBlocks(r: Report, survey: ReportSurvey): Block[] {
  const t = r.t.asked;
  const { facts } = survey;
  const lines = [t.chosen(t.select[survey.selection])];
  const limits: string[] = survey.selection === 'all' || survey.selection === 'random' ? [] : [t.limits.onlyThose];
  if (facts === null) limits.push(t.limits.typed);
  else {
    const whole = maskParts(facts.answered, [], r.options.edition).whole;
    const answered = count(r, facts.answered, whole);
    const invited = facts.invited === null || facts.invited < facts.answered ? null : facts.invited;
    const response = invited === null || invited === 0 || whole !== 'show' ? '' : formatValue(facts.answered / invited, 'share', r.language);
    const dates = [...new Set([facts.started, facts.ended].filter((date) => date !== ''))].map((date) => r.date(date)).join(' – ');
    if (dates !== '') lines.push(t.dates(dates));
    if (!r.isPublic && facts.note.trim() !== '') lines.push(t.how(facts.note.trim().replace(/\.$/u, '')));
    lines.push(invited === null ? t.answeredOnly(answered) : t.response(count(r, invited, maskParts(invited, [], r.options.edition).whole), answered, response));
    const { weights } = facts;
    lines.push(weights === null ? t.unweighted : t.weighted(weights.by.map((role) => t.roles[role]).join(', '), r.n(Math.floor(weights.kish + 1e-9)), formatNumber(weights.lowest, r.language, { digits: 2 }), formatNumber(weights.highest, r.language, { digits: 2 })));
    lines.push(marginText(r, survey, facts));
    if (invited === null) limits.push(t.limits.notInvited);
    else if (invited > facts.answered) limits.push(t.limits.silent);
    if (facts.population === null) limits.push(t.limits.infinite);
    const nobody = facts.strata.flatMap(({ rows }) => rows.filter((row) => row.answered === 0 && row.people !== 0).map((row) => r.label(row.name)));
    if (nobody.length > 0) limits.push(t.limits.nobody(nobody.join('; ')));
  }
  return [
    { kind: 'heading', level: 3, text: survey.source }, paragraph(lines.join(' ')),
    ...(facts === null ? [] : strata(r, { source: facts.name, facts })),
    ...(limits.length === 0 ? [] : [paragraph(t.limitsTitle), { kind: 'list', ordered: false, items: limits.map((text, i) => plain(`${text}${i === limits.length - 1 ? '.' : ';'}`)) } satisfies Block]),
  ];
}

/** Who was asked: every survey behind the needs of the report. */
export function askedBlocks(r: Report): Block[] {
  const surveys = r.views.asked ?? [];
  return surveys.length === 0 ? [] : [{ kind: 'heading', level: 2, text: r.t.asked.title }, ...surveys.flatMap((survey) => surveyBlocks(r, survey))];
}
