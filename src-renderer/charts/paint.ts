/**
 * Draws what an element shows onto a canvas: boxes, borders, text and inline SVG, in computed colours and the page's own fonts.
 * No markup is loaded as an image, so it works under a strict content policy and the fonts need not be embedded.
 * Left out: what is marked `data-noimage`, hidden texts, and everything CSS can do that the charts do not use.
 */
export function paint(element: HTMLElement, scale: number): HTMLCanvasElement {
  const box = element.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(box.width * scale);
  canvas.height = Math.ceil(box.height * scale);
  const ctx = canvas.getContext('2d');
  if (!ctx) return canvas;
  ctx.scale(scale, scale);
  ctx.translate(-box.left, -box.top);
  ctx.textRendering = 'geometricPrecision';
  ctx.fontKerning = 'normal';
  ctx.fillStyle = token(element, '--surface', '#fff');
  ctx.fillRect(box.left, box.top, box.width, box.height);
  paintHtml(ctx, element);
  return canvas;
}

const token = (element: Element, name: string, otherwise: string) => getComputedStyle(element).getPropertyValue(name).trim() || otherwise;
const px = (value: string) => Number.parseFloat(value) || 0;
const visible = (colour: string) => colour !== 'none' && colour !== 'transparent' && !/^rgba\(.*, 0\)$/.test(colour);

function paintHtml(ctx: CanvasRenderingContext2D, element: HTMLElement): void {
  const style = getComputedStyle(element);
  if (element.dataset['noimage'] !== undefined || element.classList.contains('vh') || style.display === 'none' || style.visibility === 'hidden') return;
  const box = element.getBoundingClientRect();
  if (visible(style.backgroundColor)) {
    ctx.fillStyle = style.backgroundColor;
    ctx.fillRect(box.left, box.top, box.width, box.height);
  }
  if (style.backgroundImage.includes('repeating-linear-gradient')) {
    ctx.fillStyle = hatch(ctx, token(element, '--hatch', '#ddd'), 1, 1);
    ctx.fillRect(box.left, box.top, box.width, box.height);
  }
  const side = (width: string, colour: string, x: number, y: number, w: number, h: number) => {
    if (px(width) === 0 || !visible(colour)) return;
    ctx.fillStyle = colour;
    ctx.fillRect(x, y, w, h);
  };
  side(style.borderTopWidth, style.borderTopColor, box.left, box.top, box.width, px(style.borderTopWidth));
  side(style.borderBottomWidth, style.borderBottomColor, box.left, box.bottom - px(style.borderBottomWidth), box.width, px(style.borderBottomWidth));
  side(style.borderLeftWidth, style.borderLeftColor, box.left, box.top, px(style.borderLeftWidth), box.height);
  side(style.borderRightWidth, style.borderRightColor, box.right - px(style.borderRightWidth), box.top, px(style.borderRightWidth), box.height);
  for (const child of element.childNodes) {
    if (child instanceof SVGSVGElement) paintSvg(ctx, child);
    else if (child instanceof HTMLElement) paintHtml(ctx, child);
    else if (child instanceof Text) paintText(ctx, child, style);
  }
}

