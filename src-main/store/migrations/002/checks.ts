/** Accepted exceptions of the checks and rules the community set otherwise. Part of step 002. */
export const checks = `
CREATE TABLE check_accepted (
  issue TEXT NOT NULL PRIMARY KEY CHECK (issue <> ''),
  finding TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  author TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE check_rule (
  rule TEXT NOT NULL PRIMARY KEY CHECK (rule <> ''),
  severity TEXT NOT NULL CHECK (severity = 'error' OR severity = 'warning' OR severity = 'note' OR severity = 'off'),
  "limit" REAL CHECK ("limit" > 0)
) STRICT, WITHOUT ROWID;
`;
