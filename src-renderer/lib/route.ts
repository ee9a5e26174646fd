import { useSyncExternalStore } from 'react';
import type { FigureKey, MeasureId, Sex, AgeBand } from '#contract/models.ts';

/** Where the window is: a page and its parameters, `#/needs?cell=…`. */
export interface Route { readonly page: string; readonly params: URLSearchParams }

const parse = (hash: string): Route => {
  const [page = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return { page, params: new URLSearchParams(query) };
};

let lastHash: string | null = null;
let last: Route = { page: '', params: new URLSearchParams() };
const read = (): Route => {
  if (window.location.hash !== lastHash) {
    lastHash = window.location.hash;
    last = parse(lastHash);
  }
  return last;
};
const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

/** The present route; the component draws again when it changes. */
export const useRoute = (): Route => useSyncExternalStore(subscribe, read);

/** Address of a page for a link. */
export function href(page: string, params: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(params).toString();
  return `#/${page}${query ? `?${query}` : ''}`;
}

/** Goes to a page; `replace` leaves no step in the window's history. */
export function navigate(page: string, params: Readonly<Record<string, string>> = {}, replace = false): void {
  const to = href(page, params);
  if (replace) {
    window.history.replaceState(null, '', to);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else window.location.hash = to;
}

const FIELDS = ['measure', 'group', 'service', 'provider', 'territory', 'sex', 'age', 'year'] as const;

/** A figure's address as the `cell` parameter of a route (the scenario is the window's). */
export const cellParam = (key: FigureKey): string => FIELDS.map((field) => encodeURIComponent(String(key[field]))).join('|');

/** A part of an address as it was written; one that cannot be read names nothing. */
function decoded(part: string): string {
  try { return decodeURIComponent(part); } catch { return ''; }
}

/** The figure a `cell` parameter names, or null when it names none. */
export function parseCell(text: string | null, scenario: string): FigureKey | null {
  if (!text) return null;
  const parts = text.split('|').map(decoded);
  if (parts.length !== FIELDS.length) return null;
  const [measure = '', group = '', service = '', provider = '', territory = '', sex = 'all', age = 'all', year = ''] = parts;
  return { measure: measure as MeasureId, group, service, provider, territory, sex: sex as Sex, age: age as AgeBand, year: Number(year), scenario };
}

/** Link that lands on a figure's cell of a page. */
export const cellHref = (page: string, key: FigureKey): string => href(page, { cell: cellParam(key) });

/** Page that shows a measure, for links from missing inputs. */
export function pageOf(key: FigureKey): string {
  if (key.measure === 'groupSize') return 'groups';
  if (key.service === '' && key.provider === '') return 'community';
  const capacity: readonly MeasureId[] = ['vehicles', 'loadPerPost', 'turnover', 'loadPerVehicle', 'hours', 'hoursPerPerson', 'providerCost', 'posts', 'postsFilled'];
  return capacity.includes(key.measure) || key.provider !== '' ? 'capacity' : 'needs';
}
