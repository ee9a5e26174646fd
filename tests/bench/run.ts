import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startAppThread } from '../../src-main/shells/appThread.ts';
import { root } from '../helpers/root.ts';
import { scratch } from '../helpers/scratch.ts';
import { measureImport } from './imports.ts';
import { timed, table, timesOf, type Times } from './numbers.ts';
import { ask, buildLargest, openApp, YEAR, type Call, type LargestPlan } from './plan.ts';
import { measureReach } from './reach.ts';
import { measureWindow } from './window.ts';

/**
 * `npm run bench`: the largest plan, and how long its pages take after a change. Prints a table, then the same as one line of JSON.
 * `--no-window` leaves the browser out; `--edits N` sets how many edits are measured.
 */
const args = process.argv.slice(2);
const EDITS = Number(args[args.indexOf('--edits') + 1]) || 50;
const VIEWS = ['plan.view', 'needs.view', 'gaps.view', 'overview.view', 'capacity.view', 'groups.view', 'community.view'] as const;

/** Edits one figure after the other in different places, each followed by the views of the pages. */
async function measureEdits(name: string, call: Call, plan: LargestPlan, from: number): Promise<readonly Times[]> {
  const times = new Map<string, number[]>(['figures.set', ...VIEWS, 'figures.set + needs.view + plan.view'].map((what) => [what, []]));
  const note = (what: string, ms: number): void => void times.get(what)?.push(ms);
  for (const view of VIEWS) await ask(call, view, { year: YEAR });
  for (let n = 0; n < EDITS; n++) {
    const cell = { key: { measure: 'identified', service: plan.services[(n * 7) % plan.services.length], territory: plan.settlements[(n * 11) % plan.settlements.length], year: YEAR }, patch: { value: from + n } };
    const set = await timed(() => ask(call, 'figures.set', { cells: [cell] }));
    note('figures.set', set.ms);
    let page = set.ms;
    // The page people stand on and the frame around it come first.
    for (const view of ['needs.view', 'plan.view', ...VIEWS.filter((each) => each !== 'needs.view' && each !== 'plan.view')]) {
      const { ms } = await timed(() => ask(call, view, { year: YEAR }));
      note(view, ms);
      if (view === 'needs.view' || view === 'plan.view') page += ms;
    }
    note('figures.set + needs.view + plan.view', page);
  }
  return [...times].map(([what, ms]) => timesOf(`${name}: ${what}`, ms));
}

/** A figure of people changes; then ten years ahead for every place, group and scenario, and the whole comparison. */
async function measureProjection(call: Call, plan: LargestPlan): Promise<readonly Times[]> {
  const views = ['projection.view', 'projection.compare'] as const;
  const times = new Map<string, number[]>(views.map((view) => [view, []]));
  for (let n = 0; n < 10; n++) {
    await ask(call, 'figures.set', { cells: [{ key: { measure: 'population', territory: plan.settlements[n], year: YEAR }, patch: { value: 900 + n } }] });
    for (const view of views) times.get(view)?.push((await timed(() => ask(call, view, { year: YEAR }))).ms);
  }
  return [...times].map(([what, ms]) => timesOf(`in process: ${what} after a change of population`, ms));
}

/** Reads one year and one scenario of the file with nothing in between. */
function measureFile(path: string): Times {
  const db = new Database(path, { readonly: true });
  const read = db.prepare("SELECT * FROM figure WHERE year = ? AND scenario = 'base'");
  const ms = Array.from({ length: 20 }, () => {
    const began = performance.now();
    read.all(YEAR);
    return performance.now() - began;
  });
  db.close();
  return timesOf('file: one year read', ms);
}

const { folder, remove } = scratch();
const library = join(folder, 'library');
const say = (line: string): void => console.error(line);
try {
  const app = openApp(library);
  const plan = await buildLargest(app.dispatch);
  say(`${plan.figures} figures in ${(plan.ms / 1000).toFixed(1)} s`);
  const inProcess = [...await measureEdits('in process', app.dispatch, plan, 1000), ...await measureProjection(app.dispatch, plan)];
  await app.close();
  const bytes = statSync(plan.path).size;
  const rows: Times[] = [measureFile(plan.path)];

  const opening: number[] = [];
  for (let n = 0; n < 5; n++) {
    const fresh = openApp(library);
    opening.push((await timed(() => ask(fresh.dispatch, 'plan.open', { path: plan.path }))).ms);
    const first = await timed(() => ask(fresh.dispatch, 'needs.view', { year: YEAR }));
    if (n === 0) rows.push(timesOf('first needs.view after opening', [first.ms]));
    await fresh.close();
  }
  rows.push(timesOf('plan.open', opening), ...inProcess);

  const built = join(root, 'dist/main/worker.mjs');
  const source = !existsSync(built);
  const thread = startAppThread(source ? join(root, 'src-main/shells/worker.ts') : built, {
    libraryDir: library, resourcesDir: join(root, 'resources'), jobsWorker: join(root, source ? 'src-main/jobs/worker.ts' : 'dist/main/jobs.mjs'), version: 'bench', portable: false,
  });
  await ask(thread.call, 'plan.open', { path: plan.path });
  rows.push(...await measureEdits('thread', thread.call, plan, 2000));
  await thread.close();

  const importing = openApp(library);
  const imported = await measureImport(importing.dispatch);
  rows.push(...await measureReach(importing.dispatch));
  await importing.close();
  rows.push(...imported.times);
  say(`import of ${imported.fileMb.toFixed(1)} MB: read, looked at, compared and stored in ${imported.total.toFixed(0)} ms (processor ${imported.cpu.toFixed(0)} ms); memory grew by ${imported.readMb.toFixed(0)} MB reading, ${imported.checkMb.toFixed(0)} MB comparing`);

  const window = args.includes('--no-window') ? { times: [], problem: 'left out' } : await measureWindow(library, plan, EDITS);
  rows.push(...window.times);
  say(`\nfile: ${(bytes / 1e6).toFixed(1)} MB, ${plan.figures} figures\n${table(rows)}`);
  if (window.problem !== null) say(`window: not measured: ${window.problem}`);
  console.log(JSON.stringify({ figures: plan.figures, bytes, buildMs: plan.ms, times: rows, import: { ...imported, times: undefined }, window: window.problem }));
} finally {
  remove();
}
