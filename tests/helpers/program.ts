import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input, MethodName, Output } from '#contract/api.ts';
import { node, root } from './root.ts';

/** The built program, running behind its web door. */
export interface RunningProgram {
  /** Start address with the one-time token. */
  readonly url: string;
  readonly origin: string;
  readonly library: string;
  /** The cookie of a window; the first call uses the one-time token up. */
  cookie(): Promise<{ readonly name: string; readonly value: string }>;
  /** One action through the program's own door, as its window asks for it; an error object is thrown as its code. */
  ask<N extends MethodName>(method: N, input: Input<N>): Promise<Output<N>>;
  /** Attempts of the process or its threads to reach anything but 127.0.0.1. */
  network(): readonly string[];
  /** Lines of the program's log of errors. */
  log(): readonly string[];
  /** What it wrote to its console: nothing is right. */
  said(): string;
  /** Ends the program as Ctrl+C would, and removes the library folder when it was made here. Answers with the exit code. */
  stop(): Promise<number | null>;
  /** Ends the program as a power cut would; nothing of it runs any more when this answers. */
  kill(): Promise<void>;
}

/** Starts the built web door with a library folder of its own; the network is refused to it. */
export async function startProgram(options: { readonly library?: string; readonly lang?: 'uk' | 'en' } = {}): Promise<RunningProgram> {
  const scratch = mkdtempSync(join(tmpdir(), 'sotsplan-test-'));
  const library = options.library ?? join(scratch, 'library');
  const networkLog = join(scratch, 'network.txt');
  const args = ['--require', join(root, 'tests/helpers/no-network.cjs'), join(root, 'dist/main/web.mjs'), '--library', library, ...(options.lang ? ['--lang', options.lang] : [])];
  const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, NETWORK_LOG: networkLog, NODE_OPTIONS: '' } });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += String(chunk)));
  child.stderr?.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { url: string }).url));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the program ended with code ${code} before it opened: ${said}`)));
  });
  const lines = (file: string): readonly string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);
  const { origin } = new URL(url);
  const enter = async (): Promise<{ readonly name: string; readonly value: string }> => {
    const [, name, value] = /^([^=]+)=([^;]+)/.exec((await fetch(url, { redirect: 'manual' })).headers.getSetCookie()[0] ?? '') ?? [];
    if (name === undefined || value === undefined) throw new Error('the start address gave no cookie');
    return { name, value };
  };
  let entered: ReturnType<typeof enter> | undefined;
  const cookie = (): ReturnType<typeof enter> => (entered ??= enter());
  return {
    url,
    origin,
    library,
    cookie,
    ask: async <N extends MethodName>(method: N, input: Input<N>): Promise<Output<N>> => {
      const { name, value } = await cookie();
      const answer = await fetch(`${origin}/api/${method}`, { method: 'POST', headers: { 'content-type': 'application/json', origin, cookie: `${name}=${value}` }, body: JSON.stringify(input) });
      const reply = await answer.json() as { readonly ok: boolean; readonly value: unknown; readonly error?: { readonly code: string } };
      if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)}`);
      return reply.value as Output<N>;
    },
    said: () => said,
    network: () => lines(networkLog),
    log: () => lines(join(library, 'sotsplan.log')),
    stop: async () => {
      if (child.connected) child.disconnect();
      const code = await ended;
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      if (said) throw new Error(`the console must stay silent, but the program said: ${said}`);
      return code;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
