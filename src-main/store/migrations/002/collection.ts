/**
 * Indicators of the determination, who fills in what, and the sheets that were given out. Part of step 002.
 * A plan without rows of indicators or collectors uses the list the reference book proposes; the first change writes the whole list.
 */
export const collection = `
CREATE TABLE indicator (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  pos INTEGER NOT NULL,
  number TEXT NOT NULL,
  wording TEXT NOT NULL CHECK (wording <> ''),
  wording_en TEXT,
  basis TEXT NOT NULL CHECK (basis = 'jan1' OR basis = 'year'),
  source TEXT NOT NULL,
  source_en TEXT,
  measure TEXT NOT NULL,
  grp TEXT NOT NULL,
  service TEXT NOT NULL,
  sex TEXT NOT NULL,
  age TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_list (
  list TEXT NOT NULL PRIMARY KEY CHECK (list = 'annex1'),
  hash TEXT NOT NULL CHECK (hash <> ''),
  confirmed_by TEXT NOT NULL CHECK (confirmed_by <> ''),
  confirmed_on TEXT NOT NULL CHECK (confirmed_on <> ''),
  source TEXT NOT NULL CHECK (source <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE collector (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  pos INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  scope TEXT NOT NULL CHECK (scope = 'community' OR scope = 'districts' OR scope = 'providers'),
  indicators TEXT NOT NULL CHECK (json_valid(indicators)),
  services TEXT NOT NULL CHECK (json_valid(services)),
  measures TEXT NOT NULL CHECK (json_valid(measures))
) STRICT, WITHOUT ROWID;

CREATE TABLE collection_sheet (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1991 AND 2100),
  collector TEXT NOT NULL CHECK (collector <> ''),
  territory TEXT NOT NULL,
  provider TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  addresses TEXT NOT NULL CHECK (json_valid(addresses)),
  made TEXT NOT NULL,
  due TEXT NOT NULL,
  give_to TEXT NOT NULL,
  sent TEXT NOT NULL,
  returned TEXT NOT NULL,
  UNIQUE (year, collector, territory, provider)
) STRICT, WITHOUT ROWID;
`;
