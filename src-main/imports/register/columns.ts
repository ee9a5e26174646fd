import type { REGISTER_ROLES } from '../../contract/lists.ts';
import type { RawCell } from '../types.ts';
import { cellText } from '../detect/grid.ts';
import { foldCell } from '../match/fold.ts';

/** What a column says, see the list of the contract. */
export type RegisterRole = (typeof REGISTER_ROLES)[number];

/** A service as its column may name it. */
export interface RegisterService { readonly id: string; readonly code: string | null; readonly names: readonly string[] }
/** A column and how it was recognised: by its head, by its place in the order of the classifier, by a person's choice, or not at all. */
export interface RegisterColumn { readonly column: number; readonly head: string; readonly role: RegisterRole; readonly service: string; readonly by: 'head' | 'order' | 'choice' | 'none' }
export interface RegisterTable { readonly headRow: number; readonly dataRow: number; readonly columns: readonly RegisterColumn[] }

/** Excel drops the zeros of codes: "015.1" may stand as "15.1", "006.0" as 6. */
export function codeKey(text: string): string {
  const [head = '', ...rest] = text.trim().replaceAll(',', '.').replace(/\.$/, '').split('.');
  return [head.replace(/^0+(?=\d)/, ''), ...rest.filter((part, at) => !(at === rest.length - 1 && /^0*$/.test(part)))].join('.');
}

const text = (cell: RawCell | undefined): string => (cell === null || cell === undefined || (typeof cell === 'object' && 'error' in cell) ? '' : cellText(cell));

/** Heads in the order they are asked: the first that fits wins. */
const HEADS: readonly (readonly [RegisterRole, RegExp])[] = [
  ['personal', /телеф|(?<!\p{L})(?:тел|моб)(?!\p{L})|факс|пошт(?!ов)|e-?mail|емейл|імейл|керівник|піб|прізвищ|по батькові|контакт|народжен|паспорт|рнокпп|phone/u],
  ['skip', /вебс|сайт|web|скорочен.*батьк|код.*(?:батьк|вищ|засновник)|(?:батьк|вищ|засновник).*код|перевірк|індекс/],
  ['statusOn', /дат\p{L}* .*(?:статус|стан|внес|включ|реєстр)|станом на/u],
  ['place', /катоттг|коатуу|katottg/],
  ['code', /єдрпоу|ідентифікац\p{L}* (?:код|номер)|код (?:надавача|юридичн|особи)|^код$|edrpou/u],
  ['shortName', /скорочен\p{L}* (?:назв|найменув)|(?:назв|найменув)\p{L}* скорочен/u],
  ['form', /організаційно|правов\p{L}* форм|^форма$|^опф$/u],
  ['ownership', /власност/],
  ['serviceAddress', /адрес\p{L}*.*(?:надан|послуг|провадж|фактичн)|(?:надан|фактичн|провадж)\p{L}*.*адрес/u],
  ['legalAddress', /адрес|місцезнаходж|місце реєстрації/],
  ['name', /назва|найменування|надавач|^name$/],
];

const CODE = /^0{0,2}(\d{1,2})(?:[.,]\d){1,2}(?!\d)|^0{0,2}(\d{1,3})$/;

/** So many codes with a point in a row of heads, and whole numbers in it are codes too (a row of column numbers has none). */
const DOTTED = 5;
const isDotted = (cell: RawCell | undefined): boolean => /^\s*(?:код\s*)?0?\d{1,2}[.,]\d/i.test(text(cell));

/** Does a head name a service: a code at its beginning, or one of its names? */
function serviceOf(head: string, raw: string, whole: boolean, byCode: ReadonlyMap<string, string>, byName: ReadonlyMap<string, string>): string | null {
  const bare = raw.trim().replace(/^код\s*/i, '');
  const code = /^[\d.,]+/.exec(bare)?.[0];
  if (code !== undefined && (whole || /[.,]\d/.test(code)) && CODE.test(code.replace(/[.,]$/, ''))) {
    const found = byCode.get(codeKey(code));
    if (found !== undefined) return found;
  }
  const words = head.replace(/^[\d.,\s-]+/, '').trim();
  // «Консультування (надає)», «послуга консультування»: the name stands alone without them.
  return byName.get(words) ?? byName.get(words.replace(/\s*\([^)]*\)/g, '').replace(/^(?:соціальна )?послуга:?\s+/, '').trim()) ?? null;
}

/** Answers of the service columns: true, false, '' = empty, null = not understood. */
export function answerOf(cell: RawCell | undefined): boolean | '' | null {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return cell === 1 ? true : cell === 0 ? false : null;
  if (typeof cell === 'object') return null;
  const known = ANSWERS.get(cell);
  if (known !== undefined) return known;
  const answer = wordAnswer(foldCell(cell.slice(0, 60)).replace(/[.;]$/, ''));
  if (ANSWERS.size < 500) ANSWERS.set(cell, answer);
  return answer;
}

/** Answers read before: a file has two or three words in all its cells. */
const ANSWERS = new Map<string, boolean | '' | null>();

