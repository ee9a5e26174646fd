import type { AccessibilityView, AccessItem, AccessPart, AuditAnswer, AuditDetail, Checklist, FixPlan } from '../../contract/api/accessibility.ts';
import { formatDate, formatNumber, formatShare } from '../../contract/format.ts';
import type { Label } from '../../contract/models.ts';
import { inLanguage, left, paragraph, plain, type Block, type Column, type Edition, type Inline, type Language, type Paper } from '../tree.ts';
import { isSmall } from '../needsReport/suppress.ts';
import { ACCESS_TEXTS } from './texts.ts';

/** What the act, or with `audit: null` the blank checklist, is written from. */
export interface ActIn {
  readonly language: Language;
  /** `public`: without notes, counts under 5 hidden. */
  readonly edition: Edition;
  readonly checklist: Checklist;
  readonly rule: AccessibilityView['rule'];
  readonly audit: AuditDetail | null;
  readonly facility: { readonly name: string; readonly provider: string; readonly place: Label | null } | null;
  readonly community: string;
  readonly teaching: boolean;
}

type Texts = (typeof ACCESS_TEXTS)[Language];
interface Writing { readonly language: Language; readonly t: Texts; readonly label: (label: Label) => string; /** Number of a criterion. */ readonly no: (item: string) => number }

const HRYVNIA = 100;
/** Kopiykas as hryvnias: «12 500,50». */
export const hryvnias = (kop: number, language: Language): string => formatNumber(kop / HRYVNIA, language, { digits: kop % HRYVNIA === 0 ? 0 : 2 });

const unitText = (unit: AccessItem['unit'], language: Language, t: Texts): string => (unit === 'm' ? `\u00a0${t.m}` : unit === '%' ? (language === 'uk' ? '\u00a0%' : '%') : '');

/** Bounds of a measured value: «від 1,8 м», «0,74–0,8 м». */
export function boundsText({ label, low, high }: AccessPart, unit: AccessItem['unit'], { language, t, label: say }: Pick<Writing, 'language' | 't' | 'label'>): string {
  const n = (value: number): string => formatNumber(value, language, { digits: { min: 0, max: 3 } });
  const end = unitText(unit, language, t);
  const body = low !== null && high !== null ? (low === high ? `${t.exactly} ${n(low)}` : `${n(low)}–${n(high)}`) : low !== null ? `${t.low} ${n(low)}` : `${t.high} ${n(high ?? 0)}`;
  return `${label ? `${say(label)}: ` : ''}${body}${end}`;
}

function measuredText(item: AccessItem, answer: AuditAnswer | undefined, w: Writing): string {
  return item.parts.map((part, at) => {
    const value = answer?.measured[at] ?? null;
    const bounds = boundsText(part, item.unit, w);
    return answer === undefined ? `______ (${bounds})` : value === null ? `– (${bounds})` : `${formatNumber(value, w.language, { digits: { min: 0, max: 3 } })}${unitText(item.unit, w.language, w.t)} (${bounds})`;
  }).join('; ');
}

function criteriaTables({ checklist, audit, edition }: ActIn, w: Writing): readonly Block[] {
  const { t } = w;
  const answers = new Map(audit?.answers.map((answer) => [answer.item, answer]));
  const shares = [6, 42, 22, 13, 17];
  const columns: Column[] = t.heads.map((title, at) => ({ title, align: at === 0 ? 'center' : 'left', share: shares[at] ?? 10 }));
  return checklist.areas.map((area): Block => {
    const items = checklist.items.filter((item) => item.area === area.id);
    return {
      kind: 'table', caption: w.label(area.name), columns,
      rows: items.map((item): Inline[] => {
        const answer = answers.get(item.id);
        const question: Inline = [{ text: w.label(item.question) }, ...(item.critical ? [{ text: ` ${t.critical}`, bold: true }] : []), ...(item.confidence === 'recalled' ? [{ text: ` ${t.recalled}` }] : [])];
        return [
          plain(String(w.no(item.id))), question, plain(measuredText(item, answer, w)),
          audit === null ? plain(t.boxes) : [{ text: t.answers[answer?.counts ?? ''], bold: answer?.counts === 'no' }],
          plain([answer?.conflict ? t.conflict : '', edition === 'public' ? '' : answer?.note ?? ''].filter((part) => part !== '').join('; ')),
        ];
      }),
      note: plain(items.some((item) => item.confidence === 'recalled') ? t.recalledNote : ''),
    };
  });
}

function ruleText({ rule }: ActIn, { t, language }: Writing): string {
  const share = (value: number): string => formatShare(value, language, Number.isInteger(value * 100) ? 0 : 1);
  return `${t.rule(rule.freeShare === 1 ? t.freeAll : t.freeShare(share(rule.freeShare)), rule.partialShare === 0 ? '' : t.partialShare(share(rule.partialShare)))} ${rule.own ? t.own : t.proposal}`;
}

function resultBlocks(input: ActIn, audit: AuditDetail, w: Writing): readonly Block[] {
  const { t, language, label } = w;
  const { result } = audit;
  const nameOf = (id: string | null): string => label(input.checklist.statuses.find((status) => status.id === id)?.name ?? { uk: '', en: '' });
  const n = (value: number): string => formatNumber(value, language);
  const lines = [
    result.open > 0 ? `${t.unfinished(n(result.open))}${result.best !== null && result.best === result.worst ? ` ${t.certain(nameOf(result.best))}` : ''}` : result.status === null ? t.nothing : t.status(nameOf(result.status)),
    t.counts(n(result.yes), n(result.no), n(result.na), result.score === null ? '–' : formatShare(result.score, language)),
    t.entrance[audit.entrance],
  ];
  const critical = result.criticalNo.map((id) => input.checklist.items.find((item) => item.id === id)).filter((item) => item !== undefined);
  return [
    { kind: 'heading', level: 1, text: t.result }, ...lines.map((line) => paragraph(line)),
    ...(critical.length > 0 ? [paragraph(t.criticalNo), { kind: 'list' as const, ordered: false, items: critical.map((item) => plain(`${w.no(item.id)}. ${label(item.question)}`)) }] : []),
    paragraph(ruleText(input, w)),
  ];
}

