/** Program file of an installed Chrome, Chromium or Edge, or null. */
export function findBrowser(): string | null;
/** Opens an address in an app window; null when there is no browser or no screen. */
export function openWindow(url: string, language: string): { readonly ended: Promise<boolean>; close(): void } | null;
