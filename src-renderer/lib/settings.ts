import { useSyncExternalStore } from 'react';
import { call } from '../api.ts';
import { setLanguage } from '../i18n/index.ts';
import { createStore, useStore } from './store.ts';
import type { Output } from '#contract/api.ts';

type Settings = Output<'settings.get'>;

/** Preferences of this computer, kept by the program; the browser keeps a copy only for the first frame. */
const store = createStore<Settings>({ language: remembered('language') === 'en' ? 'en' : 'uk', theme: themeOf(remembered('theme')), author: '' });

function remembered(name: string): string | null {
  try { return window.localStorage.getItem(`sotsplan.${name}`); } catch { return null; }
}
function remember(name: string, value: string): void {
  try { window.localStorage.setItem(`sotsplan.${name}`, value); } catch { /* a private window keeps nothing: the program still does */ }
}
function themeOf(text: string | null): Settings['theme'] {
  return text === 'light' || text === 'dark' ? text : 'system';
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const resolved = (): 'light' | 'dark' => {
  const { theme } = store.get();
  return theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
};

function apply(): void {
  document.documentElement.dataset['theme'] = resolved();
  setLanguage(store.get().language);
}

function keep(settings: Settings): void {
  store.set(settings);
  remember('language', settings.language);
  remember('theme', settings.theme);
  apply();
}

apply();
dark.addEventListener('change', apply);

/** Asks the program for the preferences and follows them. */
export async function loadSettings(): Promise<void> { keep(await call('settings.get', {})); }

/** Changes preferences at once and keeps them; throws when they could not be kept. */
export async function changeSettings(patch: Partial<Settings>): Promise<void> {
  keep({ ...store.get(), ...patch });
  keep(await call('settings.set', patch));
}

/** Preferences of this computer. */
export const useSettings = (): Settings => useStore(store, (settings) => settings);

/** The theme that is shown: the chosen one or the system's. */
export function useTheme(): 'light' | 'dark' {
  return useSyncExternalStore((listener) => {
    const stop = store.subscribe(listener);
    dark.addEventListener('change', listener);
    return () => { stop(); dark.removeEventListener('change', listener); };
  }, resolved);
}
