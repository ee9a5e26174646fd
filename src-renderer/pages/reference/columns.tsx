import { formatDate, formatNumber, formatShare, type Language } from '#contract/format.ts';
import type { CriterionReference, GroupReference, IndicatorReference, NormView, ReferenceDifference, ReferenceView, ServiceReference, StaffingReference, TravelReference } from '#contract/api/reference.ts';
import type { Confidence, Label } from '#contract/models.ts';
import { Mark } from '../../components/Marks.tsx';
import { Raw, Uk } from '../../components/Text.tsx';
import { hasText, translate as t } from '../../i18n/index.ts';
import { plain, shown } from '../../lib/text.ts';
import { boundsText } from '../capacity/access/words.tsx';
import type { RefColumn } from './table.tsx';

type Credit = ReferenceView['credits'][number];
type Open = (id: string) => void;

/** Keeps the sign of a number with its number. */
const tight = (text: string): string => text.replaceAll('\u2116 ', '\u2116\u00A0').replaceAll('No. ', 'No.\u00A0');
const tightLabel = (label: Label): Label => ({ uk: tight(label.uk), en: label.en === null ? null : tight(label.en) });
const col = (id: string): string => t(`reference.col.${id}`);
const text = (label: Label | null, language: Language): string => (label ? shown(label, language) : '');
const day = (iso: string, language: Language): string => (iso === '' ? '' : formatDate(iso, language));
/** A norm counts as checked when it was seen in a source or compared in this plan. */
export const confidenceOf = (norm: NormView): Confidence => (norm.checked || norm.local ? 'verified' : norm.confidence);
/** The value as the source prints it, with the signs of the language. */
export function printedOf(norm: NormView, language: Language): string {
  const number = (n: number): string => formatNumber(n, language, { digits: { min: 0, max: 4 } });
  if (norm.value !== null) return number(norm.value);
  return norm.printed.replace(/^(?:[<>]=?)?\s*[\d.]+(?:\s*-\s*[\d.]+)?$/u, (bounds) => bounds.replace(/[\d.]+/gu, (n) => number(Number(n)))).replace(/(?<=\d)\s*-\s*(?=\d)/gu, '–').replace(/^>=\s*/u, `${t('common.from')} `).replace(/^<=?\s*/u, `${t('reference.upTo')} `);
}

/** The mark of a value: «звірено», or a dashed «звірте» that opens the act. */
export function ConfidenceMark({ confidence, onOpen }: { readonly confidence: Confidence; readonly onOpen?: () => void }) {
  return confidence === 'verified' ? <Mark kind="checked" /> : <Mark kind="recalled" {...(onOpen ? { onClick: onOpen } : {})} />;
}

const Opener = ({ id, label, onOpen }: { readonly id: string; readonly label: Label; readonly onOpen: Open }) => (
  <button type="button" className="link op" data-row={id} onClick={() => onOpen(id)}><Uk>{label}</Uk></button>
);

