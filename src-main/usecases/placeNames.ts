import type { Label } from '../contract/models.ts';
import { remember } from './memo.ts';
import type { PlanModel } from './model.ts';

const KIND: Readonly<Record<string, Label>> = { city: { uk: 'місто', en: 'city' }, selyshche: { uk: 'селище', en: 'settlement' }, village: { uk: 'село', en: 'village' } };

/** Settlements that share their name with another one: the name with what tells them apart (what it is, else its district, else its code), as imports read it back. */
const namesakes = (model: PlanModel): ReadonlyMap<string, Label> => remember(model, 'tables', 'namesakes', () => {
  const settlements = model.territories.filter((row) => row.kind === 'settlement');
  const count = (key: (row: (typeof settlements)[number]) => string): ReadonlyMap<string, number> => { const all = new Map<string, number>(); for (const row of settlements) all.set(key(row), (all.get(key(row)) ?? 0) + 1); return all; };
  const [names, kinds, districts] = [count(({ name }) => name.uk), count(({ name, category }) => `${name.uk} ${category}`), count(({ name, parent }) => `${name.uk} ${parent}`)];
  return new Map(settlements.flatMap((row): readonly (readonly [string, Label])[] => {
    if ((names.get(row.name.uk) ?? 0) < 2) return [];
    const district = model.territory(row.parent ?? '');
    const told = kinds.get(`${row.name.uk} ${row.category}`) === 1 && KIND[row.category] ? KIND[row.category] : district?.kind === 'starosta' && districts.get(`${row.name.uk} ${row.parent}`) === 1 ? district.name : { uk: row.id, en: row.id };
    return [[row.id, { uk: `${row.name.uk} (${told?.uk ?? ''})`, en: row.name.en === null ? null : `${row.name.en} (${told?.en ?? told?.uk ?? ''})` }]];
  }));
});

/** The name of a territory as a list shows it: settlements of the same name are told apart. Null = there is no such territory. */
export const placeName = (model: PlanModel, id: string): Label | null => namesakes(model).get(id) ?? model.territory(id)?.name ?? null;
