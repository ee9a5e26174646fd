import type { SignDatum } from './placeMarks.ts';

/** Outlines around 0, 0, about 12 px wide: square, triangle, house, diamond, hexagon. */
const OUTLINE: Readonly<Record<SignDatum['shape'], string>> = {
  centre: 'M-5.5 -5.5H5.5V5.5H-5.5Z', day: 'M0 -6.5L6.5 5.5H-6.5Z', stay: 'M0 -7L6 -1.5V6H-6V-1.5Z', mobile: 'M0 -7L7 0L0 7L-7 0Z', other: 'M-3.5 -6H3.5L7 0L3.5 6H-3.5L-7 0Z',
};
/** What stands on a shape that does not work whole: a dot, a cross, an arrow. */
const INSIDE: Readonly<Record<Exclude<SignDatum['state'], 'works'>, string>> = { partly: 'M-2 1A2 2 0 1 0 2 1A2 2 0 1 0 -2 1Z', destroyed: 'M-7 -7L7 7M7 -7L-7 7', moved: 'M-3 1.5H3M.5 -1L3 1.5L.5 4' };

/** The sign of a provider: its kind by the shape, its state by what is inside; several as a number. */
export function SignShape({ shape, state, count = 1, scale }: { readonly shape: SignDatum['shape']; readonly state: SignDatum['state']; readonly count?: number; readonly scale: number }) {
  if (count > 1) {
    return (
      <g transform={`scale(${scale})`}>
        <path d="M-5 -8H11V4H-5Z" className="mp-sign mp-behind" /><path d="M-8 -6H8V7H-8Z" className="mp-sign" />
        <text y="4.5" textAnchor="middle" className="mp-count">{count}</text>
      </g>
    );
  }
  return (
    <g transform={`scale(${scale})`}>
      <path d={OUTLINE[shape]} className={`mp-sign mp-${state}`} />
      {state !== 'works' && <path d={INSIDE[state]} className={`mp-note mp-${state}`} />}
    </g>
  );
}
