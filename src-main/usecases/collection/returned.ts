import type { ReturnCheck, ReturnConflict, ReturnedFile, ReturnedLine, ReturnReason } from '../../contract/api/collection.ts';
import { Refusal } from '../../contract/errors.ts';
import type { ImportMapping } from '../../contract/api/imports.ts';
import { MEASURES } from '../../contract/measures.ts';
import type { Figure, FigureKey, FigureMethod, Label } from '../../contract/models.ts';
import { cellText } from '../../imports/detect/grid.ts';
import { readDate } from '../../imports/match/dates.ts';
import { personalIn } from '../../imports/personal/guard.ts';
import { readNumber } from '../../imports/match/numbers.ts';
import type { ReadSheet } from '../../imports/readSheets.ts';
import { sheetsOf, type StoredSheet } from '../../store/collection.ts';
import { isPersonal } from '../entered.ts';
import { unknownId } from '../figures.ts';
import { addressText, compare, type Entry } from '../imports/check.ts';
import { valueOf } from '../imports/rows.ts';
import { today, type Program } from '../program.ts';
import { readTables } from '../tables.ts';
import { hashOfList, listOf } from './indicators.ts';
import { recognise } from './recognise.ts';
import { keyOfAddress } from './sheets.ts';
import { asOfOf, whatOf } from './words.ts';

/** A number of a sheet with where it came from. */
interface Said { readonly file: number; readonly row: number; readonly key: FigureKey; readonly value: number | null; readonly method: FigureMethod; readonly source: string; readonly asOf: string; readonly note: string }
interface Refused { readonly file: number; readonly row: number; readonly key: FigureKey | null; readonly text: string; readonly reason: ReturnReason }
interface ReadFile { readonly view: ReturnedFile; readonly said: readonly Said[]; readonly refused: readonly Refused[] }
/** What the dry run found, kept until it is stored. */
export interface CheckedReturn { readonly revision: number; readonly figures: readonly Figure[]; readonly returned: ReadonlyMap<string, string> }
/** Sheets that were read and wait to be stored; their rows lie here and nowhere else. */
export interface Return { readonly id: string; readonly plan: string; readonly files: ReadFile[]; checked: CheckedReturn | null; timer: NodeJS.Timeout | undefined }

const KEPT = 30 * 60_000;
/** So many sheets at once. */
const MOST = 400;
const open = new WeakMap<Program, Map<string, Return>>();
const all = (program: Program): Map<string, Return> => {
  let map = open.get(program);
  if (!map) open.set(program, map = new Map());
  return map;
};

/** A return by its id, or a new one. */
export function returnAt(program: Program, returnId: string | null): Return {
  const map = all(program);
  const plan = program.store().path;
  if (returnId === null) {
    // One at a time: a new one drops what was left open.
    for (const id of map.keys()) closeReturn(program, id);
    const made: Return = { id: program.newId(), plan, files: [], checked: null, timer: undefined };
    map.set(made.id, made);
  }
  const found = returnId === null ? [...map.values()].at(-1) : map.get(returnId);
  if (!found || found.plan !== plan) { if (returnId !== null) closeReturn(program, returnId); throw new Refusal('import.unknown', { importId: returnId ?? '' }); }
  clearTimeout(found.timer);
  found.timer = setTimeout(() => closeReturn(program, found.id), KEPT);
  found.timer.unref();
  return found;
}

/** Forgets sheets that were read. */
export function closeReturn(program: Program, returnId: string): void {
  clearTimeout(all(program).get(returnId)?.timer);
  all(program).delete(returnId);
}

const day = (iso: string): string => iso.split('-').toReversed().join('.');

