import type { Input, Output } from '#contract/api.ts';
import type { ImportArea, ImportColumn, ImportMapping } from '#contract/api/imports.ts';
import type { TestProgram } from './helper.ts';

/** Reads a file to its end; a refusal of the reading is thrown with its code. */
export async function opened(p: TestProgram, name: string, bytes: Uint8Array): Promise<string> {
  const { importId, jobId } = await p.ask('import.open', { name, base64: Buffer.from(bytes).toString('base64') });
  for (;;) {
    const job = await p.ask('job.get', { jobId });
    if (job.phase === 'done') return importId;
    if (job.phase === 'failed' || job.phase === 'cancelled') throw new Error(job.error?.code ?? 'failed');
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** A file as the wizard has it after its sheet was chosen: the first table of a sheet, or another one. */
export async function lookedAt(p: TestProgram, importId: string, sheet = 0, table = 0): Promise<{ readonly area: ImportArea; readonly look: Output<'import.look'> }> {
  const { sheets } = await p.ask('import.sheets', { importId });
  const area = sheets[sheet]?.tables[table];
  if (!area) throw new Error('no such table');
  return { area, look: await p.ask('import.look', { importId, area }) };
}

/** Changes what columns mean, by their letter; the others stay as proposed. */
export function meaning(look: Output<'import.look'>, columns: Readonly<Record<string, Partial<ImportColumn>>>, more: Partial<ImportMapping> = {}): Input<'import.check'>['mapping'] {
  return {
    ...look.mapping, ...more, rest: { ...look.mapping.rest, ...more.rest },
    columns: look.mapping.columns.map((column) => ({ ...column, ...columns[look.columns.find((each) => each.column === column.column)?.letter ?? ''] })),
  };
}
