// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MantineProvider } from '@mantine/core';
import type { NeedRow } from '#contract/api/needs.ts';
import NeedsPage from '../../src-renderer/pages/needs/NeedsPage.tsx';
import { needTable } from '../../src-renderer/pages/needs/needTable.ts';
import { planStore } from '../../src-renderer/plan/store.ts';
import { cellHref } from '../../src-renderer/lib/route.ts';
import { at, inputsOf, key, need, needsOf, paste, Refused, settle, startProgram, type, type Program } from './figuresHarness.tsx';

const source = { source: 'терцентр', asOf: '2027-01-01' };
let rows: readonly NeedRow[];
let program: Program;
beforeEach(() => {
  window.matchMedia ??= ((query: string) => ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined })) as never;
  rows = [
    need('s1.1', 453, 316, {}, source), need('s1.2', null, 18), need('s1.3', 9, 12),
    need('s1.4', 12, 12, { state: 'carried', unmet: { ...need('s1.4', null, null).unmet, missing: [key('identified', { service: 's1.4' }), key('served', { service: 's1.4' })] } }, { state: 'carried', ...source }),
    need('s1.5', null, null, { name: null, section: 'unconfirmed' }),
  ];
  program = startProgram({ 'needs.view': () => needsOf(rows), 'figures.set': () => ({ revision: 2, areas: ['needs'] }), 'figures.confirm': () => ({ revision: 3, areas: ['needs'] }), 'service.setName': () => ({ revision: 4, areas: ['needs'] }) });
});
afterEach(cleanup);
async function draw(): Promise<void> {
  render(<MantineProvider><NeedsPage /></MantineProvider>);
  await settle();
}

