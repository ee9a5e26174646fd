import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectron } from '../src-main/shells/launch/electron.mjs';
import { ensureBuilt } from '../src-main/shells/launch/build.mjs';
import { chromiumPath } from './helpers/chromium.ts';
import { node, root } from './helpers/root.ts';

/**
 * `npm test`: build, types, lint, unit and contract suites, browser suite, Electron suite. Everything runs even when something
 * failed before it; the last line is `N passed, N failed`. Build, types and lint count as one each.
 * Words after `npm test --` choose suites by name: `npm test -- vitest browser`.
 */
interface Score { passed: number; failed: number; skipped: number }

const bin = (file: string): string => join(root, 'node_modules', file);
const scratch = mkdtempSync(join(tmpdir(), 'sotsplan-run-'));
const chosen = process.argv.slice(2);
const total: Score = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
const began = Date.now();

/** Runs a script under the project's Node with its output shown; answers with its exit code. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(node, [...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
    const stop = (): void => void child.kill();
    process.once('SIGINT', stop);
    child.once('error', () => resolve(1));
    child.once('exit', (code) => {
      process.off('SIGINT', stop);
      resolve(code ?? 1);
    });
  });
}

/** One named suite; a suite that breaks counts as one failed test. */
async function suite(name: string, work: () => Promise<Score | number>): Promise<void> {
  if (chosen.length > 0 && !chosen.includes(name)) return;
  const started = Date.now();
  console.log(`\n── ${name} ${'─'.repeat(Math.max(3, 60 - name.length))}`);
  let score: Score;
  try {
    const result = await work();
    score = typeof result === 'number' ? { passed: result === 0 ? 1 : 0, failed: result === 0 ? 0 : 1, skipped: 0 } : result;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    score = { passed: 0, failed: 1, skipped: 0 };
  }
  total.passed += score.passed;
  total.failed += score.failed;
  total.skipped += score.skipped;
  if (score.failed > 0) failures.push(name);
  console.log(`── ${name}: ${score.passed} passed, ${score.failed} failed${score.skipped ? `, ${score.skipped} skipped` : ''} · ${((Date.now() - started) / 1000).toFixed(1)} s`);
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

async function playwright(config: string, env: Readonly<Record<string, string>>): Promise<Score> {
  const report = join(scratch, `${config.replaceAll('/', '-')}.json`);
  const code = await run([bin('@playwright/test/cli.js'), 'test', '--config', config], { ...env, E2E_JSON: report });
  return scoreOf(report, code, playwrightScore);
}

await suite('build', async () => {
  await ensureBuilt(['main', 'renderer']);
  return 0;
});
await suite('types', () => run([bin('typescript/bin/tsc'), '-b']));
await suite('lint', () => run([bin('oxlint/bin/oxlint'), '--config', 'tests/oxlint.json', 'src-main', 'src-renderer', 'tests']));
await suite('vitest', async () => {
  const report = join(scratch, 'vitest.json');
  const code = await run([bin('vitest/vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  return scoreOf(report, code, vitestScore);
});
await suite('browser', () => playwright('tests/e2e/playwright.config.ts', { SOTSPLAN_BROWSER: chromiumPath() }));
await suite('electron', async () => {
  if (findElectron()) return playwright('tests/electron/playwright.config.ts', {});
  console.log('!! SKIPPED: the Electron binary is not on this computer, so the Electron door was only tested against a stand-in.');
  return { passed: 0, failed: 0, skipped: 1 };
});

rmSync(scratch, { recursive: true, force: true });
console.log(`\n${((Date.now() - began) / 1000).toFixed(0)} s${total.skipped ? `, ${total.skipped} skipped` : ''}${failures.length ? `; failed: ${failures.join(', ')}` : ''}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
