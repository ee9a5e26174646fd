import { z } from 'zod';
import { fileBytes, fileName, optionalId, scope } from '../inputs.ts';
import { command } from '../method.ts';
import type { StaffCounts } from './staff.ts';

/** Why a row of a staffing table cannot be taken: a number that is none, or a person where a role belongs. */
export type StaffRefusal = 'position' | 'person' | 'posts' | 'filled' | 'pay' | 'counts' | 'provider';

/** A row of a staffing table as it was read: what is understood, and what it would do. */
export interface ReadPosition extends StaffCounts {
  /** Line of the sheet, from 1. */
  readonly line: number;
  /** Name of the unit the row stands under; '' = none. */
  readonly unitText: string;
  readonly provider: string; readonly service: string; readonly category: string; readonly position: string;
  /** The category follows from the name of the position: to be looked at. */
  readonly guessed: boolean;
  readonly posts: number | null; readonly filled: number | null; readonly payKop: number | null; readonly source: string; readonly note: string;
  readonly why: StaffRefusal | null;
  /** The cell that was not understood, cut; a person's name never stands here. */
  readonly text: string;
  /** Position of the plan it changes; '' = a new one. */
  readonly id: string;
  readonly does: 'new' | 'change' | 'same';
}

/** What a file says, before anything is stored. */
export interface StaffRead {
  readonly sheet: string;
  readonly rows: readonly ReadPosition[];
  /** Columns of the table that are read. */
  readonly columns: readonly string[];
  /** Totals and numbers of columns that were passed over; columns and cells with persons that were not read. */
  readonly totals: number;
  readonly personal: number;
}

/** Reading a staffing table from a file. */
export const staffImport = {
  'staff.read': command(z.strictObject({ ...scope, name: fileName, base64: fileBytes, unit: optionalId.default('') })
    .meta({ description: 'Reads a staffing table from a file (.xlsx, .ods, .csv) and says of each row what was understood and what it would change; `unit` takes the rows that name no provider. Nothing is stored.' })).returns<StaffRead>(),
};
