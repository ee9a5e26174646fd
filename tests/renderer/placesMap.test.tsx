// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import type { Num, NumState } from '#contract/models.ts';
import { PlacesMap, type MapData, type PlaceDatum, type SignDatum } from '../../src-renderer/maps/index.ts';
import { circleOf, classesOf, mostOf } from '../../src-renderer/maps/circles.ts';
import { basePoint, geoPoint, isOutside, layoutPlaces, pxPerKm, scaleBar } from '../../src-renderer/maps/layoutPlaces.ts';
import { placeMarks } from '../../src-renderer/maps/placeMarks.ts';

const square = <P,>(properties: P, lon: number, lat: number, size = 0.2) => ({ type: 'Feature' as const, properties, geometry: { type: 'Polygon' as const, coordinates: [[[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]]] } });
const MAP: MapData = { hromadas: [square({ code: 'A', name: 'А', hromada: 1 as const }, 32, 50), square({ code: 'B', name: 'Б', hromada: 1 as const }, 32.2, 50)], raions: [], oblasts: [] };
const num = (value: number | null, state: NumState = value === null ? 'unknown' : 'known', low: number | null = value): Num => ({ state, value, low, high: value, unit: 'person', assumed: false, recalled: false, ref: null, missing: [] });
const place = (id: string, lat: number, lon: number, value: number | null): PlaceDatum => ({ id, lat, lon, label: id, num: num(value), value: value === null ? '' : String(value), says: `${id}: ${value ?? 'н/д'}` });
const SIGN: SignDatum = { id: 'f', lat: 50.1, lon: 32.1, shape: 'centre', state: 'partly', note: 'працює частково', says: 'Корпус, працює частково' };

afterEach(cleanup);

it('the area of a circle follows its value; not known is hollow and never zero', () => {
  const most = mostOf([num(1600), num(400), num(null)]);
  expect(most).toBe(1600);
  expect(circleOf(num(1600), most).r / circleOf(num(400), most).r).toBeCloseTo(2);
  expect(circleOf(num(null), most)).toMatchObject({ look: 'unknown' });
  expect(circleOf(num(0), most)).toMatchObject({ look: 'zero' });
  expect(circleOf(num(100, 'carried'), most).look).toBe('unknown');
  expect(circleOf(num(null, 'partial', 400), most)).toEqual({ look: 'bound', r: circleOf(num(400), most).r });
  expect(classesOf(1600)).toEqual([1000, 200, 100]);
  expect(classesOf(0)).toEqual([]);
});

it('a point of the map is found again; a window without boundaries holds all points', () => {
  fc.assert(fc.property(fc.array(fc.record({ lat: fc.double({ min: 44, max: 52, noNaN: true }), lon: fc.double({ min: 22, max: 40, noNaN: true }) }), { minLength: 1, maxLength: 12 }), (points) => {
    const drawn = layoutPlaces(MAP, null, [], points, 600, 400);
    if (!drawn) throw new Error('nothing drawn');
    for (const point of points) {
      const [x, y] = basePoint(drawn, point);
      expect(x >= 0 && x <= 600 && y >= 0 && y <= 400).toBe(true);
      expect(geoPoint(drawn, x, y).lat).toBeCloseTo(point.lat, 6);
      expect(geoPoint(drawn, x, y).lon).toBeCloseTo(point.lon, 6);
      expect(isOutside(drawn, point)).toBe(false);
    }
  }), { numRuns: 30 });
  expect(layoutPlaces(MAP, null, [], [], 600, 400)).toBeNull();
});