/** Columns of the classifier. */
export function serviceColumns(language: Language, onOpen: Open): readonly RefColumn<ServiceReference>[] {
  const name = (row: ServiceReference): Label => row.name ?? { uk: t('reference.nameUnknown', { lng: 'uk' }), en: t('reference.nameUnknown', { lng: 'en' }) };
  return [
    { id: 'service', width: 34, title: col('service'), cell: (row) => <><Opener id={row.id} label={name(row)} onOpen={onOpen} />{row.name === null && <> <ConfidenceMark confidence="recalled" onOpen={() => onOpen(row.id)} /></>}</>, out: (row) => text(name(row), language) },
    { id: 'code', width: 8, title: col('code'), cell: (row) => row.code ?? '', out: (row) => row.code ?? '', narrow: true },
    { id: 'section', width: 18, title: col('section'), cell: (row) => t(`reference.section.${row.section}`), out: (row) => t(`reference.section.${row.section}`) },
    { id: 'basic', width: 14, title: col('basic'), cell: (row) => (row.basic ? <span className="nw">{t('reference.basicYes')} {row.basicConfidence === 'recalled' && <ConfidenceMark confidence="recalled" />}</span> : ''), out: (row) => (row.basic ? t('common.yes') : t('common.no')), narrow: true },
    { id: 'counted', width: 8, title: col('counted'), cell: (row) => t(`reference.counted.${row.counted}`), out: (row) => t(`reference.counted.${row.counted}`), narrow: true },
    { id: 'standard', title: col('standard'), cell: (row) => row.standard && <><Raw>{tight(row.standard.act)}</Raw>{row.standard.date !== '' && `, ${day(row.standard.date, language)}`} {row.standard.confidence === 'recalled' && <ConfidenceMark confidence="recalled" />}</>, out: (row) => (row.standard ? `${row.standard.act}, ${day(row.standard.date, language)}` : '') },
    { id: 'recipients', title: col('recipients'), out: (row) => text(row.recipients, language) },
    { id: 'places', title: col('places'), out: (row) => row.places.map((place) => t(`reference.place.${place}`)).join(', ') },
    { id: 'durations', title: col('durations'), out: (row) => row.durations.map((duration) => t(`reference.duration.${duration}`)).join(', ') },
    { id: 'confidence', title: col('confidence'), out: (row) => t(`reference.confidence.${row.nameConfidence}`) },
    { id: 'source', title: col('source'), out: (row) => text(row.source, language) },
    { id: 'note', title: col('note'), out: (row) => text(row.note, language) },
  ];
}

/** Columns of norms and, without a value of their own, of acts. */
export function normColumns(language: Language, onOpen: Open, acts: boolean): readonly RefColumn<NormView>[] {
  const columns: RefColumn<NormView>[] = [
    { id: 'norm', width: 34, title: col(acts ? 'actName' : 'norm'), cell: (row) => <Opener id={row.id} label={row.subject} onOpen={onOpen} />, out: (row) => text(row.subject, language) },
    ...(acts ? [] : [
      { id: 'value', width: 10, title: col('value'), align: 'right' as const, cell: (row: NormView) => (row.local ? <b className="w5">{formatNumber(row.local.value, language)}</b> : <span className={row.printed === '' ? 'nd' : undefined}><Raw>{printedOf(row, language) || t('states.sign.unknown')}</Raw></span>), out: (row: NormView) => (row.local ? String(row.local.value) : printedOf(row, language) || null) },
      { id: 'unit', width: 16, title: col('unit'), cell: (row: NormView) => <Uk>{row.unit}</Uk>, out: (row: NormView) => text(row.unit, language) },
    ]),
    { id: 'act', width: 22, title: col('act'), cell: (row) => (row.local ? <Raw>{row.local.decision}</Raw> : <><Uk>{tightLabel(row.act)}</Uk>{row.article.uk !== '' && <span className="note"> <Uk>{row.article}</Uk></span>}</>), out: (row) => (row.local ? row.local.decision : text(row.act, language)) },
    { id: 'article', title: col('article'), out: (row) => text(row.article, language) },
    { id: 'force', width: 11, title: col('force'), narrow: true, cell: (row) => <Force norm={row} language={language} />, out: (row) => t(row.inForce ? 'reference.inForce' : 'reference.notInForce') },
    { id: 'mark', width: 8, title: col('mark'), narrow: true, cell: (row) => <ConfidenceMark confidence={confidenceOf(row)} onOpen={() => onOpen(row.id)} />, out: (row) => t(`reference.confidence.${confidenceOf(row)}`) },
    { id: 'since', title: col('since'), kind: 'date', out: (row) => row.since || null },
    { id: 'until', title: col('until'), kind: 'date', out: (row) => row.until || null },
    { id: 'kind', title: col('kind'), out: (row) => t(`reference.kind.${row.kind}`) },
    { id: 'source', title: col('source'), out: (row) => text(row.source, language) },
    { id: 'note', title: col('note'), out: (row) => text(row.note, language) },
  ];
  return columns;
}

