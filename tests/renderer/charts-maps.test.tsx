// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { Topology } from 'topojson-specification';
import { CommunityMap, communityTable, loadMap, readMap, UkraineMap, type MapData } from '../../src-renderer/maps/index.ts';
import { placeLabels } from '../../src-renderer/maps/labels.ts';
import { spread } from '../../src-renderer/maps/spread.ts';
import { makeWords } from '../../src-renderer/charts/words.ts';
import { translate } from '../../src-renderer/i18n/index.ts';

type Translate = (key: string, params?: Record<string, unknown>) => unknown;

const square = <P,>(properties: P, lon: number, lat: number, size = 0.2) => ({ type: 'Feature' as const, properties, geometry: { type: 'Polygon' as const, coordinates: [[[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]]] } });
const MAP: MapData = {
  hromadas: [square({ code: 'A', name: 'А', hromada: 1 as const }, 32, 50), square({ code: 'B', name: 'Б', hromada: 1 as const }, 32.2, 50), square({ code: 'C', name: 'В', hromada: 1 as const }, 31.8, 50)],
  raions: [square({ code: 'R', name: 'Р' }, 31.8, 50, 0.6)],
  oblasts: [square({ code: 'O', name: 'О' }, 22, 44, 16)],
};
const OWN = { code: 'A', label: 'Срібнянська', population: 10269 };
const NEAR = [{ code: 'B', label: 'Варвинська', population: 14601, borderKm: 28.83 }, { code: 'C', label: 'Ладанська', population: null, borderKm: null }];

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('says in words that the map could not be read, and tries again next time', async () => {
  vi.stubGlobal('fetch', vi.fn(async () => new Response('', { status: 404 })));
  render(<CommunityMap own={OWN} neighbours={NEAR} />);
  await screen.findByText(/Карту не вдалося прочитати/);
  const topology = { type: 'Topology', arcs: [], objects: Object.fromEntries(['hromadas', 'raions', 'oblasts'].map((l) => [l, { type: 'GeometryCollection', geometries: [] }])) };
  vi.stubGlobal('fetch', vi.fn(async () => Response.json(topology)));
  await expect(loadMap()).resolves.toMatchObject({ hromadas: [], oblasts: [] });
});

it('refuses a file without a layer', () => {
  expect(() => readMap({ type: 'Topology', arcs: [], objects: {} } as unknown as Topology)).toThrow(/hromadas/);
});

it('says so when the community has no borders in the map', async () => {
  render(<CommunityMap own={{ ...OWN, code: 'Z' }} neighbours={NEAR} map={MAP} />);
  await screen.findByText('Меж цієї громади немає на карті.');
});

it('names the community and its neighbours; not known is said, not zero', async () => {
  render(<CommunityMap own={OWN} neighbours={NEAR} map={MAP} height={300} width={600} show="neighbours" />);
  const picture = await screen.findByRole('img', { name: 'Громада і 2 сусіди на карті. Усі числа – у таблиці.' });
  expect(picture.textContent).toContain('10\u00a0269');
  expect(picture.textContent).toContain('14\u00a0601 · 29\u00a0км'.replace('\u00a0км', ' км'));
  expect(picture.textContent).toContain('н/д');
  expect(screen.getByText(/OCHA COD-AB, CC BY-IGO/)).toBeTruthy();
});

it('has the same numbers in its table, longest border first', () => {
  const words = makeWords('uk', (key, params) => String((translate as unknown as Translate)(key, params)));
  expect(communityTable(OWN, NEAR.toReversed(), words).rows.map((r) => r.cells.map((c) => (c.kind === 'text' ? c.label : c.kind === 'bare' ? c.value : c.num.value)))).toEqual([
    ['Срібнянська', 'ця громада', 10269, ''], ['Варвинська', 'сусід', 14601, 28.83], ['Ладанська', 'сусід', null, null],
  ]);
});

it('zooms and moves by keys and returns to the first view', async () => {
  const user = userEvent.setup();
  render(<CommunityMap own={OWN} neighbours={NEAR} map={MAP} />);
  const frame = await screen.findByRole('group', { name: /Плюс і мінус/ });
  const transform = () => frame.querySelector('g[transform]')?.getAttribute('transform');
  await waitFor(() => expect(transform()).toBe('translate(0 0) scale(1)'));
  frame.focus();
  await user.keyboard('+');
  expect(transform()).toContain('scale(1.4)');
  const zoomed = transform();
  await user.keyboard('{ArrowLeft}');
  expect(transform()).not.toBe(zoomed);
  await user.keyboard('0');
  expect(transform()).toBe('translate(0 0) scale(1)');
  await user.click(screen.getByRole('button', { name: 'Віддалити' }));
  expect(transform()).not.toContain('scale(1)');
});

it('chooses one of the numbered places by click and by arrows', async () => {
  const user = userEvent.setup();
  const onSelect = vi.fn();
  const hits = [{ id: 'a', no: 1, lat: 49, lon: 30, label: 'Перша' }, { id: 'b', no: 2, lat: 49, lon: 30.01, label: 'Друга' }];
  render(<UkraineMap hits={hits} selected="a" onSelect={onSelect} map={MAP} />);
  const radios = await screen.findAllByRole('radio');
  expect(radios.map((r) => [r.getAttribute('aria-label'), r.getAttribute('aria-checked'), r.getAttribute('tabindex')])).toEqual([['1. Перша', 'true', '0'], ['2. Друга', 'false', '-1']]);
  await user.click(radios[1] as HTMLElement);
  expect(onSelect).toHaveBeenLastCalledWith('b');
  radios[0]?.focus();
  await user.keyboard('{ArrowLeft}');
  expect(onSelect).toHaveBeenLastCalledWith('b');
});

it('keeps labels apart and inside the window, with a line to what is too small', () => {
  const ring = (x: number, y: number, s: number) => [[[x, y], [x + s, y], [x + s, y + s], [x, y + s], [x, y]] as [number, number][]];
  const placed = placeLabels([{ id: 'tiny', rings: ring(100, 100, 4), width: 60, height: 28 }, { id: 'big', rings: ring(110, 60, 80), width: 60, height: 28 }, { id: 'away', rings: ring(900, 900, 50), width: 60, height: 28 }], [0, 0, 200, 200], ring(60, 90, 40));
  expect(placed.map((p) => p.id).toSorted()).toEqual(['big', 'tiny']);
  const [a, b] = placed as [typeof placed[number], typeof placed[number]];
  expect(Math.abs(a.x - b.x) >= 60 || Math.abs(a.y - b.y) >= 28).toBe(true);
  for (const p of placed) expect(p.x >= 30 && p.x <= 170 && p.y >= 14 && p.y <= 186).toBe(true);
  expect(placed.find((p) => p.id === 'tiny')?.lead).not.toBeNull();
});

it('pushes points apart and remembers where they belong', () => {
  const out = spread([{ x: 50, y: 50 }, { x: 50, y: 50 }, { x: 150, y: 150 }], 17, [200, 200]);
  const [a, b, c] = out as [typeof out[number], typeof out[number], typeof out[number]];
  expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(16.5);
  expect(a.from).toEqual([50, 50]);
  expect(c).toMatchObject({ x: 150, y: 150, from: null });
});
