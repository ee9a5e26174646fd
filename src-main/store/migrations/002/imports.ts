/** Layouts of imported files and the indicators of collection sheets. Part of step 002. Names of columns and places are kept as hashes only: no text of a file lies in the plan. */
export const imports = `
CREATE TABLE import_layout (
  fingerprint TEXT NOT NULL PRIMARY KEY CHECK (fingerprint <> ''),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  used_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import_name (
  kind TEXT NOT NULL CHECK (kind <> ''),
  hash TEXT NOT NULL CHECK (hash <> ''),
  id TEXT NOT NULL CHECK (id <> ''),
  PRIMARY KEY (kind, hash)
) STRICT, WITHOUT ROWID;
`;
