import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { forgetWidths } from './layout.ts';

/** Inner width (px) of an element, followed as it changes; `fallback` until the first measure and where nothing can be measured. */
export function useWidth<T extends HTMLElement>(fallback: number): readonly [RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(fallback);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const read = () => { if (element.clientWidth > 0) setWidth(element.clientWidth); };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useFontsReady();
  return [ref, width] as const;
}

/** Draws once more when the fonts of the page have arrived: widths measured before were those of a substitute. */
export function useFontsReady(): void {
  const [, redraw] = useState(0);
  useEffect(() => {
    const fonts = (document as { fonts?: FontFaceSet }).fonts;
    if (!fonts || fonts.status === 'loaded') return;
    let mounted = true;
    void fonts.ready.then(() => {
      if (!mounted) return;
      forgetWidths();
      redraw((n) => n + 1);
    });
    return () => { mounted = false; };
  }, []);
}
