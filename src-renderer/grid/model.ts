/** Places, rectangles and moves in a grid, without a screen. */
export interface Pos { readonly r: number; readonly c: number }
export interface Rect { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** What moving needs to know of a grid. */
export interface Shape {
  readonly rows: number;
  readonly cols: number;
  /** Rows of one screen. */
  readonly page: number;
  /** First column that is not frozen: where Tab begins a row. */
  readonly firstOpen: number;
  readonly applies: (r: number, c: number) => boolean;
  readonly filled: (r: number, c: number) => boolean;
  /** First and last column of the cell drawn at (r, c): more than one where a cell spans. */
  readonly extent: (r: number, c: number) => readonly [number, number];
}

export const rectOf = (a: Pos, b: Pos): Rect => ({ top: Math.min(a.r, b.r), left: Math.min(a.c, b.c), bottom: Math.max(a.r, b.r), right: Math.max(a.c, b.c) });
export const isIn = (rect: Rect, r: number, c: number): boolean => r >= rect.top && r <= rect.bottom && c >= rect.left && c <= rect.right;
export const sizeOf = (rect: Rect): number => (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1);
const clamp = (n: number, max: number): number => Math.max(0, Math.min(n, max));

/** Where an arrow, Home, End or Page key leads; null = not a moving key. */
export function move(shape: Shape, from: Pos, key: string, ctrl: boolean): Pos | null {
  const lastRow = shape.rows - 1;
  const lastCol = shape.cols - 1;
  switch (key) {
    case 'ArrowUp': return ctrl ? jump(shape, from, -1, 0) : { r: clamp(from.r - 1, lastRow), c: from.c };
    case 'ArrowDown': return ctrl ? jump(shape, from, 1, 0) : { r: clamp(from.r + 1, lastRow), c: from.c };
    case 'ArrowLeft': return ctrl ? jump(shape, from, 0, -1) : { r: from.r, c: clamp(shape.extent(from.r, from.c)[0] - 1, lastCol) };
    case 'ArrowRight': return ctrl ? jump(shape, from, 0, 1) : right(shape, from);
    case 'Home': return ctrl ? { r: 0, c: 0 } : { r: from.r, c: 0 };
    case 'End': return ctrl ? { r: lastRow, c: lastCol } : { r: from.r, c: lastCol };
    case 'PageUp': return { r: clamp(from.r - shape.page, lastRow), c: from.c };
    case 'PageDown': return { r: clamp(from.r + shape.page, lastRow), c: from.c };
    default: return null;
  }
}

function right(shape: Shape, from: Pos): Pos {
  const to = shape.extent(from.r, from.c)[1] + 1;
  return to < shape.cols ? { r: from.r, c: to } : from;
}

/** To the edge of the filled block, or over the gap to the next filled cell, as spreadsheets do. */
function jump(shape: Shape, from: Pos, dr: number, dc: number): Pos {
  const inside = (p: Pos): boolean => p.r >= 0 && p.c >= 0 && p.r < shape.rows && p.c < shape.cols;
  const step = (p: Pos): Pos => ({ r: p.r + dr, c: p.c + dc });
  let at = from;
  let next = step(at);
  if (!inside(next)) return from;
  const inBlock = shape.filled(at.r, at.c) && shape.filled(next.r, next.c);
  while (inside(next)) {
    if (inBlock && !shape.filled(next.r, next.c)) return at;
    at = next;
    if (!inBlock && shape.filled(at.r, at.c)) return at;
    next = step(at);
  }
  return at;
}

/** Next cell of Tab: right, over cells that do not apply, then the first open column of the next row; null = the grid ends here. */
export function tab(shape: Shape, from: Pos, back: boolean): Pos | null {
  let { r, c } = from;
  for (;;) {
    c = back ? shape.extent(r, c)[0] - 1 : shape.extent(r, c)[1] + 1;
    if (c < (back ? shape.firstOpen : 0)) { r--; c = shape.cols - 1; }
    if (c >= shape.cols) { r++; c = shape.firstOpen; }
    if (r < 0 || r >= shape.rows) return null;
    if (shape.applies(r, c)) return { r, c: shape.extent(r, c)[0] };
  }
}

/** Next cell of Enter: below (or above), over cells that do not apply; stays when there is none. */
export function enter(shape: Shape, from: Pos, back: boolean): Pos {
  const by = back ? -1 : 1;
  for (let r = from.r + by; r >= 0 && r < shape.rows; r += by) if (shape.applies(r, from.c)) return { r, c: from.c };
  return from;
}
