import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reply } from '../../contract/errors.ts';
import { doorError } from '../appThread.ts';
import { pageFile, type PageFile } from '../pages.ts';
import { SECURITY_HEADERS } from '../policy.ts';

/** What the web door needs; differences of development come in as values. */
export interface WebDoorOptions {
  readonly call: (method: string, input: unknown) => Promise<Reply<unknown>>;
  /** Answers a request for a file of the window; only requests that may have one get here. */
  readonly page: (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<void>;
  readonly log: (line: string) => void;
  /** 0 = any free port. */
  readonly port?: number;
}

/** A running web door. */
export interface WebDoor {
  /** Address with the one-time token; works once. */
  readonly url: string;
  readonly origin: string;
  readonly server: Server;
  close(): Promise<void>;
}

/** The largest accepted input, bytes. */
export const BODY_LIMIT = 32 * 1024 * 1024;

/** The usual page source: the built window. */
export const builtPages = (rendererDir: string): WebDoorOptions['page'] => async (request, response, pathname) => sendPage(request, response, await pageFile(rendererDir, pathname));

/** Sends one file of the window. */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: PageFile): void {
  response.writeHead(page.status, { ...page.headers, 'content-length': page.body.byteLength });
  response.end(request.method === 'HEAD' ? undefined : page.body);
}

/** Opens the program on 127.0.0.1: a one-time token in the start address becomes a cookie, every request needs it. */
export async function openWebDoor(options: WebDoorOptions): Promise<WebDoor> {
  let token: string | null = randomBytes(24).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      options.log(`web: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (!response.headersSent) sendReply(response, 500, doorError('bug', { id: '' }));
      else response.destroy();
    });
  });
  server.headersTimeout = 20_000;
  server.maxHeadersCount = 100;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  // Cookies are shared by all ports of a host: the name keeps two open programs apart.
  const cookieName = `sotsplan-${port}`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isFromHere(request, host, origin)) return forbid(request, response);
    const url = new URL(request.url ?? '/', origin);
    if (request.method === 'GET' && url.pathname === '/start') {
      if (token === null || !same(url.searchParams.get('token') ?? '', token)) return forbid(request, response);
      token = null;
      response.writeHead(303, { ...SECURITY_HEADERS, location: '/', 'cache-control': 'no-store', 'set-cookie': `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/` });
      response.end();
      return;
    }
    if (!same(cookie(request, cookieName), secret)) return forbid(request, response);
    if (url.pathname.startsWith('/api/')) return callMethod(request, response, url.pathname.slice('/api/'.length));
    if (request.method !== 'GET' && request.method !== 'HEAD') return forbid(request, response);
    await options.page(request, response, url.pathname);
  }

  async function callMethod(request: IncomingMessage, response: ServerResponse, method: string): Promise<void> {
    // A page of another origin cannot send JSON without asking first, and always names its origin.
    if (request.method !== 'POST' || request.headers.origin !== origin) return forbid(request, response);
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return forbid(request, response);
    const body = await readBody(request);
    if (body === null) {
      response.setHeader('connection', 'close');
      return sendReply(response, 413, doorError('input.invalid', { issues: [{ path: '', message: `more than ${BODY_LIMIT} bytes` }] }));
    }
    let input: unknown;
    try {
      input = body === '' ? {} : JSON.parse(body);
    } catch {
      return sendReply(response, 200, doorError('input.invalid', { issues: [{ path: '', message: 'not JSON' }] }));
    }
    sendReply(response, 200, await options.call(method, input));
  }

  return {
    url: `${origin}/start?token=${token}`,
    origin,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Was the request addressed to this very server by its own page or by a person? Stops DNS rebinding and foreign pages. */
function isFromHere(request: IncomingMessage, host: string, origin: string): boolean {
  if (request.headers.host !== host) return false;
  if (request.headers.origin !== undefined && request.headers.origin !== origin) return false;
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

function cookie(request: IncomingMessage, name: string): string {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined) return value;
  }
  return '';
}

function same(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The body as text, or null when it is too long. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function sendReply(response: ServerResponse, status: number, reply: Reply<unknown>): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(reply));
}

/** What a person reads who comes without the program: the start address works once. */
const NOT_HERE = 'Цю адресу відкриває лише сама програма. Запустіть її ще раз.\nOnly the program itself opens this address. Start it again.\n';

function forbid(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close');
  if (!request.headers.accept?.includes('text/html')) return sendReply(response, 403, doorError('transport.forbidden'));
  response.writeHead(403, { ...SECURITY_HEADERS, 'content-security-policy': "default-src 'none'", 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(NOT_HERE);
}
