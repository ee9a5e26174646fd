import type { ReadPosition, StaffRefusal } from '../contract/api/staffImport.ts';
import { AGE_BANDS, POSITION_MOST, QUALIFICATIONS } from '../contract/lists.ts';
import { parseNumber, type NumberKind } from '../contract/parse.ts';
import { cellText } from './detect/grid.ts';
import { foldCell } from './match/fold.ts';
import { rowKind } from './match/totals.ts';
import { guardSheet } from './personal/guard.ts';
import type { RawCell } from './types.ts';

const COUNTS = [...AGE_BANDS, ...QUALIFICATIONS] as const;
type Count = (typeof COUNTS)[number];
type Role = 'provider' | 'position' | 'category' | 'service' | 'posts' | 'filled' | 'vacant' | 'pay' | 'source' | 'note' | Count;

/** Words of the heads, the plainer meaning first: «посадовий оклад» is pay and «кількість посад» are posts before anything is a position. */
const HEADS: readonly (readonly [Role, RegExp])[] = [
  ['pay', /оклад|оплата|зарплат|\bpay\b|salary|wage/u], ['vacant', /вакан|vacan/u], ['filled', /зайнят|фактичн|\bfilled\b|occupied/u], ['posts', /кількість.*(?:посад|ставок|одиниц)|штатн\S* (?:одиниц|посад)|ставок|ставки|\bposts\b|\bfte\b/u],
  ['under35', /до 35|under 35/u], ['age35', /35 ?- ?49/u], ['age50', /50 ?- ?59/u], ['age60', /60 ?(?:\+|і старш|and)/u],
  ['profile', /вища фахова|за фахом|of the profession/u], ['higher', /вища інша|інша вища|higher, other|other higher/u], ['vocational', /професійна|vocational/u], ['untrained', /без (?:спеціальної )?освіти|^none$|untrained/u],
  ['position', /посад|професі|position|job title/u], ['category', /категорі|category/u], ['service', /послуг|service/u], ['provider', /надавач|заклад|установ|підрозділ|відділенн|provider|\bunit\b/u], ['source', /джерел|source/u], ['note', /приміт|note/u],
];
/** Sums over all posts are no pay of one post. */
const FUND = /фонд|всього|усього|разом|на рік|fund|total/u;

/** Words of positions, the more particular first. */
const CATEGORIES: readonly (readonly [string, RegExp])[] = [
  ['veteran_specialist', /супровод\S* ветеран|veteran/u], ['interpreter', /жестов|sign lang/u], ['case_manager', /менеджер|case manager/u], ['head', /директор|завідувач|начальник|керівник|\bhead\b|director|chief/u],
  ['social_worker', /соціальн\S* робітник|home.?care worker/u], ['specialist', /фахівець із соц|фахівець з соц|спеціаліст із соц|спеціаліст з соц|соціальн\S* працівник|social work/u], ['psychologist', /психолог|psycholog/u],
  ['carer', /молодш\S* (?:медичн\S* )?сестр|сестр\S* молодш|доглядальн|санітар|care assistant|carer/u], ['nurse', /сестр\S* медичн|медичн\S* сестр|медсестр|\bnurse/u], ['rehabilitation', /реабіліт|ерготерап|фізичн\S* терап|rehabil|therapist/u],
  ['educator', /виховател|асистент|педагог|культорганізатор|educator/u], ['lawyer', /юрист|юрисконсульт|lawyer/u], ['accountant', /бухгалтер|економіст|accountant|economist/u], ['driver', /водій|driver/u],
  ['technical', /кухар|прибиральн|двірник|сторож|опалювач|підсобн|слюсар|електрик|комірник|технічн|cook|cleaner|technical/u],
];

/** What names of the file are matched with; `rows` are those of the year. */
export interface StaffWords {
  readonly units: readonly { readonly id: string; readonly name: string; readonly services: readonly string[] }[];
  readonly services: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly categories: readonly { readonly id: string; readonly names: readonly string[] }[];
  /** Where rows without a unit go; '' = nowhere. */
  readonly unit: string;
  /** Does a text speak of a single person? */
  readonly personal: (text: string) => boolean;
}
/** A row before it is set against the plan. */
export type StaffLine = Omit<ReadPosition, 'id' | 'does'>;
/** A staffing table as it was read. */
export interface StaffTable { readonly rows: readonly StaffLine[]; readonly columns: readonly string[]; readonly totals: number; readonly personal: number }

/** Column of each meaning; a column has one meaning and a meaning one column. */
function rolesOf(row: readonly RawCell[]): ReadonlyMap<Role, number> {
  const found = new Map<Role, number>();
  row.forEach((cell, at) => {
    const text = foldCell(cellText(cell));
    const role = text === '' ? undefined : HEADS.find(([, pattern]) => pattern.test(text))?.[0];
    if (role !== undefined && !found.has(role) && !(role === 'pay' && FUND.test(text))) found.set(role, at);
  });
  return found;
}

