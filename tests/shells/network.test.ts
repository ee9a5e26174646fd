import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { node, root } from '../helpers/root.ts';

/** Runs a piece of code under the guard that browser tests put before the program; gives what it wrote down. */
function guarded(code: string): { readonly attempts: readonly string[]; readonly out: string } {
  const log = join(mkdtempSync(join(tmpdir(), 'sotsplan-network-')), 'log');
  const ran = spawnSync(node, ['--require', join(root, 'tests/helpers/no-network.cjs'), '--input-type=module', '-e', code], { encoding: 'utf8', env: { ...process.env, NETWORK_LOG: log }, timeout: 20_000 });
  return { attempts: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [], out: ran.stdout };
}

const thread = join(mkdtempSync(join(tmpdir(), 'sotsplan-network-')), 'thread.cjs');
writeFileSync(thread, "require('node:net').connect(9, '192.0.2.1').on('error', (e) => console.log(e.code));");

describe('the guard of the network sees', () => {
  test.each([
    ['a connection', "import net from 'node:net'; net.connect(9, '192.0.2.1').on('error', (e) => console.log(e.code));", 'connect 192.0.2.1:9'],
    ['a connection in a thread', `import { Worker } from 'node:worker_threads'; new Worker(${JSON.stringify(thread)});`, 'connect 192.0.2.1:9'],
    ['a name asked for', "import dns from 'node:dns'; dns.lookup('sotsplan.example', (e) => console.log(e.code));", 'dns lookup sotsplan.example'],
    ['a name resolved', "import dns from 'node:dns/promises'; await dns.resolve4('sotsplan.example').catch((e) => console.log(e.code));", 'dns resolve4 sotsplan.example'],
    ['fetch', "await fetch('http://sotsplan.example/').catch(() => console.log('ENETUNREACH'));", 'sotsplan.example'],
    ['a server open to others', "import net from 'node:net'; try { net.createServer().listen(0); } catch (e) { console.log(e.code); }", 'listen all addresses'],
  ])('%s', (_name, code, attempt) => {
    const { attempts, out } = guarded(code);
    expect(attempts.join('\n')).toContain(attempt);
    expect(out).toContain('ENETUNREACH');
  });
  test('and lets 127.0.0.1 through', () => {
    const { attempts, out } = guarded("import http from 'node:http'; const s = http.createServer((q, r) => r.end('here')).listen(0, '127.0.0.1', async () => { console.log(await (await fetch('http://127.0.0.1:' + s.address().port)).text()); s.close(); });");
    expect(attempts).toEqual([]);
    expect(out).toContain('here');
  });
});
