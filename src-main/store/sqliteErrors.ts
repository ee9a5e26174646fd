import { Refusal } from '../contract/errors.ts';

/** Code of an error of SQLite ('SQLITE_FULL') or of the file system ('ENOSPC'), '' for anything else. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

const starts = (code: string, ...heads: readonly string[]) => heads.some((head) => code === head || code.startsWith(`${head}_`));

/**
 * The refusal an error of SQLite or of the file system stands for, or null when it is an error of the program.
 * `details` (the path, mostly) are added.
 */
export function refusalOf(error: unknown, details: Readonly<Record<string, unknown>>): Refusal | null {
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  const refuse = (as: Refusal['code'], more: Readonly<Record<string, unknown>> = {}) => new Refusal(as, { ...details, ...more }, { cause: error });
  if (starts(code, 'SQLITE_BUSY', 'SQLITE_LOCKED')) return refuse('plan.locked', { computer: null, since: null });
  if (starts(code, 'SQLITE_CORRUPT', 'SQLITE_NOTADB')) return refuse('plan.damaged', { backup: null });
  if (starts(code, 'SQLITE_READONLY')) return refuse('plan.readOnly', { reason: 'file' });
  if (starts(code, 'SQLITE_FULL', 'SQLITE_IOERR') || code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO') return refuse('disk.full');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || starts(code, 'SQLITE_CANTOPEN', 'SQLITE_PERM')) return refuse('plan.readOnly', { reason: 'folder' });
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('plan.notFound');
  return null;
}

/** Runs `work`; errors of SQLite and of the file system become refusals, others pass. */
export function refusing<T>(details: Readonly<Record<string, unknown>>, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw refusalOf(error, details) ?? error;
  }
}