/** Is the norm in force on the plan's date, and between which days it is. */
export function Force({ norm, language }: { readonly norm: NormView; readonly language: Language }) {
  const dates = norm.since === '' && norm.until === '' ? '' : `${day(norm.since, language)}–${day(norm.until, language)}`.replace(/–$/u, ' –').replace(/^–/u, '– ');
  return <>{norm.inForce ? t('reference.inForce') : <Mark kind="notInForce" />}{dates !== '' && <span className="note dt">{dates}</span>}</>;
}

/** Columns of the target groups. */
export function groupColumns(language: Language, onOpen: Open): readonly RefColumn<GroupReference>[] {
  return [
    { id: 'group', width: 34, title: col('group'), cell: (row) => <Opener id={row.id} label={row.name} onOpen={onOpen} />, out: (row) => text(row.name, language) },
    { id: 'unit', title: col('unit'), narrow: true, cell: (row) => t(`reference.counted.${row.unit}`), out: (row) => t(`reference.counted.${row.unit}`) },
    { id: 'share', title: col('share'), align: 'right', kind: 'share', cell: (row) => (row.share === null ? '' : formatShare(row.share, language)), out: (row) => row.share },
    { id: 'basis', title: col('basis'), cell: (row) => <Uk>{tightLabel(row.basis)}</Uk>, out: (row) => text(row.basis, language) },
    { id: 'mark', title: col('mark'), narrow: true, cell: (row) => <ConfidenceMark confidence={row.basisConfidence} onOpen={() => onOpen(row.id)} />, out: (row) => t(`reference.confidence.${row.basisConfidence}`) },
    { id: 'shareSource', title: col('shareSource'), out: (row) => text(row.shareSource, language) },
    { id: 'note', title: col('note'), out: (row) => text(row.note, language) },
  ];
}

/** Columns of the parameters of staffing. */
export function staffingColumns(language: Language): readonly RefColumn<StaffingReference>[] {
  const number = (row: StaffingReference, value: number | null): string => (value === null ? '' : row.unit === 'share' ? formatShare(value, language, 0) : formatNumber(value, language));
  const own = (row: StaffingReference): string => (row.own === null ? '' : [number(row, row.own.value), row.own.note].filter(Boolean).join(', '));
  return [
    { id: 'parameter', width: 30, title: t('staff.parameters.col.name'), cell: (row) => <Uk>{row.name}</Uk>, out: (row) => shown(row.name, language) },
    { id: 'value', width: 8, title: col('value'), align: 'right', cell: (row) => number(row, row.value), out: (row) => number(row, row.value) || null },
    { id: 'unit', width: 8, title: col('unit'), narrow: true, cell: (row) => (row.unit === '' || row.unit === 'share' ? '' : t(`staff.parameters.unit.${row.unit}`)), out: (row) => (row.unit === '' ? '' : t(`staff.parameters.unit.${row.unit}`)) },
    { id: 'kind', width: 10, title: col('kind'), cell: (row) => t(`staff.parameters.kind.${row.kind}`), out: (row) => t(`staff.parameters.kind.${row.kind}`) },
    { id: 'basis', width: 26, title: col('source'), cell: (row) => <Uk>{tightLabel(row.basis)}</Uk>, out: (row) => shown(row.basis, language) },
    { id: 'mark', width: 8, title: col('mark'), narrow: true, cell: (row) => (row.kind === 'assumption' ? <Mark kind="assumption" /> : <ConfidenceMark confidence={row.confidence} />), out: (row) => (row.kind === 'assumption' ? t('staff.parameters.kind.assumption') : t(`reference.confidence.${row.confidence}`)) },
    { id: 'own', width: 14, title: t('staff.parameters.own'), cell: (row) => <Raw>{own(row)}</Raw>, out: own },
  ];
}

