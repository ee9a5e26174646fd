import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';

/** How a map is zoomed and moved: screen = base × k + (x, y). */
export interface MapView { readonly k: number; readonly x: number; readonly y: number }

const HOME: MapView = { k: 1, x: 0, y: 0 };
const LEAST = 0.6, MOST = 12;
/** A point this near to the edge of the window, px, is not well seen. */
const EDGE = 24;

interface Hands {
  readonly view: MapView;
  readonly zoom: (factor: number) => void;
  readonly reset: () => void;
  /** Brings a point of the first view, px, into sight. */
  readonly lookAt: (x: number, y: number) => void;
  readonly moved: boolean;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
  };
}

/** Zoom and movement of a map by wheel (with Ctrl, or while it has the focus), dragging and keys. `box` is the element that catches them. */
export function useMapView(box: RefObject<HTMLElement | null>, width: number, height: number): Hands {
  const [view, setView] = useState(HOME);
  const drag = useRef<{ x: number; y: number } | null>(null);

  const at = useCallback((factor: number, cx: number, cy: number) => setView((v) => {
    const k = Math.max(LEAST, Math.min(MOST, v.k * factor));
    const f = k / v.k;
    return { k, x: cx - (cx - v.x) * f, y: cy - (cy - v.y) * f };
  }), []);
  const zoom = useCallback((factor: number) => at(factor, width / 2, height / 2), [at, width, height]);
  const move = useCallback((dx: number, dy: number) => setView((v) => ({
    k: v.k,
    x: Math.max(width * (0.5 - v.k * 1.5), Math.min(width * (0.5 + v.k * 0.5), v.x + dx)),
    y: Math.max(height * (0.5 - v.k * 1.5), Math.min(height * (0.5 + v.k * 0.5), v.y + dy)),
  })), [width, height]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !element.contains(document.activeElement)) return;
      event.preventDefault();
      const edge = element.getBoundingClientRect();
      at(Math.exp(-event.deltaY * 0.002), event.clientX - edge.left, event.clientY - edge.top);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [box, at]);

  return {
    view, zoom,
    reset: useCallback(() => setView(HOME), []),
    lookAt: useCallback((x, y) => setView((v) => {
      const [sx, sy] = [x * v.k + v.x, y * v.k + v.y];
      return sx > EDGE && sy > EDGE && sx < width - EDGE && sy < height - EDGE ? v : { k: v.k, x: width / 2 - x * v.k, y: height / 2 - y * v.k };
    }), [width, height]),
    moved: view.k !== 1 || view.x !== 0 || view.y !== 0,
    handlers: {
      onKeyDown: (event) => {
        const step = 40;
        const act = ({
          '+': () => zoom(1.4), '=': () => zoom(1.4), '-': () => zoom(1 / 1.4), _: () => zoom(1 / 1.4), 0: () => setView(HOME),
          ArrowLeft: () => move(step, 0), ArrowRight: () => move(-step, 0), ArrowUp: () => move(0, step), ArrowDown: () => move(0, -step),
        } as Record<string, (() => void) | undefined>)[event.key];
        if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        act();
      },
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        drag.current = { x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture?.(event.pointerId);
      },
      onPointerMove: (event) => {
        if (!drag.current) return;
        move(event.clientX - drag.current.x, event.clientY - drag.current.y);
        drag.current = { x: event.clientX, y: event.clientY };
      },
      onPointerUp: () => { drag.current = null; },
    },
  };
}
