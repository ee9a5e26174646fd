// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { CapacityRow, CapacityView, Provider } from '#contract/api/capacity.ts';
import type { Cell, FigureKey, Unit } from '#contract/models.ts';
import { setLanguage } from '../../src-renderer/i18n/index.ts';
import CapacityPage from '../../src-renderer/pages/capacity/CapacityPage.tsx';
import { capacityOut } from '../../src-renderer/pages/capacity/capacityOut.ts';
import { rowsOf } from '../../src-renderer/pages/capacity/rows.ts';
import { cellHref } from '../../src-renderer/lib/route.ts';
import { figureKey, num, openProgram, service, type Answers } from './pageHarness.ts';

const cell = (measure: FigureKey['measure'], id: string, value: number | null, unit: Unit, more: Partial<Cell> = {}): Cell => {
  const key = figureKey(measure, id, more.key ?? {});
  return { ...num(value, unit, { state: value === null ? 'unknown' : 'known' }), key, method: 'register', source: value === null ? '' : 'штатний розпис', asOf: '', note: '', ref: { kind: 'figure', key }, ...more };
};
function row(info: ReturnType<typeof service>, more: Partial<CapacityRow> = {}): CapacityRow {
  const { id } = info;
  return {
    ...info, posts: cell('posts', id, null, 'post'), postsFilled: cell('postsFilled', id, null, 'post'), loadPerPost: cell('loadPerPost', id, null, 'perPost'), places: cell('places', id, null, 'place'), occupied: cell('occupied', id, null, 'place'),
    turnover: cell('turnover', id, null, 'perPlace'), vehicles: cell('vehicles', id, null, 'vehicle', { state: 'na' }), loadPerVehicle: cell('loadPerVehicle', id, null, 'perVehicle', { state: 'na' }),
    hours: cell('hours', id, null, 'hour'), hoursPerPerson: cell('hoursPerPerson', id, null, 'hour'), byHours: num(null, 'person', { state: 'na' }),
    byStaff: num(null), byPlaces: num(null), byVehicles: num(null, 'person', { state: 'na' }), capacity: num(null, 'person', { missing: [figureKey('loadPerPost', id)] }), limit: null, vacancies: num(null, 'post'), vacancyEffect: num(null),
    served: cell('served', id, null, 'person'), providers: 0, provided: 'unknown', state: 'unknown', ...more,
  };
}
const HOME = row(service('home', '015.1', 'Догляд вдома', 'Home care'), {
  loadPerPost: cell('loadPerPost', 'home', 6, 'perPost', { state: 'assumption', low: 6, high: 10, assumed: true, recalled: true, method: 'default', source: 'постанова № 1417' }),
  postsFilled: cell('postsFilled', 'home', 50, 'post'), capacity: num(300, 'person', { state: 'assumption', assumed: true, low: 300, high: 500, ref: { kind: 'result', result: 'capacity', service: 'home', group: '', territory: 'T0', year: 2020, scenario: 'base' } }), limit: 'staff', state: 'known', providers: 1,
});
const STAY = row(service('stay', '015.2', 'Догляд стаціонарний', 'Residential care'), { places: cell('places', 'stay', 25, 'place'), capacity: num(null, 'person', { state: 'partial', high: 25, missing: [figureKey('postsFilled', 'stay')] }) });
const TALK = row(service('talk', '002.0', 'Консультування', 'Counselling'));
const provider = (more: Partial<Provider> = {}): Provider => ({ id: 'p1', name: 'Терцентр', kind: 'territorial_centre', sector: 'municipal', territory: '', note: '', parent: '', facility: '', code: '', act: '', register: '', registerOn: '', licence: '', services: [], ...more });
const view = (providers: readonly Provider[] = []): CapacityView => ({ territory: 'T0', rows: [HOME, STAY, TALK], providers, facilities: [], transfers: [], known: 1, all: 3 });
// The part is loaded when it is shown: read here, so that no test waits for it.
beforeAll(() => import('../../src-renderer/pages/capacity/providers/ProvidersPart.tsx'));
const program = (data: CapacityView, more: Answers = {}) => openProgram({
  'capacity.view': () => data, 'community.view': () => ({ territories: [{ id: 'T0', parent: null, kind: 'community', name: { uk: 'Громада', en: null } }, { id: 'T1', parent: 'T0', kind: 'settlement', name: { uk: 'Кути', en: null } }] }), ...more,
});

