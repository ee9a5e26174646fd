import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { childEnv, node24, root } from './process.mjs';
import { say, trouble } from './say.mjs';

/** What each bundle is made of. */
const PARTS = {
  main: ['src-main', 'package.json', 'package-lock.json'],
  renderer: ['src-renderer', 'src-main/contract', 'package.json', 'package-lock.json'],
};
const dist = join(root, 'dist');
const lock = join(dist, '.building');

/** Builds the named bundles that are older than their sources. When nothing changed it costs one look at each file's time and size. */
export async function ensureBuilt(parts, { force = false } = {}) {
  const stale = () => parts.filter((part) => force || isStale(part));
  if (stale().length === 0) return;
  mkdirSync(dist, { recursive: true });
  await takeLock();
  try {
    for (const part of stale()) build(part);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function build(part) {
  say(`Збираю програму (${part})…`, `Building the program (${part})…`);
  const before = quickMark(part);
  const content = contentMark(part);
  const result = spawnSync(node24(), [join(import.meta.dirname, 'bundle.mjs'), part], { cwd: root, env: childEnv(), stdio: ['ignore', 2, 2] });
  if (result.status !== 0) throw trouble(`Збірка «${part}» не вдалася; подробиці – вище.`, `The build of "${part}" failed; details are above.`);
  writeFileSync(stampOf(part), JSON.stringify({ quick: before, content }));
}

function isStale(part) {
  let stamp;
  try {
    stamp = JSON.parse(readFileSync(stampOf(part), 'utf8'));
    statSync(join(dist, part));
  } catch {
    return true;
  }
  const quick = quickMark(part);
  if (stamp.quick === quick) return false;
  const content = contentMark(part);
  if (stamp.content !== content) return true;
  writeFileSync(stampOf(part), JSON.stringify({ quick, content })); // touched, not changed
  return false;
}

const stampOf = (part) => join(dist, `.${part}.json`);
const quickMark = (part) => mark(part, (file, info) => `${file}\0${info.size}\0${info.mtimeMs}`);
const contentMark = (part) => mark(part, (file) => Buffer.concat([Buffer.from(`${file}\0`), readFileSync(join(root, file))]));

function mark(part, describe) {
  const hash = createHash('sha256');
  for (const [file, info] of PARTS[part].flatMap(filesOf)) hash.update(describe(file, info));
  return hash.digest('hex');
}

function filesOf(file) {
  const info = statSync(join(root, file));
  if (!info.isDirectory()) return [[file, info]];
  return readdirSync(join(root, file)).toSorted().flatMap((name) => filesOf(`${file}/${name}`));
}

/** Two commands started together build one after the other. The lock of a command that died is taken over. */
async function takeLock() {
  for (let told = false; ; await wait(200)) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!told) say('Чекаю, поки завершиться інша збірка…', 'Waiting for another build to finish…');
    told = true;
    if (!holderLives()) rmSync(lock, { recursive: true, force: true });
  }
}

function holderLives() {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
    if (pid === process.pid) return false;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error.code === 'EPERM') return true;
    try {
      return Date.now() - statSync(lock).mtimeMs < 2000; // taken this moment, number not written yet
    } catch {
      return false;
    }
  }
}
