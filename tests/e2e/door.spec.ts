import { request as httpRequest } from 'node:http';
import { expect, listen, test } from '../helpers/browser.ts';
import type { RunningProgram } from '../helpers/program.ts';

interface Answer { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly body: string }

/** One raw request: a browser would not let a test write Host, Origin or Cookie. */
function raw(origin: string, path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(new URL(path, origin), { method, headers, setHost: headers['host'] === undefined }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk)).on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The cookie of a window, as a header. */
async function cookieOf(program: RunningProgram): Promise<string> {
  const { name, value } = await program.cookie();
  return `${name}=${value}`;
}

test.describe(() => {
  test.use({ own: true });

  test('the start address opens the window; each load has a fresh nonce and nothing inline', async ({ browser, program }) => {
    const page = await browser.newPage();
    const trouble = listen(page);
    const policies: string[] = [];
    const nonces: (string | null)[] = [];
    for (let load = 0; load < 2; load++) {
      const response = await (load === 0 ? page.goto(program.url) : page.reload());
      policies.push(response?.headers()['content-security-policy'] ?? '');
      nonces.push(await page.evaluate(() => (globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ ?? null));
      expect(await page.locator('meta[name="csp-nonce"]').getAttribute('content')).toBe(nonces[load]);
    }
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    for (const [i, policy] of policies.entries()) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain(`'nonce-${nonces[i]}'`);
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toMatch(/https?:|\*/);
    }
    await expect(page.locator('#root')).toBeAttached();
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('the token works once, and only for the right one', async ({ program }) => {
    const { origin } = program;
    expect((await raw(origin, '/start?token=wrong')).status).toBe(403);
    expect((await raw(origin, '/start')).status).toBe(403);
    const start = new URL(program.url).pathname + new URL(program.url).search;
    const answer = await raw(origin, start);
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^sotsplan-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await raw(origin, start)).status).toBe(403);
    expect((await raw(origin, '/', { cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '' })).status).toBe(200);
  });
});

test('a script without the nonce does not run', async ({ page, program }) => {
  const messages: string[] = [];
  const second = await page.context().newPage();
  second.on('console', (message) => messages.push(message.text()));
  await second.route(`${program.origin}/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('</head>', '<script>globalThis.intruder = true</script></head>') });
  });
  await second.goto(program.origin);
  expect(await second.evaluate(() => 'intruder' in globalThis)).toBe(false);
  expect(messages.join('\n')).toContain('Content Security Policy');
});

test('without the cookie nothing is given', async ({ program }) => {
  const cookie = await cookieOf(program);
  const [name] = cookie.split('=');
  for (const path of ['/', '/index.html', '/api/app.info', '/assets/none.js']) {
    expect((await raw(program.origin, path)).status).toBe(403);
    expect((await raw(program.origin, path, { cookie: `${name}=${'x'.repeat(43)}` })).status).toBe(403);
  }
});

test('a foreign host, origin or site is refused even with the cookie', async ({ program }) => {
  const { origin } = program;
  const cookie = await cookieOf(program);
  const json = { cookie, 'content-type': 'application/json' };
  const { port } = new URL(origin);
  expect((await raw(origin, '/', { cookie, host: `sotsplan.example:${port}` })).status).toBe(403);
  expect((await raw(origin, '/', { cookie, host: `localhost:${port}` })).status).toBe(403);
  expect((await raw(origin, '/', { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await raw(origin, '/api/app.info', { ...json, origin: 'https://sotsplan.example' }, 'POST', '{}')).status).toBe(403);
  expect((await raw(origin, '/api/app.info', { ...json, origin: 'null' }, 'POST', '{}')).status).toBe(403);
  expect((await raw(origin, '/api/app.info', json, 'POST', '{}')).status).toBe(403);
  expect((await raw(origin, '/api/app.info', { cookie, origin, 'content-type': 'text/plain' }, 'POST', '{}')).status).toBe(403);
  expect((await raw(origin, '/api/app.info', { ...json, origin })).status).toBe(403);
  const good = await raw(origin, '/api/app.info', { ...json, origin }, 'POST', '{}');
  expect(good.status).toBe(200);
  expect(JSON.parse(good.body)).toMatchObject({ ok: true, value: { library: program.library } });
});

test('wrong input is answered with a code', async ({ program }) => {
  const cookie = await cookieOf(program);
  const headers = { cookie, 'content-type': 'application/json', origin: program.origin };
  const ask = async (path: string, body: string): Promise<unknown> => JSON.parse((await raw(program.origin, path, headers, 'POST', body)).body);
  expect(await ask('/api/no.such', '{}')).toMatchObject({ ok: false, error: { code: 'input.unknownMethod' } });
  expect(await ask('/api/app.info', '{')).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  expect(await ask('/api/plan.open', '{"path":5}')).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  expect((await raw(program.origin, '/api/app.info', { ...headers, 'content-length': String(40 * 1024 * 1024) }, 'POST')).status).toBe(413);
});

test('files outside the window are not served', async ({ program }) => {
  const cookie = await cookieOf(program);
  for (const path of ['/../main/web.mjs', '/..%2fmain/web.mjs', '/%2e%2e/%2e%2e/package.json', '/assets/..%5c..%5cpackage.json', '/.renderer.json', '/%00', '/%']) {
    expect((await raw(program.origin, path, { cookie })).status).toBe(404);
  }
});
