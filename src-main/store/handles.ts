import type Database from 'better-sqlite3';

/** What SQLite stores: text, numbers, null; bytes only in tables that are not logged. */
export type SqlValue = string | number | null;

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A handle that can only read. Every read function of the store takes one; a {@link Tx} is one as well. */
export interface Readable {
  readonly [readable]: true;
  /** All rows of a query as objects. */
  all<T>(sql: string, ...params: readonly SqlValue[]): T[];
  /** The first row of a query, or undefined. */
  get<T>(sql: string, ...params: readonly SqlValue[]): T | undefined;
  /** The first column of the first row, or undefined. */
  value<T>(sql: string, ...params: readonly SqlValue[]): T | undefined;
}

/** A handle that can write. It exists only inside one transaction ({@link PlanStore.write}) and refuses work after it. */
export interface Writable extends Readable {
  readonly [writable]: true;
  /** Runs a statement and returns how many rows it changed. */
  run(sql: string, ...params: readonly (SqlValue | Uint8Array)[]): number;
}

/** One transaction of a plan. */
export type Tx = Writable;

type Statement = Database.Statement<unknown[], unknown>;

/** Both handles over one connection; statements are prepared once. */
export function handlesOf(db: Database.Database): { readonly read: Readable; readonly tx: Tx } {
  const cache = new Map<string, Statement>();
  const statement = (sql: string): Statement => {
    let found = cache.get(sql);
    if (!found) cache.set(sql, (found = db.prepare(sql)));
    return found;
  };
  const read = {
    all: (sql: string, ...params: readonly SqlValue[]) => statement(sql).all(...params),
    get: (sql: string, ...params: readonly SqlValue[]) => statement(sql).get(...params),
    value: (sql: string, ...params: readonly SqlValue[]) => {
      const row = statement(sql).get(...params) as Record<string, unknown> | undefined;
      return row === undefined ? undefined : Object.values(row)[0];
    },
  };
  const tx = {
    ...read,
    run: (sql: string, ...params: readonly (SqlValue | Uint8Array)[]) => {
      if (!db.inTransaction) throw new Error('store: a transaction handle was used after its transaction');
      return statement(sql).run(...params).changes;
    },
  };
  return { read: read as unknown as Readable, tx: tx as unknown as Tx };
}