describe('the needs table', () => {
  test('a refused value keeps the text, says why, stores nothing and is not called saved', async () => {
    program.answers['figures.set'] = () => { throw new Refused('input.value', { cells: [{ index: 0, reason: 'tooLarge' }] }); };
    await draw();
    await type('s1.2', 'Виявлено', '50');
    expect(at('s1.2', 'Виявлено').textContent).toBe('50');
    expect(at('s1.2', 'Виявлено').getAttribute('aria-invalid')).toBe('true');
    expect(at('s1.2', 'Виявлено').title).toContain('Число завелике');
    expect(planStore.get().saved.state).toBe('none');
  });
  test('a program that is gone leaves the text in the table with a way to try again', async () => {
    program.answers['figures.set'] = () => { throw new Error('gone'); };
    await draw();
    await type('s1.2', 'Виявлено', '50');
    expect(at('s1.2', 'Виявлено').textContent).toBe('50');
    expect(screen.getByText(/Не збережено:/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Спробувати ще' })).toBeTruthy();
    expect(planStore.get().saved.state).toBe('failed');
  });
  test('"saved" waits for the reply', async () => {
    let reply: (value: unknown) => void = () => undefined;
    program.answers['figures.set'] = () => new Promise((resolve) => { reply = resolve; });
    await draw();
    await type('s1.2', 'Виявлено', '50');
    expect(planStore.get().saved.state).toBe('saving');
    await act(async () => reply({ revision: 2, areas: ['needs'] }));
    await settle();
    expect(planStore.get().saved.state).toBe('saved');
  });
  test('a pasted block is one change, whatever its shape', async () => {
    await draw();
    await paste('s1.2', 'Виявлено', '50\t20\t1\n13\t12\t0');
    const stored = inputsOf(program, 'figures.set') as { cells: { key: { service: string; measure: string }; patch: { value: number } }[]; label: string }[];
    expect(stored).toHaveLength(1);
    expect(stored[0]?.label).toBe('paste');
    expect(stored[0]?.cells.map(({ key: k, patch }) => `${k.service} ${k.measure} ${patch.value}`)).toEqual(['s1.2 identified 50', 's1.2 served 20', 's1.2 waiting 1', 's1.3 identified 13', 's1.3 served 12', 's1.3 waiting 0']);
  });
  test('an unknown need leads to the cell that opens it, and never shows a zero', async () => {
    await draw();
    const shown = at('s1.2', 'Без послуги');
    expect(shown.textContent).toBe('введіть виявлених');
    expect(shown.querySelector('a')?.getAttribute('href')).toBe(cellHref('needs', key('identified', { service: 's1.2' })));
    act(() => { window.location.hash = shown.querySelector('a')?.getAttribute('href') ?? ''; window.dispatchEvent(new HashChangeEvent('hashchange')); });
    await settle();
    expect(document.activeElement).toBe(at('s1.2', 'Виявлено'));
  });
  test('a link lands although a filter hides the cell and its column is behind «Стовпці»', async () => {
    await draw();
    act(() => fireEvent.click(screen.getByRole('button', { name: /Спірні/ })));
    expect(document.querySelectorAll('[data-id]')).toHaveLength(1);
    act(() => { window.location.hash = cellHref('needs', key('postsFilled', { service: 's1.1' })); window.dispatchEvent(new HashChangeEvent('hashchange')); });
    await settle();
    expect(document.activeElement?.getAttribute('aria-label')).toContain('Ставок зайнято');
  });
  test('more served than identified stays a signed difference with a reason', async () => {
    await draw();
    expect(at('s1.3', 'Без послуги').textContent).toContain('+3');
    expect(at('s1.3', 'Без послуги').className).toContain('s-conflict');
    expect(at('s1.3', 'Межі').textContent).toBe('чому');
  });
  test('carried figures wait: one row or the whole block is confirmed as it stands', async () => {
    await draw();
    const button = at('s1.4', 'Без послуги').querySelector('button');
    expect(button?.textContent).toBe('підтвердьте 12 і 12');
    act(() => { if (button) fireEvent.click(button); });
    await settle();
    act(() => fireEvent.click(screen.getByRole('button', { name: 'Підтвердити всі «торік»' })));
    await settle();
    const keys = inputsOf(program, 'figures.confirm') as { keys: { measure: string; service: string }[] }[];
    expect(keys.map((one) => one.keys.map((k) => `${k.service} ${k.measure}`))).toEqual([['s1.4 identified', 's1.4 served'], ['s1.4 identified', 's1.4 served']]);
  });
  test('a service without a confirmed name says so and takes the official one', async () => {
    await draw();
    const button = at('s1.5', 'Послуга').querySelector('button');
    expect(button?.textContent).toBe('назву не підтверджено');
    act(() => { if (button) fireEvent.click(button); });
    await settle();
    fireEvent.change(screen.getByLabelText('Назва за класифікатором'), { target: { value: ' Послуга з наказу ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Зберегти' }));
    await settle();
    expect(inputsOf(program, 'service.setName')).toEqual([{ service: 's1.5', name: 'Послуга з наказу', source: '' }]);
  });
  test('a plan open for reading takes no text', async () => {
    planStore.set({ info: { path: '/p.sotsplan', readOnly: true, revision: 1, years: [2027] } });
    await draw();
    await paste('s1.2', 'Виявлено', '50');
    expect(inputsOf(program, 'figures.set')).toEqual([]);
  });
});

test('a sum with unknown parts is "at least", never a plain number, and can be typed over by the whole', async () => {
  rows = [need('s1.1', null, 3, { identified: { ...need('s1.1', null, 3).identified, state: 'partial', low: 2 } })];
  await draw();
  expect(at('s1.1', 'Виявлено').textContent).toBe('від 2');
  await type('s1.1', 'Виявлено', '9');
  expect(inputsOf(program, 'figures.set')).toMatchObject([{ cells: [{ key: { measure: 'identified' }, patch: { value: 9 } }] }]);
});

test('a complete sum of territories says why it is not typed over', async () => {
  rows = [need('s1.1', 5, 3, { identified: { ...need('s1.1', 5, 3).identified, state: 'computed' } })];
  await draw();
  await paste('s1.1', 'Виявлено', '9');
  expect(inputsOf(program, 'figures.set')).toEqual([]);
  expect(at('s1.1', 'Виявлено').getAttribute('aria-readonly')).toBe('true');
});

test('the copied table says what was approved where it reads otherwise, and nothing more', () => {
  const table = (list: readonly NeedRow[]) => needTable(list, 'uk', '', '');
  const changed = need('s1.1', 5, 3, { identified: { ...need('s1.1', 5, 3).identified, approved: 4 }, unmet: { ...need('s1.1', 5, 3).unmet, approved: null } });
  const { columns, rows: out } = table([changed, need('s1.2', 7, 3)]);
  const titles = columns.map((column) => column.title);
  expect(titles.filter((title) => title.includes('затверджено'))).toEqual(['Виявлено: затверджено, де інакше', 'Без послуги: затверджено, де інакше']);
  for (const row of out) expect(row.length).toBe(columns.length);
  const read = (row: number, title: string) => out[row]?.[titles.indexOf(title)];
  expect([read(0, 'Виявлено'), read(0, 'Виявлено: затверджено, де інакше'), read(0, 'Без послуги: затверджено, де інакше'), read(1, 'Виявлено: затверджено, де інакше')]).toEqual([5, 4, 'н/д', '']);
  expect(table([need('s1.2', 7, 3)]).columns.some((column) => column.title.includes('затверджено'))).toBe(false);
});