/** Looks at one file and keeps what it says. */
export async function readReturned(program: Program, found: Return, name: string, bytes: Uint8Array): Promise<ReturnedFile> {
  if (found.files.length >= MOST) throw new Refusal('import.tooLarge', { what: 'files', limit: MOST });
  const index = found.files.length;
  const plain: ReturnedFile = { index, name, verdict: 'notSheet', error: '', sheet: '', sheetName: '', year: null, filledOn: '', answered: 0, empty: 0, notes: [] };
  const keep = (file: ReadFile): ReturnedFile => { found.checked = null; found.files.push(file); return file.view; };
  const only = (view: Partial<ReturnedFile>): ReturnedFile => keep({ view: { ...plain, ...view }, said: [], refused: [] });
  let tables: readonly ReadSheet[];
  try { tables = await readTables(program, name, bytes); } catch (error) {
    if (error instanceof Refusal) return only({ verdict: 'unreadable', error: error.code });
    throw error;
  }
  const model = program.model(program.years().at(-1) ?? 0, 'base');
  const { list } = listOf(program, model);
  const wordsOf = (sheet: StoredSheet) => new Map(sheet.addresses.flatMap(({ indicator, address }) => {
    const key = keyOfAddress(address, sheet.year);
    return key === null ? [] : [[address, { what: whatOf(model, list, indicator, key).uk, place: model.territory(key.territory)?.name.uk ?? '' }] as const];
  }));
  const sheet = recognise(tables, sheetsOf(program.store().read), model, wordsOf);
  if (sheet === null) return only({});
  const says = { sheet: sheet.sheet?.id ?? '', sheetName: sheet.sheet?.name ?? '', year: sheet.year };
  if (sheet.meta !== null && sheet.meta.root !== model.root) return only({ ...says, verdict: 'otherPlan' });
  if (!program.years().includes(sheet.year)) return only({ ...says, verdict: 'otherYear' });

  const day0 = readDate(sheet.filledOn);
  const filledOn = typeof sheet.filledOn === 'number' || day0 === null || day0 > today(program) ? '' : day0;
  const role = cellText(sheet.filledBy).slice(0, 100);
  const person = isPersonal(role);
  const source = `${sheet.sheet?.name ?? 'Аркуш збору'}${role === '' || person ? '' : ` (${role})`}, ${day(filledOn === '' ? today(program) : filledOn)}`;
  const said: Said[] = [];
  const refused: Refused[] = [];
  let empty = 0;
  const asked = sheet.sheet && new Map(sheet.sheet.addresses.map((each) => [each.address, each.indicator]));
  const at = program.model(sheet.year, 'base');
  for (const row of sheet.rows) {
    const key = row.address === null ? null : keyOfAddress(row.address, sheet.year);
    const blank = row.value === null || (typeof row.value === 'string' && row.value.trim() === '');
    if (blank) { if (key !== null) empty += 1; continue; }
    const personal = personalIn(row.value) !== null || personalIn(row.note) !== null || isPersonal(cellText(row.note));
    const refuse = (reason: ReturnReason): void => { refused.push({ file: index, row: row.row, key, reason, text: personal ? '' : cellText(row.value).slice(0, 80) }); };
    if (personal) { refuse('personal'); continue; }
    if (key === null) { refuse('unknownRow'); continue; }
    const indicator = asked?.get(row.address ?? '');
    if (asked && indicator === undefined) { refuse('unknownRow'); continue; }
    if (unknownId(at, key) || (indicator !== undefined && indicator !== '' && !list.some((each) => each.id === indicator))) { refuse('oldList'); continue; }
    const number = valueOf(row.value, key.measure, 1, readNumber);
    if (typeof number === 'string') { refuse(number); continue; }
    const basis = list.find((each) => each.id === indicator)?.basis ?? 'jan1';
    said.push({ file: index, row: row.row, key, value: number.value, method: number.estimate ? 'estimate' : row.method ?? 'register', source: source.slice(0, 400), asOf: asOfOf(basis, sheet.year), note: cellText(row.note).slice(0, 300) });
  }
  const answered = said.length + refused.length;
  const content = (values: readonly Said[]): string => JSON.stringify(values.map((each) => [addressText(each.key), each.value, each.method, each.note]).toSorted());
  const again = says.sheet !== '' && found.files.some((other) => other.view.verdict === 'taken' && other.view.sheet === says.sheet && other.refused.length === refused.length && content(other.said) === content(said));
  const notes = [
    sheet.meta !== null && sheet.meta.list !== '' && sheet.meta.list !== hashOfList(list) ? 'olderList' as const : null, sheet.byNames ? 'noKeys' as const : null, sheet.sheet === undefined ? 'noSheet' as const : null,
    filledOn === '' ? 'noDate' as const : null, person ? 'role' as const : null,
  ].filter((each) => each !== null);
  return keep({ view: { ...plain, ...says, verdict: again ? 'repeated' : answered === 0 ? 'empty' : 'taken', filledOn, answered: said.length, empty, notes }, said: again ? [] : said, refused: again ? [] : refused });
}

const REST: ImportMapping = {
  columns: [], rest: { measure: null, group: '', service: '', provider: '', territory: '', year: null, sex: 'all', age: 'all' }, scenario: 'base', how: 'values', source: '', asOf: '', method: 'register', counted: 'auto',
  empty: 'keep', duplicates: 'refuse', fillDown: false, hiddenRows: false, addYears: false, alsoSheets: [], names: [],
};

