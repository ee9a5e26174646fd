import { wrapLines } from '../charts/layout.ts';
import { download } from '../lib/files.ts';

/** What a shape shows, taken from the style sheets into the shape itself. */
const LOOKS = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linejoin', 'opacity', 'paint-order', 'vector-effect'] as const;
const TEXT = ['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor'] as const;
const DROPPED = ['class', 'role', 'tabindex', 'aria-label', 'aria-hidden', 'data-mark', 'style'] as const;

/** Text around the picture: title, what and when, whose boundaries and how exact. */
export interface SvgText { readonly title: string; readonly subtitle: string; readonly credit: string }

/** Copies a drawing with its looks inside, so that it needs no style sheet. Buttons become plain shapes; what is not seen stays away. */
export function standalone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll<SVGElement>('*')], to = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  from.forEach((element, at) => {
    const target = to[at];
    if (!target) return;
    for (const name of DROPPED) target.removeAttribute(name);
    const style = getComputedStyle(element);
    if (element.classList.contains('mp-reach') || element.classList.contains('mp-ring')) return target.remove();
    const names = element.tagName === 'text' ? [...LOOKS, ...TEXT] : ['path', 'circle', 'rect'].includes(element.tagName) ? LOOKS : element.tagName === 'g' ? (['opacity'] as const) : [];
    for (const name of names) {
      const value = style.getPropertyValue(name);
      // A paint server is named by its id alone: the computed value may carry the address of the page.
      if (value !== '' && !(name === 'opacity' && value === '1')) target.setAttribute(name, value.replace(/url\("?[^#)]*#([^")]+)"?\)/, 'url(#$1)'));
    }
  });
  return copy;
}

/** Map, legend, title and credit as one SVG text of its own. */
export function svgOf(parts: readonly SVGSVGElement[], text: SvgText): string {
  const NS = 'http://www.w3.org/2000/svg';
  const base = getComputedStyle(document.documentElement);
  const token = (name: string, otherwise: string): string => base.getPropertyValue(name).trim() || otherwise;
  const font = getComputedStyle(document.body).fontFamily;
  const margin = 16;
  const width = Math.max(...parts.map((part) => Number(part.getAttribute('width')))) + 2 * margin;
  const out = document.createElementNS(NS, 'svg');
  let y = margin;
  const write = (line: string, size: number, weight: string, ink: string): void => {
    const element = document.createElementNS(NS, 'text');
    y += size;
    for (const [name, value] of Object.entries({ x: margin, y, 'font-family': font, 'font-size': size, 'font-weight': weight, fill: ink })) element.setAttribute(name, String(value));
    element.textContent = line;
    out.append(element);
    y += 5;
  };
  const wide = width - 2 * margin;
  for (const line of wrapLines(text.title, wide * 0.75, 600)) write(line, 16, '600', token('--ink', '#000'));
  for (const line of wrapLines(text.subtitle, wide)) write(line, 12, '400', token('--ink2', '#333'));
  y += 4;
  for (const part of parts) {
    const inner = standalone(part);
    inner.setAttribute('x', String(margin));
    inner.setAttribute('y', String(y));
    out.append(inner);
    y += Number(part.getAttribute('height')) + 8;
  }
  for (const line of wrapLines(text.credit, wide)) write(line, 12, '400', token('--ink3', '#555'));
  const height = y + margin - 5;
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) out.setAttribute(name, String(value));
  const named = document.createElementNS(NS, 'title');
  named.textContent = `${text.title}. ${text.subtitle}`;
  const ground = document.createElementNS(NS, 'rect');
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: token('--surface', '#fff') })) ground.setAttribute(name, value);
  out.prepend(named, ground);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(out)}`;
}

/** Saves the map as an .svg file for a report or a poster. */
export function saveSvg(parts: readonly SVGSVGElement[], text: SvgText, name: string): void {
  const bytes = new TextEncoder().encode(svgOf(parts, text));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  download({ name: `${name}.svg`, mime: 'image/svg+xml', base64: btoa(binary) });
}
