// @vitest-environment jsdom
import { beforeAll, expect, it } from 'vitest';
import { setLanguage } from '../../src-renderer/i18n/index.ts';
import { readProviders } from '../../src-renderer/pages/capacity/providers/readProviders.ts';
import { service } from './pageHarness.ts';

const known = {
  services: [service('s15', '015.1', 'Догляд вдома', 'Home care'), service('s153', '015.3', 'Денний догляд', 'Day care'), service('s6', '006.0', 'Соціальна профілактика', 'Social prevention'), service('s93', '009.3', 'Проживання, діти-сироти', 'Living, orphans')] as never,
  providers: [{ name: 'Терцентр' }],
  territories: [{ id: 'T0', parent: null, name: { uk: 'Срібнянська', en: null } }, { id: 'T1', parent: 'T0', name: { uk: 'Сокиринці', en: 'Sokyryntsi' } }, { id: 'T2', parent: 'T0', name: { uk: 'Кути', en: null } }, { id: 'T3', parent: 'T0', name: { uk: 'Кути', en: null } }],
};
const read = (text: string) => readProviders(text, known);
const reasons = (text: string) => read(text)[0]?.reasons.map((reason) => [reason.id, reason.text]);

beforeAll(() => setLanguage('uk'));

it('says every reason of a row at once and keeps its text', () => {
  const [row] = read('Притулок\tхатинка\tнічий\tМарс\t999.9');
  expect(row?.reasons.map((reason) => [reason.id, reason.text])).toEqual([['kind', 'хатинка'], ['sector', 'нічий'], ['place', 'Марс'], ['service', '999.9']]);
  expect(row?.provider).toBeNull();
  expect(row?.text).toBe('Притулок\tхатинка\tнічий\tМарс\t999.9');
});

it('refuses a row without a name, one that is there, one pasted twice, and a place that two territories bear', () => {
  expect(reasons('\tГО\tнедержавний')).toEqual([['name', '']]);
  expect(reasons('терцентр\tтерцентр\tкомунальний')).toEqual([['known', 'терцентр']]);
  expect(read('А\tГО\tнедержавний\nА\tГО\tнедержавний').map((row) => row.reasons.map((reason) => reason.id))).toEqual([[], ['twice']]);
  expect(reasons('Б\tГО\tнедержавний\tКути')).toEqual([['placeTwice', 'Кути']]);
  expect(reasons('В\tГО')).toEqual([['columns', '2']]);
  expect(reasons('Г\t\t')).toEqual([['kind', ''], ['sector', '']]);
});

it('reads names of kinds as people write them, in both languages', () => {
  const kinds = ['терцентр', 'ЦНСП', 'Територіальний центр', 'ФОП', 'ГО', 'ngo', 'day centre'].map((kind, i) => read(`Н${i}\t${kind}\tкомунальна`)[0]?.provider?.kind);
  expect(kinds).toEqual(['territorial_centre', 'cnsp', 'territorial_centre', 'fop', 'ngo', 'ngo', 'day_centre']);
});

it('finds services by code, also as a spreadsheet changes it, and by name', () => {
  const of = (services: string) => read(`Н\tГО\tнедержавний\t\t${services}`)[0]?.provider?.services ?? read(`Н\tГО\tнедержавний\t\t${services}`)[0]?.reasons;
  expect(of('015.1, 015.3')).toEqual(['s15', 's153']);
  expect(of('015.1,015.3')).toEqual(['s15', 's153']);
  expect(of('15.1; 6')).toEqual(['s15', 's6']);
  expect(of('15,1; 15,3')).toEqual(['s15', 's153']);
  expect(of('015.1 015.3')).toEqual(['s15', 's153']);
  expect(of('Проживання, діти-сироти; догляд вдома')).toEqual(['s93', 's15']);
  expect(of('015.1\t015.3')).toEqual(['s15', 's153']);
  expect(of('')).toEqual([]);
});

it('skips a head row and empty rows, takes a quoted cell whole, and finds places with and without their kind', () => {
  const rows = read('Назва\tВид\tСектор\tДе\tПослуги\r\n\t\t\r\n"ФОП ""Турбота"""\tФОП\tнедержавний\tс. Сокиринці\t\r\nГО «Разом»\tГО\tнедержавний\tвся громада\t');
  expect(rows.map((row) => [row.name, row.provider?.territory])).toEqual([['ФОП "Турбота"', 'T1'], ['ГО «Разом»', '']]);
});
