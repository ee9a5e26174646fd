// The one script behind every npm command. It runs under any Node ≥ 20 before anything is installed,
// so it and the files of ./launch import nothing but Node. Everything human goes to stderr.
import { join } from 'node:path';
import { ensureBuilt } from './launch/build.mjs';
import { ensureInstalled } from './launch/install.mjs';
import { node24, root, run } from './launch/process.mjs';
import { say, setLanguage } from './launch/say.mjs';
import { start } from './launch/start.mjs';

const [command = 'start', ...args] = process.argv.slice(2);
const langAt = args.indexOf('--lang');
setLanguage(langAt >= 0 ? args[langAt + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice(7));

/** Runs a TypeScript file of the project, or a built one, under the project's own Node. */
const script = (file, rest = args, options = {}) => run(node24(), [join(root, file), ...rest], options);

const commands = {
  start: async () => {
    await ensureBuilt(['main', 'renderer']);
    return start(args);
  },
  cli: async () => {
    await ensureBuilt(['main']);
    return script('dist/main/cli.mjs');
  },
  build: async () => {
    await ensureBuilt(['main', 'renderer'], { force: args.includes('--force') });
    return 0;
  },
  // The test runner builds by itself: a broken build is one failed test, not a crash.
  test: () => script('tests/run.ts'),
  dev: () => script('tests/helpers/dev.ts'),
  bench: async () => {
    await ensureBuilt(['main', 'renderer']);
    return script('tests/bench/run.ts');
  },
  screens: async () => {
    await ensureBuilt(['main', 'renderer']);
    return script('tests/screens/run.ts');
  },
  package: async () => {
    await ensureBuilt(['main', 'renderer']);
    return script('tests/package/run.ts');
  },
};

try {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`Node ≥ 20 (${process.version})`);
  const action = commands[command];
  if (!action) {
    say(`Невідома команда «${command}». Є: ${Object.keys(commands).join(', ')}.`, `Unknown command "${command}". Known: ${Object.keys(commands).join(', ')}.`);
    process.exitCode = 2;
  } else {
    await ensureInstalled();
    process.exitCode = await action();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  if (command === 'test') console.log('0 passed, 1 failed');
  process.exitCode = command === 'cli' ? 2 : 1;
}
