import { act, fireEvent, screen } from '@testing-library/react';
import type { GroupRow, GroupsView } from '#contract/api/groups.ts';
import type { NeedRow, NeedsView } from '#contract/api/needs.ts';
import type { Cell, FigureKey, MeasureId, Num } from '#contract/models.ts';
import { planStore } from '../../src-renderer/plan/store.ts';

/** A program that answers from a table of functions and notes what it was asked. */
export interface Program { readonly asked: { readonly method: string; readonly input: unknown }[]; readonly answers: Record<string, (input: never) => unknown> }
/** An answer that refuses with a code. */
export class Refused extends Error {
  readonly error: unknown;
  constructor(code: string, details: unknown = {}) { super(code); this.error = { code, kind: 'input', details }; }
}

const ROOT = 'UA1';
let plans = 0;

/** Puts a program behind the window: `answers` may change while a test runs. */
export function startProgram(answers: Program['answers']): Program {
  // Texts not stored yet are kept by plan: every test has a plan of its own.
  const info = { path: `/${++plans}.sotsplan`, readOnly: false, revision: 1, years: [2026, 2027] };
  const program: Program = { asked: [], answers: { 'plan.view': () => ({ ...info, root: ROOT, scenarios: [], teaching: null, title: { uk: 'План', en: 'Plan' } }), 'community.view': () => ({ territories: [{ id: ROOT, parent: null, kind: 'community', name: { uk: 'Громада', en: 'C' } }] }), ...answers } };
  const call = async (method: string, input: unknown): Promise<unknown> => {
    program.asked.push({ method, input });
    const answer = program.answers[method] as ((input: unknown) => unknown) | undefined;
    if (!answer) return { ok: false, error: { code: 'bug', kind: 'bug', details: {} } };
    try {
      return { ok: true, value: await answer(input) };
    } catch (thrown) {
      return { ok: false, error: thrown instanceof Refused ? thrown.error : { code: 'bug', kind: 'bug', details: { id: '1' } } };
    }
  };
  Object.defineProperty(window, 'bridge', { configurable: true, value: { call } });
  window.location.hash = '';
  planStore.set({ ready: true, info, year: 2027, scenario: 'base', view: { ...info, root: ROOT, scenarios: [], teaching: null, title: { uk: 'План', en: 'Plan' } } as never, saved: { state: 'none' } });
  return program;
}

export const key = (measure: MeasureId, more: Partial<FigureKey> = {}): FigureKey => ({ measure, group: '', service: '', provider: '', territory: ROOT, sex: 'all', age: 'all', year: 2027, scenario: 'base', ...more });
/** A cell with a value and its provenance; null = not known. */
export function cell(figure: FigureKey, value: number | null, more: Partial<Cell> = {}): Cell {
  return { key: figure, value, low: null, high: null, unit: 'person', state: value === null ? 'unknown' : 'known', assumed: false, recalled: false, missing: [], method: 'register', source: '', asOf: '', note: '', ref: { kind: 'figure', key: figure }, ...more };
}
export const result = (value: number | null, more: Partial<Num> = {}): Num => ({ value, low: value, high: value, unit: 'person', state: value === null ? 'unknown' : 'computed', assumed: false, recalled: false, missing: [], ref: { kind: 'result', result: 'unmet', service: '', group: '', territory: ROOT, year: 2027, scenario: 'base' }, ...more });

