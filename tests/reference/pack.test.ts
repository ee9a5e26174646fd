import { describe, expect, it } from 'vitest';
import { Refusal } from '#contract/errors.ts';
import { appliesOf, createBook, inForce } from '../../src-main/reference/book.ts';
import { comparePacks } from '../../src-main/reference/compare.ts';
import { loadPack, packFromBuffer, packToText } from '../../src-main/reference/load.ts';
import { type Pack } from '../../src-main/reference/schema.ts';
import { RESOURCES } from './resources.ts';

const pack = loadPack(`${RESOURCES}/reference`);
const book = createBook(pack);
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
function refused(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('not refused');
}
const changed = (edit: (copy: Pack) => void): Pack => {
  const copy = structuredClone(pack);
  edit(copy);
  return copy;
};

describe('a pack that cannot be used is refused with a reason', () => {
  it.each([
    ['empty', ''], ['not JSON', '{"pack":'], ['binary', '\u0000\u0001\u0002'], ['null', 'null'], ['a list', '[]'], ['another object', '{"a":1}'],
  ])('%s', (_, text) => {
    const error = refused(() => packFromBuffer(bytes(text)));
    expect(error.code).toBe('reference.noBook');
  });
  it('a folder that is not there', () => expect(refused(() => loadPack(`${RESOURCES}/nothing`)).code).toBe('reference.invalid'));
  it.each<[string, (copy: Pack) => void]>([
    ['an unknown field', (p) => Object.assign(p.norms[0] ?? {}, { extra: 1 })],
    ['a group naming a service that is not there', (p) => p.groups[0]?.services.push('s999.9')],
    ['a norm naming a service that is not there', (p) => p.norms[0]?.appliesTo.push('s999.9')],
    ['an id twice', (p) => p.services.push(structuredClone(p.services[0]!))],
    ['a share above 1', (p) => { const g = p.groups.find((x) => x.share); if (g?.share) g.share.high = 1.2; }],
    ['bounds out of order', (p) => { const n = p.norms.find((x) => x.low !== null && x.high !== null); if (n) [n.low, n.high] = [9, 1]; }],
    ['a norm that ends before it begins', (p) => Object.assign(p.norms[0] ?? {}, { since: '2026-02-01', until: '2026-01-01' })],
    ['a text in place of a number', (p) => Object.assign(p.norms[0] ?? {}, { value: '10' })],
    ['a day that does not exist', (p) => Object.assign(p.norms[0] ?? {}, { since: '2026-02-31' })],
  ])('%s', (_, edit) => expect(refused(() => packFromBuffer(bytes(changed(edit)))).code).toBe('reference.invalid'));
});

