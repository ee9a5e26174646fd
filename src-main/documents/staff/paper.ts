import type { Position, StaffCompareView, StaffParametersView, StaffRisksView, StaffView } from '../../contract/api/staff.ts';
import { formatDate, formatNumber, formatShare } from '../../contract/format.ts';
import { AGE_BANDS, QUALIFICATIONS } from '../../contract/lists.ts';
import type { Label } from '../../contract/models.ts';
import { boundsText, numberText } from '../amounts.ts';
import { shown } from '../needsReport/amounts.ts';
import { columns, heading, inLanguage, left, plain, type Block, type Inline, type Language, type Paper } from '../tree.ts';
import { sayStaff, STAFF_WORDS } from './texts.ts';

/** What the pages of staff are printed from. */
export interface StaffIn { readonly language: Language; readonly year: number; readonly community: Label; readonly teaching: boolean; readonly table: StaffView; readonly compare: StaffCompareView; readonly risks: StaffRisksView; readonly parameters: StaffParametersView }

/** Single points listed, those most people depend on first. */
const POINTS = 20;
/** Years shown of the ages: this one and these after it. */
const AHEAD = [0, 1, 3, 5, 10];

/** The staffing table, the three numbers with their reasons, vacancies, ages, single points, and what all of it rests on. */
export function staffPaper(input: StaffIn): Paper {
  const { language, year, community, teaching, table, compare, risks, parameters } = input;
  const t = STAFF_WORDS[language];
  const label = (text: Label | null | undefined): string => inLanguage(text, language);
  const number = (n: number | null): string => (n === null ? t.unknown : formatNumber(n, language, { digits: { min: 0, max: 2 } }));
  const money = (kop: number | null): string => (kop === null ? t.unknown : formatNumber(kop / 100, language, { digits: { min: 0, max: 2 } }));
  const how = { number, share: (n: number) => formatShare(n, language, 0), label: (value: unknown) => (typeof value === 'string' ? value : label(value as Label)) };
  const unit = (id: string): string => table.units.find((each) => each.id === id)?.name ?? '';
  const category = (id: string): string => label(table.categories.find((each) => each.id === id)?.name ?? { uk: id, en: id });
  const service = (id: string): string => { const found = table.services.find((each) => each.id === id); return found ? [found.code, label(found.name)].filter(Boolean).join(' ') : t.management; };

  const split = (row: Position, ids: readonly (keyof Position)[]): string => (ids.every((id) => row[id] === null) ? t.unknown : ids.map((id) => number(row[id] as number | null)).join(' / '));
  const positionRow = (row: Position): Inline[] => [
    [{ text: row.position || category(row.category), bold: true }, { text: `${row.position !== '' && row.position !== category(row.category) ? ` (${category(row.category)})` : ''}, ${service(row.service)}` }], plain(number(row.posts)), plain(number(row.filled)),
    plain(number(row.posts === null || row.filled === null ? null : row.posts - row.filled)), plain(money(row.payKop)), plain(split(row, AGE_BANDS)), plain(split(row, QUALIFICATIONS)),
  ];
  const tables = table.units.flatMap((each): Block[] => {
    const rows = table.rows.filter((row) => row.provider === each.id && row.state === 'entered');
    const sources = [...new Set(rows.filter((row) => row.source !== '').map((row) => [row.source, row.asOf === '' ? '' : formatDate(row.asOf, language)].filter(Boolean).join(', ')))];
    return rows.length === 0 ? [] : [{
      kind: 'table', caption: each.name, columns: columns('right', [t.position, 56, 'left'], [t.posts, 15], [t.filled, 16], [t.vacant, 17], [t.payCol, 18], [t.ages, 24], [t.schooling, 26]),
      rows: rows.map(positionRow), ...(sources.length === 0 ? {} : { note: plain(t.source(sources.join('; '))) }),
    }];
  });
  const { total } = table;
  const three = compare.rows.map((row): Inline[] => [
    [{ text: category(row.category), bold: true }, { text: `, ${service(row.service)}, ${unit(row.provider)}` }], ...([row.served, row.norm, row.workload, row.actual, row.difference, row.ratio] as const).map((num) => plain(numberText(num, language))),
    plain(row.reasons.map((reason) => sayStaff(t, reason, how)).join(' ')),
  ]);
  const aged = risks.cliff.filter((row) => row.left.some((num) => shown(num) !== null));
  const ageless = risks.cliff.filter((row) => !aged.includes(row)).map((row) => category(row.category));
  const years = AHEAD.filter((at) => at < risks.years.length);
  const left0 = (num: StaffRisksView['cliff'][number]['left'][number] | undefined): string => (num === undefined ? '' : [numberText({ ...num, assumed: false }, language), boundsText(num, language)].filter(Boolean).map((text, at) => (at === 0 ? text : `(${text})`)).join(' '));
  const parameterValue = ({ value, unit: of }: StaffParametersView['rows'][number]): string => (of === 'share' ? formatShare(value, language, 0) : number(value));
  const blocks: Block[] = [
    ...(table.rows.length === 0 ? [left(t.noTable)] : [left(`${t.sum(number(total.posts), number(total.filled), number(total.vacant))} ${total.payKop === null ? t.payUnknown : t.pay(money(total.payKop))} ${t.roles}`)]),
    ...(table.carried > 0 ? [left(t.carried(number(table.carried)))] : []),
    ...(tables.length > 0 ? [heading(t.positions), ...tables] : []),
    heading(t.three), ...(three.length === 0 ? [left(t.noThree)] : [{
      kind: 'table' as const, caption: t.threeCaption, columns: columns('right', [t.who, 34, 'left'], [t.served, 17], [t.norm, 17], [t.workload, 28], [t.actual, 16], [t.difference, 19], [t.ratio, 19], [t.why, 64, 'left']), rows: three, note: plain(t.threeNote),
    }]),
    heading(t.vacancies), ...(risks.vacancies.length === 0 ? [left(t.noVacancies)] : [{
      kind: 'table' as const, caption: t.vacanciesCaption, columns: columns('right', [t.category, 30, 'left'], [t.service, 30, 'left'], [t.posts, 12], [t.filled, 12], [t.vacant, 12]),
      rows: risks.vacancies.map((row) => [plain(`${category(row.category)}, ${unit(row.provider)}`), plain(service(row.service)), ...[row.posts, row.filled, row.vacant].map((n) => plain(number(n)))]),
    }]),
    heading(t.cliff), ...(aged.length === 0 ? [left(t.noAges)] : [{
      kind: 'table' as const, caption: t.cliffCaption, columns: columns('right', [t.category, 30, 'left'], [t.people, 10], ...years.map((at) => [String(risks.years[at]), 16] as const)),
      rows: aged.map((row) => [plain(category(row.category)), plain(number(row.people)), ...years.map((at) => plain(left0(row.left[at])))]), note: plain([t.cliffNote(number(risks.leave)), ageless.length > 0 ? t.agesMissing(ageless.join(', ')) : ''].filter(Boolean).join(' ')),
    }]),
    heading(t.points), ...(risks.points.length === 0 ? [left(t.noPoints)] : [{
      kind: 'table' as const, caption: t.pointsCaption, columns: columns('right', [t.what, 40, 'left'], [t.depends, 40, 'left'], [t.atRisk, 16]),
      rows: risks.points.slice(0, POINTS).map((point) => [plain(sayStaff(t, point.name, how)), plain(point.services.map((each) => `${service(each.service)}: ${numberText(each.people, language)}`).join('; ')), plain(numberText(point.atRisk, language))]),
      note: plain([t.pointsNote, risks.points.length > POINTS ? t.more(number(risks.points.length - POINTS)) : ''].filter(Boolean).join(' ')),
    }]),
    heading(t.time), left(parameters.hours === null ? t.noHours : t.hours(number(Math.round(parameters.hours)))),
    ...(parameters.special.length > 0 ? [left(t.special(parameters.special.map(category).join(', ')))] : []),
    ...(parameters.rows.length === 0 ? [] : [{
      kind: 'table' as const, caption: t.timeCaption, columns: columns('right', [t.parameter, 40, 'left'], [t.value, 16], [t.basis, 50, 'left']),
      rows: parameters.rows.map((row) => [plain(label(row.name)), plain(parameterValue(row)), plain(row.own ? [t.own, row.note].filter(Boolean).join(': ') : label(row.basis))]),
    }]),
  ];
  return {
    language, edition: 'service', editionLabel: t.edition, watermark: teaching ? t.watermark : null, title: `${t.title}. ${label(community)}`, subject: `${t.subject}. ${t.year(year)}`,
    head: { right: [], left: [], title: [t.title, `${label(community)}, ${t.year(year)}`], below: [] }, words: { table: t.table, figure: '' }, blocks, notes: [],
  };
}
