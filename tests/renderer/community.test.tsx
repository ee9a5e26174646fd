// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import CommunityPage from '../../src-renderer/pages/community/CommunityPage.tsx';
import { ownWords } from '../../src-renderer/pages/community/figures.ts';
import { treeRows } from '../../src-renderer/pages/community/tree.ts';
import { setLanguage } from '../../src-renderer/i18n/index.ts';
import { cellParam, navigate } from '../../src-renderer/lib/route.ts';
import { realPlan, type RealPlan } from './realPlan.ts';

const MYKOLAIVKA = 'UA14120130000086767';
let plan: RealPlan | null = null;
beforeAll(() => { Element.prototype.scrollIntoView = vi.fn<() => void>(); });
afterEach(async () => {
  cleanup();
  setLanguage('uk');
  await plan?.close();
  plan = null;
});

async function open(of: Parameters<typeof realPlan>[0], cell?: { measure: 'population' | 'area'; territory: string }): Promise<RealPlan> {
  plan = await realPlan(of);
  if (cell) navigate('community', { cell: cellParam({ ...cell, group: '', service: '', provider: '', sex: 'all', age: 'all', year: 2027, scenario: 'base' }) });
  render(<CommunityPage />);
  await screen.findByRole('heading', { name: 'Скільки людей живе зараз?' });
  return plan;
}
const view = (real: RealPlan) => real.ask('community.view', { year: 2027 });

describe('the first question', () => {
  it('asks to confirm the pre-war figure and marks it until then', async () => {
    const real = await open({ code: MYKOLAIVKA });
    expect(screen.getByText('не підтверджено')).toBeTruthy();
    expect(screen.getByText(/Довоєнне число, станом на 01\.01\.2022/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Підтвердити як є' }));
    await screen.findByText('підтверджено');
    expect((await view(real)).population.cell).toMatchObject({ state: 'known', value: 20568 });
  });

  it('takes an own figure with bounds, method, date and source', async () => {
    const real = await open({ code: MYKOLAIVKA });
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Ввести своє число' }));
    await user.type(screen.getByLabelText('Населення зараз, осіб'), '14 200');
    await user.type(screen.getByLabelText('Не менше ніж'), '13000');
    await user.type(screen.getByLabelText('Не більше ніж'), '15000');
    await user.selectOptions(screen.getByLabelText('Як отримано'), 'estimate');
    await user.type(screen.getByLabelText('Станом на'), '01.09.2026');
    await user.type(screen.getByLabelText('Джерело'), 'облік старост{Enter}');
    await waitFor(async () => expect((await view(real)).population.cell).toMatchObject({ value: 14200, low: 13000, high: 15000, method: 'estimate', asOf: '2026-09-01', source: 'облік старост' }));
  });

  it('keeps what was typed wrongly and says what is expected', async () => {
    const real = await open({ code: MYKOLAIVKA });
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Ввести своє число' }));
    await user.type(screen.getByLabelText('Населення зараз, осіб'), '12ю');
    await user.type(screen.getByLabelText('Станом на'), '31.02.2026{Enter}');
    expect(screen.getByLabelText('Населення зараз, осіб')).toHaveProperty('value', '12ю');
    expect(screen.getAllByRole('alert')).toHaveLength(2);
    expect(document.activeElement).toBe(screen.getByLabelText('Населення зараз, осіб'));
    expect((await view(real)).population.cell.state).toBe('prefilled');
  });

  it('refuses bounds that do not hold the number', async () => {
    await open({ code: MYKOLAIVKA });
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Ввести своє число' }));
    await user.type(screen.getByLabelText('Населення зараз, осіб'), '100');
    await user.type(screen.getByLabelText('Не менше ніж'), '200{Enter}');
    expect((await screen.findByRole('alert')).textContent).not.toBe('');
  });

  it('begins with "not known" in an occupied community', async () => {
    await open({ code: 'UA23080070000068953' });
    expect(screen.getByText(/Громада окупована: скільки людей живе зараз, не відомо/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Підтвердити як є' })).toBeNull();
  });
});

describe('links to a cell', () => {
  it('land in the field for the population', async () => {
    await open({ code: MYKOLAIVKA }, { measure: 'population', territory: MYKOLAIVKA });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Населення зараз, осіб')));
    expect(window.location.hash).toBe('#/community');
  });
  it('land on the cell of a fact', async () => {
    await open({ code: MYKOLAIVKA }, { measure: 'area', territory: MYKOLAIVKA });
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Площа, Число, 334,3/));
  });
  it('land on the population of a settlement', async () => {
    await open({ code: MYKOLAIVKA }, { measure: 'population', territory: 'UA14120130020047822' });
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Донецьке, Населення, 574/));
  });
});

