// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NormView, ReferenceView } from '#contract/api/reference.ts';

window.matchMedia ??= ((query: string) => ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined })) as never;
Element.prototype.scrollIntoView ??= () => undefined;
globalThis.CSS ??= { escape: (text: string) => text } as never;
const { default: ReferencePage } = await import('../../src-renderer/pages/reference/ReferencePage.tsx');
const { planStore } = await import('../../src-renderer/plan/store.ts');
const { setLanguage } = await import('../../src-renderer/i18n/index.ts');

const label = (uk: string, en: string | null = null) => ({ uk, en });
const norm = (id: string, more: Partial<NormView> = {}): NormView => ({
  id, subject: label(`Норма ${id}`, `Norm ${id}`), printed: '6', value: 6, unit: label('осіб на ставку', 'people per post'), kind: 'norm', act: label('наказ № 1', 'order No. 1'), article: label(''), since: '', until: '', inForce: true,
  confidence: 'verified', checkedOn: '2026-01-01', source: label('джерело', 'source'), note: null, appliesTo: [], local: null, checked: null, ...more,
});
const num = (value: number) => ({ state: 'computed', value, low: null, high: null, unit: 'person', assumed: false, recalled: false, ref: null, missing: [] });
let book: ReferenceView;
let answers: Record<string, (input: Record<string, unknown>) => unknown>;
let calls: { readonly method: string; readonly input: Record<string, unknown> }[];
const ok = (value: unknown) => ({ ok: true, value });
const sent = (method: string) => calls.filter((each) => each.method === method).map((each) => each.input);

beforeEach(() => {
  setLanguage('uk');
  calls = [];
  book = {
    version: '2026.11', planVersion: '2026.11', groups: [{ id: 'g', name: label('Вдови', null), unit: 'person', basis: label('закон', 'law'), basisConfidence: 'recalled', share: 0.22, shareSource: null, note: null }],
    services: [{ id: 's1', code: '016.0', name: null, short: null, nameConfidence: 'recalled', section: 'unconfirmed', basic: false, basicConfidence: 'verified', counted: 'person', applies: { places: false, posts: true, vehicles: false }, recipients: null, places: ['home'], durations: [], standard: null, source: label('x', 'x'), note: null }],
    norms: [norm('a', { confidence: 'recalled' }), norm('b', { inForce: false, since: '2019-01-01', until: '2019-12-31', printed: '20000-50000', value: null })], acts: [norm('act', { kind: 'act' })], staffing: [{ id: 'time.leave', name: label('Відпустка, днів', 'Leave, days'), value: 17, unit: 'days', kind: 'law', confidence: 'recalled', basis: label('ст. 6', 'art. 6'), own: { value: 24, note: 'наказ' } }], integration: [], travel: [], accessibility: [{ id: 'door', area: label('Вхідна група', 'Entrance'), question: label('Чи ширина дверей не менша ніж 0,9 м?', 'Is the door at least 0.9 m wide?'), parts: [{ label: null, low: 0.9, high: null }], unit: 'm', ref: label('ДБН', 'DBN'), critical: true, confidence: 'verified', evidence: label('бачено', 'seen'), note: null }], credits: [{ what: label('Межі', 'Borders'), credit: label('OCHA', 'OCHA'), licence: label('CC', 'CC'), asOf: '2024-04-16' }],
  };
  answers = { 'reference.view': () => ok(structuredClone(book)), 'plan.view': () => ok(planStore.get().view), 'norm.check': () => ok({ revision: 2, areas: ['reference'] }), 'norm.setLocal': () => ok({ revision: 2, areas: ['reference'] }), 'service.setName': () => ok({ revision: 2, areas: ['reference'] }) };
  vi.stubGlobal('fetch', vi.fn(async (url: string, init: RequestInit) => {
    const method = url.replace('/api/', '');
    const input = JSON.parse(String(init.body)) as Record<string, unknown>;
    calls.push({ method, input });
    return new Response(JSON.stringify(await (answers[method]?.(input) ?? ok(null))));
  }));
  const view = { path: 'D:/a.sotsplan', readOnly: false, title: label('Громада', 'Community'), teaching: null, calcDate: '2020-02-01' };
  planStore.set({ ready: true, info: view as never, view: view as never, year: 2020, scenario: 'base', saved: { state: 'none' }, error: null });
});
afterEach(() => { cleanup(); vi.unstubAllGlobals(); });
async function open(hash: string): Promise<void> { window.location.hash = hash; render(<ReferencePage />); await screen.findByRole('tablist'); }
const choose = async (content: string): Promise<void> => userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement, new File([content], 'a.json', { type: 'application/json' }));

test('a council norm without number or decision is refused at its field, and nothing is sent', async () => {
  await open('#/reference?norm=a');
  await userEvent.click(screen.getByRole('button', { name: 'Ввести норму ради' }));
  await userEvent.type(screen.getByRole('textbox', { name: /Значення/u }), 'шість');
  await userEvent.type(screen.getByRole('textbox', { name: /Діє з/u }), '31.02.2026');
  await userEvent.click(screen.getByRole('button', { name: 'Зберегти норму' }));
  expect(screen.getAllByRole('alert')).toHaveLength(3);
  expect(sent('norm.setLocal')).toEqual([]);
  const value = screen.getByRole('textbox', { name: /Значення/u });
  await userEvent.clear(value);
  await userEvent.type(value, '6,5');
  await userEvent.type(screen.getByRole('textbox', { name: /рішення/u }), 'рішення № 12');
  await userEvent.clear(screen.getByRole('textbox', { name: /Діє з/u }));
  await userEvent.click(screen.getByRole('button', { name: 'Зберегти норму' }));
  await waitFor(() => expect(sent('norm.setLocal')).toEqual([{ norm: 'a', value: 6.5, decision: 'рішення № 12', since: '' }]));
});

