import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer } from 'vite';
import { startAppThread, type AppThread } from '../../src-main/shells/appThread.ts';
import { readOptions } from '../../src-main/shells/args.ts';
import { indexPage } from '../../src-main/shells/pages.ts';
import { librarySpot } from '../../src-main/shells/places.ts';
import { openWebDoor, sendPage } from '../../src-main/shells/web/server.ts';
import type { PlanInfo } from '#contract/api/library.ts';
import { root } from './root.ts';

/**
 * `npm run dev`: the web door with Vite behind it. The window reloads its modules as they change; a change of `src-main` starts
 * a new program thread and opens the same plan again. Only here the page may also connect to Vite's own socket.
 */
const HMR_PORT = 24_679;
const { values, problem } = readOptions(process.argv.slice(2), ['library', 'port', 'lang']);
if (problem) throw new Error(problem);

const source = join(root, 'src-main');
const where = { ...librarySpot(values['library'], root), resourcesDir: join(root, 'resources'), jobsWorker: join(source, 'jobs', 'worker.ts'), version: 'dev' };
const startThread = (): AppThread => startAppThread(join(source, 'shells', 'worker.ts'), where, (why) => console.error(why));
let app = startThread();

const vite = await createServer({
  configFile: join(root, 'src-renderer', 'vite.config.ts'),
  appType: 'custom',
  server: { middlewareMode: true, hmr: { host: '127.0.0.1', port: HMR_PORT }, host: '127.0.0.1' },
});
const door = await openWebDoor({
  call: (method, input) => app.call(method, input),
  log: (line) => console.error(line),
  port: Number(values['port'] ?? 0),
  page: async (request, response, pathname) => {
    if (pathname === '/' || pathname === '/index.html') {
      const html = await vite.transformIndexHtml(pathname, await readFile(join(root, 'src-renderer', 'index.html'), 'utf8'));
      return sendPage(request, response, indexPage(html, `ws://127.0.0.1:${HMR_PORT}`));
    }
    await new Promise<void>((resolve) => {
      response.once('close', resolve);
      vite.middlewares(request, response, () => response.writeHead(404).end());
    });
  },
});
if (values['lang']) await app.call('settings.set', { language: values['lang'] });
console.log(`\n${door.url}\n`);

let timer: NodeJS.Timeout | undefined;
const watcher = watch(source, { recursive: true }, (_event, file) => {
  if (!file?.endsWith('.ts')) return;
  clearTimeout(timer);
  timer = setTimeout(() => void restart(file), 200);
});

async function restart(file: string): Promise<void> {
  const open = await app.call('plan.current', {});
  await app.close();
  app = startThread();
  const plan = open.ok ? (open.value as PlanInfo | null) : null;
  if (plan) await app.call('plan.open', { path: plan.path, readOnly: plan.readOnly });
  console.log(`${file} changed: the program thread was started anew`);
}

let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    watcher.close();
    void Promise.all([door.close(), app.close(), vite.close()]).then(() => process.exit(0));
  });
}
