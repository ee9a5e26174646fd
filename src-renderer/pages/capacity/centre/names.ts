import type { Output } from '#contract/api.ts';
import type { Label } from '#contract/models.ts';
import { roundFor, type Language } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { hasCyrillic, shown } from '../../../lib/text.ts';
import type { GridCell } from '../../../grid/index.ts';
import { translate } from '../../../i18n/index.ts';

/** A provider’s own page. */
export type Centre = Output<'centre.view'>;

/** Name of the provider or of one of its units. */
export const nameAt = (centre: Centre, id: string): string => [centre.provider, ...centre.units].find((row) => row.id === id)?.name ?? '';

/** A name as a cell that is not edited. */
export const nameCell = (text: string, language: Language): GridCell => ({ text, state: 'known', why: translate('centre.notHere', { lng: language }), lang: language === 'en' && hasCyrillic(text) ? 'uk' : undefined });

/** A service by code and name. */
export const serviceText = (row: { readonly code: string | null; readonly name: Label }, language: Language): string => [row.code ?? '', shown(row.name, language)].filter((part) => part !== '').join(' ');

/** Height of a grid with so many rows: all are seen up to a screen full. */
export const heightOf = (rows: number): string => `calc(${Math.min(rows, 22) * 26 + 116} * var(--px))`;

/** A number of a table for a spreadsheet. */
export const outOf = (num: Num): number | null => (num.value === null || num.state === 'na' ? null : roundFor(num.value, num.unit));
