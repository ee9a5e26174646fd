/**
 * Providers with their units, facilities and the transfers between bodies. Part of step 003.
 * A unit (відділення) is a provider within a provider: `parent` names the whole. Empty text = not known.
 */
export const places = `
CREATE TABLE facility (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  provider TEXT NOT NULL REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (name <> ''),
  territory TEXT REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  address TEXT NOT NULL,
  lat REAL CHECK (lat BETWEEN -90 AND 90),
  lon REAL CHECK (lon BETWEEN -180 AND 180),
  premises TEXT NOT NULL CHECK (premises = '' OR premises = 'own' OR premises = 'rent' OR premises = 'free' OR premises = 'none'),
  area REAL CHECK (area > 0),
  generator TEXT NOT NULL CHECK (generator = '' OR generator = 'yes' OR generator = 'no'),
  shelter TEXT NOT NULL CHECK (shelter = '' OR shelter = 'yes' OR shelter = 'no'),
  internet TEXT NOT NULL CHECK (internet = '' OR internet = 'yes' OR internet = 'no'),
  state TEXT NOT NULL CHECK (state = 'works' OR state = 'partly' OR state = 'destroyed' OR state = 'moved'),
  since TEXT NOT NULL,
  note TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX facility_provider ON facility (provider);

ALTER TABLE provider ADD COLUMN parent TEXT REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED CHECK (parent <> id);
ALTER TABLE provider ADD COLUMN facility TEXT REFERENCES facility (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE provider ADD COLUMN code TEXT NOT NULL DEFAULT '';
ALTER TABLE provider ADD COLUMN act TEXT NOT NULL DEFAULT '';
ALTER TABLE provider ADD COLUMN register TEXT NOT NULL DEFAULT '' CHECK (register = '' OR register = 'yes' OR register = 'no');
ALTER TABLE provider ADD COLUMN register_on TEXT NOT NULL DEFAULT '';
ALTER TABLE provider ADD COLUMN licence TEXT NOT NULL DEFAULT '' CHECK (licence = '' OR licence = 'yes' OR licence = 'no' OR licence = 'notDue');
ALTER TABLE provider_service ADD COLUMN standard TEXT NOT NULL DEFAULT '' CHECK (standard = '' OR standard = 'yes' OR standard = 'no');

CREATE TABLE transfer (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  provider TEXT NOT NULL REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction = 'in' OR direction = 'out'),
  body TEXT NOT NULL CHECK (body <> ''),
  what TEXT NOT NULL CHECK (what = 'staff' OR what = 'recipients' OR what = 'places' OR what = 'property'),
  service TEXT NOT NULL,
  amount REAL CHECK (amount >= 0),
  act TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX transfer_provider ON transfer (provider);
`;
