// Stores blocks of figures – or whole tables, as a staffing table from a file and an own table of minutes are taken over – for ever and prints each
// revision after `write` returned; the parent ends it at any moment.
import { writeSync } from 'node:fs';
import type { Figure } from '../../src-main/contract/models.ts';
import { openPlan, type Tx } from '../../src-main/store/open.ts';
import { putFigures } from '../../src-main/store/figures.ts';
import { NEW_POSITION, putPosition } from '../../src-main/store/staff.ts';
import { putTime, removeTime } from '../../src-main/store/travel.ts';

/** Figures of one change: all of them bear its revision, so a half change shows. */
export const BLOCK = 12;

/** Figures of every fifth change: enough for a packed record of the log. The first of them are those of a small change. */
export const BULK = 600;

export const block = (value: number, at: string, length = BLOCK): Figure[] => Array.from({ length }, (_, index) => ({
  measure: 'identified', group: '', service: `s${index}`, provider: '', territory: 'root', sex: 'all', age: 'all', year: 2026, scenario: 'base',
  value, low: null, high: null, method: 'register', source: 'облік', asOf: '', counted: 'person', author: 'відділ', note: at.repeat(20), state: 'entered',
}));

/** Settlements of a plan with big tables: each has a way to each other. */
export const PLACES = Array.from({ length: 50 }, (_, index) => `v${index}`);
/** Rows of its staffing table. */
export const POSITIONS = 800;

/** A staffing table as `staff.set` stores it: every row bears the revision. */
export const staffTable = (tx: Tx, value: number): void => {
  for (let index = 0; index < POSITIONS; index++) putPosition(tx, { ...NEW_POSITION, id: `p${index}`, year: 2026, provider: 'centre', sort: index, position: 'Соціальний робітник', posts: value, filled: value, note: String(value) });
};
/** A table of minutes as `travel.import` stores it, with `replace`: every way bears the revision. */
export const minutesTable = (tx: Tx, value: number): void => {
  for (const origin of PLACES) for (const destination of PLACES) if (origin !== destination) {
    removeTime(tx, { origin, destination, mode: 'car' });
    putTime(tx, { origin, destination, mode: 'car', minutes: value + 1, oneWay: false, source: 'обʼїзд', asOf: '' });
  }
};

const PAUSE = new Int32Array(new SharedArrayBuffer(4));
const [, , path, tables] = process.argv;
if (path && process.argv[1]?.endsWith('kill-child.mjs')) {
  const store = openPlan(path, { computer: 'kill', programStart: 'now', pid: process.pid, now: () => new Date(), appVersion: '0' });
  writeSync(1, 'open\n');
  for (;;) {
    const next = store.revision() + 1;
    const at = new Date().toISOString();
    const undo = next % 7 === 0;
    const revision = tables ? store.write({ key: 'edit', params: {} }, 'відділ', (tx) => (next % 2 === 0 ? minutesTable : staffTable)(tx, next)) : undo ? store.undo('відділ') : store.write({ key: 'edit', params: {} }, 'відділ', (tx) => void putFigures(tx, block(next, at, next % 5 === 0 ? BULK : BLOCK), at));
    writeSync(1, `${revision}\n`);
    // A breath as between two edits: the end comes within a change or between two, and the machine is left to others.
    Atomics.wait(PAUSE, 0, 0, 4);
  }
}
