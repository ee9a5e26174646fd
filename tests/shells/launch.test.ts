import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../src-main/shells/launch/build.mjs';
import { node, root } from '../helpers/root.ts';

/** The launcher on a computer without screen, browser or Electron. */
function launch(args: readonly string[], screen: Readonly<Record<string, string>> = {}): { readonly said: () => { out: string; err: string }; readonly ended: Promise<number | null>; kill(signal: NodeJS.Signals): void } {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', SOTSPLAN_BROWSER: join(root, 'none'), ELECTRON_SKIP_BINARY_DOWNLOAD: '1', ELECTRON_OVERRIDE_DIST_PATH: join(root, 'none'), ...screen };
  const child = spawn(node, [join(root, 'src-main/shells/launch.mjs'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (err += chunk));
  return { said: () => ({ out, err }), ended: new Promise((resolve) => child.once('close', resolve)), kill: (signal) => void child.kill(signal) };
}
const until = async (isTrue: () => boolean): Promise<void> => {
  for (const end = Date.now() + 30_000; !isTrue(); ) {
    if (Date.now() > end) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

beforeAll(() => ensureBuilt(['main', 'renderer']), 300_000);

describe('npm start', () => {
  test.each([['uk', 'Electron тут недоступне'], ['en', 'Electron window is not available']] as const)(
    'says one plain sentence in %s, prints the address, and Ctrl+C ends it cleanly',
    async (language, sentence) => {
      const program = launch(['start', '--library', mkdtempSync(join(tmpdir(), 'sotsplan-start-')), '--lang', language]);
      await until(() => program.said().out.includes('http://127.0.0.1:'));
      expect(program.said().err).toContain(sentence);
      const url = program.said().out.trim();
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/start\?token=[\w-]{32}$/);
      expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
      if (process.platform === 'win32') return program.kill('SIGKILL'); // a console signal cannot be sent from here
      program.kill('SIGINT');
      expect(await program.ended).toBe(0);
      await expect(fetch(url)).rejects.toThrow();
    },
  );
  test.runIf(process.platform !== 'win32')('opens an app window with a profile of its own, and closing it ends the program', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sotsplan-window-test-'));
    const browser = join(folder, 'browser');
    writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/args'\nwhile [ ! -e '${folder}/close' ]; do sleep 0.05; done\n`);
    chmodSync(browser, 0o755);
    const program = launch(['start', '--web', '--library', join(folder, 'library'), '--lang', 'en'], { DISPLAY: ':99', SOTSPLAN_BROWSER: browser });
    await until(() => existsSync(join(folder, 'args')) && program.said().err.includes('The program is open'));
    const args = readFileSync(join(folder, 'args'), 'utf8').split('\n');
    const url = args.find((arg) => arg.startsWith('--app='))?.slice('--app='.length) ?? '';
    const profile = args.find((arg) => arg.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length) ?? '';
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
    expect(existsSync(profile)).toBe(true);
    writeFileSync(join(folder, 'close'), '');
    expect(await program.ended).toBe(0);
    expect(program.said().out).toBe('');
    expect(existsSync(profile), 'the profile is removed').toBe(false);
  });
  test.runIf(process.platform !== 'win32')('a signal that reaches only the shell of npm ends the program too', async () => {
    const command = `"${node}" "${join(root, 'src-main/shells/launch.mjs')}" start --web --library "${mkdtempSync(join(tmpdir(), 'sotsplan-start-'))}"; exit $?`;
    const shell = spawn('sh', ['-c', command], { env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', SOTSPLAN_BROWSER: join(root, 'none') }, stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    shell.stdout.setEncoding('utf8').on('data', (chunk) => (out += chunk));
    const closed = new Promise((resolve) => shell.once('close', resolve)); // when the last process that writes there has ended
    await until(() => out.includes('http://127.0.0.1:'));
    shell.kill('SIGTERM');
    await closed;
    await expect(fetch(out.trim())).rejects.toThrow();
  });
  test('--web says nothing about Electron', async () => {
    const program = launch(['start', '--web', `--library=${mkdtempSync(join(tmpdir(), 'sotsplan-start-'))}`, '--lang=en']);
    await until(() => program.said().out.includes('http://127.0.0.1:'));
    expect(program.said().err).not.toContain('Electron');
    program.kill('SIGTERM');
    if (process.platform !== 'win32') expect(await program.ended).toBe(0);
  });
  test('a wrong option ends with a sentence', async () => {
    const program = launch(['start', '--web', '--nope']);
    expect(await program.ended).toBe(2);
    expect(program.said().err).toContain('--nope');
  });
});

describe('other commands', () => {
  test('an unknown command names the known ones', async () => {
    const program = launch(['fly', '--lang', 'en']);
    expect(await program.ended).toBe(2);
    expect(program.said()).toMatchObject({ out: '' });
    expect(program.said().err).toMatch(/Unknown command "fly".*start, cli/);
  });
  test('the command line gives only JSON on stdout and its own exit code', async () => {
    const good = launch(['cli', 'methods']);
    expect(await good.ended).toBe(0);
    expect(Array.isArray(JSON.parse(good.said().out))).toBe(true);
    const usage = launch(['cli', 'fly']);
    expect(await usage.ended).toBe(2);
    expect(usage.said().out).toBe('');
    const refused = launch(['cli', 'call', 'no.such', '{}', '--library', mkdtempSync(join(tmpdir(), 'sotsplan-cli-'))]);
    expect(await refused.ended).toBe(1);
  });
});
