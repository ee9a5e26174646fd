import type { z } from 'zod';

/** Parts of a plan a page may show. A mutation names the ones it touched; mounted views of those parts ask again. */
export type Area =
  | 'library' | 'plan' | 'community' | 'groups' | 'needs' | 'capacity' | 'gaps' | 'overview'
  | 'documents' | 'reference' | 'history' | 'settings' | 'cycle' | 'collection' | 'surveys' | 'projection' | 'checks';

/** Answer of every mutation of a plan: the number of the change just stored and the parts it touched. */
export interface Revision {
  /** Number of the last transaction in the change log (grows by one; 0 = nothing changed yet). */
  readonly revision: number;
  /** Parts of the plan whose views are stale now. */
  readonly areas: readonly Area[];
}

/** `query` reads, `mutation` changes the open plan, `command` acts on the library or the program. */
export type MethodKind = 'query' | 'mutation' | 'command';

/** One action of the program: what it takes (zod, strict), what it returns (type only), what it is for. */
export interface Method<K extends MethodKind, I extends z.ZodType, O> {
  readonly kind: K;
  readonly input: I;
  /** Only a type: never present at run time. */
  readonly output?: O;
}

function method<K extends MethodKind>(kind: K) {
  return <I extends z.ZodType>(input: I) => ({
    returns: <O>(): Method<K, I, O> => ({ kind, input }),
  });
}

/** A method that reads. The description of a method stands in the `.meta({description})` of its input. */
export const query = method('query');
/** A method that changes the open plan in one transaction and returns its {@link Revision}. */
export const mutation = method('mutation');
/** A method that acts outside the plan's tables: opens, closes, copies, exports, sets preferences. */
export const command = method('command');

/** What a method takes, as the caller writes it. */
export type InputOf<M> = M extends Method<MethodKind, infer I, unknown> ? z.input<I> : never;
/** What a method takes, after its schema filled in defaults. */
export type ParsedOf<M> = M extends Method<MethodKind, infer I, unknown> ? z.output<I> : never;
/** What a method returns. */
export type OutputOf<M> = M extends Method<MethodKind, z.ZodType, infer O> ? O : never;
