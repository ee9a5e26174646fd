import type Database from 'better-sqlite3';
import { MARK_TABLE } from './fileKind.ts';

/** Tables outside the log: the marker, the log itself, the reference packs and what approved snapshots hold (neither ever changes). */
const NOT_LOGGED = new Set<string>([MARK_TABLE, 'txn', 'change', 'change_pack', 'reference_pack', 'snapshot_content']);

/** A logged table: its columns in order and those of its primary key in key order. Generated columns are left out. */
export interface LoggedTable { readonly name: string; readonly columns: readonly string[]; readonly key: readonly string[] }

/** All plan tables as the file has them now. */
export function loggedTables(db: Database.Database): readonly LoggedTable[] {
  const names = db.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name").pluck().all() as string[];
  return names.filter((name) => !NOT_LOGGED.has(name)).map((name) => {
    const info = db.pragma(`table_info(${name})`) as readonly { readonly name: string; readonly pk: number }[];
    const key = info.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk).map((column) => column.name);
    if (key.length === 0) throw new Error(`store: table ${name} has no primary key`);
    return { name, columns: info.map((column) => column.name), key };
  });
}

const quote = (name: string) => `"${name}"`;

/** SQL of the three triggers of a table. Numbers keep all their digits: json_quote writes 17. */
export function triggersOf(table: LoggedTable): string {
  const rest = table.columns.filter((column) => !table.key.includes(column));
  const key = (row: 'OLD' | 'NEW') => `json_array(${table.key.map((column) => `${row}.${quote(column)}`).join(', ')})`;
  const whole = (row: 'OLD' | 'NEW') => `json_object(${rest.map((column) => `'${column}', ${row}.${quote(column)}`).join(', ')})`;
  const differs = (column: string) => `OLD.${quote(column)} IS NOT NEW.${quote(column)}`;
  const changed = (row: 'OLD' | 'NEW') =>
    `'{' || ltrim(${rest.map((column) => `iif(${differs(column)}, ',"${column}":' || json_quote(${row}.${quote(column)}), '')`).join(' || ')}, ',') || '}'`;
  const log = (pk: string, op: string, before: string, after: string) =>
    `INSERT INTO changing (tbl, pk, op, before, after) VALUES ('${table.name}', ${pk}, '${op}', ${before}, ${after});`;
  const update = rest.length === 0 ? '' : `CREATE TEMP TRIGGER log_${table.name}_update AFTER UPDATE ON main.${table.name}
    WHEN ${rest.map(differs).join(' OR ')} BEGIN ${log(key('NEW'), 'update', changed('OLD'), changed('NEW'))} END;`;
  return `
    CREATE TEMP TRIGGER log_${table.name}_insert AFTER INSERT ON main.${table.name} BEGIN ${log(key('NEW'), 'insert', 'NULL', whole('NEW'))} END;
    CREATE TEMP TRIGGER log_${table.name}_delete AFTER DELETE ON main.${table.name} BEGIN ${log(key('OLD'), 'delete', whole('OLD'), 'NULL')} END;
    CREATE TEMP TRIGGER log_${table.name}_key BEFORE UPDATE ON main.${table.name} WHEN ${table.key.map(differs).join(' OR ')}
      BEGIN SELECT RAISE(ABORT, 'the key of a row never changes'); END;
    ${update}`;
}

/**
 * Makes every change of a plan table from now on stand in the change log. The triggers are temporary: they belong to this
 * connection, are generated from the schema found in the file, and so can never lag behind a migration. They write into a temporary
 * table, part of the same transaction; its end moves the rows into the log, packed when there are many (`storeChanges`).
 */
export function installTriggers(db: Database.Database): void {
  db.pragma('temp_store = MEMORY');
  db.exec('CREATE TEMP TABLE changing (seq INTEGER PRIMARY KEY, tbl TEXT NOT NULL, pk TEXT NOT NULL, op TEXT NOT NULL, before TEXT, after TEXT)');
  db.exec(loggedTables(db).map(triggersOf).join('\n'));
}
