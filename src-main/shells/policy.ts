import { randomBytes } from 'node:crypto';

/** A value for one page load: scripts and styles without it do not run. */
export const newNonce = (): string => randomBytes(18).toString('base64');

/**
 * Content Security Policy of the window, the same in every door. Nothing from elsewhere, nothing inline without the nonce.
 * `extraConnect` exists for hot reload during development only.
 */
export function contentSecurityPolicy(nonce: string, extraConnect = ''): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${extraConnect && ` ${extraConnect}`}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Abilities of a browser that the program never needs. Writing to the clipboard stays allowed for the program's own page. */
const DENIED = [
  'accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen', 'geolocation', 'gyroscope', 'hid', 'idle-detection',
  'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'serial',
  'storage-access', 'usb', 'window-management', 'xr-spatial-tracking',
];

/** Headers of every answer of a window door. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': `${DENIED.map((name) => `${name}=()`).join(', ')}, clipboard-read=(self), clipboard-write=(self)`,
};

/** Scheme and host of the Electron door. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'sotsplan';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** May the window go to, load from, or be called from this address? Only the program itself. */
export function isOwnAddress(url: string): boolean {
  const parsed = parse(url);
  return parsed !== null && parsed.protocol === `${APP_SCHEME}:` && parsed.host === APP_HOST && parsed.username === '' && parsed.port === '';
}

/** May this link be handed to the browser of the system? Only https, without a name or password in it. */
export function isExternalLink(url: string): boolean {
  const parsed = parse(url);
  return parsed !== null && parsed.protocol === 'https:' && parsed.hostname !== '' && parsed.username === '' && parsed.password === '';
}

/** Permissions the page gets: writing text to the clipboard after a click, nothing else. */
export const isAllowedPermission = (permission: string): boolean => permission === 'clipboard-sanitized-write';

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