test('a refused file is a sentence and the table stays', async () => {
  answers['reference.compare'] = () => ({ ok: false, error: { code: 'reference.invalid', kind: 'input', details: { reason: 'norms.3.value: bad' } } });
  await open('#/reference?tab=norms');
  await choose('{"a":1}');
  await screen.findByText(/Довідник не читається: norms\.3\.value/u);
  expect(screen.getByRole('table')).toBeTruthy();
});

test('a file that its disk no longer gives is refused by its name', async () => {
  const read = vi.spyOn(FileReader.prototype, 'readAsDataURL').mockImplementation(function (this: FileReader) { this.dispatchEvent(new ProgressEvent('error')); });
  await open('#/reference?tab=norms');
  await choose('{}');
  await screen.findByText(/Файл «a\.json» не читається/u);
  expect(sent('reference.compare')).toEqual([]);
  read.mockRestore();
});

test('a newer book is shown as differences and accepted only when told so', async () => {
  answers['reference.compare'] = () => ok({ token: 't', version: '2027.01', present: '2026.11', differences: [{ table: 'norms', id: 'a', name: label('Норма a', 'Norm a'), change: 'changed', field: 'value', before: '6', after: '8' }], moves: { year: 2026, unmoved: 12, moved: [{ of: { id: 's1', code: '015.1', name: label('Догляд вдома', 'Home care') }, result: 'capacity', before: num(60), after: num(90), because: [{ table: 'norms', id: 'a', name: label('Норма a', 'Norm a') }] }] } });
  answers['reference.accept'] = () => ok({ version: '2027.01' });
  await open('#/reference?tab=norms');
  await choose('{}');
  const table = await screen.findByRole('table', { name: 'Відмінності довідника' });
  expect(within(table).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['Норми й акти', 'змінено', 'значення', '6', '8']);
  const moves = screen.getByRole('table', { name: /Результати плану/u });
  expect(within(moves).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['Спроможність', '60 осіб', '90 осіб', 'Норма a']);
  expect(screen.getByText('Не змінюється 12 результатів.')).toBeTruthy();
  expect(sent('reference.accept')).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Прийняти довідник' }));
  await screen.findByText('Довідник оновлено до версії 2027.01.');
  expect(sent('reference.accept')).toEqual([{ token: 't' }]);
});

test('a link lands on its norm: row focused, act shown, recalled value can be marked as checked', async () => {
  await open('#/reference?norm=a');
  await waitFor(() => expect(document.activeElement?.getAttribute('data-row')).toBe('a'));
  await userEvent.click(screen.getByRole('button', { name: 'Позначити звіреним' }));
  await waitFor(() => expect(sent('norm.check')).toEqual([{ norm: 'a', checked: true }]));
  cleanup();
  await open('#/reference?norm=act');
  expect(screen.getByRole('tab', { name: 'Акти', selected: true })).toBeTruthy();
});

test('a norm out of force says so, bounds are grouped as people write them, a seen value offers no marking', async () => {
  await open('#/reference?norm=b');
  const row = screen.getByRole('rowheader', { name: /Норма b/u }).closest('tr') as HTMLElement;
  expect(row.textContent).toContain('не діє');
  expect(row.textContent).toContain('20\u00a0000–50\u00a0000');
  expect(screen.queryByRole('button', { name: 'Позначити звіреним' })).toBeNull();
});

test('the name of an unconfirmed service is entered where it is missing; an empty one is not sent', async () => {
  await open('#/reference?service=s1');
  await userEvent.click(screen.getByRole('button', { name: 'Зберегти назву' }));
  expect(sent('service.setName')).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: 'Назва за Класифікатором' }), 'Реабілітація');
  await userEvent.click(screen.getByRole('button', { name: 'Зберегти назву' }));
  await waitFor(() => expect(sent('service.setName')).toEqual([{ service: 's1', name: 'Реабілітація', source: '' }]));
});

test('a search narrows the table and says how many are left', async () => {
  await open('#/reference?tab=norms');
  await userEvent.type(screen.getByRole('searchbox'), 'норма b');
  expect(screen.getByText('1 із 2')).toBeTruthy();
  await userEvent.type(screen.getByRole('searchbox'), 'zzz');
  expect(screen.getByText('Нічого не знайдено')).toBeTruthy();
});

test('in English no Ukrainian stands outside elements that say so', async () => {
  setLanguage('en');
  for (const hash of ['#/reference?tab=services', '#/reference?norm=a', '#/reference?group=g', '#/reference?tab=sources']) {
    await open(hash);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (/\p{Script=Cyrillic}/u.test(node.textContent ?? '')) expect(node.parentElement?.closest('[lang=uk]'), node.textContent ?? '').not.toBeNull();
    cleanup();
  }
});

test('every field of the book has a name in both languages, so that differences read as words', () => {
  const schema = readFileSync('src-main/reference/schema.ts', 'utf8');
  const fields = [...schema.matchAll(/^ {2}(\w+): /gmu)].map((match) => match[1] ?? '');
  const top = fields.filter((field) => !['id', 'version', 'date', 'credit', 'pack', 'services', 'groups', 'norms', 'acts', 'sources', 'rates', 'checks', 'what', 'licence', 'asOf'].includes(field));
  expect(top.length).toBeGreaterThan(20);
  for (const language of ['uk', 'en']) {
    const names = (JSON.parse(readFileSync(`src-renderer/i18n/locales/${language}/reference.json`, 'utf8')) as { field: Record<string, string> }).field;
    expect(top.filter((field) => !(field in names))).toEqual([]);
  }
});
