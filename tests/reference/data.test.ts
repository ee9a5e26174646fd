import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translit } from '#contract/translit.ts';
import { estimateAges, estimateChildren, shareOfAges } from '../../src-main/reference/ageShare.ts';
import { loadData } from '../../src-main/reference/load.ts';
import { RESOURCES } from './resources.ts';

const data = loadData(RESOURCES);
const all = data.communities();
const sum = (values: readonly (number | null)[]) => values.reduce<number>((a, b) => a + (b ?? 0), 0);
const get = (code: string) => {
  const found = data.community(code);
  if (!found) throw new Error(code);
  return found;
};

describe('what is not there', () => {
  it('stays unknown', () => {
    expect(data.community('UA00000000000000000')).toBeUndefined();
    expect(data.settlementsOf('../../package')).toEqual([]);
    expect(data.settlementsOf('UA80000000000093317')).toEqual([]);
    expect(data.neighboursOf('')).toEqual([]);
    expect(data.ageStructure('UA01000000000013043', 'total')).toBeUndefined();
    expect(() => data.sourceOf('nothing')).toThrow('no column');
  });
  it('a missing figure is null, never zero', () => {
    expect(all.filter((c) => c.declarations === null)).toHaveLength(68);
    expect(all.filter((c) => c.idpBalance === null)).toHaveLength(32);
    expect(all.filter((c) => c.cnapPoints === 0)).toEqual([]);
    expect(get('UA80000000000093317').budget2021).toBeNull();
  });
});

