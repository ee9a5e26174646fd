import { expect, test } from 'vitest';
import { program } from './helper.ts';

const YEAR = 2027;

test('the training community: settlements with people, districts in the middle of their settlements, providers where they are', async () => {
  const app = program();
  await app.sample('training');
  const view = await app.ask('map.view', { year: YEAR });
  expect(view.code).toBeNull();
  expect(view.places.every((place) => place.lat !== null && place.lon !== null)).toBe(true);
  expect(view.places.filter((place) => place.centre).map((place) => place.id)).toEqual(['s-navchalne']);
  const values = view.places.map((place) => place.value.value ?? -1);
  expect(values).toEqual(values.toSorted((a, b) => b - a));
  const day = view.signs.find((sign) => sign.id === 'f-day');
  expect(day).toMatchObject({ kind: 'facility', shape: 'centre', state: 'partly', place: 's-lypove', lat: 50.605, lon: 33.301, provider: 'p-tercentr' });
  expect(day?.services).toContain('s015.3');
  expect(day?.services).not.toContain('s015.1');
  expect(view.signs.find((sign) => sign.id === 'p-care')).toMatchObject({ place: '', lat: null, lon: null });
  expect(view.signs.some((sign) => sign.id === 'p-tercentr')).toBe(false);
  const districts = await app.ask('map.view', { year: YEAR, level: 'districts', measure: 'need', service: 's015.1' });
  const lypove = districts.places.find((place) => place.id === 'd-lypove');
  expect(lypove).toMatchObject({ middle: true, lat: 50.62, signs: expect.arrayContaining(['f-day', 'f-home']) });
  expect(lypove?.numbers.map((each) => each.measure)).toEqual(['people', 'identified', 'served', 'need', 'unmet']);
  const needs = await app.ask('needs.view', { year: YEAR, territory: 'd-lypove' });
  expect(lypove?.value).toEqual(needs.rows.find((row) => row.id === 's015.1')?.general);
  expect(app.log).toEqual([]);
});

test('a group or service that is gone or not named is the first one known; a community without districts shows settlements', async () => {
  const app = program();
  await app.sample('sribne');
  const view = await app.ask('map.view', { year: 2020, measure: 'served', service: 'no such', level: 'districts' });
  expect(view.asked.level).toBe('settlements');
  expect(view.services.map((row) => row.id)).toContain(view.asked.service);
  const group = await app.ask('map.view', { year: 2020, measure: 'group' });
  expect(group.asked.service).toBe('');
  expect(group.total.value).not.toBeNull();
  // What nobody knows is not zero.
  for (const place of group.places) if (place.value.state === 'unknown') expect(place.value.value).toBeNull();
});

test('a community entered by hand has no boundary and no points; a point put on the map is one step to undo', async () => {
  const app = program();
  await app.ask('plan.create', { community: { name: 'Нова', type: 'rural', raion: '', oblast: '' }, year: YEAR });
  const empty = await app.ask('map.view', { year: YEAR });
  expect(empty).toMatchObject({ code: null, places: [], signs: [], neighbours: [] });
  const [root] = (await app.ask('community.view', { year: YEAR })).territories;
  await app.ask('territory.add', { id: 'a', parent: root?.id ?? '', kind: 'settlement', name: 'Перше' });
  expect((await app.ask('map.view', { year: YEAR })).places).toMatchObject([{ id: 'a', lat: null, lon: null, middle: false, value: { state: 'unknown', value: null } }]);
  await app.ask('place.point', { territory: 'a', how: 'map', lat: 50.5, lon: 30.5 });
  expect((await app.ask('map.view', { year: YEAR })).places).toMatchObject([{ lat: 50.5, lon: 30.5 }]);
  // A building stands where its settlement stands, until it is put elsewhere.
  const sign = async () => (await app.ask('map.view', { year: YEAR })).signs[0];
  await app.ask('provider.add', { id: 'p', name: 'Центр', kind: 'cnsp', sector: 'municipal' });
  await app.ask('facility.put', { id: 'f', provider: 'p', name: 'Корпус', territory: 'a', state: 'partly' });
  expect(await sign()).toMatchObject({ own: false, lat: 50.5 });
  await app.ask('facility.point', { id: 'f', point: { lat: 50.123456, lon: 30.6 } });
  expect(await sign()).toMatchObject({ own: true, lat: 50.12346, lon: 30.6, state: 'partly', place: 'a' });
  await app.ask('facility.point', { id: 'f', point: null });
  expect(await sign()).toMatchObject({ own: false, lat: 50.5 });
  await app.refuse('input.unknownId', 'facility.point', { id: 'nowhere', point: null });
  for (let n = 0; n < 4; n += 1) await app.ask('history.undo');
  await app.ask('history.undo');
  expect((await app.ask('map.view', { year: YEAR })).places).toMatchObject([{ lat: null }]);
});