const numbers = (items: readonly string[], w: Writing): string => items.map((id) => w.no(id)).toSorted((a, b) => a - b).join(', ');

function planText(plan: FixPlan, audit: AuditDetail, w: Writing): string {
  const { t, language } = w;
  const of = [...plan.fixes.map((id) => t.fixNumber(audit.fixes.findIndex((fix) => fix.id === id) + 1)), ...plan.bare.map((id) => t.criterionNumber(w.no(id)))].join(', ');
  return `${t.planText(t.plan[plan.target], of, plan.unknown > 0 && plan.costKop === 0 ? null : hryvnias(plan.costKop, language))}${plan.unknown > 0 && plan.costKop > 0 ? t.planUnknown(String(plan.unknown)) : ''}${plan.maybeCheaper ? t.planMaybe : ''}${plan.assumes > 0 ? t.assumes(String(plan.assumes)) : ''}.`;
}

function fixBlocks(input: ActIn, audit: AuditDetail, w: Writing): readonly Block[] {
  const { t, language, label } = w;
  const shares = [6, 34, 14, 16, 12, 18];
  const after = ({ after: { status, entrance } }: AuditDetail['fixes'][number]): string =>
    [label(input.checklist.statuses.find((each) => each.id === status)?.name ?? { uk: '', en: '' }), entrance === 'yes' ? t.inWay : ''].filter((part) => part !== '').join('; ');
  const rows = audit.fixes.map((fix, at): Inline[] => [
    plain(String(at + 1)), plain(fix.name), plain(numbers(fix.items, w)), plain(fix.costKop === null ? t.noCost : hryvnias(fix.costKop, language)),
    plain(fix.people === null ? t.noCost : input.edition === 'public' && isSmall(Math.round(fix.people)) ? t.small : `${formatNumber(Math.round(fix.people), language)}${fix.peopleFrom === 'served' ? t.recalled : ''}`), plain(after(fix)),
  ]);
  return [
    { kind: 'heading', level: 1, text: t.fixes },
    ...(rows.length === 0 ? [paragraph(t.noFixes)] : [{
      kind: 'table' as const, caption: t.fixCaption, rows, columns: t.fixHeads.map((title, at): Column => ({ title, align: at === 0 ? 'center' : at === 3 || at === 4 ? 'right' : 'left', share: shares[at] ?? 10 })),
      note: plain(audit.fixes.some((fix) => fix.peopleFrom === 'served') ? t.served : ''),
    }]),
    ...audit.plans.map((plan) => paragraph(planText(plan, audit, w))),
    ...(audit.bare.length > 0 ? [paragraph(t.bare(numbers(audit.bare, w)))] : []),
  ];
}

/** The act of an audit with criteria, result, rule, fixes and lines to sign; without an audit a blank checklist to take along. */
export function accessPaper(input: ActIn): Paper {
  const { language, checklist, audit, facility } = input;
  const t = ACCESS_TEXTS[language];
  const label = (text: Label): string => inLanguage(text, language);
  const order = new Map(checklist.items.map((item, at) => [item.id, at + 1]));
  const w: Writing = { language, t, label, no: (item) => order.get(item) ?? 0 };
  const { procedure } = checklist;
  const facts: readonly (readonly [string, string])[] = [
    [t.facility, facility?.name ?? t.empty], [t.provider, facility?.provider ?? t.empty], [t.place, facility?.place ? label(facility.place) : t.empty],
    [t.day, audit ? formatDate(audit.day, language) : t.empty], [t.role, audit?.role || t.empty], [t.basis, `${label(procedure.act)}. ${label(procedure.who)}. ${label(procedure.when)}.`], [t.norm, label(checklist.norm)],
    ...(audit && audit.note !== '' && input.edition === 'service' ? [[t.heads[4], audit.note] as const] : []),
  ];
  const title = audit ? [t.act, t.actOf] : [t.blank];
  return {
    language, edition: input.edition, editionLabel: t.editions[input.edition], watermark: input.teaching ? t.watermark : null, title: [title.join(' '), facility?.name ?? ''].filter((part) => part !== '').join(': '), subject: `${t.subject}. ${input.community}`,
    head: { right: audit ? t.approved : [], left: [], title, below: [input.community, ...(audit ? [formatDate(audit.day, language)] : [])] }, words: { table: t.table, figure: '' },
    blocks: [
      { kind: 'table', caption: t.facts, columns: [{ title: t.what, align: 'left', share: 28 }, { title: t.value, align: 'left', share: 72 }], rows: facts.map(([name, value]) => [plain(name), plain(value)]) },
      ...(audit ? resultBlocks(input, audit, w) : []),
      { kind: 'heading', level: 1, text: t.criteria }, left(audit === null ? t.boxesNote : t.measuredNote), ...criteriaTables(input, w),
      ...(audit ? fixBlocks(input, audit, w) : []),
      ...(input.edition === 'public' ? [left(t.publicNote)] : []), left(label(checklist.caution)), ...(audit ? [] : [left(label(procedure.submit))]),
      { kind: 'signature', lines: t.signature },
    ],
    notes: [],
  };
}
