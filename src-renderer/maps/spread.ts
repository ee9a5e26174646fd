/** An item at a point of the plane. */
interface At { readonly x: number; readonly y: number }
/** Where it is drawn, and its true point when it had to move visibly. */
export interface Spread<T> { readonly item: T; readonly x: number; readonly y: number; readonly from: readonly [number, number] | null }

/** Pushes points apart until none are closer than `gap` (px), inside a window; those that moved remember where they belong. */
export function spread<T extends At>(items: readonly T[], gap: number, [width, height]: readonly [number, number]): Spread<T>[] {
  const points = items.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < 60; round++) {
    let calm = true;
    for (let i = 0; i < points.length; i++) for (let j = i + 1; j < points.length; j++) {
      const a = points[i], b = points[j];
      if (!a || !b) continue;
      let dx = b.x - a.x, dy = b.y - a.y;
      let d = Math.hypot(dx, dy);
      if (d >= gap) continue;
      calm = false;
      if (d < 0.01) {
        dx = Math.cos(i + j);
        dy = Math.sin(i + j);
        d = 1;
      }
      const push = (gap - Math.min(d, gap) + 0.2) / 2;
      a.x -= (dx / d) * push;
      a.y -= (dy / d) * push;
      b.x += (dx / d) * push;
      b.y += (dy / d) * push;
    }
    for (const p of points) {
      p.x = Math.max(gap / 2, Math.min(width - gap / 2, p.x));
      p.y = Math.max(gap / 2, Math.min(height - gap / 2, p.y));
    }
    if (calm) break;
  }
  return items.map((item, i) => {
    const p = points[i] ?? item;
    return { item, x: p.x, y: p.y, from: Math.hypot(p.x - item.x, p.y - item.y) > gap * 0.45 ? [item.x, item.y] as const : null };
  });
}