it('a kilometre is a kilometre; only what lies over 1 km out is outside', () => {
  const drawn = layoutPlaces(MAP, 'A', ['B'], [], 600, 400);
  if (!drawn) throw new Error('nothing drawn');
  const [[, y0], [, y1]] = [basePoint(drawn, { lat: 50, lon: 32 }), basePoint(drawn, { lat: 50.1, lon: 32 })];
  expect((y0 - y1) / pxPerKm(drawn)).toBeCloseTo(11.12, 1);
  expect(isOutside(drawn, { lat: 50.1, lon: 32.1 })).toBe(false);
  expect(isOutside(drawn, { lat: 50.1, lon: 31.99 })).toBe(false);
  expect(isOutside(drawn, { lat: 50.1, lon: 31.98 })).toBe(true);
  expect(scaleBar(10, 110)).toEqual({ km: 10, px: 100 });
  expect(scaleBar(300, 110).px).toBeLessThanOrEqual(110);
});

it('a huge community: at most 1,500 marks, the largest; closer up those of the window', () => {
  const places = Array.from({ length: 4000 }, (_, at) => place(`v${at}`, 50 + (at % 60) / 300, 32 + Math.floor(at / 60) / 340, 5000 - at));
  const drawn = layoutPlaces(MAP, 'A', [], places, 600, 400);
  if (!drawn) throw new Error('nothing drawn');
  const data = { places, signs: places.map((each) => ({ ...SIGN, ...each, id: `f ${each.id}` })), near: [] };
  const all = placeMarks(drawn, { x: 0, y: 0, k: 1 }, data, 600, 400, 1);
  expect([all.places.length, all.places[0]?.place.id, all.left]).toEqual([900, 'v0', 3100 + 3400]);
  const near = placeMarks(drawn, { x: -9000, y: -6000, k: 30 }, data, 600, 400, 1);
  expect(near.left).toBe(0);
  expect(near.places.length).toBeLessThan(100);
});

it('labels overlap neither each other nor circles; signs on a circle stand beside it', () => {
  const places = Array.from({ length: 40 }, (_, at) => place(`Село-${at}`, 50.02 + (at % 8) * 0.02, 32.02 + Math.floor(at / 8) * 0.03, at === 3 ? null : 1000 - at * 20));
  const drawn = layoutPlaces(MAP, 'A', ['B'], places, 600, 400);
  if (!drawn) throw new Error('nothing drawn');
  const marks = placeMarks(drawn, { k: 1, x: 0, y: 0 }, { places, signs: [{ ...SIGN, lat: 50.02, lon: 32.02 }], near: [{ code: 'B', label: 'Сусідня' }] }, 600, 400, 1);
  const shown = marks.labels.filter((label) => label.kind === 'place');
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.map((label) => label.id)).toContain('Село-0');
  const boxes = marks.labels.map((label) => { const w = `${label.label} ${label.value}`.trim().length * 12 * 0.56; return [label.x - w / 2, label.y - 6, label.x + w / 2, label.y + 6] as const; });
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false)));
  const [first, sign] = [marks.places[0], marks.signs[0]];
  expect(Math.hypot((first?.x ?? 0) - (sign?.x ?? 0), (first?.y ?? 0) - (sign?.y ?? 0))).toBeGreaterThan(first?.circle.r ?? 99);
});

it('circles are walked with the arrows, chosen with Enter; a place is put where the middle of the map is', async () => {
  const user = userEvent.setup();
  const onChoose = vi.fn(), onPut = vi.fn();
  const places = [place('Мале', 50.05, 32.05, 10), place('Велике', 50.15, 32.15, null)];
  const props = { code: 'A', places, signs: [SIGN], near: [], tone: 'have', name: 'Населення', chosen: null, onChoose, map: MAP, width: 600, height: 400 } as const;
  const { rerender } = render(<PlacesMap {...props} />);
  const small = await screen.findByRole('button', { name: 'Мале: 10' });
  small.focus();
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Велике: н/д');
  await user.keyboard('{Enter}');
  expect(onChoose).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'place', ids: ['Велике'] }));
  await user.tab();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Корпус, працює частково');
  rerender(<PlacesMap {...props} onPut={onPut} />);
  await user.keyboard('{Enter}');
  const at = onPut.mock.calls[0]?.[0] as { lat: number; lon: number };
  expect(at.lat).toBeCloseTo(50.1, 2);
  expect(at.lon).toBeCloseTo(32.1, 2);
});
