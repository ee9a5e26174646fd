import { cellText } from '../detect/grid.ts';
import { foldCell } from '../match/fold.ts';
import { readDate } from '../match/dates.ts';
import { hasEmail, hasPhone } from '../personal/codes.ts';
import { hasName } from '../personal/names.ts';
import { SOLE_TRADER } from '../personal/words.ts';
import type { RawCell } from '../types.ts';
import { answerOf, type RegisterTable } from './columns.ts';

/** Kinds and sectors of providers as the program has them. */
export type RegisterKind = 'territorial_centre' | 'cnsp' | 'css' | 'residential' | 'ngo' | 'fop' | 'mobile_team' | 'shelter' | 'day_centre' | 'rehabilitation' | 'other';
export type RegisterSector = 'state' | 'municipal' | 'non_state';

/** One provider of the register, with nothing of a person. */
export interface RegisterRow {
  /** Number of its first row in the file, from 0. */
  readonly row: number;
  /** Eight digits, or '' (a sole trader's is a tax number and is dropped). */
  readonly code: string;
  readonly name: string;
  readonly kind: RegisterKind;
  readonly sector: RegisterSector;
  /** Addresses of institutions; none of a sole trader. */
  readonly addresses: readonly string[];
  /** Codes of places (КАТОТТГ) and texts of addresses: where it is. */
  readonly places: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Day of the status, ISO; '' = not given. */
  readonly statusOn: string;
  /** Answers about services that were not understood: heads of their columns. */
  readonly unclear: readonly string[];
}
export type RegisterReason = 'noName' | 'badCode' | 'duplicate';
export interface RegisterRead {
  readonly rows: readonly RegisterRow[];
  readonly rejected: readonly { readonly row: number; readonly name: string; readonly reason: RegisterReason }[];
  /** What was left out because it is of a person: rows, tax numbers of sole traders, phones and addresses of people. */
  readonly dropped: { readonly persons: number; readonly codes: number; readonly contacts: number; readonly addresses: number };
  /** Rows with further addresses of a provider above. */
  readonly extra: number;
  readonly blank: number;
}

const KINDS: readonly (readonly [RegisterKind, RegExp])[] = [
  ['fop', SOLE_TRADER], ['mobile_team', /мобільн\p{L}* бригад/u], ['territorial_centre', /територіальн\p{L}* центр|терцентр/u], ['css', /центр\p{L}* соціальних служб|цссдм/u], ['cnsp', /центр\p{L}* надання соціальних послуг|цнсп/u],
  ['rehabilitation', /реабілітац/], ['day_centre', /центр\p{L}* денного|денн\p{L}* центр/u], ['shelter', /притул|шелтер|кризов|нічліг/], ['residential', /інтернат|геріатр|пансіонат|стаціонар|будинок.*(?:літніх|ветеран)/],
  ['ngo', /громадськ\p{L}* (?:організац|спілк|обʼ?єднан)|благодійн|релігійн|^(?:го|бо|бф) |червон\p{L}* хрест|карітас/u],
];
const kindOf = (folded: string): RegisterKind => KINDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other';

function sectorOf(ownership: string, folded: string, kind: RegisterKind): RegisterSector {
  if (/недержавн|приватн|колективн/.test(ownership)) return 'non_state';
  if (/комунальн/.test(ownership)) return 'municipal';
  if (/державн/.test(ownership)) return 'state';
  if (kind === 'ngo' || kind === 'fop') return 'non_state';
  return /комунальн|міськ\p{L}* рад|сільськ\p{L}* рад|селищн\p{L}* рад|^(?:кз|ку|кнп) /u.test(folded) || kind === 'territorial_centre' || kind === 'cnsp' || kind === 'css' ? 'municipal' : 'non_state';
}

/** An address up to its settlement: where a sole trader lives is not kept. */
const settlementOnly = (address: string): string => address.replace(/(?:^|[\s,])(?:вул|вулиц|пров|просп|пр-т|бульв|б-р|площ|майдан|буд|кв|узвіз|шосе|мкр|тупик|проїзд|набережн)[\p{L}]*\.?(?![\p{L}]).*$/iu, '').replace(/,?\s*\d{1,4}[\p{L}]?(?:\s*[,/].*)?$/u, '').trim();

