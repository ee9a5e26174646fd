import { expect, it } from 'vitest';
import { filterActions } from '../../src-renderer/components/shell/paletteServices.ts';

const GROUPS = [
  { group: 'Розділи', actions: [{ id: 'needs', label: 'Потреби' }, { id: 'groups', label: 'Цільові групи' }] },
  { group: 'Послуги', actions: [{ id: 's1', label: 'Супровід, сімʼї', description: '010.1', keywords: ['Family support'] }, { id: 's2', label: 'Догляд вдома', description: '015.1' }] },
];
const found = (query: string): string[] => filterActions(query, GROUPS, ['Вкладки', 'Послуги']).flatMap((item) => ('actions' in item ? item.actions.map((action) => action.id) : []));

it('services wait for a word, sections do not', () => {
  expect(found('')).toEqual(['needs', 'groups']);
});

it('a service is found by its name with any apostrophe, by its code and by its other name', () => {
  expect(found("сім'ї")).toEqual(['s1']);
  expect(found('015.1')).toEqual(['s2']);
  expect(found('family')).toEqual(['s1']);
});

it('every typed word must be there', () => {
  expect(found('догляд вдома')).toEqual(['s2']);
  expect(found('догляд сімʼї')).toEqual([]);
});
