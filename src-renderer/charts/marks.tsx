import type { ReactNode } from 'react';
import type { Num } from '#contract/models.ts';
import type { Named, OnTrace } from './types.ts';

/** Hatching of what is not known, to be filled with `url(#id)`. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V6" stroke="var(--mid)" strokeWidth="1.2" strokeOpacity=".6" />
      </pattern>
    </defs>
  );
}

/** An id that can stand in `url(#…)`. */
export const svgId = (id: string) => id.replace(/[^A-Za-z0-9_-]/g, '');

/** A name of one or more lines, right-aligned at `x`, centred on `y`. */
export function RowName({ lines, name, x, y, leading }: { readonly lines: readonly string[]; readonly name: Named; readonly x: number; readonly y: number; readonly leading: number }) {
  const first = y + leading * 0.29 - ((lines.length - 1) * leading) / 2;
  return (
    <g lang={name.lang}>
      {name.full && name.full !== name.label && <title>{name.full}</title>}
      {lines.map((line, i) => <text key={i} x={x} y={first + i * leading} textAnchor="end">{line}</text>)}
    </g>
  );
}

interface ValueProps { readonly num: Num; readonly onTrace?: OnTrace; readonly x: number; readonly y: number; readonly anchor?: 'start' | 'end'; readonly className?: string; readonly children: ReactNode }

/** A number in a chart: a click opens its explanation. The keyboard finds it in the table twin, for a picture holds no buttons. */
export function Value({ num, onTrace, x, y, anchor = 'end', className = '', children }: ValueProps) {
  const { ref } = num;
  const open = ref && onTrace ? () => onTrace(ref) : undefined;
  return <text x={x} y={y} textAnchor={anchor} className={`num ${open ? 'ch-open' : ''} ${className}`} onClick={open}>{children}</text>;
}
