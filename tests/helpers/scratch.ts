import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names of the variable that says where temporary files go, on every system. */
const WHERE = ['TMPDIR', 'TEMP', 'TMP'] as const;

/** A folder for everything temporary of a run: what this process and those it starts leave there goes with it, also when one of them was killed. */
export function scratch(): { readonly folder: string; readonly remove: () => void } {
  const before = WHERE.map((name) => process.env[name]);
  const folder = mkdtempSync(join(tmpdir(), 'sotsplan-run-'));
  // Tests that run a program as another user need the way in.
  chmodSync(folder, 0o755);
  for (const name of WHERE) process.env[name] = folder;
  return {
    folder,
    remove: () => {
      for (const [at, name] of WHERE.entries()) {
        if (before[at] === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = before[at];
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