describe('territories', () => {
  it('move into a new district, many at once', async () => {
    const real = await open({ code: MYKOLAIVKA });
    fireEvent.click(screen.getByRole('button', { name: 'Перенести в округ…' }));
    const form = screen.getByRole('form', { name: 'Перенести населені пункти в округ' });
    fireEvent.click(within(form).getByRole('button', { name: /^Перенести/ }));
    expect(within(form).getByRole('alert').textContent).toBe('Позначте, що перенести.');
    fireEvent.click(within(form).getByRole('checkbox', { name: 'Карпівка' }));
    fireEvent.click(within(form).getByRole('checkbox', { name: 'Никонорівка' }));
    fireEvent.change(within(form).getByLabelText('Назва нового округу'), { target: { value: 'Карпівський' } });
    fireEvent.click(within(form).getByRole('button', { name: 'Перенести 2 пункти' }));
    await screen.findByText('Перенесено 2 пункти.');
    const { territories } = await view(real);
    const district = territories.find((row) => row.kind === 'starosta');
    expect(territories.filter((row) => row.parent === district?.id).map((row) => row.name.uk).toSorted()).toEqual(['Карпівка', 'Никонорівка']);
  });

  it('say why a district with settlements cannot be removed', async () => {
    const real = await open({ code: MYKOLAIVKA });
    const { change } = await import('../../src-renderer/plan/useChange.ts');
    await change('territory.add', { id: 'd1', parent: MYKOLAIVKA, kind: 'starosta', name: 'Округ' });
    await change('territory.update', { id: 'UA14120130020047822', parent: 'd1' });
    const grid = screen.getByRole('grid', { name: 'Території' });
    const row = await within(grid).findByRole('rowheader', { name: /Округ/ });
    fireEvent.mouseDown(row, { button: 0 });
    fireEvent.click(await screen.findByRole('button', { name: /^Вилучити: Округ/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Цю територію не можна вилучити');
    expect((await view(real)).territories.some((one) => one.id === 'd1')).toBe(true);
  });

  it('stand in the order of the tree', () => {
    const place = (id: string, parent: string | null, kind: 'community' | 'starosta' | 'settlement') => ({ id, parent, kind, name: { uk: id, en: id }, category: '', formerName: '', lat: null, lon: null, population: {} }) as never;
    const rows = treeRows([place('b', 'root', 'settlement'), place('root', null, 'community'), place('a', 'd', 'settlement'), place('d', 'root', 'starosta')], 'uk');
    expect(rows.map((row) => `${row.depth}${row.place.id}`)).toEqual(['0root', '1d', '2a', '1b']);
  });
});

describe('neighbours', () => {
  it('are found by name, added by Enter and dropped again', async () => {
    const real = await open({ code: MYKOLAIVKA });
    const user = userEvent.setup();
    await user.type(screen.getByRole('combobox', { name: 'Додати сусіда' }), 'барвінк');
    await screen.findByRole('option', { name: /Барвінківська/ });
    await user.keyboard('{Enter}');
    await screen.findByRole('rowheader', { name: /Барвінківська додано/ });
    expect((await view(real)).neighbours.filter((row) => row.added)).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Вилучити сусіда: Барвінківська' }));
    await waitFor(() => expect(screen.queryByRole('rowheader', { name: /Барвінківська/ })).toBeNull());
  });
  it('are not added twice', async () => {
    const real = await open({ code: MYKOLAIVKA });
    const user = userEvent.setup();
    await user.type(screen.getByRole('combobox', { name: 'Додати сусіда' }), 'лиманськ');
    expect((await screen.findByRole('option', { name: /Лиманська Краматорський.*уже сусід/ })).getAttribute('aria-disabled')).toBe('true');
    await user.keyboard('{Enter}');
    expect(real.called.some((one) => one.method === 'neighbour.add')).toBe(false);
  });
});

describe('the status', () => {
  it('is changed with date and source', async () => {
    const real = await open({ code: MYKOLAIVKA });
    fireEvent.click(screen.getByRole('button', { name: 'Змінити стан' }));
    fireEvent.change(screen.getByLabelText('Перелік станом на'), { target: { value: 'колись' } });
    fireEvent.click(screen.getByRole('button', { name: 'Зберегти стан' }));
    expect(screen.getByRole('alert').textContent).toContain('Потрібна дата');
    fireEvent.change(screen.getByLabelText('Стан'), { target: { value: 'active_hostilities' } });
    fireEvent.change(screen.getByLabelText('Перелік станом на'), { target: { value: '01.08.2026' } });
    fireEvent.click(screen.getByRole('button', { name: 'Зберегти стан' }));
    await screen.findByText('активні бойові дії');
    expect((await view(real)).status).toMatchObject({ value: 'active_hostilities', asOf: '2026-08-01' });
  });
});

describe('a number typed over a published one', () => {
  const cell = { method: 'statistics', source: 'Держстат', value: 10 } as never;
  const typed = (value: number, more: readonly { col: string; value: unknown }[] = []) => ownWords([{ row: 'r', col: 'value', text: '', value: { value, estimate: false } }, ...more.map((one) => ({ row: 'r', text: '', ...one }))], () => cell, () => cell);
  it('loses its source', () => expect(typed(12).map((change) => change.col)).toEqual(['value', 'method', 'source', 'asOf']));
  it('keeps it when the number is the same', () => expect(typed(10)).toHaveLength(1));
  it('takes the source given in the same action', () => expect(typed(12, [{ col: 'source', value: 'облік' }]).map((change) => change.col)).toEqual(['value', 'source']));
});
