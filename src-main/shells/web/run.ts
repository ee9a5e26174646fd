import { join } from 'node:path';
import { readOptions } from '../args.ts';
import { startAppThread } from '../appThread.ts';
import { fileLog } from '../log.ts';
import { keepCompiled, places } from '../places.ts';
import { builtPages, openWebDoor } from './server.ts';

/**
 * The web door as a program: `web.mjs [--library DIR] [--lang uk|en] [--port N]`.
 * With a parent (`npm start`) it tells the address through the channel and ends when the channel closes; alone it prints the address.
 */
const options = readOptions(process.argv.slice(2), ['library', 'lang', 'port']);
if (options.problem) {
  process.stderr.write(`${options.problem}\n`);
  process.exit(2);
}
keepCompiled(import.meta.dirname);
const where = places(import.meta.dirname, options.values['library']);
const log = fileLog(where.libraryDir);
const app = startAppThread(join(import.meta.dirname, 'worker.mjs'), where, (why) => log(`program thread: ${why}`));
const door = await openWebDoor({ call: app.call, page: builtPages(where.rendererDir), log, port: Number(options.values['port'] ?? 0) });

const language = options.values['lang'];
if (language) await app.call('settings.set', { language });

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await door.close();
  await app.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
process.on('disconnect', () => void end());
process.on('uncaughtException', (error) => log(`web: ${error.stack ?? error.message}`));

if (process.send) process.send({ url: door.url });
else process.stdout.write(`${door.url}\n`);
