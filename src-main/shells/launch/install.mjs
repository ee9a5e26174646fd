import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { childEnv, findNode24, hasOwnNode, root } from './process.mjs';
import { say, trouble } from './say.mjs';

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.sotsplan-stamp');

/** Installs the packages when they are missing or the lock file changed; otherwise costs one hash of the lock file. */
export async function ensureInstalled() {
  const lock = readFileSync(lockFile);
  const stamp = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
  if (read(stampFile) === stamp && findNode24()) return;
  if (!alreadyThere(lock)) install();
  if (!findNode24()) {
    throw trouble(
      'Не вдалося встановити Node 24 (пакет node). Вилучіть теку node_modules і повторіть команду з доступом до мережі.',
      'Node 24 (package node) was not installed. Delete the folder node_modules and repeat the command with network access.',
    );
  }
  writeFileSync(stampFile, stamp);
}

/** Were the packages of the lock file installed by hand? Then nothing is reinstalled. */
function alreadyThere(lock) {
  const hidden = read(join(root, 'node_modules', '.package-lock.json'));
  if (!hidden || !findNode24()) return false;
  const present = JSON.parse(hidden).packages ?? {};
  return Object.entries(JSON.parse(lock.toString('utf8')).packages ?? {}).every(
    ([name, wanted]) => name === '' || wanted.optional || wanted.devOptional || present[name]?.version === wanted.version,
  );
}

/**
 * Only the package `node` needs its script, which brings the real Node: npm would also compile better-sqlite3 again, whose built files lie in it
 * already, and fail where there is no Python and compiler.
 */
function install() {
  say('Встановлюю складники програми – зазвичай хвилину-дві…', 'Installing the parts of the program – usually a minute or two…');
  // `npm ci` removes node_modules first, which Windows refuses while our own Node runs from there.
  const inUse = process.platform === 'win32' && existsSync(join(root, 'node_modules'));
  if (npm(inUse ? 'install' : 'ci', '--ignore-scripts', '--no-audit', '--no-fund') && (hasOwnNode() || npm('rebuild', 'node'))) return;
  throw trouble(
    'Складники не встановилися. Перевірте доступ до мережі (реєстр npm) і вільне місце на диску та повторіть команду; подробиці – вище.',
    'The parts were not installed. Check the network (npm registry) and free disk space and repeat the command; details are above.',
  );
}

/** Runs the npm that started this program, else the one on PATH; says whether it succeeded. */
function npm(...args) {
  const script = process.env.npm_execpath;
  const runner = process.env.npm_node_execpath;
  const options = { cwd: root, env: childEnv(), stdio: ['ignore', 2, 2] };
  const result = script && /\.c?js$/.test(script) && runner && existsSync(runner)
    ? spawnSync(runner, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return result.status === 0;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
