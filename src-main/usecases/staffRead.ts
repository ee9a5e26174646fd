import type { Position } from '../contract/api/staff.ts';
import type { ReadPosition, staffImport as methods, StaffRead } from '../contract/api/staffImport.ts';
import { Refusal } from '../contract/errors.ts';
import { AGE_BANDS, QUALIFICATIONS } from '../contract/lists.ts';
import { foldCell } from '../imports/match/fold.ts';
import { staffTable, type StaffLine } from '../imports/staffTable.ts';
import { fromBase64 } from './bytes.ts';
import { isPersonal } from './entered.ts';
import type { PlanModel } from './model.ts';
import type { Handlers } from './program.ts';
import { categoriesOf } from './staffBook.ts';
import { positionsOf, staffUnits } from './staffFacts.ts';
import { readTables } from './tables.ts';
import { serviceName } from './traceParts.ts';

/** At most this many rows are taken at once. */
const MOST = 2000;
const NUMBERS = ['posts', 'filled', 'payKop', ...AGE_BANDS, ...QUALIFICATIONS] as const;

/** Sets rows of a file against the staffing table of the year: each position of the plan answers for one row. */
function againstPlan(rows: readonly StaffLine[], stored: readonly Position[]): readonly ReadPosition[] {
  const left = [...stored];
  return rows.map((row): ReadPosition => {
    if (row.why !== null) return { ...row, id: '', does: 'new' };
    const alike = (each: Position): boolean => each.provider === row.provider && foldCell(each.position) === foldCell(row.position);
    const found = left.find((each) => alike(each) && each.service === row.service) ?? left.find((each) => alike(each) && row.service === '');
    if (!found) return { ...row, id: '', does: 'new' };
    left.splice(left.indexOf(found), 1);
    // What the file does not name stays as it is.
    const service = row.service === '' ? found.service : row.service;
    const category = row.guessed ? found.category : row.category;
    const same = found.state === 'entered' && service === found.service && category === found.category && NUMBERS.every((id) => row[id] === null || row[id] === found[id]);
    return { ...row, service, category, guessed: false, id: found.id, does: same ? 'same' : 'change' };
  });
}

function wordsOf(model: PlanModel, unit: string) {
  const both = ({ uk, en }: { readonly uk: string; readonly en: string | null }): readonly string[] => [uk, en ?? ''].filter(Boolean);
  return {
    units: staffUnits(model), unit, personal: isPersonal, categories: categoriesOf(model.book).map(({ id, name }) => ({ id, names: both(name) })),
    services: model.services.map(({ id, code, name, short }) => ({ id, names: [code ?? '', ...both(name ?? serviceName(model, id)), ...(short ? both(short).flatMap((each) => [each, `${code ?? ''} ${each}`]) : [])].filter(Boolean) })),
  };
}

/** Reading a staffing table from a file. */
export const staffRead: Handlers<keyof typeof methods> = {
  'staff.read': async (program, { year, scenario, name, base64, unit }): Promise<StaffRead> => {
    const model = program.model(year, scenario);
    if (unit !== '' && !model.providers.some((row) => row.id === unit)) throw new Refusal('input.unknownId', { what: 'provider', id: unit });
    for (const sheet of await readTables(program, name, fromBase64(base64))) {
      const found = staffTable(sheet.rows, wordsOf(model, unit));
      if (!found) continue;
      if (found.rows.length > MOST) throw new Refusal('import.tooLarge', { what: 'rows', limit: MOST });
      return { sheet: sheet.name, ...found, rows: againstPlan(found.rows, positionsOf(model)) };
    }
    throw new Refusal('staff.noTable', { name });
  },
};
