// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MantineProvider } from '@mantine/core';
import GroupsPage from '../../src-renderer/pages/groups/GroupsPage.tsx';
import { boundsParser } from '../../src-renderer/pages/groups/rows.ts';
import { at, group, groupsOf, inputsOf, key, Refused, result, settle, startProgram, type, type Program } from './figuresHarness.tsx';

const share = { method: 'default', source: 'Мінсоцполітики, 2024', state: 'assumption', low: 2259.18, high: 2567.25, assumed: true, ref: { kind: 'result', result: 'groupSize', service: '', group: 'elderly', territory: 'UA1', year: 2027, scenario: 'base' } } as const;
let program: Program;
beforeEach(() => {
  window.matchMedia ??= ((query: string) => ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined })) as never;
  globalThis.ResizeObserver ??= class { observe(): void { /* nothing is measured here */ } unobserve(): void { /* nothing */ } disconnect(): void { /* nothing */ } };
  const rows = [
    group('elderly', { value: 2259.18, ...share }, { share: { low: 0.22, base: 0.22, high: 0.25, of: 'total_population', source: { uk: 'Мінсоцполітики', en: 'Ministry' }, confidence: 'verified' } }),
    group('idp', { value: null }), group('large', { value: 40 }, { unit: 'family' }), group('own-1', { value: 7, state: 'carried', source: 'відділ' }, { own: true }),
  ];
  program = startProgram({
    'groups.view': () => groupsOf(rows, { union: result(2259.18, { high: 3438.98, state: 'assumption', assumed: true }) }),
    'figures.set': () => ({ revision: 2, areas: ['groups'] }), 'figures.confirm': () => ({ revision: 3, areas: ['groups'] }), 'overlap.set': () => ({ revision: 4, areas: ['groups'] }),
    'group.add': () => ({ revision: 5, areas: ['groups'] }), 'group.update': () => ({ revision: 6, areas: ['groups'] }), 'group.remove': () => ({ revision: 7, areas: ['groups'] }),
  });
});
afterEach(cleanup);
async function draw(): Promise<void> {
  render(<MantineProvider><GroupsPage /></MantineProvider>);
  await settle();
}

