import type { Num } from '#contract/models.ts';
import { textWidth } from '../charts/layout.ts';
import type { Named } from '../charts/types.ts';
import { circleOf, mostOf, scaleOf, type Circle } from './circles.ts';
import type { Box } from './flat.ts';
import { placeLabels } from './labels.ts';
import type { DrawnCommunity } from './layoutCommunity.ts';
import { basePoint, isFree, type GeoPoint } from './layoutPlaces.ts';
import type { MapView } from './useView.ts';

/** A settlement with its value, and how it is read aloud. `value` = the text beside its name. */
export interface PlaceDatum extends Named, GeoPoint { readonly id: string; readonly num: Num; readonly value: string; readonly says: string }
/** A place where services are given. `state` in words stands beside it unless it works. */
export interface SignDatum extends GeoPoint { readonly id: string; readonly shape: 'centre' | 'day' | 'stay' | 'mobile' | 'other'; readonly state: 'works' | 'partly' | 'destroyed' | 'moved'; readonly note: string; readonly says: string }
/** A neighbouring community. */
export interface NearDatum extends Named { readonly code: string }

/** A label, its middle in px. */
export interface MarkLabel extends Named { readonly id: string; readonly x: number; readonly y: number; readonly value: string; readonly kind: 'place' | 'near' | 'state' }
export interface PlaceMark { readonly place: PlaceDatum; readonly circle: Circle; readonly x: number; readonly y: number }
/** One sign, or several that stand too close together to be told apart. */
export interface SignMark { readonly id: string; readonly signs: readonly SignDatum[]; readonly x: number; readonly y: number }
export interface Marks { readonly places: readonly PlaceMark[]; readonly signs: readonly SignMark[]; readonly labels: readonly MarkLabel[]; /** Places and signs left out: too many for one view. */ readonly left: number }

/** A mark that was chosen: a place, or one or more signs; px in the window. */
export interface Chosen { readonly kind: 'place' | 'signs'; readonly ids: readonly string[]; readonly x: number; readonly y: number }

/** So many places and so many signs are drawn at once; of more, those in the window, the largest first. */
export const MOST_PLACES = 900;
export const MOST_SIGNS = 600;
/** Names are tried for so many places: a picture full of names shows nothing. */
const MOST_NAMES = 300;
/** Signs nearer than this, px, stand as one. */
const CLOSE = 15;
/** A sign is drawn about so far from its middle, px. */
const HALF = 7;

