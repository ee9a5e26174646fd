import { useSyncExternalStore } from 'react';

const query = (): MediaQueryList | null => (typeof window.matchMedia === 'function' ? window.matchMedia('(max-width: 900px)') : null);
function subscribe(listener: () => void): () => void {
  const media = query();
  media?.addEventListener('change', listener);
  return () => media?.removeEventListener('change', listener);
}

/** Is the window narrow (200 % zoom)? Then the grid hides secondary columns behind its own «Стовпці». */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query()?.matches === true);