function wordAnswer(text: string): boolean | '' | null {
  if (text === '') return '';
  if (['так', 'yes', '+', '1', 'true', 'x', 'х', 'v', 'є', 'надає', 'надається', '✓', '✔'].includes(text)) return true;
  return ['ні', 'no', '-', '0', 'false', 'немає', 'не надає', 'не надається'].includes(text) ? false : null;
}

/** Finds the head of the register in the first rows and says what each column is; null = no head with a name and a code or services. */
export function registerTable(rows: readonly (readonly RawCell[])[], services: readonly RegisterService[], choices: readonly { readonly column: number; readonly role: RegisterRole; readonly service: string }[] = []): RegisterTable | null {
  const byCode = new Map(services.flatMap((service) => (service.code === null ? [] : [[codeKey(service.code), service.id] as const])));
  const byName = new Map(services.flatMap((service) => service.names.map((name) => [foldCell(name), service.id] as const)));
  const read = (from: number, to: number): RegisterColumn[] => {
    const parts = rows.slice(from, to + 1).map((row) => ({ row, dotted: row.filter(isDotted).length >= DOTTED }));
    const width = Math.max(0, ...parts.map(({ row }) => row.length));
    const taken = new Set<string>();
    return Array.from({ length: width }, (_, column) => {
      const raw = parts.map(({ row, dotted }) => ({ part: text(row[column]), dotted })).filter(({ part }) => part !== '');
      const whole = raw.map(({ part }) => part).join(' ').slice(0, 300);
      const head = foldCell(whole);
      const service = raw.map(({ part, dotted }) => serviceOf(foldCell(part), part, dotted, byCode, byName)).find((found) => found !== null) ?? null;
      if (service !== null && !taken.has(service)) { taken.add(service); return { column, head: whole, role: 'service' as const, service, by: 'head' as const }; }
      const role = head === '' ? undefined : HEADS.find(([, pattern]) => pattern.test(head))?.[0];
      // The first column of a kind counts; several addresses and personal columns may stand beside each other.
      if (role === undefined || (role !== 'personal' && role !== 'skip' && taken.has(role))) return { column, head: whole, role: 'skip' as const, service: '', by: 'none' as const };
      taken.add(role);
      return { column, head: whole, role, service: '', by: 'head' as const };
    });
  };
  const worth = (columns: readonly RegisterColumn[]): number => columns.filter((each) => each.by === 'head').length;
  const fits = (columns: readonly RegisterColumn[]): boolean => columns.some((each) => each.role === 'name') && columns.some((each) => each.role === 'code' || each.role === 'service');
  let best: { readonly from: number; readonly to: number; readonly columns: RegisterColumn[] } | null = null;
  for (let from = 0; from < Math.min(rows.length, 30); from += 1) {
    for (const to of [from, from + 1]) {
      // A second row of heads has no code of a provider in it, and a first one is no title in a cell of its own.
      if (to >= rows.length || (to > from && ((rows[from] ?? []).filter((cell) => text(cell).trim() !== '').length < 3 || (rows[to] ?? []).some((cell) => /^\d{8}(?:\d{2})?$/.test(text(cell).trim()))))) continue;
      const columns = read(from, to);
      if (fits(columns) && (best === null || worth(columns) > worth(best.columns))) best = { from, to, columns };
    }
  }
  if (best === null) {
    if (choices.length === 0) return null;
    best = { from: 0, to: 0, columns: read(0, 0) };
  }
  const ordered = inOrder(best.columns, rows.slice(best.to + 1, best.to + 201), services);
  const said = new Map(choices.map((choice) => [choice.column, choice]));
  const columns = ordered.map((each): RegisterColumn => {
    const choice = said.get(each.column);
    if (choice) return { ...each, role: choice.role, service: choice.role === 'service' ? choice.service : '', by: 'choice' };
    // What a person gave to another column leaves the one that was proposed.
    const moved = choices.some((one) => one.role === each.role && each.role !== 'skip' && each.role !== 'personal' && (one.role !== 'service' || one.service === each.service));
    return moved ? { ...each, role: 'skip', service: '', by: 'none' } : each;
  });
  return { headRow: best.from, dataRow: best.to + 1, columns };
}

/** Columns whose heads say nothing, full of «Так» and «Ні», as many as the classifier has codes: they stand in its order. */
function inOrder(columns: readonly RegisterColumn[], sample: readonly (readonly RawCell[])[], services: readonly RegisterService[]): readonly RegisterColumn[] {
  if (columns.some((each) => each.role === 'service')) return columns;
  const answers = columns.filter((each) => {
    const read = sample.map((row) => answerOf(row[each.column])).filter((answer) => answer !== '');
    return each.by === 'none' && read.length > 0 && read.every((answer) => answer !== null);
  });
  const coded = services.filter((service) => service.code !== null);
  if (answers.length !== coded.length) return columns;
  const at = new Map(answers.map((each, n) => [each.column, coded[n]?.id ?? '']));
  return columns.map((each) => { const service = at.get(each.column); return service === undefined ? each : { ...each, role: 'service', service, by: 'order' }; });
}
