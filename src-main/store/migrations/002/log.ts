/**
 * A change of many rows keeps them in one compact record; a compacted entry of the history keeps its line and loses its rows;
 * the reference packs the plan was computed with. Part of step 002.
 */
export const log = `
ALTER TABLE txn ADD COLUMN compacted_at TEXT;

CREATE TABLE change_pack (
  txn INTEGER NOT NULL REFERENCES txn (id) DEFERRABLE INITIALLY DEFERRED,
  part INTEGER NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  lines BLOB NOT NULL,
  PRIMARY KEY (txn, part)
) STRICT;

CREATE TABLE reference_pack (
  version TEXT NOT NULL PRIMARY KEY CHECK (version <> ''),
  pack BLOB NOT NULL
) STRICT;
`;