/** Columns of the indicators of integration. */
export function indicatorColumns(language: Language): readonly RefColumn<IndicatorReference>[] {
  const counts = (row: IndicatorReference): string => [row.numerator, row.denominator].flatMap((each) => (each ? [shown(each, language)] : [])).join(' ÷ ');
  const people = (row: IndicatorReference): string => row.populations.map((each) => shown(each, language)).join(', ');
  return [
    { id: 'indicator', width: 26, title: t('integration.col.indicator'), cell: (row) => <Uk>{row.name}</Uk>, out: (row) => shown(row.name, language) },
    { id: 'dimension', width: 12, title: t('integration.col.dimension'), cell: (row) => <Uk>{row.dimension}</Uk>, out: (row) => shown(row.dimension, language) },
    { id: 'people', width: 12, title: t('integration.col.people'), cell: people, out: people },
    { id: 'counts', width: 20, title: t('integration.one.about'), cell: counts, out: counts },
    { id: 'unit', title: t('integration.col.unit'), out: (row) => t(`integration.unit.${row.unit}`) },
    { id: 'better', width: 12, title: t('integration.own.better'), cell: (row) => t(`integration.better.${row.better}`), out: (row) => t(`integration.better.${row.better}`) },
    { id: 'frequency', title: t('integration.own.frequency'), out: (row) => t(`integration.frequency.${row.frequency}`) },
    { id: 'framework', width: 18, title: t('integration.col.framework'), cell: (row) => <Uk>{row.framework}</Uk>, out: (row) => shown(row.framework, language) },
    { id: 'source', title: t('integration.col.source'), out: (row) => shown(row.source, language) },
    { id: 'confidence', title: t('integration.col.confidence'), out: (row) => t(`integration.confidence.${row.confidence ?? 'own'}`) },
    { id: 'note', title: t('integration.col.note'), out: (row) => (row.note ? shown(row.note, language) : '') },
  ];
}

/** Columns of the parameters of travel times. */
export function travelColumns(language: Language): readonly RefColumn<TravelReference>[] {
  const number = (value: number): string => formatNumber(value, language, { digits: { min: 0, max: 3 } });
  const range = (row: TravelReference): string => (row.low === row.high ? '' : `${number(row.low)}–${number(row.high)}`);
  return [
    { id: 'name', width: 28, title: t('reach.parameters.name'), cell: (row) => <Uk>{row.label}</Uk>, out: (row) => shown(row.label, language) },
    { id: 'value', width: 8, title: col('value'), align: 'right', cell: (row) => number(row.base), out: (row) => number(row.base) },
    { id: 'range', width: 9, title: t('reference.col.range'), align: 'right', cell: range, out: range },
    { id: 'unit', width: 9, title: col('unit'), cell: (row) => t(`reach.unit.${row.unit}`), out: (row) => t(`reach.unit.${row.unit}`) },
    { id: 'source', width: 34, title: col('source'), cell: (row) => <Uk>{row.source}</Uk>, out: (row) => shown(row.source, language) },
    { id: 'mark', width: 12, title: col('mark'), narrow: true, cell: (row) => (row.assumption ? t('reach.kind.assumption') : <ConfidenceMark confidence={row.confidence} />), out: (row) => t(row.assumption ? 'reach.kind.assumption' : `reference.confidence.${row.confidence}`) },
    { id: 'asOf', title: t('figures.col.asOf'), out: (row) => row.asOf },
    { id: 'note', title: col('note'), out: (row) => (row.note ? shown(row.note, language) : '') },
  ];
}

