/**
 * Needs determinations, their stages and approved snapshots. Part of step 002.
 * A snapshot never changes, and only undo of its own approval takes it away. What it holds lies beside it under its hash and is not
 * logged: the log would hold all of it a second time.
 */
export const cycle = `
CREATE TABLE determination (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind TEXT NOT NULL CHECK (kind = 'research_3y' OR kind = 'annual_update'),
  year INTEGER NOT NULL CHECK (year BETWEEN 1991 AND 2100),
  research TEXT REFERENCES determination (id) DEFERRABLE INITIALLY DEFERRED CHECK (research <> id),
  note TEXT NOT NULL,
  members TEXT NOT NULL CHECK (json_valid(members)),
  UNIQUE (kind, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE stage (
  determination TEXT NOT NULL REFERENCES determination (id) DEFERRABLE INITIALLY DEFERRED,
  stage TEXT NOT NULL CHECK (stage <> ''),
  planned_from TEXT NOT NULL,
  planned_to TEXT NOT NULL,
  done TEXT NOT NULL,
  responsible TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'planned' OR state = 'going' OR state = 'done' OR state = 'skipped'),
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  papers TEXT NOT NULL CHECK (json_valid(papers)),
  PRIMARY KEY (determination, stage)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot_content (
  hash TEXT NOT NULL PRIMARY KEY CHECK (hash <> ''),
  content TEXT NOT NULL
) STRICT;

CREATE TABLE snapshot (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  determination TEXT NOT NULL REFERENCES determination (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (name <> ''),
  decision TEXT NOT NULL CHECK (decision <> ''),
  decided_on TEXT NOT NULL,
  body TEXT NOT NULL CHECK (body <> ''),
  year INTEGER NOT NULL,
  scenario TEXT NOT NULL,
  reason TEXT NOT NULL,
  unknown TEXT NOT NULL CHECK (json_valid(unknown)),
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  calc_date TEXT NOT NULL,
  reference_version TEXT NOT NULL,
  app_version TEXT NOT NULL,
  figures INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  content TEXT NOT NULL REFERENCES snapshot_content (hash) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX snapshot_content_of ON snapshot (content);

CREATE TRIGGER snapshot_frozen BEFORE UPDATE ON snapshot BEGIN SELECT RAISE(ABORT, 'a snapshot never changes'); END;
CREATE TRIGGER snapshot_kept BEFORE DELETE ON snapshot WHEN (SELECT kind FROM txn ORDER BY id DESC LIMIT 1) IS NOT 'undo'
  BEGIN SELECT RAISE(ABORT, 'a snapshot is never removed'); END;
CREATE TRIGGER snapshot_content_frozen BEFORE UPDATE ON snapshot_content BEGIN SELECT RAISE(ABORT, 'a snapshot never changes'); END;
`;