const strip = (text: string): string => foldCell(text).replaceAll(/["«»“”.,()]/g, ' ').replace(/\s+/g, ' ').trim();
/** One of named things by its whole name, or by the only one whose name and the text hold each other. */
function named<T extends { readonly id: string; readonly names: readonly string[] }>(all: readonly T[], text: string): string {
  const wanted = strip(text);
  if (wanted === '') return '';
  const same = all.find((each) => each.names.some((name) => strip(name) === wanted));
  if (same) return same.id;
  const near = all.filter((each) => each.names.some((name) => strip(name).length >= 6 && wanted.length >= 6 && (wanted.includes(strip(name)) || strip(name).includes(wanted))));
  return near.length === 1 ? near[0]?.id ?? '' : '';
}

interface Read { readonly value: number | null; readonly ok: boolean }
function number(cell: RawCell, kind: NumberKind): Read {
  const most = kind === 'decimal' ? POSITION_MOST.payKop / 100 : POSITION_MOST.posts;
  if (typeof cell === 'number') return { value: cell, ok: cell >= 0 && cell <= most && (kind === 'decimal' || Number.isInteger(kind === 'quarter' ? cell * 4 : cell)) };
  const parsed = parseNumber(cellText(cell), { kind });
  return parsed.ok && (parsed.value ?? 0) <= most ? { value: parsed.value, ok: true } : { value: null, ok: false };
}

/** Finds a staffing table in rows of cells: a head with positions and posts, units as lines of their own; null = there is none. */
export function staffTable(rows: readonly (readonly RawCell[])[], words: StaffWords): StaffTable | null {
  const head = rows.slice(0, 60).findIndex((row) => { const roles = rolesOf(row); return roles.has('position') && roles.has('posts'); });
  if (head < 0) return null;
  const roles = rolesOf(rows[head] ?? []);
  const heads = (rows[head] ?? []).map(cellText);
  const units = words.units.map(({ id, name, services }) => ({ id, names: [name], services }));
  const read = new Set(roles.values());
  let personal = guardSheet(rows.slice(head), [0]).filter((found) => found.where === 'column' && !read.has(found.column)).length;
  let totals = 0;
  let under = { text: '', id: '' };
  /** A text as it may be shown and kept: nothing of one that speaks of a person. */
  const open = (text: string): string => { if (!words.personal(text)) return text; personal += 1; return ''; };
  const lines: StaffLine[] = [];
  rows.slice(head + 1).forEach((row, index) => {
    const cell = (role: Role): RawCell => { const at = roles.get(role); return at === undefined ? null : row[at] ?? null; };
    const text = (role: Role): string => cellText(cell(role)).trim();
    const position = text('position');
    const filledCells = (['posts', 'filled', 'vacant', 'pay'] as const).some((role) => text(role) !== '');
    const own = text('provider');
    const label = position !== '' ? position : own !== '' ? own : row.map(cellText).find((each) => /\p{L}{3}/u.test(each)) ?? '';
    if (row.every((each) => cellText(each).trim() === '')) return;
    if (/^\d{0,3}$/.test(position) && row.every((each) => /^\d{0,3}$/.test(cellText(each).trim()))) { totals += 1; return; }
    if (label !== '' && rowKind(foldCell(label)) !== 'row') { totals += 1; return; }
    if (!filledCells) { if (label !== '') under = { text: open(label).slice(0, 200), id: named(units, label) }; return; }
    let why: StaffRefusal | null = null;
    let said = '';
    const refuse = (reason: StaffRefusal, what: string): void => { why ??= reason; if (said === '') said = open(what).slice(0, 60); };
    if (position === '') refuse('position', label);
    else if (open(position) === '') refuse('person', '');
    const take = (role: Role, kind: NumberKind, reason: StaffRefusal): number | null => { const found = number(cell(role), kind); if (!found.ok) refuse(reason, text(role)); return found.value; };
    const posts = take('posts', 'quarter', 'posts');
    const vacant = roles.has('vacant') && !roles.has('filled') ? take('vacant', 'quarter', 'filled') : null;
    const filled = roles.has('filled') ? take('filled', 'quarter', 'filled') : posts !== null && vacant !== null && vacant <= posts ? posts - vacant : null;
    const pay = take('pay', 'decimal', 'pay');
    const counts = Object.fromEntries(COUNTS.map((id) => [id, take(id, 'whole', 'counts')])) as Record<Count, number | null>;
    const unit = own === '' ? under : { text: open(own).slice(0, 200), id: named(units, own) };
    const provider = unit.id === '' ? words.unit : unit.id;
    if (provider === '') refuse('provider', unit.text);
    const given = units.find((each) => each.id === provider)?.services ?? [];
    const folded = foldCell(position);
    const stated = named(words.categories, text('category'));
    const category = stated !== '' ? stated : CATEGORIES.find(([id, pattern]) => pattern.test(folded) && words.categories.some((each) => each.id === id))?.[0] ?? 'other';
    const byText = named(words.services.filter((each) => given.includes(each.id)), text('service'));
    // A unit that gives one service works for it, except those who manage it.
    const service = byText !== '' || text('service') !== '' ? byText : given.length === 1 && !['head', 'accountant', 'driver', 'technical', 'lawyer'].includes(category) ? given[0] ?? '' : '';
    lines.push({
      line: head + 2 + index, unitText: unit.text, provider, service, category, guessed: stated === '', position: why === 'person' ? '' : position.slice(0, 200), posts, filled, payKop: pay === null ? null : Math.round(pay * 100), ...counts,
      source: open(text('source')).slice(0, 400), note: open(text('note')).slice(0, 1000), why, text: said,
    });
  });
  return lines.length === 0 ? null : { rows: lines, columns: [...roles.values()].toSorted((a, b) => a - b).map((at) => heads[at] ?? ''), totals, personal };
}
