import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { makeNeedsReport } from '../documents/needsReport.ts';
import { DOCX_MIME } from '../documents/docx.ts';
import type { FileOut } from '../contract/models.ts';
import type { JobMessage, JobWork } from './work.ts';

/** The thread of one job: does its work, tells its steps, ends. */
const tell = (message: JobMessage): void => parentPort?.postMessage(message);

/** The rasteriser lies beside the built program; in the source tree it lies in its package. */
const wasm = async (): Promise<Uint8Array> => {
  try {
    return await readFile(new URL('./resvg.wasm', import.meta.url));
  } catch {
    return readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'));
  }
};

async function run(work: JobWork): Promise<FileOut> {
  const bytes = await makeNeedsReport(work.views, {
    language: work.language, edition: work.edition, now: work.now, onStep: (step, done, of) => tell({ kind: 'step', step, done, of }),
    resources: { wasm, resource: (name) => readFile(`${work.resourcesDir}/${name}`) },
  });
  return { name: `${work.name}.docx`, mime: DOCX_MIME, base64: Buffer.from(bytes).toString('base64') };
}

run(workerData as JobWork).then(
  (result) => tell({ kind: 'done', result }),
  (error: unknown) => tell({ kind: 'failed', error: { code: 'bug', details: { message: error instanceof Error ? (error.stack ?? error.message) : String(error) } } }),
);
