import type { RestorationRow, RestorationView } from '#contract/api/restoration.ts';
import { compareText, formatDate, formatNumber, type Language } from '#contract/format.ts';
import { YES_NO } from '#contract/lists.ts';
import { translate } from '../../../i18n/index.ts';
import { plain, plainText, shown } from '../../../lib/text.ts';
import { typed } from '../../needs/projection/fields.tsx';

export type T = (key: string, params?: Record<string, unknown>) => string;
export const say = (language: Language): T => (key, params = {}) => translate(key, { lng: language, ...params });

/** Name of a row with its place: «Догляд вдома, Липове». */
export const rowName = (row: RestorationRow, language: Language): string => shown(row.name, language) + (row.territory !== '' && row.place ? `, ${shown(row.place, language)}` : '');
/** «2 – частково»; '' = not said. */
export const levelText = (view: RestorationView, level: number | null, language: Language): string => { const step = level === null ? undefined : view.scale[level]; return step === undefined ? '' : `${step.level} – ${shown(step.name, language)}`; };
export const day = (iso: string, language: Language): string => (iso === '' ? '' : formatDate(iso, language));
/** Kopiykas as hryvnias; '' = not known. */
export const hryvnias = (kop: number | null, language: Language): string => (kop === null ? '' : formatNumber(kop / 100, language, { digits: { min: 0, max: 2 } }));
export const typedMoney = (kop: number | null, language: Language): string => typed(kop === null ? null : kop / 100, language);

type Options = readonly (readonly [string, string])[];
/** Choices of a closed list whose words stand under a key; '' first where the list has it. */
export const choices = (list: readonly string[], key: string, language: Language): Options => list.map((each) => [each, translate(`${key}.${each === '' ? 'none' : each}`, { lng: language })]);
export const yesNo = (language: Language): Options => YES_NO.map((each) => [each, translate(`places.yesNo.${each || 'unknown'}`, { lng: language })]);
const byName = (a: readonly [string, string], b: readonly [string, string], language: Language): number => compareText(a[1], b[1], language);
export const placeChoices = (view: RestorationView, none: string, language: Language): Options => [['', none], ...view.places.map((place) => [place.id, plain(place.name, language)] as const).toSorted((a, b) => byName(a, b, language))];
export const serviceChoices = (view: RestorationView, none: string | null, language: Language): Options => [
  ...(none === null ? [] : [['', none] as const]), ...view.services.map((service) => [service.id, [service.code, plain(service.short ?? service.name ?? { uk: '', en: '' }, language)].filter((part) => part !== null && part !== '').join(' ')] as const),
];
/** Names people typed, in the letters of the reader: a choice cannot say its language. */
export const named = (rows: readonly { readonly id: string; readonly name: string }[], none: string, language: Language): Options => [['', none], ...rows.map((row) => [row.id, plainText(row.name, language)] as const)];