/** Columns of the criteria of accessibility. */
export function criterionColumns(language: Language): readonly RefColumn<CriterionReference>[] {
  const bounds = (row: CriterionReference): string => row.parts.map((part) => `${part.label ? `${shown(part.label, language)}: ` : ''}${boundsText(part, row.unit, language)}`).join('; ');
  return [
    { id: 'criterion', width: 36, title: t('access.col.criterion'), cell: (row) => <Uk>{row.question}</Uk>, out: (row) => shown(row.question, language) },
    { id: 'area', width: 14, title: t('access.col.area'), cell: (row) => <Uk>{row.area}</Uk>, out: (row) => shown(row.area, language) },
    { id: 'bounds', width: 14, title: t('access.col.bounds'), cell: bounds, out: bounds },
    { id: 'critical', width: 9, title: t('access.col.critical'), narrow: true, cell: (row) => (row.critical ? t('access.rule.proposed') : ''), out: (row) => (row.critical ? t('access.rule.proposed') : '') },
    { id: 'ref', width: 20, title: t('access.col.ref'), cell: (row) => <Uk>{row.ref}</Uk>, out: (row) => shown(row.ref, language) },
    { id: 'mark', title: col('mark'), narrow: true, cell: (row) => <ConfidenceMark confidence={row.confidence} />, out: (row) => t(`reference.confidence.${row.confidence}`) },
    { id: 'source', title: col('source'), out: (row) => shown(row.evidence, language) },
    { id: 'note', title: col('note'), out: (row) => (row.note ? shown(row.note, language) : '') },
  ];
}

/** Columns of the sources and their licences. */
export function creditColumns(language: Language): readonly RefColumn<Credit>[] {
  return [
    { id: 'what', title: col('what'), cell: (row) => <Uk>{row.what}</Uk>, out: (row) => text(row.what, language) },
    { id: 'credit', title: col('credit'), cell: (row) => <Uk>{row.credit}</Uk>, out: (row) => text(row.credit, language) },
    { id: 'licence', title: col('licence'), cell: (row) => <Uk>{row.licence}</Uk>, out: (row) => text(row.licence, language) },
    { id: 'asOf', title: col('asOf'), narrow: true, cell: (row) => asOf(row.asOf, language), out: (row) => asOf(row.asOf, language) },
  ];
}
const asOf = (iso: string, language: Language): string => (/^\d{4}-\d{2}-\d{2}$/u.test(iso) ? formatDate(iso, language) : /^(\d{4})-(\d{2})$/u.test(iso) ? iso.replace(/^(\d{4})-(\d{2})$/u, '$2.$1') : iso);

/** Columns of what a newer book changes. */
export function differenceColumns(language: Language): readonly RefColumn<ReferenceDifference>[] {
  const fieldName = (row: ReferenceDifference): string => (row.field === '' ? '' : hasText(`reference.field.${row.field}`, language) ? t(`reference.field.${row.field}`) : row.field);
  return [
    { id: 'name', width: 26, title: t('reference.diff.name'), cell: (row) => <Uk>{row.name}</Uk>, out: (row) => shown(row.name, language) },
    { id: 'table', width: 11, title: t('reference.diff.table'), narrow: true, cell: (row) => t(`reference.diffTable.${row.table}`), out: (row) => t(`reference.diffTable.${row.table}`) },
    { id: 'change', width: 8, title: t('reference.diff.change'), narrow: true, cell: (row) => t(`reference.change.${row.change}`), out: (row) => t(`reference.change.${row.change}`) },
    { id: 'field', width: 13, title: t('reference.diff.field'), cell: fieldName, out: fieldName },
    { id: 'before', title: t('reference.diff.before'), cell: (row) => (row.change === 'changed' ? <s><Raw>{row.before}</Raw></s> : <Raw>{row.before}</Raw>), out: (row) => row.before },
    { id: 'after', title: t('reference.diff.after'), cell: (row) => <Raw>{row.after}</Raw>, out: (row) => row.after },
  ];
}

/** Everything of a row that a search looks through, in lower case. */
export function haystack(parts: readonly (Label | string | null)[], language: Language): string {
  return parts.flatMap((part) => (part === null ? [] : typeof part === 'string' ? [part] : [part.uk, plain(part, language)])).join(' ').toLocaleLowerCase('uk');
}