beforeEach(() => { setLanguage('uk'); window.location.hash = '#/capacity'; });
afterEach(cleanup);
const gridCell = (name: RegExp) => screen.findByRole('gridcell', { name });

it('asks for the load where there is no norm, and shows only an upper bound where something is missing', async () => {
  program(view());
  render(<CapacityPage />);
  const link = within(await gridCell(/^Консультування, Спроможність, осіб, введіть навантаження/)).getByText('введіть навантаження');
  expect(link.getAttribute('href')).toContain('#/capacity?cell=loadPerPost');
  const bound = await gridCell(/^Догляд стаціонарний, Спроможність, осіб, до 25, не більше ніж 25/);
  expect(bound.textContent).toBe('до 25');
});

it('shows a recalled norm with its range and a call to check it', async () => {
  program(view());
  render(<CapacityPage />);
  const load = await gridCell(/^Догляд вдома, Навантаження на ставку/);
  expect(load.textContent).toContain('звірте');
  expect(load.textContent).toContain('(6–10)');
  expect(load.getAttribute('aria-label')).toContain('норма за памʼяттю');
});

it('a link lands on its cell', async () => {
  program(view());
  window.location.hash = cellHref('capacity', figureKey('loadPerPost', 'talk'));
  render(<CapacityPage />);
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Консультування, Навантаження на ставку/));
});

it('stores a typed load as the community’s own with the source of its row, never with that of the norm', async () => {
  const asked = program(view(), { 'figures.set': () => ({ revision: 2, areas: ['capacity'] }) });
  const user = userEvent.setup();
  render(<CapacityPage />);
  const load = await gridCell(/^Догляд вдома, Навантаження на ставку/);
  await user.pointer({ target: load, keys: '[MouseLeft]' });
  await user.keyboard('8{Enter}');
  await waitFor(() => expect(asked.some((one) => one.method === 'figures.set')).toBe(true));
  expect(asked.find((one) => one.method === 'figures.set')?.input).toEqual({ cells: [{ key: figureKey('loadPerPost', 'home'), patch: { value: 8, source: 'штатний розпис', asOf: '' } }], label: 'edit' });
});

it('lets people say whether a service is provided only where no provider answers it', async () => {
  const asked = program(view([provider()]), { 'service.setProvided': () => ({ revision: 2, areas: ['capacity'] }) });
  const user = userEvent.setup();
  render(<CapacityPage />);
  expect((await gridCell(/^Догляд вдома, Чи надається, так/)).getAttribute('aria-readonly')).toBe('true');
  const open = await gridCell(/^Консультування, Чи надається/);
  expect(open.getAttribute('aria-readonly')).toBeNull();
  await user.pointer({ target: open, keys: '[MouseLeft]' });
  await user.keyboard('{F2}');
  await user.selectOptions(await screen.findByRole('combobox', { name: /Чи надається/ }), 'ні').catch(async () => user.keyboard('ні'));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(asked.find((one) => one.method === 'service.setProvided')?.input).toEqual({ answers: [{ service: 'talk', provided: 'no' }] }));
});

it('begins the list of providers with words and two ways, and adds one in a panel', async () => {
  window.location.hash = '#/capacity?tab=providers';
  const asked = program(view(), { 'provider.add': () => ({ revision: 2, areas: ['capacity'] }) });
  const user = userEvent.setup();
  render(<CapacityPage />);
  expect(await screen.findByText('Надавачів ще немає')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Вставити з Excel' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Додати надавача' }));
  const form = screen.getByRole('region', { name: 'Новий надавач' });
  await user.click(within(form).getByRole('button', { name: 'Додати надавача' }));
  expect(within(form).getByText(/Введіть назву надавача/)).toBeTruthy();
  expect(asked.some((one) => one.method === 'provider.add')).toBe(false);
  await user.type(within(form).getByLabelText('Назва'), 'ФОП Турбота');
  await user.selectOptions(within(form).getByLabelText('Вид'), 'fop');
  await user.click(within(form).getByRole('checkbox', { name: /Догляд вдома/ }));
  await user.click(within(form).getByRole('button', { name: 'Додати надавача' }));
  await waitFor(() => expect(asked.find((one) => one.method === 'provider.add')?.input).toEqual({ name: 'ФОП Турбота', kind: 'fop', sector: 'non_state', territory: '', services: ['home'], note: '' }));
});

