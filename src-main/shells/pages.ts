import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { contentSecurityPolicy, newNonce, SECURITY_HEADERS } from './policy.ts';

/** The place in `index.html` where each load's nonce goes. */
export const NONCE_MARK = '__CSP_NONCE__';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** A file of the window, ready to be sent by any door. */
export interface PageFile {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Answers a request for a file of the built window: `index.html` with a fresh nonce, or a hashed asset. */
export async function pageFile(rendererDir: string, pathname: string): Promise<PageFile> {
  if (pathname === '/' || pathname === '/index.html') return indexPage(await readFile(join(rendererDir, 'index.html'), 'utf8'));
  const file = inside(rendererDir, pathname);
  const type = file && TYPES[extname(file)];
  if (!file || !type || type.startsWith('text/html')) return notFound();
  try {
    const body = await readFile(file);
    const cache = pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store';
    return { status: 200, headers: { ...SECURITY_HEADERS, 'content-type': type, 'cache-control': cache }, body };
  } catch {
    return notFound();
  }
}

/** `index.html` for one load. `extraConnect` is for hot reload only. */
export function indexPage(html: string, extraConnect = ''): PageFile {
  const nonce = newNonce();
  return {
    status: 200,
    headers: {
      ...SECURITY_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce, extraConnect),
      'cache-control': 'no-store',
    },
    body: new TextEncoder().encode(html.replaceAll(NONCE_MARK, nonce)),
  };
}

function notFound(): PageFile {
  return { status: 404, headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }, body: new TextEncoder().encode('404') };
}

/** The path of a file inside a folder, or null when the address tries to leave it. */
function inside(folder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const file = normalize(join(folder, decoded));
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? file : null;
}
