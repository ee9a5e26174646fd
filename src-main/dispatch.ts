import type { z } from 'zod';
import { api, type MethodName } from './contract/api.ts';
import { ERRORS, Refusal, type ErrorObject, type Reply } from './contract/errors.ts';
import type { Handlers, Program } from './usecases/program.ts';


/** The program as a function: a method's name and an unknown input in, a {@link Reply} out; it never throws. */
export type Dispatch = (method: string, input: unknown) => Promise<Reply<unknown>>;

/** Views are remembered by revision: the same question about an unchanged plan is answered without asking the file. */
const REMEMBERED = 60;

/**
 * Name + unknown input → schema → handler → Reply. The only try/catch around handlers.
 * A mutation is refused when the plan is open for reading only.
 */
export function createDispatch(program: Program, handlers: Handlers<MethodName>, log: (line: string) => void): Dispatch {
  const views = new Map<string, unknown>();
  return async (method, input) => {
    try {
      if (!Object.hasOwn(api, method)) throw new Refusal('input.unknownMethod', { method });
      const name = method as MethodName;
      const parsed = api[name].input.safeParse(input ?? {});
      if (!parsed.success) throw new Refusal('input.invalid', { issues: issues(parsed.error) });
      if (api[name].kind === 'mutation') program.refuseReadOnly();
      const handler = handlers[name] as (program: Program, input: unknown) => unknown;
      if (!name.endsWith('.view') || !program.hasPlan()) return { ok: true, value: await handler(program, parsed.data) };
      const key = `${program.viewStamp()} ${name} ${JSON.stringify(parsed.data)}`;
      if (views.has(key)) return { ok: true, value: views.get(key) };
      const value = await handler(program, parsed.data);
      if (views.size >= REMEMBERED) views.delete(views.keys().next().value as string);
      views.set(key, value);
      return { ok: true, value };
    } catch (error) {
      return { ok: false, error: errorObject(error, method, program, log) };
    }
  };
}

function issues(error: z.ZodError): readonly { path: string; message: string }[] {
  return error.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
}

function errorObject(error: unknown, method: string, program: Program, log: (line: string) => void): ErrorObject {
  const refusal = error instanceof Refusal ? error : diskRefusal(error);
  if (refusal) return { code: refusal.code, kind: ERRORS[refusal.code].kind, details: refusal.details };
  const id = program.newId();
  log(`bug ${id} in ${method}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return { code: 'bug', kind: 'bug', details: { id, method } };
}

/** A full or write-protected disk is no bug: it has a code and a sentence of its own. */
function diskRefusal(error: unknown): Refusal | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL' || code === 'EROFS' || code === 'SQLITE_READONLY' || code === 'EACCES' || code === 'EPERM') {
    return new Refusal('disk.full', { path: (error as { path?: string }).path ?? '' });
  }
  return null;
}