describe('communities', () => {
  it('1,470 unique codes, sorted', () => {
    const codes = all.map((c) => c.code);
    expect(codes).toHaveLength(1470);
    expect(new Set(codes).size).toBe(1470);
    expect(codes).toEqual([...codes].sort());
    for (const code of codes) expect(code).toMatch(/^UA\d{17}$/);
  });
  it('add up to the totals of the statistics service', () => {
    expect(sum(all.map((c) => c.population.total))).toBe(41_167_335);
    expect(sum(all.map((c) => c.population.urban))).toBe(28_693_708);
    for (const c of all) expect((c.population.urban ?? 0) + (c.population.rural ?? 0), c.code).toBe(c.population.total);
    expect(sum(all.map((c) => c.declarations?.total ?? null))).toBe(32_726_258);
  });
  it('have names in both languages, raion and oblast', () => {
    for (const c of all) {
      expect(c.name.en, c.code).toMatch(/^[A-Za-z' -]+$/);
      expect(c.oblast.uk, c.code).toMatch(/ область$|^м\. Київ$/);
      expect(c.oblast.en, c.code).toMatch(/ oblast$|^Kyiv city$/);
      if (c.raionCode !== null) expect(c.raion.uk, c.code).toMatch(/ район$/);
      expect(`${c.name.uk}${c.center.name.uk}${c.raion.uk}${c.fullName.uk}`, c.code).not.toMatch(/['’]/);
    }
  });
  it('are transliterated as the program transliterates', () => {
    expect(all.filter((c) => translit(c.name.uk) !== c.name.en).map((c) => [c.name.uk, c.name.en, translit(c.name.uk)])).toEqual([]);
  });
  it.each([
    ['UA14120130000086767', 'Миколаївська', 334.3, 20_568, 15, 6, 'possible_hostilities'],
    ['UA14120230000038918', 'Черкаська', 294.6, 8_522, 11, 5, 'possible_hostilities'],
    ['UA14120050000033910', 'Іллінівська', 523.3, 8_697, 25, 6, 'active_hostilities'],
    ['UA14020070000070354', 'Сіверська', 195.4, 12_994, 7, 5, 'active_hostilities'],
    ['UA44120050000066819', 'Лисичанська', 407.6, 111_716, 17, 8, 'partly_occupied'],
    ['UA71080050000028174', 'Білозірська', 199.3, 8_546, 3, 6, 'rear'],
    ['UA18040150000019024', 'Глибочицька', 184.8, 10_829, 13, 7, 'rear'],
  ])('%s %s', (code, name, area, population, settlements, neighbours, status) => {
    const c = get(code);
    expect([c.name.uk, c.area, c.population.total, c.settlements.total, c.neighbours, c.status]).toEqual([name, area, population, settlements, neighbours, status]);
    expect(data.settlementsOf(code)).toHaveLength(settlements);
    expect(data.neighboursOf(code)).toHaveLength(neighbours);
  });
  it('carry the IDP balance in persons, below zero where more people left', () => {
    expect(get('UA14120050000033910').idpBalance).toBe(4_500);
    expect(get('UA44120050000066819').idpBalance).toBe(-30_000);
    expect(data.sourceOf('idp_balance').asOf).toBe('2023-07-25');
    expect(get('UA14120050000033910').statusSince).toBe('2023-08-18');
  });
  it('count every state of war', () => {
    const count = (status: string) => all.filter((c) => c.status === status).length;
    expect([count('rear'), count('occupied'), count('possible_hostilities'), count('deoccupied'), count('former_hostilities'), count('active_hostilities'), count('partly_occupied')]).toEqual([1027, 142, 121, 67, 48, 42, 23]);
    expect(data.sourceOf('status').asOf).toBe('2025-05-07');
  });
});

describe('settlements and neighbours', () => {
  it('as many as each community counts', () => {
    expect(sum(all.map((c) => data.settlementsOf(c.code).length))).toBe(28_653);
    for (const c of all) if (c.type !== 'special_city') expect(data.settlementsOf(c.code), c.code).toHaveLength(c.settlements.total);
  });
  it('have unique codes, and the centre is among them', () => {
    const codes = all.flatMap((c) => data.settlementsOf(c.code).map((s) => s.code));
    expect(new Set(codes).size).toBe(codes.length);
    for (const c of all) if (c.type !== 'special_city') expect(data.settlementsOf(c.code).some((s) => s.code === c.center.code), c.code).toBe(true);
  });
  it('name the neighbours of Миколаївська of Donetsk oblast', () => {
    const neighbours = data.neighboursOf('UA14120130000086767');
    expect(neighbours.map((n) => n.name.uk).sort()).toEqual(['Костянтинівська', 'Краматорська', 'Лиманська', 'Святогірська', 'Словʼянська', 'Соледарська'].sort());
    expect(neighbours.map((n) => n.borderKm)).toEqual(neighbours.map((n) => n.borderKm).sort((a, b) => (b ?? 0) - (a ?? 0)));
    expect(neighbours.find((n) => n.name.uk === 'Соледарська')?.sameRaion).toBe(false);
  });
  it('are neighbours both ways, as many as the list says', () => {
    for (const c of all) {
      const own = data.neighboursOf(c.code);
      expect(own, c.code).toHaveLength(c.neighbours);
      for (const n of own) expect(data.neighboursOf(n.code).some((back) => back.code === c.code && back.borderKm === n.borderKm)).toBe(true);
    }
  });
});

describe('estimates of age', () => {
  const ukraine = data.ageStructure('UA', 'total');
  it('rest on a table that adds up', () => expect(sum([...ukraine?.male ?? [], ...ukraine?.female ?? []])).toBe(40_997_698));
  it('lie between the rural and the urban estimate and below the population', () => {
    for (const c of all) {
      const [children, older] = [estimateChildren(data, c), estimateAges(data, c, 60, 80)];
      for (const e of [children, older]) {
        expect(e.value, c.code).not.toBeNull();
        expect(e.low!).toBeLessThanOrEqual(e.value!);
        expect(e.high!).toBeGreaterThanOrEqual(e.value!);
      }
      expect(children.value! + older.value!).toBeLessThan(c.population.total!);
    }
  });
  it('take the rural share alone where everybody lives in villages', () => {
    const rural = all.find((c) => c.population.urban === 0 && (c.population.rural ?? 0) > 0)!;
    const estimate = estimateChildren(data, rural);
    expect(estimate.value).toBeCloseTo(shareOfAges(data.ageStructure(rural.oblastCode, 'rural'), 0, 17)! * rural.population.rural!, 6);
    expect(estimate.ruralShare).toBeGreaterThan(0.1);
    expect(estimate.asOf).toBe('2022-01-01');
  });
  it('are not known without a table or without a population', () => {
    const c = get('UA18040150000019024');
    expect(estimateChildren({ ...data, ageStructure: () => undefined }, c)).toMatchObject({ value: null, low: null, high: null, urbanShare: null });
    expect(estimateChildren(data, { ...c, population: { total: null, urban: null, rural: null } }).value).toBeNull();
    expect(shareOfAges({ male: [], female: [] }, 0, 17)).toBeNull();
  });
});

describe('the map and the credits', () => {
  it('draws each community, raion and oblast', () => {
    const map = JSON.parse(data.mapText()) as { objects: Record<'hromadas' | 'raions' | 'oblasts', { geometries: { id: string; properties: { code: string; name: string } }[] }> };
    const drawn = new Set(map.objects.hromadas.geometries.map((g) => g.id));
    expect(all.filter((c) => !drawn.has(c.code))).toEqual([]);
    expect(map.objects.hromadas.geometries).toHaveLength(1767);
    expect(map.objects.raions.geometries).toHaveLength(139);
    expect(map.objects.oblasts.geometries).toHaveLength(27);
    expect(map.objects.hromadas.geometries.some((g) => g.properties.name.includes('’'))).toBe(false);
  });
  it('names licence and credit of every source', () => {
    for (const s of data.credits()) {
      expect(s.title.uk).not.toBe('');
      expect(s.title.en ?? '').not.toMatch(/[а-яіїєґ]/i);
      expect(s.credit).not.toBe('');
      expect(s.licence).not.toBe('');
    }
    expect(data.mapSource()).toMatchObject({ licence: 'CC BY-IGO', asOf: '2024-04-16' });
  });
  it('every file says where it comes from, and all are within 6 MB', () => {
    const files = readdirSync(`${RESOURCES}/data`, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.json'));
    let bytes = 0;
    for (const f of files) {
      bytes += statSync(`${RESOURCES}/data/${f}`).size;
      const { meta } = JSON.parse(readFileSync(`${RESOURCES}/data/${f}`, 'utf8')) as { meta?: { version: string; sources: object } };
      expect(Object.keys(meta?.sources ?? {}).length, f).toBeGreaterThan(0);
      expect(meta?.version, f).toBe(data.version);
    }
    expect(files).toHaveLength(31);
    expect(bytes).toBeLessThan(6_000_000);
  });
});