describe('the shipped pack', () => {
  it('is valid, and whole as one file too', () => expect(packFromBuffer(bytes(packToText(pack)))).toEqual(pack));
  it('has the 38 services, 31 groups and every norm and act', () => {
    expect(pack.services).toHaveLength(38);
    expect(pack.groups).toHaveLength(31);
    expect(pack.norms).toHaveLength(59);
    expect(pack.acts.filter((a) => !a.id.startsWith('act_standard_'))).toHaveLength(34);
    expect(pack.acts.filter((a) => a.id.startsWith('act_standard_'))).toHaveLength(pack.services.filter((s) => s.standard).length);
  });
  it('keeps the five codes whose names are not confirmed, and mediation without a code', () => {
    expect(pack.services.filter((s) => s.name === null).map((s) => s.code)).toEqual(['002.1', '005.1', '016.0', '017.4', '023.0']);
    expect(pack.services.filter((s) => s.code === null).map((s) => [s.id, s.name?.uk])).toEqual([['s-mediation', 'Медіація']]);
    expect(book.serviceByCode('015.3.1')?.id).toBe('s015.3.1');
  });
  it('never shows a recalled or inferred name as verified', () => {
    for (const s of pack.services) if (s.pairing === 'inferred' || s.pairing === 'recalled' || s.name === null) expect(s.nameConfidence, s.id).toBe('recalled');
  });
  it('counts families only where the service is for families', () => expect(pack.services.filter((s) => s.counted === 'family').map((s) => s.code)).toEqual(['010.1', '010.2']));
  it('has short names for names too long for a grid', () => {
    for (const s of pack.services) if (s.name && s.name.uk.length > 30) expect(s.short?.uk.length ?? 99, s.id).toBeLessThanOrEqual(27);
    expect(book.serviceByCode('010.1')?.short?.uk).toBe('Супровід сімей у СЖО');
  });
  it('writes the apostrophe as U+02BC, and English without Cyrillic', () => {
    const walk = (value: unknown): void => {
      if (typeof value === 'string') expect(value).not.toMatch(/[а-яіїєґ][’'][а-яіїєґ]/i);
      else if (value !== null && typeof value === 'object') {
        if ('en' in value && typeof value.en === 'string') expect(value.en).not.toMatch(/[а-яіїєґё]/i);
        for (const inner of Object.values(value)) walk(inner);
      }
    };
    walk(pack);
  });
  it('gives a share only to the four groups where one was published', () => {
    expect(pack.groups.filter((g) => g.share).map((g) => [g.id, g.share?.of, g.share?.low, g.share?.base, g.share?.high])).toEqual([
      ['elderly', 'total_population', 0.22, 0.22, 0.25], ['pwd', 'total_population', 0.066, 0.07, 0.07],
      ['families_szo', 'children_0_17', 0, 0.086, 0.086], ['orphans', 'children_0_17', 0.0095, 0.0095, 0.0095],
    ]);
    expect(book.group('families_szo')?.unit).toBe('child');
  });
  it('leaves values that were not found unknown', () => {
    for (const id of ['sw_load_bedridden', 'social_support_caseload', 'specialist_per_pop', 'worktime_hours', 'mobility_groups']) {
      const n = book.norm(id, '2026-11-22');
      expect([n?.value, n?.low, n?.high, n?.printed], id).toEqual([null, null, null, '']);
    }
  });
  it('keeps ranges as ranges', () => {
    const range = (id: string) => { const n = book.norm(id, '2026-11-22'); return [n?.value, n?.low, n?.high, n?.printed]; };
    expect(range('dept_resid_range')).toEqual([null, 10, 50, '10-50']);
    expect(range('demand_growth_war')).toEqual([null, 2, 4, '2-4']);
    expect(range('accompaniment_degree_low')).toEqual([null, null, 22, '<=22']);
    expect(range('sign_language_degree_high')).toEqual([null, 37, null, '>=37']);
  });
  it('marks home-care loads as recalled', () => {
    expect(book.norm('sw_load_city', '2026-11-22')).toMatchObject({ value: 10, confidence: 'recalled', appliesTo: ['s015.1'], since: '' });
    expect(book.norm('sw_load_village', '2026-11-22')).toMatchObject({ value: 6, confidence: 'recalled' });
  });
});

describe('the law on a day', () => {
  it.each([['2025-12-31', false], ['2026-01-01', true], ['2026-12-31', true], ['2027-01-01', false]])('the minimum wage of 2026 on %s: %s', (day, is) => {
    expect(book.norm('min_wage_2026', day)?.inForce).toBe(is);
  });
  it('an unknown day of force excludes nothing, a repealed act is never in force', () => {
    expect(inForce({ since: '', until: '', repealed: false }, '2000-01-01')).toBe(true);
    expect(book.norm('act_needs_order_old', '2020-01-01')?.inForce).toBe(false);
    expect(book.norm('act_needs_order', '2026-11-22')).toMatchObject({ inForce: true, since: '2023-04-19' });
    expect(book.norm('act_needs_basis', '2026-11-22')?.article).toEqual({ uk: 'ст. 25 ч. 3', en: 'art. 25 part 3' });
  });
  it('knows nothing of ids that are not there', () => {
    expect(book.norm('nothing', '2026-11-22')).toBeUndefined();
    expect(book.service('nothing')).toBeUndefined();
    expect(book.group('')).toBeUndefined();
  });
});

describe('which measures apply', () => {
  const applies = (code: string) => book.serviceByCode(code)?.applies;
  it('no places where nobody stays', () => {
    for (const code of ['015.1', '021.0', '019.0', '010.1', '010.2', '006.0', '020.0', '002.0', '003.0', '004.0', '012.0', '022.0', '001.0', '007.0']) expect(applies(code)?.places, code).toBe(false);
  });
  it('places where people stay', () => {
    for (const code of ['015.3', '015.2', '015.3.1', '009.1', '013.0', '005.0', '008.1', '017.1', '018.1']) expect(applies(code)?.places, code).toBe(true);
  });
  it('nothing is excluded where the places are not known', () => expect(appliesOf({ places: [], section: 'unconfirmed' })).toEqual({ places: true, posts: true, vehicles: true }));
  it('a vehicle for services that go to people', () => {
    expect(applies('015.1')?.vehicles).toBe(true);
    expect(applies('015.3')?.vehicles).toBe(false);
  });
});

describe('what a newer pack changes', () => {
  it('nothing, when it is the same', () => expect(comparePacks(pack, structuredClone(pack))).toEqual([]));
  it('a value, an added and a removed entry', () => {
    const newer = changed((p) => {
      const load = p.norms.find((n) => n.id === 'sw_load_village');
      if (load) load.value = 7;
      p.groups.pop();
      p.norms.push({ ...structuredClone(p.norms[0]!), id: 'fresh' });
    });
    const differences = comparePacks(pack, newer);
    expect(differences.map((d) => [d.table, d.id, d.change, d.field, d.before, d.after])).toEqual([
      ['groups', 'chornobyl', 'removed', '', 'Особи, постраждалі внаслідок Чорнобильської катастрофи', ''],
      ['norms', 'sw_load_village', 'changed', 'value', '6', '7'],
      ['norms', 'fresh', 'added', '', '', pack.norms[0]?.subject.uk],
    ]);
  });
  it('a name that became known', () => {
    const differences = comparePacks(pack, changed((p) => { const s = p.services.find((x) => x.code === '005.1'); if (s) s.name = { uk: 'Притулок', en: null }; }));
    expect(differences).toMatchObject([{ table: 'services', id: 's005.1', field: 'name', before: '', after: 'Притулок' }]);
  });
  it('of a text in two languages only the language that changed; of a share only the part that changed', () => {
    const differences = comparePacks(pack, changed((p) => {
      const norm = p.norms.find((n) => n.id === 'sw_load_village');
      if (norm) norm.subject = { ...norm.subject, en: 'Persons per social worker' };
      const elderly = p.groups.find((g) => g.id === 'elderly');
      if (elderly) elderly.name = { uk: 'Літні люди', en: 'Older people' };
      if (elderly?.share) elderly.share = { ...elderly.share, high: 0.99 };
    }));
    const of = (field: string) => differences.find((d) => d.field === field);
    expect(of('subject')).toMatchObject({ before: pack.norms.find((n) => n.id === 'sw_load_village')?.subject.en, after: 'Persons per social worker' });
    expect(of('name')?.after).toBe('«Літні люди», “Older people”');
    expect(of('share')?.after).toBe('0.99');
    expect(differences).toHaveLength(3);
  });
});