/** Dry run over all sheets that were read; where two differ, one is chosen by hand or both are added. */
export function checkReturn(program: Program, found: Return, choices: readonly { readonly address: string; readonly choice: number | 'sum' }[]): ReturnCheck {
  const model = program.model(program.years().at(-1) ?? 0, 'base');
  const { list } = listOf(program, model);
  const what = (key: FigureKey | null): Label => (key === null ? { uk: '', en: '' } : whatOf(model, list, '', key));
  const place = (key: FigureKey | null): Label => (key === null ? { uk: '', en: '' } : model.territory(key.territory)?.name ?? { uk: key.territory, en: null });
  const provider = (key: FigureKey | null): string => model.providers.find((each) => each.id === key?.provider)?.name ?? '';
  const chosen = new Map(choices.map((each) => [each.address, each.choice]));
  const conflicts: ReturnConflict[] = [];
  const lines: ReturnedLine[] = found.files.flatMap((file) => file.refused).map(({ file, row, key, reason, text }) => ({ filter: 'rejected', file, row: row + 1, what: what(key), territory: place(key), provider: provider(key), before: null, after: null, text, reason }));
  const entries = new Map<FigureMethod, Map<string, Entry>>();
  for (const [address, said] of Map.groupBy(found.files.flatMap((file) => file.said), (each) => addressText(each.key))) {
    const numbers = said.filter((each) => each.value !== null);
    const [first] = numbers;
    if (!first) continue;
    const sides = [...Map.groupBy(numbers, (each) => each.file).values()].flatMap((each) => each.at(-1) ?? []);
    let take = first;
    if (new Set(sides.map((each) => each.value)).size > 1) {
      const additive = MEASURES[first.key.measure].additive;
      const choice = chosen.get(address) ?? null;
      const one = sides.find((each) => each.file === choice);
      conflicts.push({ address, what: what(first.key), territory: place(first.key), values: sides.map((each) => ({ file: each.file, row: each.row + 1, value: each.value ?? 0 })), additive, choice: choice === 'sum' && additive ? 'sum' : one ? one.file : null });
      if (choice === 'sum' && additive) take = { ...first, value: sides.reduce((sum, each) => sum + (each.value ?? 0), 0), source: [...new Set(sides.map((each) => each.source))].join('; ').slice(0, 400), note: sides.map((each) => each.note).filter((note) => note !== '').join('; ').slice(0, 1000) };
      else if (one) take = one;
      else {
        for (const each of sides) lines.push({ filter: 'rejected', file: each.file, row: each.row + 1, what: what(each.key), territory: place(each.key), provider: provider(each.key), before: null, after: each.value, text: String(each.value ?? ''), reason: 'conflict' });
        continue;
      }
    }
    const byMethod = entries.get(take.method) ?? new Map<string, Entry>();
    entries.set(take.method, byMethod.set(address, { key: take.key, sheet: String(take.file), row: take.row, column: -1, value: take.value, low: null, high: null, estimate: false, source: take.source, asOf: take.asOf, note: take.note, text: '', clash: false }));
  }
  const figures: Figure[] = [];
  for (const [method, gathered] of entries) {
    const steps = compare(program, model, { ...REST, method }, gathered, []);
    let step = steps.next();
    while (!step.done) step = steps.next();
    figures.push(...step.value.figures);
    for (const line of step.value.lines) {
      if (line.filter === 'kept') continue;
      lines.push({ filter: line.filter, file: Number(line.sheet), row: line.row + 1, what: what(line.key), territory: place(line.key), provider: provider(line.key), before: line.before, after: line.after, text: line.text, reason: line.reason });
    }
  }
  const files = found.files.map((file) => file.view);
  const returned = new Map(files.filter((file) => file.sheet !== '' && (file.verdict === 'taken' || file.verdict === 'repeated')).map((file) => [file.sheet, file.filledOn === '' ? today(program) : file.filledOn]));
  found.checked = { revision: program.store().revision(), figures, returned };
  const count = (filter: ReturnedLine['filter']): number => lines.filter((line) => line.filter === filter).length;
  return {
    files, conflicts, lines: lines.toSorted((a, b) => a.file - b.file || a.row - b.row),
    counts: { new: count('new'), changed: count('changed'), same: count('same'), rejected: count('rejected'), empty: files.filter((file) => file.verdict === 'taken').reduce((sum, file) => sum + file.empty, 0) },
  };
}

