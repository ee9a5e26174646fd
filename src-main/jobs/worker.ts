import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../contract/errors.ts';
import type { ReadPiece } from '../imports/packedRows.ts';
import type { FileOut } from '../contract/models.ts';
import { drawing } from './drawing.ts';
import type { ImportWork, JobMessage, JobWork } from './work.ts';

/** The thread of one job: does its work, tells its steps, ends. It loads only what its work needs. */
const tell = (message: JobMessage): void => parentPort?.postMessage(message);

/** Kinds of files a thread makes. */
const MIME = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf', png: 'image/png', zip: 'application/zip' } as const;

/** Rows of a sheet in one message: small enough that the program answers pages in between. */
const ROWS = 5000;

const piece = (read: ReadPiece, moved: readonly ArrayBuffer[] = []): void => parentPort?.postMessage({ kind: 'piece', piece: read } satisfies JobMessage, moved);

/** Reads a table file. The rows go over piece by piece; what the page gets is only how many sheets there are. */
async function readImport(work: ImportWork): Promise<{ readonly sheets: number }> {
  const [{ readSheets }, { createPacker }] = await Promise.all([import('../imports/readSheets.ts'), import('../imports/packedRows.ts')]);
  const pack = createPacker();
  let told = 0;
  const sheets = readSheets(work.name, work.bytes, (done, of) => {
    if (of > 0 && done - told < of / 50) return;
    told = done;
    tell({ kind: 'step', step: 'read', done, of: Math.max(of, 1) });
  });
  for (const { rows, ...sheet } of sheets) {
    piece({ sheet });
    for (let from = 0; from < rows.length; from += ROWS) {
      const packed = pack(rows.slice(from, from + ROWS));
      piece({ rows: packed }, [packed.lengths.buffer, packed.kinds.buffer, packed.values.buffer]);
    }
  }
  return { sheets: sheets.length };
}

async function run(work: JobWork): Promise<FileOut | { readonly sheets: number }> {
  if (work.kind === 'import.read') return readImport(work);
  const file = (bytes: Uint8Array, extension: keyof typeof MIME): FileOut => ({ name: `${work.name}.${extension}`, mime: MIME[extension], base64: Buffer.from(bytes).toString('base64') });
  const options = { language: work.language, now: work.now, onStep: (step: string, done: number, of: number) => tell({ kind: 'step', step, done, of }), resources: drawing(work.resourcesDir) };
  if (work.kind === 'openData') {
    const { makeOpenData } = await import('../documents/openData.ts');
    return file(makeOpenData(work.views, work.now), 'zip');
  }
  if (work.kind === 'summary') {
    const { makePublicSummary } = await import('../documents/publicSummary.ts');
    return file(await makePublicSummary(work.views, { ...options, format: work.format }), work.format);
  }
  const { makeNeedsReport } = await import('../documents/needsReport.ts');
  return file(await makeNeedsReport(work.views, { ...options, edition: work.edition, format: work.format }), work.format);
}

run(workerData as JobWork).then(
  (result) => tell({ kind: 'done', result }),
  (error: unknown) => tell({ kind: 'failed', error: error instanceof Refusal ? { code: error.code, details: error.details } : { code: 'bug', details: { message: error instanceof Error ? (error.stack ?? error.message) : String(error) } } }),
);
