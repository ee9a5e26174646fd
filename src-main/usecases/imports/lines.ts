import type { ImportChange, ImportFilter, ImportReason } from '../../contract/api/imports.ts';
import type { FigureKey } from '../../contract/models.ts';
import { columnLetters } from '../../imports/read/sheet.ts';
import type { PlanModel } from '../model.ts';

/** One line of the list of a check, kept small: names are put to it when a page asks. */
export interface Line {
  readonly filter: ImportFilter;
  readonly sheet: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly reason: ImportReason | null;
  readonly key: FigureKey | null;
  readonly before: number | null;
  readonly after: number | null;
  /** What stands in the file, for rejected cells; '' where it may be personal. */
  readonly text: string;
}

/** A line with its names. */
export function changeOf(model: PlanModel, { key, ...line }: Line): ImportChange {
  return {
    filter: line.filter, sheet: line.sheet, row: line.row + 1, column: line.column < 0 ? '' : columnLetters(line.column), reason: line.reason, before: line.before, after: line.after, text: line.text,
    measure: key?.measure ?? null, year: key?.year ?? null, sex: key?.sex ?? 'all', age: key?.age ?? 'all',
    territory: key === null ? '' : model.territory(key.territory)?.name.uk ?? '',
    group: key === null || key.group === '' ? null : model.groups.find((group) => group.id === key.group)?.name ?? null,
    service: key === null || key.service === '' ? null : model.service(key.service)?.short ?? model.service(key.service)?.name ?? null,
    provider: key === null || key.provider === '' ? '' : model.providers.find((provider) => provider.id === key.provider)?.name ?? '',
  };
}
