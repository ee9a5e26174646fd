import { describe, expect, test } from 'vitest';
import { byId, manualPlan, program, type TestProgram } from './helper.ts';

const year = 2027;
const home = 's015.1';

/** Four settlements in a row, 6 km apart; the last has no coordinates. A centre in the first, its second house in the third. */
async function planned() {
  const p = await manualPlan(year, ['v1', 'v2', 'v3', 'v4']);
  for (const [at, id] of ['v1', 'v2', 'v3'].entries()) await p.ask('place.point', { how: 'typed', territory: id, lat: 50 + at * 0.054, lon: 30 });
  const people = (territory: string, value: number) => ({ key: p.key('population', { territory }), patch: { value, source: 'облік' } });
  await p.ask('figures.set', { cells: [people('v1', 1000), people('v2', 400), people('v3', 200)] });
  await p.ask('provider.add', { id: 'centre', name: 'Центр', kind: 'territorial_centre', sector: 'municipal', territory: 'v1', services: [home] });
  const figure = (measure: 'postsFilled' | 'posts', value: number) => ({ key: p.key(measure, { service: home, provider: 'centre' }), patch: { value } });
  await p.ask('figures.set', { cells: [figure('posts', 4), figure('postsFilled', 4), { key: p.key('loadPerPost', { service: home }), patch: { value: 10 } }] });
  return p;
}
const view = (p: TestProgram, more: Record<string, unknown> = {}) => p.ask('reach.view', { year, service: home, ...more });

describe('who is within reach', () => {
  test('people by minutes; a settlement without coordinates or people is not known and never 0', async () => {
    const p = await planned();
    const found = await view(p);
    expect(found.rows.map(({ id, band, why }) => [id, band, why])).toEqual([['v1', '15', null], ['v2', '15', null], ['v3', '30', null], ['v4', '', 'noPoint']]);
    expect(byId(found.rows, 'v2').minutes.value).toBeCloseTo(6.004 * 1.3 / 48 * 60 + 5, 2);
    expect([byId(found.rows, 'v4').minutes.value, byId(found.rows, 'v4').people.value, found.unplaced, found.unnumbered]).toEqual([null, null, 1, 1]);
    // The fourth settlement may be near, and nobody knows how many live there: at least those who surely are.
    expect(found.bands.map(({ people, places, unknown }) => [people.value, places, unknown])).toEqual([[null, 2, 1], [null, 3, 1], [null, 3, 1]]);
    expect(found.bands.map(({ people }) => people.low)).toEqual([1000, 1400, 1600]);
    await p.ask('place.point', { how: 'offset', territory: 'v4', from: 'v3', km: 30, bearing: 90, source: 'карта громади' });
    await p.ask('figures.set', { cells: [{ key: p.key('population', { territory: 'v4' }), patch: { value: 50 } }] });
    const placed = await view(p);
    expect(placed.bands.map(({ people }) => people.value)).toEqual([1400, 1600, 1650]);
    expect(byId((await p.ask('travel.view', { year })).places.map((row) => ({ ...row, id: row.territory })), 'v4')).toMatchObject({ lon: 30.42067, point: { how: 'offset', source: 'карта громади' } });
  });

  test('near but full does not count; what nobody entered of capacity leaves it open', async () => {
    const p = await planned();
    const found = await view(p, { within: 15 });
    expect([found.assigned.value, byId(found.points, 'centre').capacity.value, byId(found.rows, 'v3').assigned.value]).toEqual([40, 40, 0]);
    // Whoever lives in the fourth settlement may come to the same centre: to the first go at most all 40, and how many live near is "at least".
    expect([byId(found.rows, 'v1').assigned.value, byId(found.rows, 'v1').assigned.high, byId(found.points, 'centre').assigned.value, byId(found.points, 'centre').near.value, byId(found.points, 'centre').near.low]).toEqual([null, 40, 40, null, 1400]);
    expect([byId(found.rows, 'v2').index.value, byId(found.rows, 'v2').index.high]).toEqual([null, 40 / 1400 * 1000]);
    await p.ask('provider.add', { id: 'unknown', name: 'ГО', kind: 'ngo', sector: 'non_state', territory: 'v2', services: [home] });
    const open = await view(p, { within: 15 });
    expect(byId(open.points, 'unknown').capacity.value).toBeNull();
    expect(byId(open.rows, 'v2').index).toMatchObject({ value: null, low: null, high: null });
  });

  test('a destroyed facility does not count, a partly working one is marked; all destroyed: nobody is within reach', async () => {
    const p = await planned();
    await p.ask('facility.put', { id: 'house', provider: 'centre', name: 'Будинок', territory: 'v3', state: 'partly' });
    const partly = await view(p);
    expect([byId(partly.rows, 'v1').band, byId(partly.rows, 'v3').nearest?.state]).toEqual(['30', 'partly']);
    await p.ask('facility.put', { id: 'house', provider: 'centre', name: 'Будинок', territory: 'v3', state: 'destroyed' });
    const gone = await view(p);
    expect(gone.points.map(({ counted, why }) => [counted, why])).toEqual([[false, 'destroyed']]);
    expect([gone.bands[2]?.people.value, gone.assigned.value]).toEqual([0, 0]);
  });

  test('a provider nobody placed leaves reach unknown, not nought', async () => {
    const p = await planned();
    await p.ask('provider.update', { id: 'centre', territory: '' });
    const found = await view(p);
    expect([found.points[0]?.why, found.bands[2]?.people.state, found.assigned.state, byId(found.rows, 'v1').index.state, byId(found.rows, 'v1').why]).toEqual(['noPlace', 'unknown', 'unknown', 'unknown', 'noPlace']);
  });

  test('barrier-free: a car only where there is an accessible one, an entrance only where an audit says so', async () => {
    const p = await planned();
    const found = await view(p, { barrierFree: true });
    expect([found.points[0]?.why, found.bands[0]?.people.state]).toEqual(['entranceUnknown', 'unknown']);
    const single = await p.ask('reach.view', { year, target: 'centre', barrierFree: true });
    expect(single.points[0]?.counted).toBe(false);
  });
});