/** Circles, signs and labels at a view; labels never overlap each other, circles, signs, keys or the scale: what finds no room is left out, the largest values come first. */
export function placeMarks(drawn: DrawnCommunity, view: MapView, data: { readonly places: readonly PlaceDatum[]; readonly signs: readonly SignDatum[]; readonly near: readonly NearDatum[] }, width: number, height: number, u: number): Marks {
  const at = (point: GeoPoint): readonly [number, number] => {
    const [x, y] = basePoint(drawn, point);
    return [x * view.k + view.x, y * view.k + view.y];
  };
  const inWindow = (point: GeoPoint): boolean => { const [x, y] = at(point); return x > 0 && y > 0 && x < width && y < height; };
  const seenOf = <T extends GeoPoint>(all: readonly T[], limit: number): readonly T[] => (all.length <= limit ? all : all.filter(inWindow));
  const [seenPlaces, seenSigns] = [seenOf(data.places, MOST_PLACES), seenOf(data.signs, MOST_SIGNS)];
  const left = Math.max(0, seenPlaces.length - MOST_PLACES) + Math.max(0, seenSigns.length - MOST_SIGNS);
  const nums = data.places.map((place) => place.num);
  const [most, scale] = [mostOf(nums), scaleOf(nums)];
  const places = seenPlaces.slice(0, MOST_PLACES).map((place): PlaceMark => {
    const [x, y] = at(place);
    const { look, r } = circleOf(place.num, most, scale);
    return { place, circle: { look, r: r * u }, x, y };
  });
  const signs = stack(seenSigns.slice(0, MOST_SIGNS).map((sign) => [sign, ...at(sign)] as const), CLOSE * u).map((sign) => beside(sign, places, u));
  const window: Box = [0, 0, width, height];
  const taken: Box[] = [
    [width - 34 * u, 0, width, 92 * u], [0, height - 26 * u, 175 * u, height],
    ...signs.map(({ x, y }): Box => [x - HALF * u, y - HALF * u, x + HALF * u, y + HALF * u]),
  ];
  const circles = places.map(({ place, x, y, circle: { r } }) => ({ known: place.num.value !== null, box: [x - r, y - r, x + r, y + r] as Box }));
  const [all, known] = [circles.map(({ box }) => box), circles.filter((each) => each.known).map(({ box }) => box)];
  const labels: MarkLabel[] = [];
  const put = (id: string, kind: MarkLabel['kind'], named: Named, value: string, spots: readonly (readonly [x: number, y: number, side: -1 | 0 | 1])[], off = all): boolean => {
    const [w, h] = [textWidth(value === '' ? named.label : `${named.label} ${value}`, kind === 'place' ? 500 : 400) + 4 * u, 15 * u];
    for (const [x, y, side] of spots) {
      const mid = x + (side * w) / 2;
      const box: Box = [mid - w / 2, y - h / 2, mid + w / 2, y + h / 2];
      if (!isFree(box, window, taken) || !isFree(box, window, off)) continue;
      taken.push(box);
      labels.push({ id, kind, label: named.label, lang: named.lang, value, x: mid, y });
      return true;
    }
    return false;
  };
  for (const { place, x, y, circle: { r } } of places.slice(0, MOST_NAMES)) {
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const [gap, d] = [r + 3 * u, (r + 3 * u) * 0.72];
    const spots = [[x + gap, y, 1], [x - gap, y, -1], [x, y - gap - 7 * u, 0], [x, y + gap + 7 * u, 0], [x + d, y - d - 4 * u, 1], [x - d, y - d - 4 * u, -1], [x + d, y + d + 4 * u, 1], [x - d, y + d + 4 * u, -1]] as const;
    // Among many places without a number the few with one are named all the same.
    const tries = [['', all], ...(place.num.value === null ? [] : [[place.value, known], ['', known]] as const)] as const;
    if (!put(place.id, 'place', place, place.value, spots)) tries.some(([value, off]) => put(place.id, 'place', place, value, spots, off));
  }
  for (const { id, signs: [sign, ...more], x, y } of signs) {
    const gap = HALF * u + 3 * u;
    if (sign && more.length === 0 && sign.state !== 'works') put(id, 'state', { label: sign.note }, '', [[x + gap, y, 1], [x - gap, y, -1], [x, y + gap + 6 * u, 0], [x, y - gap - 6 * u, 0]]);
  }
  const own = ringsAt(drawn, view, (shape) => shape.kind === 'own')[0]?.rings ?? [];
  const names = new Map(data.near.map((near) => [near.code, near]));
  for (const placed of placeLabels(ringsAt(drawn, view, (shape) => names.has(shape.code)).map((shape) => ({ ...shape, width: textWidth(names.get(shape.id)?.label ?? '') + 4 * u, height: 15 * u })), window, own, [...taken, ...all])) {
    const near = names.get(placed.id);
    if (near && placed.lead === null) labels.push({ ...near, id: placed.id, kind: 'near', value: '', x: placed.x, y: placed.y });
  }
  return { places, signs, labels, left };
}

const ringsAt = (drawn: DrawnCommunity, view: MapView, which: (shape: DrawnCommunity['shapes'][number]) => boolean) =>
  drawn.shapes.filter(which).map((shape) => ({ id: shape.code, rings: shape.rings.map((ring) => ring.map(([x, y]) => [x * view.k + view.x, y * view.k + view.y] as const)) }));

/** Signs that stand too close together become one mark, where the first of them stands. */
function stack(signs: readonly (readonly [SignDatum, number, number])[], close: number): SignMark[] {
  const out: { id: string; signs: SignDatum[]; x: number; y: number }[] = [];
  for (const [sign, x, y] of signs) {
    const near = out.find((mark) => Math.hypot(mark.x - x, mark.y - y) < close);
    if (near) near.signs.push(sign);
    else out.push({ id: sign.id, signs: [sign], x, y });
  }
  return out;
}

/** A sign that would stand on a circle stands under it. */
function beside(sign: SignMark, places: readonly PlaceMark[], u: number): SignMark {
  const under = places.find(({ x, y, circle: { r } }) => Math.hypot(x - sign.x, y - sign.y) < r + HALF * u);
  return under ? { ...sign, x: under.x, y: under.y + under.circle.r + (HALF + 2) * u } : sign;
}
