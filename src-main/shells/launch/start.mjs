import { join } from 'node:path';
import { openWindow } from './browser.mjs';
import { electronOrDownload } from './electron.mjs';
import { node24, root, run } from './process.mjs';
import { say, spoken } from './say.mjs';

/**
 * Opens the program: in Electron when its binary is there or comes; otherwise through the web door in an app window of an
 * installed browser; with none it prints the address. `--web` goes straight to the browser. Answers with the exit code.
 */
export async function start(args) {
  const web = args.includes('--web');
  const rest = args.filter((arg) => arg !== '--web');
  if (!web) {
    const electron = await electronOrDownload();
    if (electron && (await inElectron(electron, rest))) return 0;
    say('Вікно Electron тут недоступне, тому програма відкривається у вікні браузера – можливості ті самі.', 'The Electron window is not available here, so the program opens in a browser window – it does the same.');
  }
  return throughWeb(rest);
}

/** False when Electron could not come up, so that another door can be tried. */
async function inElectron(electron, args) {
  const began = Date.now();
  let ready = false;
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const code = await run(electron, [...(asRoot ? ['--no-sandbox'] : []), root, ...args], { channel: true, onMessage: () => (ready = true) }).catch(() => 1);
  return code === 0 || ready || Date.now() - began > 20_000;
}

function throughWeb(args) {
  let window = null;
  return run(node24(), [join(root, 'dist/main/web.mjs'), ...args], {
    channel: true,
    onMessage: ({ url }, stop) => {
      window = openWindow(url, spoken());
      if (!window) return printAddress(url);
      say('Програму відкрито. Закрийте її вікно або натисніть Ctrl+C, щоб завершити.', 'The program is open. Close its window or press Ctrl+C to end it.');
      void window.ended.then((wasOpen) => (wasOpen ? stop('SIGTERM') : printAddress(url)));
    },
  }).finally(() => window?.close());
}

function printAddress(url) {
  say('Відкрийте цю адресу в браузері на цьому компʼютері (вона діє один раз); Ctrl+C завершує програму:', 'Open this address in a browser on this computer (it works once); Ctrl+C ends the program:');
  process.stdout.write(`${url}\n`);
}
