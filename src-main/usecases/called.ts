import type { Label } from '../contract/models.ts';
import type { PlanModel } from './model.ts';

/** What names a service. */
export interface Named { readonly name: Label | null; readonly short: Label | null; readonly code: string | null; readonly id: string }

/** A service as flags and next steps call it: short, else in full, else by its code. */
export const calledOf = (row: Named): Label | string => row.short ?? row.name ?? row.code ?? row.id;

/** Joins names of services, each language apart. */
export function calledAll(rows: readonly Named[]): Label {
  const inLanguage = (language: 'uk' | 'en'): string => rows.map((row) => {
    const name = calledOf(row);
    return typeof name === 'string' ? name : (name[language] ?? row.code ?? row.id);
  }).join('; ');
  return { uk: inLanguage('uk'), en: inLanguage('en') };
}

/** A flag names at most this many services or places. */
export const NAMED = 4;

/** Names of places, the first few; English only when every one has an English name. */
export function placesNamed(model: PlanModel, places: readonly string[]): Label {
  const named = places.slice(0, NAMED).flatMap((id) => model.territory(id)?.name ?? []);
  const more = places.length > NAMED ? '…' : '';
  return { uk: named.map((name) => name.uk).join('; ') + more, en: named.every((name) => name.en !== null) ? named.map((name) => name.en).join('; ') + more : null };
}
