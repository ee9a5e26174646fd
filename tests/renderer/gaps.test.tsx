// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GapCell, GapRow, GapsView } from '#contract/api/gaps.ts';
import { setLanguage } from '../../src-renderer/i18n/index.ts';
import GapsPage from '../../src-renderer/pages/gaps/GapsPage.tsx';
import { filledTerritories, firstMissing, placeNamed } from '../../src-renderer/pages/gaps/data.ts';
import { matrixOut, sizesOut } from '../../src-renderer/pages/gaps/tables.ts';
import { figureKey, num, openProgram, service } from './pageHarness.ts';

const PLACES = [{ id: 'T1', name: { uk: 'Срібне', en: 'Sribne' } }, { id: 'T2', name: { uk: 'Дігтярі', en: 'Dihtiari' } }];
const cell = (territory: string, need: number | null, served: number | null): GapCell => ({
  territory, need: num(need), served: num(served), unmet: num(need === null || served === null ? null : need - served), coverage: num(need === null || served === null ? null : served / need, 'share'), posts: num(null, 'post'),
});
const row = (info: ReturnType<typeof service>, parts: readonly [number | null, number | null][], total: [number | null, number | null], more: Partial<GapRow> = {}): GapRow => ({
  ...info, cells: PLACES.map((place, i) => cell(place.id, ...(parts[i] ?? [null, null]))), total: cell('T0', ...total),
  gapPersons: num(null), gapPosts: num(null, 'post'), vacantPosts: num(null, 'post'), newPosts: num(null, 'post'), gapPlaces: num(null, 'place'), freePlaces: num(null, 'place'), newPlaces: num(null, 'place'), capacity: num(null), noProvider: false, ...more,
});
const HOME = service('home', '015.1', 'Догляд вдома', 'Home care', { applies: { places: false, posts: true, vehicles: false } });
const KIDS = service('kids', '015.3.1', 'Денний догляд дітей', 'Day care, children');
const WALK = service('walk', '021.0', 'Фізичний супровід', 'Physical accompaniment');

const na = (unit: 'post' | 'place') => num(null, unit, { state: 'na' });
function gapsView(filled: boolean): GapsView {
  return {
    territories: PLACES, weights: { duty: 40, people: 25, risk: 20, growth: 5, start: 10 }, notRanked: 1,
    rows: [
      row(HOME, filled ? [[253, 166], [200, 150]] : [], [453, 316], { gapPosts: num(23, 'post'), vacantPosts: num(4.5, 'post'), newPosts: num(18.5, 'post'), gapPlaces: na('place'), freePlaces: na('place'), newPlaces: na('place') }),
      row(KIDS, [], [13, 0], { noProvider: true, gapPosts: num(null, 'post', { missing: [figureKey('loadPerPost', 'kids')] }) }),
      { ...row(WALK, [], [null, null]), total: { ...cell('T0', null, null), unmet: num(null, 'person', { missing: [figureKey('identified', 'walk')] }) } },
    ],
    rank: [{ service: 'kids', score: num(84, 'count'), parts: [{ id: 'duty', points: 40, of: 40 }, { id: 'people', points: 9, of: 25 }, { id: 'risk', points: 20, of: 20 }, { id: 'growth', points: 5, of: 5 }, { id: 'start', points: 10, of: 10 }], reason: [{ key: 'reason.basicNoProvider', params: {} }] }],
  };
}

beforeEach(() => { setLanguage('uk'); window.location.hash = '#/gaps'; });
afterEach(cleanup);

