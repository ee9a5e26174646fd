import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Folder of the project. */
export const root = join(import.meta.dirname, '..', '..', '..');

const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
/** Is the Node of the project installed? */
export const hasOwnNode = () => existsSync(ownNode);

/** The Node of the project (24) once installed; the running one when it is new enough to run TypeScript; else null. */
export function findNode24() {
  if (hasOwnNode()) return ownNode;
  const [major = 0] = process.versions.node.split('.').map(Number);
  return major >= 24 ? process.execPath : null;
}

/** Like {@link findNode24}, for use after the installation. */
export function node24() {
  const found = findNode24();
  if (!found) throw new Error('node_modules/node: Node 24');
  return found;
}

/** Environment of children: tools of the project come first on PATH. */
export function childEnv(extra = {}) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [key]: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env[key] ?? ''}`, ...extra };
}

/** How long a child may take to close its plan after Ctrl+C, ms. */
const PATIENCE = 5000;

/**
 * Runs a child to its end and answers with its exit code. Ctrl+C and termination reach the child too: through its
 * channel when it has one (the only clean way on Windows), by signal otherwise; one that does not end is killed.
 */
export function run(command, args, { env, channel = false, onMessage, onStart } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: childEnv(env), stdio: channel ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit', windowsHide: true });
    let asked = false;
    let timer;
    const stop = (signal) => {
      if (asked) return;
      asked = true;
      if (child.connected) child.disconnect();
      else child.kill(signal);
      timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, stop);
    // npm hands a signal only to its shell. Of SIGTERM the shell dies without passing it on: then our parent changes. SIGINT alone
    // dash keeps to itself until its child ends, so nothing of it is seen here: a script ends npm with SIGTERM, a terminal sends SIGINT to all.
    const parent = process.ppid;
    const orphan = setInterval(() => process.ppid !== parent && stop('SIGTERM'), 500);
    const done = () => {
      clearTimeout(timer);
      clearInterval(orphan);
      for (const signal of signals) process.off(signal, stop);
    };
    if (onMessage) child.on('message', (message) => onMessage(message, stop));
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      done();
      resolve(asked ? 0 : (code ?? (signal === 'SIGINT' ? 0 : 1)));
    });
    onStart?.(stop);
  });
}
