/**
 * Indicators of integration: the community's own ones, periodic values, targets. Part of step 003.
 * Ids of indicators of the reference book are not kept here, so values of them stand on their own. A period is `2026`, `2026-H1`, `2026-Q1` or `2026-03`.
 */
export const integration = `
CREATE TABLE indicator_own (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  dimension TEXT NOT NULL CHECK (dimension <> ''),
  kind TEXT NOT NULL CHECK (kind = 'share' OR kind = 'ratio' OR kind = 'value'),
  unit TEXT NOT NULL,
  populations TEXT NOT NULL CHECK (json_valid(populations)),
  numerator TEXT NOT NULL,
  denominator TEXT NOT NULL,
  better TEXT NOT NULL CHECK (better = 'up' OR better = 'down' OR better = 'neutral'),
  frequency TEXT NOT NULL CHECK (frequency = 'month' OR frequency = 'quarter' OR frequency = 'half' OR frequency = 'year'),
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_value (
  indicator TEXT NOT NULL CHECK (indicator <> ''),
  population TEXT NOT NULL CHECK (population <> ''),
  period TEXT NOT NULL CHECK (period <> ''),
  numerator REAL CHECK (numerator >= 0),
  denominator REAL CHECK (denominator >= 0),
  value REAL,
  low REAL,
  high REAL,
  method TEXT NOT NULL CHECK (method = 'register' OR method = 'statistics' OR method = 'survey' OR method = 'estimate'),
  selection TEXT NOT NULL,
  source TEXT NOT NULL,
  as_of TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (indicator, population, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_target (
  indicator TEXT NOT NULL CHECK (indicator <> ''),
  population TEXT NOT NULL CHECK (population <> ''),
  baseline TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'none' OR kind = 'value' OR kind = 'host'),
  value REAL,
  due TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (indicator, population)
) STRICT, WITHOUT ROWID;
`;
