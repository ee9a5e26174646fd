import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findElectron } from '../src-main/shells/launch/electron.mjs';
import { ensureBuilt } from '../src-main/shells/launch/build.mjs';
import { chromiumPath } from './helpers/chromium.ts';
import { node, root } from './helpers/root.ts';
import { scratch } from './helpers/scratch.ts';

/**
 * `npm test`: build, types, lint, unit and contract suites, browser suite, Electron suite. Everything runs even when something
 * failed before it; the last line is `N passed, N failed`. Build, types and lint count as one each. One suite after another: side by
 * side they are no faster, since each alone keeps both cores of a small machine busy.
 * Words after `npm test --` choose suites by name: `npm test -- vitest browser`.
 */
interface Score { passed: number; failed: number; skipped: number }

const bin = (file: string): string => join(root, 'node_modules', file);
const { folder, remove } = scratch();
const chosen = process.argv.slice(2);
const total: Score = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
const began = Date.now();

/** Compiled code of everything that is started more than once in a run: workers, programs, packages. */
const NODE_COMPILE_CACHE = join(folder, 'compiled');

/** Where a suite says something. */
type Say = (text: string) => void;

/** Runs a script under the project's Node; answers with its exit code once everything it said is told. */
function run(say: Say, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(node, [...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { NODE_COMPILE_CACHE, ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...env } });
    child.stdout.setEncoding('utf8').on('data', say);
    child.stderr.setEncoding('utf8').on('data', say);
    const stop = (): void => void child.kill();
    process.once('SIGINT', stop);
    child.once('error', () => resolve(1));
    child.once('close', (code) => {
      process.off('SIGINT', stop);
      resolve(code ?? 1);
    });
  });
}

const say: Say = (text) => void process.stdout.write(text);

/** One named suite; a suite that breaks counts as one failed test. */
async function suite(name: string, work: (say: Say) => Promise<Score | number>): Promise<void> {
  if (chosen.length > 0 && !chosen.includes(name)) return;
  const started = Date.now();
  say(`\n── ${name} ${'─'.repeat(Math.max(3, 60 - name.length))}\n`);
  let score: Score;
  try {
    const result = await work(say);
    score = typeof result === 'number' ? { passed: result === 0 ? 1 : 0, failed: result === 0 ? 0 : 1, skipped: 0 } : result;
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n`);
    score = { passed: 0, failed: 1, skipped: 0 };
  }
  total.passed += score.passed;
  total.failed += score.failed;
  total.skipped += score.skipped;
  if (score.failed > 0) failures.push(name);
  say(`── ${name}: ${score.passed} passed, ${score.failed} failed${score.skipped ? `, ${score.skipped} skipped` : ''} · ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** Reads a JSON report; a run without one, or one that failed without a failed test in it, is one failed test. */
function scoreOf(file: string, code: number, read: (report: never) => Score): Score {
  const score = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8')) as never) : { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && score.failed === 0 ? { ...score, failed: 1 } : score;
}

interface VitestReport { readonly numPassedTests: number; readonly numFailedTests: number; readonly numPendingTests: number; readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[] }
const vitestScore = (report: VitestReport): Score => ({
  passed: report.numPassedTests,
  // A file that does not even load has no tests in it.
  failed: report.numFailedTests + report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
  skipped: report.numPendingTests,
});

interface PlaywrightReport { readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number } }
const playwrightScore = ({ stats }: PlaywrightReport): Score => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped });

async function playwright(say: Say, config: string, env: Readonly<Record<string, string>>): Promise<Score> {
  const report = join(folder, `${config.replaceAll('/', '-')}.json`);
  const code = await run(say, [bin('@playwright/test/cli.js'), 'test', '--config', config], { ...env, E2E_JSON: report });
  return scoreOf(report, code, playwrightScore);
}

await suite('build', async () => {
  await ensureBuilt(['main', 'renderer']);
  return 0;
});
// By itself tsc takes four checkers, and each works out the same types again: no more of them than cores.
await suite('types', (say) => run(say, [bin('typescript/bin/tsc'), '-b', '--checkers', String(Math.min(4, availableParallelism()))]));
await suite('lint', (say) => run(say, [bin('oxlint/bin/oxlint'), '--config', 'tests/oxlint.json', 'src-main', 'src-renderer', 'tests']));
await suite('vitest', async (say) => {
  const report = join(folder, 'vitest.json');
  const code = await run(say, [bin('vitest/vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  return scoreOf(report, code, vitestScore);
});
await suite('browser', (say) => playwright(say, 'tests/e2e/playwright.config.ts', { SOTSPLAN_BROWSER: chromiumPath() }));
await suite('electron', async (say) => {
  if (findElectron()) return playwright(say, 'tests/electron/playwright.config.ts', {});
  say('!! SKIPPED: the Electron binary is not on this computer, so the Electron door was only tested against a stand-in.\n');
  return { passed: 0, failed: 0, skipped: 1 };
});

remove();
console.log(`\n${((Date.now() - began) / 1000).toFixed(0)} s${total.skipped ? `, ${total.skipped} skipped` : ''}${failures.length ? `; failed: ${failures.join(', ')}` : ''}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
