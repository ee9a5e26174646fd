import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node, root } from './root.ts';

/** The built program, running behind its web door. */
export interface RunningProgram {
  /** Start address with the one-time token. */
  readonly url: string;
  readonly origin: string;
  readonly library: string;
  /** Attempts of the process or its threads to reach anything but 127.0.0.1. */
  network(): readonly string[];
  /** Lines of the program's log of errors. */
  log(): readonly string[];
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
  return {
    url,
    origin: new URL(url).origin,
    library,
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
