import { textWidth, unit } from './layout.ts';
import type { Words } from './words.ts';

const MARKS = ['served', 'need', 'capacity', 'unknown'] as const;
const SIGN = { served: 15, need: 15, capacity: 8, unknown: 21 };

const steps = ({ t }: Words, u: number) => {
  let x = 0;
  return MARKS.map((mark) => {
    const at = x;
    const label = t(`gap.${mark}`);
    x += SIGN[mark] * u + textWidth(label) + 15 * u;
    return { mark, label, x: at, end: x - 15 * u };
  });
};

/** Width (px) of the legend on one line. */
export const legendWidth = (words: Words) => steps(words, unit()).at(-1)?.end ?? 0;

/** What the marks of the dumbbell mean. */
export function GapLegend({ words, pattern }: { readonly words: Words; readonly pattern: string }) {
  const u = unit();
  return (
    <g transform={`translate(0 ${10 * u})`}>
      {steps(words, u).map(({ mark, label, x }) => (
        <g key={mark} transform={`translate(${x} 0)`}>
          {mark === 'served' && <circle cx={6 * u} cy={-4 * u} r={4.4 * u} fill="var(--have)" />}
          {mark === 'need' && <circle cx={6 * u} cy={-4 * u} r={4.6 * u} fill="var(--surface)" stroke="var(--need)" strokeWidth={2 * u} />}
          {mark === 'capacity' && <path d={`M2 ${-12 * u}v${16 * u}`} stroke="var(--ink)" strokeWidth={1.6 * u} />}
          {mark === 'unknown' && <rect className="ch-hatch" x="0" y={-10 * u} width={16 * u} height={11 * u} fill={`url(#${pattern})`} />}
          <text x={SIGN[mark] * u} y="0">{label}</text>
        </g>
      ))}
    </g>
  );
}