/** Reads the rows of the register. Phones, e-mail, tax numbers and rows of natural persons never leave this function. */
export function readRegister(rows: readonly (readonly RawCell[])[], { dataRow, columns }: RegisterTable): RegisterRead {
  const at = (role: string): number => columns.find((each) => each.role === role)?.column ?? -1;
  const where = { code: at('code'), name: at('name'), short: at('shortName'), form: at('form'), ownership: at('ownership'), legal: at('legalAddress'), service: at('serviceAddress'), place: at('place'), status: at('statusOn') };
  const personal = columns.filter((each) => each.role === 'personal').map((each) => each.column);
  const services = columns.filter((each) => each.role === 'service' && each.service !== '');
  const out: (RegisterRow & { addresses: string[]; places: string[] })[] = [];
  const rejected: { row: number; name: string; reason: RegisterReason }[] = [];
  const byCode = new Map<string, number>();
  const dropped = { persons: 0, codes: 0, contacts: 0, addresses: 0 };
  const byName = new Map<string, number>();
  let [extra, blank] = [0, 0];
  /** Index of the provider the row before belongs to; −1 = that row was left out, and so are its further addresses. */
  let last = -1;
  const cell = (row: readonly RawCell[], column: number): string => { const value = column < 0 ? null : row[column] ?? null; return value === null || (typeof value === 'object' && 'error' in value) ? '' : cellText(value).replace(/\s+/g, ' ').trim(); };

  for (let index = dataRow; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    // An empty row, or one of column numbers under the heads.
    if (row.every((value) => value === null || value === '') || (row.length > 5 && row.every((value, n) => value === null || String(value).trim() === String(n + 1)))) { blank += 1; continue; }
    dropped.contacts += personal.filter((column) => cell(row, column) !== '').length;
    const name = (cell(row, where.name) || cell(row, where.short)).slice(0, 300);
    const form = foldCell(cell(row, where.form));
    const folded = foldCell(name);
    const digits = cell(row, where.code).replace(/[\s.]/g, '');
    // A number lost the zeros it began with.
    const code = /^\d{5,7}$/.test(digits) ? digits.padStart(8, '0') : digits;
    const answers = services.map((each) => [each, answerOf(row[each.column])] as const);
    const sole = SOLE_TRADER.test(form) || SOLE_TRADER.test(folded);
    const tenDigits = /^\d{9,10}$/.test(code);
    if (!sole && (tenDigits || /фізичн\p{L}* особ/u.test(form) || (!/^\d{8}$/.test(code) && name !== '' && hasName(name)))) { dropped.persons += 1; last = -1; continue; }
    if (sole && code !== '') dropped.codes += 1;
    const kept = sole ? '' : code;
    const texts = [cell(row, where.service), cell(row, where.legal)];
    const clean = texts.filter((part) => part !== '' && !hasPhone(part) && !hasEmail(part)).map((part) => part.slice(0, 300));
    const addresses = sole ? [] : clean.slice(0, 1);
    dropped.addresses += sole ? texts.filter((part) => part !== '').length : texts.filter((part) => part !== '').length - clean.length;
    const places = [cell(row, where.place), ...(sole ? texts.map(settlementOnly) : clean)].filter((part) => part !== '');
    const nothing = answers.every(([, answer]) => answer === '');
    const before = kept !== '' ? byCode.get(kept) ?? -1 : name === '' ? last : byName.get(folded) ?? -1;
    const first = out[before];
    if (first !== undefined && (nothing || same(answers, first))) {
      extra += 1;
      last = before;
      for (const address of addresses) if (!first.addresses.some((known) => foldCell(known) === foldCell(address))) first.addresses.push(address);
      first.places.push(...places);
      continue;
    }
    last = -1;
    if (kept !== '' && !/^\d{8}$/.test(kept)) { rejected.push({ row: index, name, reason: 'badCode' }); continue; }
    if (name === '' && nothing) { dropped.addresses += addresses.length; continue; }
    if (name === '') { rejected.push({ row: index, name: '', reason: 'noName' }); continue; }
    if (first !== undefined) { rejected.push({ row: index, name, reason: 'duplicate' }); continue; }
    const kind = sole ? 'fop' : kindOf(`${folded} ${form}`);
    if (kept === '') byName.set(folded, out.length);
    else byCode.set(kept, out.length);
    last = out.length;
    out.push({
      row: index, code: kept, name, kind, sector: sectorOf(foldCell(cell(row, where.ownership)), folded, kind), addresses, places, statusOn: where.status < 0 ? '' : readDate(row[where.status] ?? null) ?? '',
      yes: answers.filter(([, answer]) => answer === true).map(([each]) => each.service), no: answers.filter(([, answer]) => answer === false).map(([each]) => each.service), unclear: answers.filter(([, answer]) => answer === null).map(([each]) => each.head),
    });
  }
  return { rows: out, rejected, dropped, extra, blank };
}

const same = (answers: readonly (readonly [{ readonly service: string }, boolean | '' | null])[], first: RegisterRow): boolean =>
  answers.every(([each, answer]) => answer === '' || (answer === true ? first.yes : first.no).includes(each.service));
