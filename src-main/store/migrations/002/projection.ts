/** Parameters of projections, events and scenarios. Part of step 002. */
export const projection = `
CREATE TABLE projection_parameter (
  parameter TEXT NOT NULL CHECK (parameter <> ''),
  territory TEXT NOT NULL,
  since INTEGER NOT NULL CHECK (since BETWEEN 1991 AND 2100),
  low REAL,
  base REAL NOT NULL,
  high REAL,
  source TEXT NOT NULL,
  as_of TEXT NOT NULL,
  note TEXT NOT NULL,
  territory_ref TEXT GENERATED ALWAYS AS (nullif(territory, '')) VIRTUAL REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((low IS NULL OR low <= base) AND (high IS NULL OR high >= base)),
  PRIMARY KEY (parameter, territory, since)
) STRICT, WITHOUT ROWID;

CREATE TABLE projection_group (
  grp TEXT NOT NULL PRIMARY KEY CHECK (grp <> ''),
  method TEXT NOT NULL CHECK (method = 'cohort' OR method = 'generation' OR method = 'trend' OR method = 'growth' OR method = 'constant' OR method = 'none'),
  age_from INTEGER NOT NULL CHECK (age_from >= 0),
  age_to INTEGER NOT NULL CHECK (age_to >= age_from),
  sex TEXT NOT NULL CHECK (sex = 'all' OR sex = 'female' OR sex = 'male'),
  born_until INTEGER,
  low REAL,
  base REAL,
  high REAL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE projection_event (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  scenario TEXT NOT NULL REFERENCES scenario (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind = 'idp_arrival' OR kind = 'idp_return' OR kind = 'veterans_return' OR kind = 'line_move' OR kind = 'evacuation' OR kind = 'school_closure' OR kind = 'other'),
  name TEXT NOT NULL,
  territory TEXT NOT NULL,
  grp TEXT NOT NULL,
  moves INTEGER NOT NULL CHECK (moves = 0 OR moves = 1),
  year_from INTEGER NOT NULL,
  year_to INTEGER NOT NULL CHECK (year_to >= year_from),
  unit TEXT NOT NULL CHECK (unit = 'person' OR unit = 'percent'),
  low REAL NOT NULL,
  base REAL NOT NULL CHECK (low <= base),
  high REAL NOT NULL CHECK (base <= high),
  age_from INTEGER NOT NULL CHECK (age_from >= 0),
  age_to INTEGER NOT NULL CHECK (age_to >= age_from),
  sex TEXT NOT NULL CHECK (sex = 'all' OR sex = 'female' OR sex = 'male'),
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  territory_ref TEXT GENERATED ALWAYS AS (nullif(territory, '')) VIRTUAL REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE scenario_difference (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  scenario TEXT NOT NULL REFERENCES scenario (id) DEFERRABLE INITIALLY DEFERRED,
  what TEXT NOT NULL CHECK (what = 'population' OR what = 'group' OR what = 'measure' OR what = 'parameter' OR what = 'event'),
  target TEXT NOT NULL,
  measure TEXT NOT NULL,
  territory TEXT NOT NULL,
  year_from INTEGER NOT NULL,
  how TEXT NOT NULL CHECK (how = 'percent' OR how = 'number' OR how = 'set'),
  low REAL,
  value REAL NOT NULL,
  high REAL,
  reason TEXT NOT NULL,
  territory_ref TEXT GENERATED ALWAYS AS (nullif(territory, '')) VIRTUAL REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((low IS NULL OR low <= value) AND (high IS NULL OR high >= value))
) STRICT, WITHOUT ROWID;
CREATE INDEX scenario_difference_scenario ON scenario_difference (scenario);
`;