it('says before saving that figures go with a service left out', async () => {
  window.location.hash = '#/capacity?tab=providers';
  const limits = { standard: '' as const, waiting: cell('waiting', 'home', null, 'person'), places: cell('places', 'home', null, 'place'), posts: cell('posts', 'home', 3, 'post'), postsFilled: cell('postsFilled', 'home', null, 'post'), vehicles: cell('vehicles', 'home', null, 'vehicle'), hours: cell('hours', 'home', null, 'hour'), served: cell('served', 'home', null, 'person') };
  program(view([provider({ services: [{ service: 'home', ...limits }] })]));
  const user = userEvent.setup();
  render(<CapacityPage />);
  await user.click(await screen.findByRole('button', { name: 'Змінити: Терцентр' }));
  await user.click(within(screen.getByRole('region', { name: 'Надавач' })).getByRole('checkbox', { name: /Догляд вдома/ }));
  expect(screen.getByText('1 послугу з числами знято: її числа буде вилучено.')).toBeTruthy();
});

it('removes a provider at once and offers the way back while it is the last change', async () => {
  window.location.hash = '#/capacity?tab=providers';
  const asked = program(view([provider()]), { 'provider.remove': () => ({ revision: 7, areas: ['capacity'] }), 'history.undo': () => ({ revision: 8, areas: ['capacity'] }) });
  const user = userEvent.setup();
  render(<CapacityPage />);
  await user.click(await screen.findByRole('button', { name: 'Вилучити: Терцентр' }));
  await user.click(await screen.findByRole('button', { name: 'Скасувати, Ctrl+Z' }));
  await waitFor(() => expect(asked.map((one) => one.method)).toEqual(expect.arrayContaining(['provider.remove', 'history.undo'])));
});

it('adds the pasted rows that are right and keeps the others to be put right', async () => {
  window.location.hash = '#/capacity?tab=providers';
  const asked = program(view(), { 'provider.addAll': () => ({ revision: 2, areas: ['history'] }) });
  const user = userEvent.setup();
  render(<CapacityPage />);
  await user.click(await screen.findByRole('button', { name: 'Вставити з Excel' }));
  const area = screen.getByLabelText<HTMLTextAreaElement>('Таблиця');
  await user.click(area);
  await user.paste('А\tГО\tнедержавний\t\t015.1\nБ\tхатинка\tнедержавний\nВ\tФОП\tнедержавний\tКути\t');
  expect(screen.getByText(/Вид «хатинка» не відомий/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Додати 2 надавачів' }));
  await waitFor(() => expect(area.value).toBe('Б\tхатинка\tнедержавний'));
  expect(asked.filter((one) => one.method.startsWith('provider.add')).map((one) => one.input)).toEqual([{ providers: [
    { name: 'А', kind: 'ngo', sector: 'non_state', territory: '', services: ['home'] }, { name: 'В', kind: 'fop', sector: 'non_state', territory: 'T1', services: [] },
  ] }]);
  expect(screen.getByText(/Додано 2 надавачів/)).toBeTruthy();
});

it('exports real numbers, the upper bound apart, and where the load comes from', () => {
  const { columns, rows } = capacityOut(rowsOf(view()), 2020, 'uk');
  const at = (title: string) => columns.findIndex((column) => column.title === title);
  const [home, stay] = ['015.1', '015.2'].map((code) => rows.find((one) => one[0] === code));
  expect([home?.[at('Спроможність, осіб')], home?.[at('Що обмежує')], home?.[at('Звідки навантаження')]]).toEqual([300, 'штат', 'норма за памʼяттю, звірте: постанова № 1417']);
  expect([stay?.[at('Спроможність, осіб')], stay?.[at('Не більше ніж, осіб')], stay?.[at('Автомобілі')]]).toEqual([null, 25, null]);
  expect(rows.every((one) => one.length === columns.length)).toBe(true);
});
