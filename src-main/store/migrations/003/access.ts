/**
 * Accessibility audits of facilities: answers, measured values, fixes; the plan's own rule. Part of step 003.
 * No row in the table of the rule = the proposal of the program holds.
 */
export const access = `
CREATE TABLE audit (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  facility TEXT NOT NULL REFERENCES facility (id) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL CHECK (day <> ''),
  role TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_facility ON audit (facility);

CREATE TABLE audit_answer (
  audit TEXT NOT NULL REFERENCES audit (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL CHECK (item <> ''),
  answer TEXT NOT NULL CHECK (answer = '' OR answer = 'yes' OR answer = 'no' OR answer = 'na'),
  measured TEXT NOT NULL CHECK (json_valid(measured)),
  note TEXT NOT NULL,
  PRIMARY KEY (audit, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_fix (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  audit TEXT NOT NULL REFERENCES audit (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (name <> ''),
  cost_kop INTEGER CHECK (cost_kop >= 0),
  people INTEGER CHECK (people >= 0),
  items TEXT NOT NULL CHECK (json_valid(items))
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_fix_audit ON audit_fix (audit);

CREATE TABLE access_rule (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  critical TEXT NOT NULL CHECK (json_valid(critical)),
  free_share REAL NOT NULL CHECK (free_share BETWEEN 0 AND 1),
  partial_share REAL NOT NULL CHECK (partial_share BETWEEN 0 AND 1)
) STRICT;
`;
