import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { APPLICATION_ID } from '../../src-main/store/fileKind.ts';
import { migrate, versionOf } from '../../src-main/store/migrate.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src-main/store/migrations/index.ts';
import { loggedTables } from '../../src-main/store/triggers.ts';
import { closedPlan, folder, open, options, refused } from './helper.ts';
import { openPlan } from '../../src-main/store/open.ts';

/** SHA-256 of every migration. A released one never changes: whoever sees this test fail writes a new migration instead. */
const FROZEN: Readonly<Record<string, string>> = {
  '001-initial': '794e374758101c111daf01b6bf88fe29a92f89828d7d4faa2ae55a01e79fe132',
  '002-determination': '9ada250c56a527dab571b725d4eacefcf0ac9781c4584b2b8bf5aba84df91426',
  '003-capacity': 'b79dd40323f623c5936f72be75da8e69d74b0163191c5be3cae4ca6628cdca18',
};

/** A database of the shape before `version`, in memory. */
function before(version: number): Database.Database {
  const db = new Database(':memory:');
  migrate(db, MIGRATIONS.filter((step) => step.version < version));
  return db;
}

test('migrations are numbered without gaps and frozen', () => {
  expect(MIGRATIONS.map((step) => step.version)).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1));
  expect(Object.fromEntries(MIGRATIONS.map((step) => [step.name, createHash('sha256').update(step.sql).digest('hex')]))).toEqual(FROZEN);
});

test('001-initial: given an empty file, makes every table strict, with its id and version', () => {
  const db = before(1);
  migrate(db, MIGRATIONS.slice(0, 1));
  expect([versionOf(db), db.pragma('application_id', { simple: true }), db.pragma('foreign_keys', { simple: true })]).toEqual([1, APPLICATION_ID, 1]);
  const tables = (db.pragma('table_list') as { name: string; schema: string; strict: number; type: string }[]).filter((each) => each.schema === 'main' && each.type === 'table' && !each.name.startsWith('sqlite_'));
  expect(tables.filter((each) => each.strict !== 1).map((each) => each.name)).toEqual([]);
  expect(loggedTables(db).map((table) => `${table.name}(${table.key.join(',')})`)).toEqual([
    'figure(year,scenario,territory,measure,grp,service,provider,sex,age)', 'meta(key)', 'need_choice(service)', 'neighbour(code)', 'norm_check(norm)', 'norm_local(norm)',
    'overlap(service)', 'own_group(id)', 'provided(service)', 'provider(id)', 'provider_service(provider,service)', 'scenario(id)', 'service_name(service)', 'territory(id)',
    'words(document,section,language)', 'year(year)',
  ]);
});

test('002-determination: the tables of surveys have their keys', () => {
  expect(loggedTables(before(3)).filter((table) => table.name.startsWith('survey')).map((table) => `${table.name}(${table.key.join(',')})`)).toEqual([
    'survey(id)', 'survey_answer(survey,id)', 'survey_code(survey,question,theme,answer)', 'survey_question(survey,id)', 'survey_theme(survey,question,id)', 'survey_use(source)',
  ]);
});

test('002-determination: the tables of projections have their keys', () => {
  expect(loggedTables(before(3)).filter((table) => /^(projection|scenario_)/.test(table.name)).map((table) => `${table.name}(${table.key.join(',')})`)).toEqual([
    'projection_event(id)', 'projection_group(grp)', 'projection_parameter(parameter,territory,since)', 'scenario_difference(id)',
  ]);
});

test('002-determination: the tables of data collection have their keys', () => {
  expect(loggedTables(before(3)).filter((table) => /^(?:indicator|collect)/.test(table.name)).map((table) => `${table.name}(${table.key.join(',')})`)).toEqual(['collection_sheet(id)', 'collector(id)', 'indicator(id)', 'indicator_list(list)']);
});

test('a step that fails leaves the file in the shape before it, rows included', () => {
  const db = before(SCHEMA_VERSION + 1);
  db.exec("INSERT INTO scenario VALUES ('base', 'основа')");
  const step = (sql: string) => [...MIGRATIONS, { version: SCHEMA_VERSION + 1, name: 'next', sql }];
  expect(() => migrate(db, step("ALTER TABLE scenario ADD COLUMN note TEXT NOT NULL DEFAULT ''; SELECT nonsense"))).toThrow(/nonsense/);
  expect(() => migrate(db, step("INSERT INTO provider (id, name, kind, sector, territory, note) VALUES ('p', '', 'ngo', 'state', 'nowhere', '')"))).toThrow(/breaks foreign keys/);
  expect([versionOf(db), db.prepare('SELECT * FROM scenario').all()]).toEqual([SCHEMA_VERSION, [{ id: 'base', name: 'основа' }]]);
  migrate(db, step("ALTER TABLE scenario ADD COLUMN note TEXT NOT NULL DEFAULT ''"));
  expect([versionOf(db), db.prepare('SELECT * FROM scenario').all()]).toEqual([SCHEMA_VERSION + 1, [{ id: 'base', name: 'основа', note: '' }]]);
});

test('a step must follow its predecessor', () => {
  const db = before(SCHEMA_VERSION + 1);
  expect(() => migrate(db, [{ version: SCHEMA_VERSION + 2, name: 'gap', sql: 'SELECT 1' }])).toThrow(/does not follow/);
});

test('the log follows a column that a later shape adds', () => {
  const path = closedPlan();
  const db = new Database(path);
  db.exec("ALTER TABLE scenario ADD COLUMN note TEXT NOT NULL DEFAULT ''");
  db.close();
  const store = open(path);
  store.write({ key: 'a', params: {} }, 'відділ', (tx) => void tx.run("UPDATE scenario SET note = 'нове'"));
  store.undo('відділ');
  store.redo('відділ');
  expect(store.read.value('SELECT note FROM scenario')).toBe('нове');
});

test('a file with our id but no shape is damaged, not migrated', () => {
  const path = join(folder(), 'x.sotsplan');
  const db = new Database(path);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.exec('CREATE TABLE t (a)');
  db.close();
  refused('plan.damaged', () => openPlan(path, options()));
});