it('without figures by territory shows the community alone and says what to enter', async () => {
  openProgram({ 'gaps.view': () => gapsView(false) });
  render(<GapsPage />);
  const grid = await screen.findByRole('grid', { name: 'Розриви за послугами й територіями' });
  expect(within(grid).getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Послуга', 'Громада']);
  expect(screen.getByText(/За територіями чисел ще немає/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ввести за територіями' }).getAttribute('href')).toBe('#/needs');
});

it('shows every territory once one of them has figures, switches the large number and names what has no provider', async () => {
  openProgram({ 'gaps.view': () => gapsView(true) });
  const user = userEvent.setup();
  render(<GapsPage />);
  const grid = await screen.findByRole('grid');
  expect(within(grid).getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Послуга', 'Срібне', 'Дігтярі', 'Громада']);
  expect(document.querySelector('[data-cell="0:0"]')?.textContent).toContain('87');
  expect(within(grid).getByText('немає надавача')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Охоплення' }));
  expect(document.querySelector('[data-cell="0:0"] small')?.textContent).toBe('87');
});

it('a service without a score leads to the cell that gives it one', async () => {
  openProgram({ 'gaps.view': () => gapsView(true) });
  render(<GapsPage />);
  await screen.findByText('Черговість');
  expect(screen.getByText(/Не оцінено 1 послугу: потреби не відомо/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ввести' }).getAttribute('href')).toContain('#/needs?cell=identified');
  expect(screen.getByText('40 + 9 + 20 + 5 + 10')).toBeTruthy();
});

it('weights that do not add up to 100 cannot be saved; the usual ones can', async () => {
  const asked = openProgram({ 'gaps.view': () => gapsView(true), 'gaps.setWeights': () => ({ revision: 2, areas: ['gaps'] }) });
  const user = userEvent.setup();
  render(<GapsPage />);
  await user.click(await screen.findByRole('button', { name: 'Ваги' }));
  const duty = screen.getByLabelText(/Обовʼязок/);
  await user.clear(duty);
  await user.type(duty, '50');
  expect(screen.getByText('Разом 110, має бути 100: зменште на 10.')).toBeTruthy();
  const save = screen.getByRole('button', { name: 'Зберегти' });
  expect((save as HTMLButtonElement).disabled).toBe(true);
  await user.clear(duty);
  await user.type(duty, '4,5');
  expect(screen.getByText('Кожна вага – ціле число від 0 до 100.')).toBeTruthy();
  await user.clear(duty);
  await user.type(duty, '35');
  await user.clear(screen.getByLabelText(/Люди/));
  await user.type(screen.getByLabelText(/Люди/), '30');
  await user.click(save);
  await waitFor(() => expect(asked.find((one) => one.method === 'gaps.setWeights')?.input).toEqual({ duty: 35, people: 30, risk: 20, growth: 5, start: 10 }));
});

it('the table tells vacancies from new posts and asks for the load where the norm is not known', async () => {
  window.location.hash = '#/gaps?view=sizes';
  openProgram({ 'gaps.view': () => gapsView(true) });
  render(<GapsPage />);
  const home = (await screen.findByRole('rowheader', { name: /Догляд вдома/ })).closest('tr');
  expect([...home?.querySelectorAll('td') ?? []].map((td) => td.textContent?.replace(/.*: /, '')).slice(0, 4)).toEqual(['453 особи', '316 осіб', 'н/д, не відомо', '137 осіб']);
  expect(home?.textContent).toContain('4,5');
  expect(home?.textContent).toContain('18,5');
  expect(screen.getByRole('link', { name: 'введіть навантаження' }).getAttribute('href')).toContain('#/capacity?cell=loadPerPost');
});

it('speaks English without Ukrainian letters outside marked elements', async () => {
  setLanguage('en');
  openProgram({ 'gaps.view': () => gapsView(true) });
  const { container } = render(<GapsPage />);
  await screen.findByRole('grid');
  const stray = [...container.querySelectorAll('*')].filter((el) => !el.closest('[lang=uk]') && [...el.childNodes].some((node) => node.nodeType === 3 && /\p{Script=Cyrillic}/u.test(node.textContent ?? '')));
  expect(stray.map((el) => el.textContent)).toEqual([]);
});

it('exports real numbers: not known stays empty, people and families are named and not added', () => {
  const view = gapsView(true);
  const table = matrixOut(view, 'unmet', 2020, 'uk');
  expect(table.columns.map((column) => column.title)).toEqual(['Код', 'Послуга', 'Рахуємо', 'Срібне: без послуги', 'Срібне: охоплення', 'Громада: без послуги', 'Громада: охоплення'].toSpliced(5, 0, 'Дігтярі: без послуги', 'Дігтярі: охоплення'));
  expect(table.rows[0]).toEqual(['015.1', 'Догляд вдома', 'особи', 87, 166 / 253, 50, 0.75, 137, 316 / 453]);
  expect(table.rows[2]?.slice(3)).toEqual([null, null, null, null, null, null]);
  expect(table.rows).toHaveLength(view.rows.length);
  expect(sizesOut(view, 2020, 'uk').rows[0]?.slice(3)).toEqual([453, 316, null, 137, null, 23, 4.5, 18.5, null, null, null, '']);
});

it('leaves out of heads the words every district shares, and keeps the whole name beside', () => {
  expect(placeNamed({ uk: 'Дубівський старостинський округ', en: 'Dubivskyi starosta district' }, 'uk')).toEqual({ label: 'Дубівський', full: 'Дубівський старостинський округ' });
  expect(placeNamed({ uk: 'Дубівський старостинський округ', en: null }, 'en')).toEqual({ label: 'Дубівський', full: 'Дубівський старостинський округ', lang: 'uk' });
  expect(placeNamed({ uk: 'Срібне', en: 'Sribne' }, 'en')).toEqual({ label: 'Sribne' });
});

it('knows which territories have figures and which cell is missing first', () => {
  expect([...filledTerritories(gapsView(false))]).toEqual([]);
  expect([...filledTerritories(gapsView(true))]).toEqual(['T1', 'T2']);
  expect(firstMissing(gapsView(true))?.service).toBe('walk');
});
