import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function of one identity that always runs the newest version of `handler`: for event handlers, never while drawing. */
export function useStable<A extends unknown[], T>(handler: (...args: A) => T): (...args: A) => T {
  const latest = useRef(handler);
  useLayoutEffect(() => { latest.current = handler; });
  return useCallback((...args: A) => latest.current(...args), []);
}