describe('target groups', () => {
  test.each(['5', '15–8', 'a–b', '1–2–3', '–5'])('"%s" is not a pair of bounds', (text) => expect(boundsParser('uk')(text)).toMatchObject({ ok: false }));
  test('bounds are read as people write them', () => {
    for (const text of ['8–15', '8 - 15', '8…15', '8..15']) expect(boundsParser('uk')(text)).toEqual({ ok: true, value: { low: 8, high: 15 } });
    expect(boundsParser('uk')('н/д')).toEqual({ ok: true, value: { low: null, high: null } });
  });
  test('bounds typed before a number are refused with a sentence and nothing is stored', async () => {
    await draw();
    await type('idp', 'Межі', '8–15');
    expect(at('idp', 'Межі').title).toContain('Спершу введіть число');
    expect(inputsOf(program, 'figures.set')).toEqual([]);
  });
  test('a number outside its bounds is refused by the program and stays as typed', async () => {
    program.answers['figures.set'] = () => { throw new Refused('input.value', { cells: [{ index: 0, reason: 'bounds' }] }); };
    await draw();
    await type('large', 'Межі', '50–60');
    expect(at('large', 'Межі').textContent).toBe('50–60');
    expect(at('large', 'Межі').title).toContain('між межами');
  });
  test('a size by a published share shows its sign, range and source; its source cannot be typed over, its number can', async () => {
    await draw();
    expect(at('elderly', 'Усього').textContent).toContain('~');
    expect(at('elderly', 'Межі').textContent).toMatch(/2\s259–2\s567/);
    expect(at('elderly', 'Джерело').textContent).toContain('Мінсоцполітики');
    expect(at('elderly', 'Джерело').getAttribute('aria-readonly')).toBe('true');
    await type('elderly', 'Усього', '2100');
    expect(inputsOf(program, 'figures.set')).toEqual([{ label: 'edit', cells: [{ key: key('groupSize', { group: 'elderly' }), patch: { value: 2100 } }] }]);
  });
  test('people in the groups are a range that says it is not a sum', async () => {
    await draw();
    expect(screen.getByRole('button', { name: /Різних людей у групах: від і до 2\s259–3\s439/ })).toBeTruthy();
    expect(screen.getByText(/це не сума/)).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/2\s306/);
  });
  test('the share of double counts needs a share; nothing is sent without one', async () => {
    await draw();
    fireEvent.click(screen.getByRole('button', { name: 'Збіги груп' }));
    await settle();
    fireEvent.click(screen.getByRole('radio', { name: /Відома частка збігів/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Зберегти' }));
    await settle();
    expect(screen.getByText(/Введіть частку зі знаком/)).toBeTruthy();
    expect(inputsOf(program, 'overlap.set')).toEqual([]);
    fireEvent.change(screen.getByLabelText('Частка подвійних записів, %'), { target: { value: '20 %' } });
    fireEvent.click(screen.getByRole('button', { name: 'Зберегти' }));
    await settle();
    expect(inputsOf(program, 'overlap.set')).toEqual([{ service: '', mode: 'share', share: 0.2, order: [], adds: {}, source: '' }]);
  });
  test('groups are put in order with the keyboard; families take no part', async () => {
    await draw();
    fireEvent.click(screen.getByRole('button', { name: 'Збіги груп' }));
    await settle();
    fireEvent.click(screen.getByRole('radio', { name: /Порядок груп/ }));
    const items = (): string[] => within(screen.getByRole('dialog')).getAllByRole('listitem').map((item) => within(item).getByText(/Група/).textContent ?? '');
    expect(items()).toEqual(['Група elderly', 'Група own-1', 'Група idp']);
    fireEvent.keyDown(screen.getByRole('button', { name: 'Нижче: Група elderly' }), { key: 'ArrowDown', altKey: true });
    expect(items()).toEqual(['Група own-1', 'Група elderly', 'Група idp']);
    fireEvent.click(screen.getByRole('button', { name: 'Вище: Група own-1' }));
    expect(items()[0]).toBe('Група own-1');
    fireEvent.change(screen.getByLabelText('Скільки нових людей додає: Група idp, %'), { target: { value: '130 %' } });
    fireEvent.click(screen.getByRole('button', { name: 'Зберегти' }));
    await settle();
    expect(screen.getByText(/не може перевищувати 100/)).toBeTruthy();
    expect(inputsOf(program, 'overlap.set')).toEqual([]);
    fireEvent.change(screen.getByLabelText('Скільки нових людей додає: Група idp, %'), { target: { value: '30 %' } });
    fireEvent.click(screen.getByRole('button', { name: 'Зберегти' }));
    await settle();
    expect(inputsOf(program, 'overlap.set')).toEqual([{ service: '', mode: 'priority', share: null, order: ['own-1', 'elderly', 'idp'], adds: { idp: 0.3 }, source: '' }]);
  });
  test('an own group is added, renamed in the table and removed; groups of the book keep their names', async () => {
    await draw();
    expect(at('idp', 'Група').getAttribute('aria-readonly')).toBe('true');
    await type('own-1', 'Група', 'Ветерани');
    expect(inputsOf(program, 'group.update')).toEqual([{ id: 'own-1', name: 'Ветерани' }]);
    act(() => { fireEvent.mouseDown(at('own-1', 'Усього')); });
    fireEvent.click(screen.getByRole('button', { name: 'Вилучити групу' }));
    await settle();
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Вилучити групу' }));
    await settle();
    expect(inputsOf(program, 'group.remove')).toEqual([{ id: 'own-1' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Додати групу' }));
    await settle();
    fireEvent.change(screen.getByLabelText('Назва групи'), { target: { value: 'Хлібороби' } });
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Додати групу' }));
    await settle();
    expect(inputsOf(program, 'group.add')).toEqual([{ name: 'Хлібороби', unit: 'person' }]);
  });
  test('figures of last year are confirmed by block', async () => {
    await draw();
    act(() => fireEvent.click(screen.getByRole('button', { name: 'Підтвердити всі «торік»' })));
    await settle();
    expect(inputsOf(program, 'figures.confirm')).toEqual([{ keys: [key('groupSize', { group: 'own-1' })] }]);
  });
});
