/**
 * Staff: the staffing table as counts and roles, the work behind it, and what posts are counted with. Part of step 003.
 * Null = not known. Pay is in kopiykas a month. `service` '' = management and support.
 */
export const staff = `
CREATE TABLE staff_position (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  year INTEGER NOT NULL,
  provider TEXT NOT NULL REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
  service TEXT NOT NULL,
  category TEXT NOT NULL,
  position TEXT NOT NULL,
  posts REAL CHECK (posts >= 0),
  filled REAL CHECK (filled >= 0),
  pay_kop INTEGER CHECK (pay_kop >= 0),
  under35 INTEGER CHECK (under35 >= 0),
  age35 INTEGER CHECK (age35 >= 0),
  age50 INTEGER CHECK (age50 >= 0),
  age60 INTEGER CHECK (age60 >= 0),
  profile INTEGER CHECK (profile >= 0),
  higher INTEGER CHECK (higher >= 0),
  vocational INTEGER CHECK (vocational >= 0),
  untrained INTEGER CHECK (untrained >= 0),
  source TEXT NOT NULL,
  as_of TEXT NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'entered' OR state = 'carried'),
  sort INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_position_provider ON staff_position (provider, year);

CREATE TABLE staff_work (
  year INTEGER NOT NULL,
  provider TEXT NOT NULL REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
  service TEXT NOT NULL CHECK (service <> ''),
  activity TEXT NOT NULL CHECK (activity <> ''),
  category TEXT NOT NULL,
  name TEXT NOT NULL,
  recipients REAL CHECK (recipients >= 0),
  times REAL CHECK (times >= 0),
  volume REAL CHECK (volume >= 0),
  minutes REAL CHECK (minutes >= 0),
  source TEXT NOT NULL,
  PRIMARY KEY (year, provider, service, activity)
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_work_provider ON staff_work (provider);

CREATE TABLE staff_share (
  year INTEGER NOT NULL,
  provider TEXT NOT NULL REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
  service TEXT NOT NULL CHECK (service <> ''),
  category TEXT NOT NULL CHECK (category <> ''),
  support REAL CHECK (support >= 0 AND support < 1),
  individual REAL CHECK (individual >= 0),
  mode TEXT NOT NULL CHECK (mode = '' OR mode = 'car' OR mode = 'bus' OR mode = 'foot'),
  PRIMARY KEY (year, provider, service, category)
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_share_provider ON staff_share (provider);

CREATE TABLE staff_parameter (
  parameter TEXT NOT NULL CHECK (parameter <> ''),
  category TEXT NOT NULL,
  value REAL NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (parameter, category)
) STRICT, WITHOUT ROWID;
`;
