import { useId } from 'react';
import { formatNumber } from '#contract/format.ts';
import { textWidth, unit } from '../charts/layout.ts';
import { Hatch, svgId } from '../charts/marks.tsx';
import { useWords } from '../charts/words.ts';
import { classesOf, circleOf, mostOf, radiusOf, scaleOf, type Circle } from './circles.ts';
import type { PlaceDatum, SignDatum } from './placeMarks.ts';
import { SignShape } from './SignShape.tsx';

const LOOKS: readonly Circle['look'][] = ['estimate', 'bound', 'unknown', 'zero'];
const SHAPES: readonly SignDatum['shape'][] = ['centre', 'day', 'stay', 'mobile', 'other'];
const STATES: readonly SignDatum['state'][] = ['partly', 'moved', 'destroyed'];

/** What circles and signs mean: sizes with round values, states and kinds that are on the map. Drawn as a picture, so that it leaves with the map. */
export function PlacesLegend({ places, signs, tone, what, width }: { readonly places: readonly PlaceDatum[]; readonly signs: readonly SignDatum[]; readonly tone: 'need' | 'have'; /** What the area means: a measure and its unit. */ readonly what: string; readonly width: number }) {
  const { t, lang } = useWords();
  const u = unit();
  const hatch = svgId(useId());
  const nums = places.map((place) => place.num);
  const [most, scale] = [mostOf(nums), scaleOf(nums)];
  const looks = new Set(places.map((place) => circleOf(place.num, most).look));
  const shapes = new Set(signs.map((sign) => sign.shape));
  const states = new Set(signs.map((sign) => sign.state));
  const items = [
    ...classesOf(most).map((value) => ({ id: `v${value}`, r: radiusOf(value, most, scale) * u, look: 'value' as const, text: formatNumber(value, lang, { digits: 0 }) })),
    ...LOOKS.filter((look) => looks.has(look)).map((look) => ({ id: look, r: (look === 'zero' ? 2.5 : 6) * u, look, text: t(`map.look.${look}`) })),
  ];
  const marks = [
    ...SHAPES.filter((shape) => shapes.has(shape)).map((shape) => ({ id: shape, shape, state: 'works' as const, count: 1, text: t(`map.sign.${shape}`) })),
    ...(signs.length > 1 ? [{ id: 'several', shape: 'other' as const, state: 'works' as const, count: 2, text: t('map.sign.several') }] : []),
    ...STATES.filter((state) => states.has(state)).map((state) => ({ id: state, shape: 'centre' as const, state, count: 1, text: t(`map.state.${state}`) })),
  ];
  const flow = lines([{ r: 0, text: what, head: true }, ...items].map((item) => ({ ...item, w: ('head' in item ? 0 : 2 * item.r + 5 * u) + textWidth(item.text) + 14 * u, h: Math.max(18 * u, 2 * item.r + 4 * u) })), width);
  const below = lines(marks.map((mark) => ({ ...mark, w: 24 * u + textWidth(mark.text) + 14 * u, h: 20 * u })), width);
  const height = flow.height + below.height + 6 * u;
  return (
    <svg className={`mp-legend mp-${tone}`} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={[what, ...items.map((item) => item.text), ...marks.map((mark) => mark.text)].join(', ')}>
      <Hatch id={hatch} />
      {flow.items.map(({ item, x, y }) => ('head' in item ? <text key="head" x={x} y={y + 4 * u} className="t2">{item.text}</text> : (
        <g key={item.id}>
          <circle cx={x + item.r} cy={y} r={item.r} className={`mp-circle mp-c-${item.look}`} fill={item.look === 'unknown' || item.look === 'bound' ? `url(#${hatch})` : undefined} />
          <text x={x + 2 * item.r + 5 * u} y={y + 4 * u} className="t2">{item.text}</text>
        </g>
      )))}
      {below.items.map(({ item, x, y }) => (
        <g key={item.id} transform={`translate(0 ${flow.height + 4 * u})`}>
          <g transform={`translate(${x + 8 * u} ${y})`}><SignShape shape={item.shape} state={item.state} count={item.count} scale={u} /></g>
          <text x={x + 24 * u} y={y + 4 * u} className="t2">{item.text}</text>
        </g>
      ))}
    </svg>
  );
}

/** Puts items into lines not wider than the legend; `y` is the middle of the line. */
function lines<T extends { readonly w: number; readonly h: number }>(items: readonly T[], width: number): { readonly items: readonly { readonly item: T; readonly x: number; readonly y: number }[]; readonly height: number } {
  const rows: { items: T[]; w: number; h: number }[] = [];
  for (const item of items) {
    const last = rows.at(-1);
    if (last && last.w + item.w <= width) {
      last.items.push(item);
      last.w += item.w;
      last.h = Math.max(last.h, item.h);
    } else rows.push({ items: [item], w: item.w, h: item.h });
  }
  let top = 0;
  const placed = rows.flatMap((row) => {
    let x = 0;
    const y = top + row.h / 2;
    top += row.h;
    return row.items.map((item) => { const at = { item, x, y }; x += item.w; return at; });
  });
  return { items: placed, height: top };
}