describe('travel times', () => {
  test('the square of minutes: typed over the estimate both ways, differently there and back when both are given, taken out again', async () => {
    const p = await planned();
    const cells = async () => { const { rows } = await p.ask('travel.matrix', { year }); return [rows[0]?.[1], rows[1]?.[0], rows[0]?.[3]].map((cell) => [cell?.minutes === null ? null : Math.round(cell?.minutes ?? 0), cell?.source, cell?.why]); };
    expect(await cells()).toEqual([[15, 'estimate', null], [15, 'estimate', null], [null, null, 'noPoint']]);
    await p.ask('travel.own', { ways: [{ origin: 'v2', destination: 'v1', minutes: 25, source: 'водій' }] });
    await p.ask('travel.own', { ways: [{ origin: 'v1', destination: 'v2', minutes: 30 }] });
    expect((await cells()).slice(0, 2)).toEqual([[30, 'matrix', null], [30, 'matrix', null]]);
    await p.ask('travel.own', { ways: [{ origin: 'v1', destination: 'v2', minutes: 31 }, { origin: 'v2', destination: 'v1', minutes: 44 }] });
    expect((await cells()).slice(0, 2)).toEqual([[31, 'matrix', null], [44, 'matrix', null]]);
    await p.ask('travel.own', { ways: [{ origin: 'v1', destination: 'v2', minutes: null }] });
    expect((await cells()).slice(0, 2)).toEqual([[15, 'estimate', null], [15, 'estimate', null]]);
    await p.refuse('input.unknownId', 'travel.own', { ways: [{ origin: 'v1', destination: 'v1', minutes: 5 }] });
  });

  test('a correction wins over the own table, the table over the estimate; an expired one no longer counts and says so', async () => {
    const p = await planned();
    await p.ask('travel.import', { times: [{ origin: 'v1', destination: 'v2', mode: 'car', minutes: 25 }], source: 'виміряно водієм' });
    const minutes = async () => { const { minutes: num, source } = byId((await view(p)).rows, 'v2'); return [num.value, source]; };
    expect(await minutes()).toEqual([25, 'matrix']);
    await p.ask('travel.set', { origin: 'v2', destination: 'v1', mode: 'car', how: 'set', minutes: 70, reason: 'міст зруйновано', since: '2027-02-01', until: '2027-03-02' });
    expect(await minutes()).toEqual([70, 'correction']);
    const [row] = (await p.ask('travel.view', { year })).corrections;
    expect([row?.state, row?.before.value, row?.now.value]).toEqual(['holds', 25, 70]);
    const trace = await p.ask('trace.get', { ref: byId((await view(p)).rows, 'v2').minutes.ref as never });
    expect(JSON.stringify(trace)).toContain('міст зруйновано');
    await p.ask('travel.set', { id: row?.id ?? '', origin: 'v2', destination: 'v1', mode: 'car', how: 'set', minutes: 70, reason: 'міст зруйновано', since: '2027-02-01', until: '2027-03-01' });
    expect([await minutes(), (await p.ask('travel.view', { year })).corrections[0]?.state]).toEqual([[25, 'matrix'], 'expired']);
    const sourceOf = async () => { const { inputs } = await p.ask('trace.get', { ref: byId((await view(p)).rows, 'v2').minutes.ref as never }); return inputs.some(({ source }) => source === 'виміряно водієм'); };
    expect(await sourceOf()).toBe(true);
    // A way that holds in one direction only says nothing of the way back.
    await p.ask('travel.import', { times: [{ origin: 'v1', destination: 'v2', mode: 'car', minutes: 25, oneWay: true }], source: 'виміряно водієм' });
    expect([(await minutes())[1], await sourceOf()]).toEqual(['estimate', false]);
    await p.ask('history.undo');
    await p.ask('travel.import', { times: [], replace: ['car'] });
    expect((await minutes())[1]).toBe('estimate');
    await p.ask('history.undo');
    expect(await minutes()).toEqual([25, 'matrix']);
    // A correction of a district speaks of all its ways: the fewest and the most minutes.
    await p.ask('territory.add', { id: 'd', parent: p.root, kind: 'starosta', name: 'Округ' });
    for (const [at, id] of ['d1', 'd2'].entries()) {
      await p.ask('territory.add', { id, parent: 'd', kind: 'settlement', name: id });
      await p.ask('place.point', { how: 'typed', territory: id, lat: 50, lon: 30.1 + at / 10 });
    }
    await p.ask('travel.set', { origin: 'd', destination: 'v1', mode: 'car', how: 'add', minutes: 10, reason: 'обʼїзд' });
    const wide = (await p.ask('travel.view', { year })).corrections.find((each) => each.reason === 'обʼїзд');
    expect([wide?.now.value, (wide?.now.high ?? 0) > (wide?.now.low ?? 0) + 5, (wide?.now.low ?? 0) - (wide?.before.low ?? 0)]).toEqual([null, true, expect.closeTo(10, 9)]);
    await p.ask('travel.remove', { id: row?.id ?? '' });
    await p.ask('territory.remove', { id: 'v2' });
    expect((await p.ask('travel.view', { year })).times).toEqual([]);
  });

  test('a parameter typed over moves the estimate and goes back; nonsense is refused', async () => {
    const p = await planned();
    const before = byId((await view(p)).rows, 'v2').minutes.value ?? 0;
    await p.ask('travel.parameters', { cells: [{ parameter: 'speed.car', value: { low: 20, base: 24, high: 30, source: 'водії' } }] });
    expect(byId((await view(p)).rows, 'v2').minutes.value).toBeCloseTo((before - 5) * 2 + 5, 6);
    await p.ask('travel.parameters', { cells: [{ parameter: 'speed.car', value: null }] });
    expect(byId((await view(p)).rows, 'v2').minutes.value).toBe(before);
    await p.refuse('input.value', 'travel.parameters', { cells: [{ parameter: 'detour.car.plain', value: { low: 0.5, base: 1, high: 1 } }] });
    await p.refuse('input.value', 'travel.parameters', { cells: [{ parameter: 'speed.car', value: { low: 50, base: 40, high: 60 } }] });
    await p.refuse('input.unknownId', 'travel.parameters', { cells: [{ parameter: 'speed.rocket', value: null }] });
    await p.refuse('travel.dates', 'travel.set', { origin: 'v1', destination: 'v2', mode: 'car', how: 'add', minutes: 5, reason: 'х', since: '2027-02-01', until: '2027-01-01' });
    await p.refuse('input.value', 'travel.set', { origin: 'v1', destination: 'v2', mode: 'car', how: 'none', minutes: 5, reason: 'х' });
    await p.refuse('place.noPoint', 'place.point', { how: 'offset', territory: 'v1', from: 'v4', km: 1, bearing: 0 });
    await p.refuse('input.value', 'place.point', { how: 'typed', territory: 'v1', lat: 50 });
    await p.refuse('input.unknownId', 'travel.import', { times: [{ origin: 'v1', destination: 'v1', mode: 'car', minutes: 5 }] });
    await p.refuse('travel.sameTwice', 'travel.import', { times: [5, 6].map((minutes) => ({ origin: 'v1', destination: 'v2', mode: 'car' as const, minutes })) });
  });

  test('a bus counts where it goes often enough; where nothing is said it is not known', async () => {
    const p = await planned();
    const said = async (bus: '' | 'yes' | 'no', runs: number | null) => { await p.ask('travel.places', { places: [{ territory: 'v2', bus, runs }] }); const { why, band } = byId((await view(p, { mode: 'bus' })).rows, 'v2'); return [why, band]; };
    expect(await said('', null)).toEqual(['busUnknown', '']);
    expect(await said('no', null)).toEqual(['noBus', 'no']);
    expect(await said('yes', 1)).toEqual(['fewRuns', 'no']);
    expect(await said('yes', 14)).toEqual([null, '60']);
    expect(byId((await view(p, { mode: 'bus' })).rows, 'v1').band).toBe('30');
  });
});

