import { afterAll, afterEach, vi } from 'vitest';
import { tidy } from './helpers/after.ts';

// Vitest runs this for every file of tests, also where files share a worker and helpers are loaded only once.
afterEach(tidy);

if ('document' in globalThis) {
  const { cleanup, configure } = await import('@testing-library/react');
  // A page has time to show what is waited for, also while the browser suite runs beside it.
  configure({ asyncUtilTimeout: 20_000 });
  // Files share a window: the next one finds no program, no plan and no page in it.
  afterAll(async () => {
    const [{ setLanguage }, { planStore }] = await Promise.all([import('../src-renderer/i18n/index.ts'), import('../src-renderer/plan/store.ts')]);
    cleanup();
    vi.unstubAllGlobals();
    Reflect.deleteProperty(window, 'bridge');
    Reflect.deleteProperty(globalThis, 'ResizeObserver');
    window.localStorage.clear();
    window.sessionStorage.clear();
    window.location.hash = '';
    document.body.replaceChildren();
    setLanguage('uk');
    planStore.set({ ready: false, info: null, view: null, year: 0, scenario: 'base', revision: 0, saved: { state: 'none' }, error: null });
  });
}
