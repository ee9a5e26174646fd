import { memo, useEffect, useId, useMemo } from 'react';
import type { Output } from '#contract/api.ts';
import { compareText } from '#contract/format.ts';
import { useText } from '../../i18n/index.ts';
import { createStore, useStore } from '../../lib/store.ts';
import { plain } from '../../lib/text.ts';
import { usePlan, useScope } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';

type Territories = Output<'community.view'>['territories'];
const NONE: Territories = [];

/** The territory whose figures the pages edit: '' = the whole community. Groups, needs and capacity share the choice. */
const store = createStore<{ plan: string; territory: string }>({ plan: '', territory: '' });
export const choosePlace = (territory: string): void => store.set({ territory });

/** The chosen territory, the tree to choose from, and the id of the whole community. */
export interface Place { readonly territory: string; readonly root: string; readonly all: Territories }

export function usePlace(): Place {
  const scope = useScope();
  const path = usePlan((state) => state.info?.path ?? '');
  const root = usePlan((state) => state.view?.root ?? '');
  const { plan, territory } = useStore(store, (state) => state);
  useEffect(() => { if (plan !== path) store.set({ plan: path, territory: '' }); }, [plan, path]);
  const community = useView('community.view', scope, ['community']);
  const all = community.data?.territories ?? NONE;
  const chosen = plan === path && territory !== root && (all.length === 0 || all.some((one) => one.id === territory)) ? territory : '';
  return useMemo(() => ({ territory: chosen, root, all }), [chosen, root, all]);
}

/** The territory and everything inside it. */
export function inside({ territory, root, all }: Place): readonly string[] {
  const top = territory === '' ? root : territory;
  const found = new Set([top]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const one of all) if (one.parent !== null && found.has(one.parent)) found.add(one.id);
  }
  return [...found];
}

/** Chooses whose figures are shown and entered: the whole community, a district or a settlement. Nothing when there is no choice. */
export const PlaceChooser = memo(function PlaceChooser({ place }: { readonly place: Place }) {
  const { t, language } = useText();
  const id = useId();
  const parts = place.all.filter((one) => one.id !== place.root);
  if (parts.length === 0) return null;
  const order = (a: Territories[number], b: Territories[number]): number => compareText(plain(a.name, language), plain(b.name, language), language);
  const districts = parts.filter((one) => one.kind === 'starosta').toSorted(order);
  const within = (parent: string): Territories => parts.filter((one) => one.parent === parent && one.kind !== 'starosta').toSorted(order);
  const option = (one: Territories[number]) => <option key={one.id} value={one.id}>{plain(one.name, language)}</option>;
  return (
    <span className="row fg-place">
      <label className="note" htmlFor={id}>{t('figures.place')}</label>
      <select id={id} className="in fg-sel" value={place.territory} onChange={(event) => choosePlace(event.target.value)}>
        <option value="">{t('figures.whole')}</option>
        {districts.length > 0 && <optgroup label={t('figures.districts')}>{districts.map(option)}</optgroup>}
        {districts.map((district) => { const list = within(district.id); return list.length > 0 && <optgroup key={district.id} label={plain(district.name, language)}>{list.map(option)}</optgroup>; })}
        {within(place.root).length > 0 && <optgroup label={t('figures.settlements')}>{within(place.root).map(option)}</optgroup>}
      </select>
    </span>
  );
});