describe('reading a table of minutes', () => {
  const read = async (text: string) => { const p = await manualPlan(year, ['Вишневе', 'Липове', 'Дубове']); return { p, found: await p.ask('travel.read', { text }) }; };
  const said = (rows: readonly { readonly origin: string; readonly destination: string; readonly mode: string; readonly minutes: number | null; readonly why: string | null }[]) => rows.map(({ origin, destination, mode, minutes, why }) => why ?? [origin, destination, mode, minutes]);

  test('a list with its heads, other words for minutes and ways to travel; wrong rows say why', async () => {
    const { found } = await read('Звідки\tКуди\tЧас, хв\tЧим\nс. Вишневе\tЛипове\t25\tавтобус\nЛипове\tДубове\t1 год 10 хв\t\nДубове\tНіде\t10\t\nВишневе\tДубове\tдалеко\t\nВишневе\tВишневе\t5\t\nЛипове\tДубове\t80\t\nВишневе\tДубове\t12\tлітак');
    expect(found.layout).toBe('list');
    expect(said(found.rows)).toEqual([['Вишневе', 'Липове', 'bus', 25], ['Липове', 'Дубове', 'car', 70], 'place', 'minutes', 'same', 'twice', 'mode']);
  });
  test('a square table; empty cells and the diagonal say nothing', async () => {
    const { found } = await read('\tВишневе\tЛипове\tДубове\nВишневе\t0\t25\t\nЛипове\t30\t–\t1:05\nНевідоме\t5\t5\t5');
    expect(found.layout).toBe('square');
    expect(said(found.rows)).toEqual([['Вишневе', 'Липове', 'car', 25], ['Липове', 'Вишневе', 'car', 30], ['Липове', 'Дубове', 'car', 65], 'place', 'place', 'place']);
  });
  test('settlements of the same name are told apart, and the table the program shows is read back', async () => {
    const { p } = await read('Вишневе\tЛипове\t25');
    for (const [id, district] of [['k', 'Північний'], ['s', 'Південний']] as const) {
      await p.ask('territory.add', { id: district, parent: p.root, kind: 'starosta', name: district });
      await p.ask('territory.add', { id, parent: district, kind: 'settlement', name: 'Борщі' });
    }
    const { places } = await p.ask('travel.matrix', { year });
    const names = places.map(({ name }) => name.uk);
    expect(names.slice(-2)).toEqual(['Борщі (Північний)', 'Борщі (Південний)']);
    const rows = [['', ...names], ...names.map((from, i) => [from, ...names.map((_, j) => (i === j ? '' : String(10 + i * 5 + j)))])];
    const { rows: back } = await p.ask('travel.read', { text: rows.map((row) => row.join('\t')).join('\n') });
    expect([back.length, ...said(back).slice(-2)]).toEqual([20, ['s', 'Дубове', 'car', 32], ['s', 'k', 'car', 33]]);
    expect(said((await p.ask('travel.read', { text: 'Звідки\tКуди\tХв\nБорщі\tЛипове\t5\nБорщі (Північний)\tЛипове\t5' })).rows)).toEqual(['twoPlaces', ['k', 'Липове', 'car', 5]]);
  });
  test('what is no such table is refused: nothing, prose, a broken workbook', async () => {
    const { p } = await read('Вишневе;Липове;25');
    for (const text of ['', 'Шановні колеги, надсилаю час поїздок.', 'а\tб\tв\n1\t2\t3']) await p.refuse('travel.noTable', 'travel.read', { text });
    await p.refuse('import.damaged', 'travel.read', { name: 'час.xlsx', base64: Buffer.from('PK\u0003\u0004зламано').toString('base64') });
  });
});

describe('real communities', () => {
  test.each([
    ['rural, 73 settlements', 'UA35040170000065192'], ['front line, 25 settlements', 'UA14120050000033910'], ['de-occupied, 34 settlements', 'UA59060010000042952'],
  ])('%s: no bug, what is not known is said', async (_name, code) => {
    const p = program();
    await p.ask('plan.create', { community: { code: code }, year });
    const { territories } = await p.ask('community.view', { year });
    const [first] = territories.filter((row) => row.kind === 'settlement');
    await p.ask('provider.add', { id: 'css', name: 'ЦСС', kind: 'css', sector: 'municipal', territory: first?.id ?? '', services: ['s010.1'] });
    const found = await p.ask('reach.view', { year });
    expect(found.rows.length).toBeGreaterThan(5);
    expect(found.rows.filter((row) => row.minutes.value === null).every((row) => row.why === 'noPoint')).toBe(true);
    expect(found.rows.every((row) => row.minutes.value === null || row.minutes.value > 0)).toBe(true);
    for (const band of found.bands) expect(band.people.value).toBeNull();
    expect(p.log).toEqual([]);
  });
});
