import { Refusal } from '../contract/errors.ts';
import { createTaker, type GrowingSheet } from '../imports/packedRows.ts';
import { within } from '../imports/read/limits.ts';
import { readSheets, type ReadSheet } from '../imports/readSheets.ts';
import type { Program } from './program.ts';

/** Larger files are read in a thread; a filled sheet has some tens of kilobytes. */
const SMALL = 200_000;

/** Reads a table file whole: a small one at once, a large one in a thread. Refuses what cannot be read, with the name of the file. */
export async function readTables(program: Program, name: string, bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  if (bytes.length <= SMALL) return readSheets(name, bytes);
  within('file', bytes.length);
  const sheets: GrowingSheet[] = [];
  const jobId = program.jobs.start({ kind: 'import.read', name, bytes }, createTaker(sheets));
  for (;;) {
    const { phase, error } = program.jobs.get(jobId);
    if (phase === 'done') return sheets;
    if (error) throw new Refusal(error.code, error.details);
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}
