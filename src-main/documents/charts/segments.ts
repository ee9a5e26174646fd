import { box, COLOURS, HATCH, label, picture, WIDTH } from './svg.ts';

/** A part of a fixed list: how many, and in words. */
export interface Segment { readonly id: 'known' | 'unconfirmed' | 'none' | 'unknown'; readonly count: number; readonly name: string }

const LOOK: Readonly<Record<Segment['id'], { readonly fill: string; readonly edge: string; readonly ink: string }>> = {
  known: { fill: COLOURS.have, edge: COLOURS.have, ink: COLOURS.surface },
  unconfirmed: { fill: COLOURS.soft, edge: COLOURS.have, ink: COLOURS.ink },
  none: { fill: COLOURS.surface, edge: COLOURS.bad, ink: COLOURS.bad },
  unknown: { fill: HATCH, edge: COLOURS.mid, ink: COLOURS.ink },
};

/** How many of a fixed list: one segmented bar with counts, and what each part is in words below. */
export function segments(parts: readonly Segment[]): string {
  const shown = parts.filter((p) => p.count > 0);
  const all = shown.reduce((sum, p) => sum + p.count, 0);
  const free = WIDTH - (shown.length - 1) * 4 - shown.length * 26;
  const out: string[] = [];
  let x = 0;
  for (const part of shown) {
    const look = LOOK[part.id];
    const width = 26 + (all === 0 ? 0 : (part.count / all) * free);
    out.push(box(x + 1, 1, width - 2, 26, look.fill, ` stroke="${look.edge}" stroke-width="2" rx="2"`));
    out.push(label(x + 9, 19, String(part.count), { bold: true, fill: look.ink, size: 13, halo: part.id === 'unknown' }));
    x += width + 4;
  }
  shown.forEach((part, i) => {
    const look = LOOK[part.id];
    const [cx, cy] = [(i % 2) * (WIDTH / 2), 44 + Math.floor(i / 2) * 22];
    out.push(box(cx + 1, cy - 5, 12, 12, look.fill, ` stroke="${look.edge}" stroke-width="1.6" rx="2"`), label(cx + 22, cy + 5, `${part.name} – ${part.count}`));
  });
  return picture(44 + Math.ceil(shown.length / 2) * 22, out);
}
