import type { Language } from '#contract/format.ts';
import { asApiError } from '../../../api.ts';
import type { CellChange, CellError } from '../../../grid/index.ts';
import { translate } from '../../../i18n/index.ts';

/** Cells to blame for a refusal of texts that read like a person; a refusal of another kind is thrown on. */
export function refusedCells(thrown: unknown, cells: readonly CellChange[], language: Language): readonly CellError[] {
  const { code, details } = asApiError(thrown);
  if (code !== 'staff.person') throw thrown;
  const message = translate('errors.staff.person', { lng: language, ...details });
  const bad = cells.filter(({ value }) => value === details['text']);
  return (bad.length > 0 ? bad : cells).map(({ row, col }) => ({ row, col, message }));
}

/** Sentence for changes that were not stored as a whole. */
export function describeRefusal(thrown: unknown, language: Language): string {
  const { code, details } = asApiError(thrown);
  return translate('figures.notStored', { lng: language, why: translate([`errors.${code}`, 'errors.bug'], { lng: language, ...details }) });
}