function font(style: CSSStyleDeclaration): string {
  return `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
}

/** A text node, line by line as the page broke it. */
function paintText(ctx: CanvasRenderingContext2D, node: Text, style: CSSStyleDeclaration): void {
  const text = node.data;
  if (!text.trim()) return;
  ctx.font = font(style);
  ctx.fillStyle = style.color;
  ctx.textAlign = 'left';
  const range = document.createRange();
  let line: { text: string; box: DOMRect } | null = null;
  const flush = () => {
    if (!line) return;
    const m = ctx.measureText(line.text);
    const ascent = m.fontBoundingBoxAscent, descent = m.fontBoundingBoxDescent;
    ctx.fillText(line.text, line.box.left, line.box.top + (line.box.height - ascent - descent) / 2 + ascent);
  };
  for (let i = 0; i < text.length; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const box = range.getClientRects()[0];
    if (!box || box.width === 0) continue;
    if (line && Math.abs(box.top - line.box.top) < 2) line.text += text[i] === '\n' ? ' ' : text[i];
    else {
      flush();
      line = { text: text[i] ?? '', box };
    }
  }
  flush();
}

function paintSvg(ctx: CanvasRenderingContext2D, svg: SVGSVGElement): void {
  const box = svg.getBoundingClientRect();
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.left, box.top, box.width, box.height);
  ctx.clip();
  for (const child of svg.children) if (child instanceof SVGElement) paintShape(ctx, child, 1);
  ctx.restore();
  const style = getComputedStyle(svg);
  if (px(style.borderTopWidth) > 0 && visible(style.borderTopColor)) {
    ctx.strokeStyle = style.borderTopColor;
    ctx.lineWidth = px(style.borderTopWidth);
    ctx.strokeRect(box.left + 0.5, box.top + 0.5, box.width - 1, box.height - 1);
  }
}

function paintShape(ctx: CanvasRenderingContext2D, element: SVGElement, opacity: number): void {
  const style = getComputedStyle(element);
  if (element instanceof SVGDefsElement || style.display === 'none' || style.visibility === 'hidden') return;
  const alpha = opacity * Number(style.opacity);
  if (element instanceof SVGTextContentElement && element.children.length === 0) return paintLabel(ctx, element, style, alpha);
  const path = outline(element);
  if (!path) {
    for (const child of element.children) if (child instanceof SVGElement) paintShape(ctx, child, alpha);
    return;
  }
  const matrix = (element as SVGGraphicsElement).getScreenCTM() ?? new DOMMatrix();
  const placed = new Path2D();
  placed.addPath(path, matrix);
  if (visible(style.fill)) {
    ctx.globalAlpha = alpha * Number(style.fillOpacity);
    ctx.fillStyle = style.fill.startsWith('url') ? hatch(ctx, token(element, '--mid', '#999'), 1.2, 0.6) : style.fill;
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
    ctx.fill(placed, style.fillRule === 'evenodd' ? 'evenodd' : 'nonzero');
  }
  if (visible(style.stroke)) {
    const zoom = style.vectorEffect === 'non-scaling-stroke' ? 1 : Math.hypot(matrix.a, matrix.b);
    ctx.globalAlpha = alpha * Number(style.strokeOpacity);
    ctx.strokeStyle = style.stroke;
    ctx.lineWidth = px(style.strokeWidth) * zoom;
    ctx.lineJoin = style.strokeLinejoin === 'round' ? 'round' : 'miter';
    ctx.setLineDash(style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[ ,]+/).map((d) => px(d) * zoom));
    ctx.stroke(placed);
    ctx.setLineDash([]);
  }
  ctx.globalAlpha = 1;
}

function outline(element: SVGElement): Path2D | null {
  const path = new Path2D();
  if (element instanceof SVGPathElement) return new Path2D(element.getAttribute('d') ?? '');
  if (element instanceof SVGRectElement) path.rect(element.x.baseVal.value, element.y.baseVal.value, element.width.baseVal.value, element.height.baseVal.value);
  else if (element instanceof SVGCircleElement) path.arc(element.cx.baseVal.value, element.cy.baseVal.value, element.r.baseVal.value, 0, Math.PI * 2);
  else if (element instanceof SVGLineElement) {
    path.moveTo(element.x1.baseVal.value, element.y1.baseVal.value);
    path.lineTo(element.x2.baseVal.value, element.y2.baseVal.value);
  } else return null;
  return path;
}

function paintLabel(ctx: CanvasRenderingContext2D, element: SVGTextContentElement, style: CSSStyleDeclaration, alpha: number): void {
  const text = element.textContent ?? '';
  if (!text.trim() || element.getNumberOfChars() === 0) return;
  const matrix = element.getScreenCTM() ?? new DOMMatrix();
  const start = element.getStartPositionOfChar(0), end = element.getEndPositionOfChar(element.getNumberOfChars() - 1);
  const anchor = style.textAnchor;
  const x = anchor === 'end' ? end.x : anchor === 'middle' ? (start.x + end.x) / 2 : start.x;
  ctx.save();
  ctx.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
  ctx.font = font(style);
  ctx.textAlign = anchor === 'end' ? 'right' : anchor === 'middle' ? 'center' : 'left';
  if (visible(style.stroke)) {
    ctx.strokeStyle = style.stroke;
    ctx.lineWidth = px(style.strokeWidth);
    ctx.lineJoin = 'round';
    ctx.strokeText(text, x, start.y);
  }
  ctx.globalAlpha = alpha;
  ctx.fillStyle = style.fill;
  ctx.fillText(text, x, start.y);
  ctx.restore();
}

/** Diagonal hatching, the sign of what is not known. */
function hatch(ctx: CanvasRenderingContext2D, colour: string, width: number, opacity: number): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = 16;
  tile.height = 16;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.strokeStyle = colour;
  pen.globalAlpha = opacity;
  pen.lineWidth = width * 2;
  for (const shift of [-16, 0, 16]) {
    pen.beginPath();
    pen.moveTo(shift, 16);
    pen.lineTo(shift + 16, 0);
    pen.stroke();
  }
  const pattern = ctx.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix([0.5, 0, 0, 0.5, 0, 0]));
  return pattern ?? colour;
}
