import { describe, expect, test } from 'vitest';
import { byId, manualPlan } from './helper.ts';

const year = 2027;
const home = 's015.1';

describe('units of a provider', () => {
  const withUnits = async () => {
    const p = await manualPlan();
    const one = { kind: 'territorial_centre', sector: 'municipal' } as const;
    await p.ask('provider.add', { ...one, id: 'centre', name: 'Територіальний центр', territory: 'v1', services: ['s015.3'] });
    await p.ask('facility.put', { id: 'house', provider: 'centre', name: 'Будинок', territory: 'v2' });
    await p.ask('provider.add', { ...one, id: 'north', name: 'Відділення 1', parent: 'centre', services: [home] });
    await p.ask('provider.add', { ...one, id: 'south', name: 'Відділення 2', parent: 'centre', facility: 'house', services: [home] });
    const served = (provider: string, value: number) => ({ key: p.key('served', { service: home, provider }), patch: { value } });
    await p.ask('figures.set', { cells: [served('north', 30), served('south', 12)] });
    return p;
  };
  const servedAt = async (p: Awaited<ReturnType<typeof withUnits>>, territory = '') => byId((await p.ask('needs.view', { year, territory })).rows, home).served.value;

  test('are added up in their provider, each where it works; the figure of the provider itself wins', async () => {
    const p = await withUnits();
    expect([await servedAt(p), await servedAt(p, 'v1'), await servedAt(p, 'v2')]).toEqual([42, 30, 12]);
    expect(byId((await p.ask('capacity.view', { year })).rows, home).providers).toBe(1);
    const { inputs } = await p.ask('trace.get', { ref: { kind: 'figure', key: p.key('served', { service: home }) } });
    expect(inputs.map(({ num }) => num.value)).toEqual([42]);
    await p.ask('provider.update', { id: 'centre', services: ['s015.3', home] });
    await p.ask('figures.set', { cells: [{ key: p.key('served', { service: home, provider: 'centre' }), patch: { value: 50 } }] });
    expect(await servedAt(p)).toBe(50);
    await p.ask('figures.set', { cells: (['vehicles', 'hours'] as const).map((measure, at) => ({ key: p.key(measure, { service: home, provider: 'north' }), patch: { value: 1 + at * 900 } })) });
    const [limits] = byId((await p.ask('capacity.view', { year })).providers, 'north').services;
    expect([limits?.vehicles.value, limits?.hours.value]).toEqual([1, 901]);
  });
  test('go with their provider, and come back with it', async () => {
    const p = await withUnits();
    await p.ask('transfer.put', { provider: 'centre', day: '2027-01-01', direction: 'in', body: 'Прилуцький район', what: 'staff', amount: 12, act: 'рішення № 5' });
    await p.ask('provider.remove', { id: 'centre' });
    const gone = await p.ask('capacity.view', { year });
    expect([gone.providers, gone.facilities, gone.transfers, await servedAt(p)]).toEqual([[], [], [], null]);
    await p.ask('history.undo');
    const back = await p.ask('capacity.view', { year });
    expect([back.providers.map(({ id }) => id), back.facilities.length, back.transfers.length, await servedAt(p)]).toEqual([['centre', 'north', 'south'], 1, 1, 42]);
  });
  test('have no units of their own, and work in a facility of their provider', async () => {
    const p = await withUnits();
    const one = { name: 'х', kind: 'css', sector: 'municipal' } as const;
    await p.refuse('provider.unitOfUnit', 'provider.add', { ...one, parent: 'north' });
    await p.refuse('provider.unitOfUnit', 'provider.update', { id: 'centre', parent: 'centre' });
    await p.ask('provider.add', { ...one, id: 'other' });
    await p.refuse('provider.unitOfUnit', 'provider.update', { id: 'centre', parent: 'other' });
    await p.refuse('input.unknownId', 'provider.update', { id: 'other', facility: 'house' });
    await p.refuse('input.invalid', 'provider.add', { ...one, code: '1234567890' });
    await p.refuse('input.unknownId', 'facility.put', { provider: 'nobody', name: 'х' });
    await p.refuse('input.unknownId', 'facility.remove', { id: 'nowhere' });
    await p.refuse('input.unknownId', 'transfer.remove', { id: 'nothing' });
  });
});
