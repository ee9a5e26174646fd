import { SERVICE_MEASURES } from '#contract/measures.ts';
import type { ImportArea, ImportLook, ImportMapping } from '#contract/api/imports.ts';
import type { JobView } from '#contract/api/documents.ts';
import { xlsx, type Cell } from '../imports/files.ts';
import { timed, timesOf, type Times } from './numbers.ts';
import { ask, type Call } from './plan.ts';

/** Rows of the imported table; each has twelve columns and is one figure. */
const ROWS = 100_000;
const VILLAGES = 60;
const NAMES: Readonly<Record<(typeof SERVICE_MEASURES)[number], string>> = { identified: 'Виявлено', served: 'Отримує', waiting: 'Черга', places: 'Місця', occupied: 'Зайнято', posts: 'Ставки', postsFilled: 'Зайнято ставок' };

/** How much memory the program took at most while something ran, MB above what it had before. */
async function growthOf<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number; readonly cpu: number; readonly mb: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => { most = Math.max(most, process.memoryUsage().rss); }, 20);
  const cpu = process.cpuUsage();
  const { ms, value } = await timed(work);
  const used = process.cpuUsage(cpu);
  clearInterval(timer);
  return { value, ms, cpu: (used.user + used.system) / 1000, mb: (Math.max(most, process.memoryUsage().rss) - before) / 1e6 };
}

export interface ImportTimes { readonly times: readonly Times[]; readonly fileMb: number; readonly readMb: number; readonly checkMb: number; /** Wall clock and processor time of reading, looking, dry run and storing together, ms. */ readonly total: number; readonly cpu: number }

/** An .xlsx of 100,000 rows × 12 columns: read and its tables found, looked at, compared with the plan, applied, undone. */
export async function measureImport(call: Call): Promise<ImportTimes> {
  await ask(call, 'plan.create', { community: { name: 'Імпортна', type: 'rural', raion: '', oblast: '' }, year: 2021, file: 'import' });
  for (let year = 2022; year <= 2030; year += 1) await ask(call, 'year.add', { year });
  const { root } = await ask<{ root: string }>(call, 'plan.view', { year: 2021 });
  for (let n = 1; n <= VILLAGES; n += 1) await ask(call, 'territory.add', { id: `v${n}`, parent: root, kind: 'settlement', name: `Село ${n}` });
  const { services } = await ask<{ services: readonly { id: string; code: string | null }[] }>(call, 'import.lists', {});
  const rows: Cell[][] = [['№', 'Населений пункт', 'Послуга', 'Показник', 'Група', 'Надавач', 'Стать', 'Вік', 'Рік', 'Значення', 'Дата', 'Джерело']];
  for (let n = 0; n < ROWS; n += 1) {
    const measure = SERVICE_MEASURES[n % 7] ?? 'served';
    const rest = Math.floor(n / 7);
    rows.push([n + 1, `с. Село ${(rest % VILLAGES) + 1}`, services[Math.floor(rest / VILLAGES) % services.length]?.code ?? services[Math.floor(rest / VILLAGES) % services.length]?.id ?? '', NAMES[measure], null, null, 'усі', 'усі', 2021 + (Math.floor(rest / VILLAGES / services.length) % 10), n % 3 === 0 ? String(n % 50) : n % 50, '01.01.2026', `Звіт ${n % 40}`]);
  }
  const file = xlsx({ name: 'Дані', rows });
  rows.length = 0;
  const base64 = Buffer.from(file).toString('base64');

  const opened = await growthOf(async () => {
    const { importId, jobId } = await ask<{ importId: string; jobId: string }>(call, 'import.open', { name: 'дані.xlsx', base64 });
    for (;;) {
      const job = await ask<JobView>(call, 'job.get', { jobId });
      if (job.phase === 'done') return importId;
      if (job.phase === 'failed') throw new Error(JSON.stringify(job.error));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  const importId = opened.value;
  const { sheets } = await ask<{ sheets: readonly { tables: readonly ImportArea[] }[] }>(call, 'import.sheets', { importId });
  const area = sheets[0]?.tables[0];
  const look = await growthOf(() => ask<ImportLook>(call, 'import.look', { importId, area }));
  const roles = ['skip', 'territory', 'service', 'measure', 'skip', 'skip', 'sex', 'age', 'year', 'value', 'asOf', 'source'] as const;
  const mapping: ImportMapping = { ...look.value.mapping, how: 'values', columns: look.value.mapping.columns.map((column, n) => ({ ...column, role: roles[n] ?? 'skip', measure: null, service: '', group: '', territory: '', year: null, scale: 1 })) };
  const checked = await growthOf(() => ask<{ counts: Record<string, number> }>(call, 'import.check', { importId, area, mapping }));
  if (checked.value.counts['new'] !== ROWS) throw new Error(`not ${ROWS} new figures: ${JSON.stringify(checked.value)}`);
  const applied = await growthOf(() => ask(call, 'import.apply', { importId }));
  const undone = await timed(() => ask(call, 'history.undo', {}));
  await ask(call, 'import.close', { importId });
  await ask(call, 'plan.close', {});
  const one = (what: string, ms: number): Times => timesOf(`import 100,000 × 12: ${what}`, [ms]);
  return {
    times: [one('read, tables found', opened.ms), one('looked at, personal data', look.ms), one('dry run', checked.ms), one('applied', applied.ms), one('undone', undone.ms)],
    fileMb: file.length / 1e6, readMb: opened.mb, checkMb: checked.mb, total: opened.ms + look.ms + checked.ms + applied.ms, cpu: opened.cpu + look.cpu + checked.cpu + applied.cpu,
  };
}
