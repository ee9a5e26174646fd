import { createTheme, MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { Shell } from './components/shell/Shell.tsx';
import { keepFocus } from './lib/focus.ts';
import { numbersAsOneStop } from './lib/numberStop.ts';
import { loadSettings, useTheme } from './lib/settings.ts';
import { findPlan } from './plan/store.ts';

/** Nonce of this window: styles made at run time carry it, nothing else is allowed. */
const nonce = (): string => document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

const tokens = (name: string): [string, string, string, string, string, string, string, string, string, string] => Array.from({ length: 10 }, () => `var(--${name})`) as never;

/** The UI kit speaks in the tokens of the look; 1 rem is 13 px here, so its sizes are scaled back. */
const theme = createTheme({
  scale: 16 / 13,
  fontFamily: 'var(--font)', fontFamilyMonospace: 'var(--mono)', headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontSizes: { xs: '0.923rem', sm: '1rem', md: '1rem', lg: '1.077rem', xl: '1.154rem' },
  lineHeights: { xs: '1.33', sm: '1.385', md: '1.385', lg: '1.385', xl: '1.385' },
  defaultRadius: '4px', radius: { xs: '2px', sm: '3px', md: '4px', lg: '4px', xl: '4px' },
  shadows: { xs: 'none', sm: 'none', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  colors: { accent: tokens('accent') }, primaryColor: 'accent', respectReducedMotion: true, focusRing: 'never', cursorType: 'pointer',
});

const variables = {
  '--mantine-color-body': 'var(--surface)', '--mantine-color-text': 'var(--ink)', '--mantine-color-dimmed': 'var(--ink3)', '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-default': 'var(--surface)', '--mantine-color-default-hover': 'var(--sunk)', '--mantine-color-placeholder': 'var(--ink3)', '--mantine-color-anchor': 'var(--accent)', '--mantine-color-error': 'var(--bad)',
};

/** The whole window. */
export function App() {
  const scheme = useTheme();
  useEffect(() => {
    loadSettings().catch(() => undefined);
    void findPlan();
  }, []);
  useEffect(keepFocus, []);
  useEffect(numbersAsOneStop, []);
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme} getStyleNonce={nonce} cssVariablesResolver={() => ({ variables, light: variables, dark: variables })}>
      <Shell />
    </MantineProvider>
  );
}