/** A service whose need follows from what was identified and served, as the program would say. */
export function need(id: string, identified: number | null, served: number | null, more: Partial<NeedRow> = {}, provenance: Partial<Cell> = {}): NeedRow {
  const of = (measure: MeasureId, value: number | null): Cell => cell(key(measure, { service: id }), value, value === null ? {} : provenance);
  const known = identified !== null && served !== null;
  const over = known && served > identified;
  const missing = [...(identified === null ? [key('identified', { service: id })] : []), ...(served === null ? [key('served', { service: id })] : [])];
  return {
    id, code: id.slice(1), name: { uk: `Послуга ${id}`, en: `Service ${id}` }, short: null, nameConfidence: 'verified', section: 'care', basic: true, basicConfidence: 'verified', counted: 'person', applies: { places: true, posts: true, vehicles: false },
    identified: of('identified', identified), served: of('served', served), waiting: of('waiting', null), places: of('places', null), occupied: of('occupied', null), posts: of('posts', null), postsFilled: of('postsFilled', null), hiddenShare: { ...of('hiddenShare', null), unit: 'share' },
    general: result(identified), unmet: known ? result(Math.max(0, identified - served)) : result(null, { missing }), coverage: result(known && identified > 0 ? served / identified : null, { unit: 'share', state: over ? 'conflict' : known ? 'computed' : 'unknown' }),
    excess: over ? result(served - identified, { state: 'conflict' }) : result(null, { state: 'na' }), chosen: 'registry', state: over ? 'conflict' : known ? 'known' : 'unknown', ...more,
  };
}
export function needsOf(rows: readonly NeedRow[]): NeedsView {
  const count = (state: NeedRow['state']): number => rows.filter((row) => row.state === state).length;
  return { territory: ROOT, rows, counts: { all: rows.length, unknown: count('unknown'), conflict: count('conflict'), carried: count('carried'), known: count('known') }, assumedShare: result(null) };
}

/** A target group of the reference book. */
export function group(id: string, size: Partial<Cell> & { readonly value: number | null }, more: Partial<GroupRow> = {}): GroupRow {
  const of = (figure: Partial<FigureKey>): Cell => cell(key('groupSize', { group: id, ...figure }), null);
  return {
    id, name: { uk: `Група ${id}`, en: `Group ${id}` }, unit: 'person', own: false, size: cell(key('groupSize', { group: id }), size.value, size), female: of({ sex: 'female' }), male: of({ sex: 'male' }),
    byAge: (['0-17', '18-59', '60+'] as const).map((age) => of({ age })), inside: result(null), factor: null, basis: null, basisConfidence: 'verified', share: null, services: [], note: null, ...more,
  };
}
export const groupsOf = (rows: readonly GroupRow[], more: Partial<GroupsView> = {}): GroupsView =>
  ({ territory: ROOT, rows, known: 0, all: rows.length, union: result(null), overlap: { mode: 'unknown', share: null, order: [], adds: {}, source: '' }, ...more });

/** A cell of the table by its row and the title of its column. */
export function at(row: string, column: string): HTMLElement {
  const heads = [...document.querySelectorAll<HTMLElement>('[role=columnheader]')];
  const index = heads.findIndex((head) => (head.getAttribute('aria-label') ?? head.textContent) === column);
  const found = document.querySelector<HTMLElement>(`[data-id="${row}"] [data-c="${index}"]`);
  if (!found) throw new Error(`no cell ${row} ${column}`);
  return found;
}
export const settle = (): Promise<void> => act(async () => { for (let n = 0; n < 5; n++) await new Promise((resolve) => { setTimeout(resolve, 0); }); });
/** Types a text into a cell, as a person would. */
export async function type(row: string, column: string, text: string): Promise<void> {
  act(() => { fireEvent.mouseDown(at(row, column)); });
  await settle();
  act(() => { fireEvent.keyDown(at(row, column), { key: text[0] }); });
  const editor = screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(column) });
  act(() => { fireEvent.change(editor, { target: { value: text } }); fireEvent.input(editor, { target: { value: text } }); });
  act(() => { fireEvent.keyDown(editor, { key: 'Enter' }); });
  await settle();
}
/** Pastes a block beginning at a cell. */
export async function paste(row: string, column: string, text: string): Promise<void> {
  act(() => { fireEvent.mouseDown(at(row, column)); });
  await settle();
  act(() => { fireEvent.paste(at(row, column), { clipboardData: { getData: () => text } }); });
  await settle();
}
/** What a method was asked with, in order. */
export const inputsOf = (program: Program, method: string): unknown[] => program.asked.filter((one) => one.method === method).map((one) => one.input);
