/**
 * Travel between settlements: own minutes, local corrections, entered parameters, what is known of terrain and transport, and where
 * coordinates come from. Part of step 003. Empty text = not known.
 */
export const reach = `
CREATE TABLE travel_time (
  origin TEXT NOT NULL REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  destination TEXT NOT NULL REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  mode TEXT NOT NULL CHECK (mode = 'car' OR mode = 'bus' OR mode = 'foot'),
  minutes REAL NOT NULL CHECK (minutes > 0),
  one_way INTEGER NOT NULL CHECK (one_way = 0 OR one_way = 1),
  source TEXT NOT NULL,
  as_of TEXT NOT NULL,
  PRIMARY KEY (origin, destination, mode)
) STRICT, WITHOUT ROWID;
CREATE INDEX travel_time_destination ON travel_time (destination);

CREATE TABLE travel_correction (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  origin TEXT NOT NULL REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  destination TEXT NOT NULL REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  mode TEXT NOT NULL CHECK (mode = 'car' OR mode = 'bus' OR mode = 'foot'),
  how TEXT NOT NULL CHECK (how = 'set' OR how = 'add' OR how = 'none'),
  minutes REAL CHECK (minutes > 0),
  one_way INTEGER NOT NULL CHECK (one_way = 0 OR one_way = 1),
  reason TEXT NOT NULL CHECK (reason <> ''),
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  source TEXT NOT NULL,
  CHECK ((how = 'none') = (minutes IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE travel_parameter (
  parameter TEXT NOT NULL PRIMARY KEY CHECK (parameter <> ''),
  low REAL NOT NULL,
  base REAL NOT NULL,
  high REAL NOT NULL,
  source TEXT NOT NULL,
  as_of TEXT NOT NULL,
  CHECK (low <= base AND base <= high)
) STRICT, WITHOUT ROWID;

CREATE TABLE travel_place (
  territory TEXT NOT NULL PRIMARY KEY REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  terrain TEXT NOT NULL CHECK (terrain = '' OR terrain = 'plain' OR terrain = 'hills' OR terrain = 'forest' OR terrain = 'river' OR terrain = 'mountains'),
  bus TEXT NOT NULL CHECK (bus = '' OR bus = 'yes' OR bus = 'no'),
  runs REAL CHECK (runs >= 0),
  bus_accessible TEXT NOT NULL CHECK (bus_accessible = '' OR bus_accessible = 'yes' OR bus_accessible = 'no'),
  taxi TEXT NOT NULL CHECK (taxi = '' OR taxi = 'yes' OR taxi = 'no'),
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE place_point (
  territory TEXT NOT NULL PRIMARY KEY REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  how TEXT NOT NULL CHECK (how = 'typed' OR how = 'offset' OR how = 'map'),
  source TEXT NOT NULL,
  as_of TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
