/**
 * The first shape of a plan. Frozen once released: a change of shape is a new migration.
 *
 * All foreign keys are deferred, so that undo may put rows back in any order; they are checked before every commit.
 * Lists of allowed values are written with OR: SQLite builds a table for each IN, which makes checking and storing several times slower.
 * `figure` is clustered by year and scenario: a page reads one contiguous range. Empty text = does not apply.
 */
export const sql = `
CREATE TABLE sotsplan (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  created_at TEXT NOT NULL,
  app_version TEXT NOT NULL,
  open_by TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE year (
  year INTEGER NOT NULL PRIMARY KEY CHECK (year BETWEEN 1991 AND 2100)
) STRICT, WITHOUT ROWID;

CREATE TABLE scenario (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE territory (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  parent TEXT REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED CHECK (parent <> id),
  kind TEXT NOT NULL CHECK (kind = 'community' OR kind = 'starosta' OR kind = 'settlement'),
  name_uk TEXT NOT NULL,
  name_en TEXT,
  category TEXT NOT NULL CHECK (category = 'city' OR category = 'selyshche' OR category = 'village' OR category = ''),
  former_name TEXT NOT NULL,
  lat REAL,
  lon REAL,
  sort INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX territory_parent ON territory (parent);

CREATE TABLE neighbour (
  code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
  border_km REAL,
  added INTEGER NOT NULL CHECK (added = 0 OR added = 1),
  removed INTEGER NOT NULL CHECK (removed = 0 OR removed = 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_group (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL,
  unit TEXT NOT NULL CHECK (unit = 'person' OR unit = 'family' OR unit = 'child')
) STRICT, WITHOUT ROWID;

CREATE TABLE service_name (
  service TEXT NOT NULL PRIMARY KEY CHECK (service <> ''),
  name TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE need_choice (
  service TEXT NOT NULL PRIMARY KEY CHECK (service <> ''),
  method TEXT NOT NULL CHECK (method = 'registry' OR method = 'survey' OR method = 'max'),
  groups TEXT CHECK (groups IS NULL OR json_valid(groups)),
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE overlap (
  service TEXT NOT NULL PRIMARY KEY,
  mode TEXT NOT NULL CHECK (mode = 'unknown' OR mode = 'share' OR mode = 'priority'),
  share REAL CHECK (share BETWEEN 0 AND 1),
  ord TEXT NOT NULL CHECK (json_valid(ord)),
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE provided (
  service TEXT NOT NULL PRIMARY KEY CHECK (service <> ''),
  provided TEXT NOT NULL CHECK (provided = 'yes' OR provided = 'no')
) STRICT, WITHOUT ROWID;

CREATE TABLE provider (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  sector TEXT NOT NULL CHECK (sector = 'state' OR sector = 'municipal' OR sector = 'non_state'),
  territory TEXT REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE provider_service (
  provider TEXT NOT NULL REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
  service TEXT NOT NULL CHECK (service <> ''),
  PRIMARY KEY (provider, service)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure (
  year INTEGER NOT NULL REFERENCES year (year) DEFERRABLE INITIALLY DEFERRED,
  scenario TEXT NOT NULL REFERENCES scenario (id) DEFERRABLE INITIALLY DEFERRED,
  territory TEXT NOT NULL REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  measure TEXT NOT NULL CHECK (measure <> ''),
  grp TEXT NOT NULL,
  service TEXT NOT NULL,
  provider TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex = 'all' OR sex = 'female' OR sex = 'male'),
  age TEXT NOT NULL CHECK (age = 'all' OR age = '0-17' OR age = '18-59' OR age = '60+'),
  value REAL,
  low REAL,
  high REAL,
  method TEXT NOT NULL CHECK (method = 'register' OR method = 'statistics' OR method = 'survey' OR method = 'estimate' OR method = 'default'),
  source TEXT NOT NULL,
  as_of TEXT NOT NULL,
  counted TEXT NOT NULL CHECK (counted = 'person' OR counted = 'family'),
  author TEXT NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'entered' OR state = 'carried' OR state = 'prefilled'),
  updated_at TEXT NOT NULL,
  provider_ref TEXT GENERATED ALWAYS AS (nullif(provider, '')) VIRTUAL REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (year, scenario, territory, measure, grp, service, provider, sex, age)
) STRICT, WITHOUT ROWID;

CREATE TABLE norm_local (
  norm TEXT NOT NULL PRIMARY KEY CHECK (norm <> ''),
  value REAL NOT NULL,
  decision TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE norm_check (
  norm TEXT NOT NULL PRIMARY KEY CHECK (norm <> ''),
  at TEXT NOT NULL,
  author TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE words (
  document TEXT NOT NULL,
  section TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language = 'uk' OR language = 'en'),
  words TEXT NOT NULL,
  based_on TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (document, section, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE txn (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL CHECK (json_valid(label)),
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'do' OR kind = 'undo' OR kind = 'redo'),
  target INTEGER REFERENCES txn (id) CHECK ((target IS NULL) = (kind = 'do')),
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone = 0 OR undone = 1 OR undone = 2),
  first INTEGER NOT NULL DEFAULT 0,
  last INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX txn_redo ON txn (id) WHERE undone = 1;
CREATE INDEX txn_target ON txn (target) WHERE target IS NOT NULL;

CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  txn INTEGER NOT NULL REFERENCES txn (id) DEFERRABLE INITIALLY DEFERRED,
  tbl TEXT NOT NULL,
  pk TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op = 'insert' OR op = 'update' OR op = 'delete'),
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX change_row ON change (tbl, pk);
`;
