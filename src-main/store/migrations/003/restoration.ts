/**
 * Restoration: points of administrative services, states of services and points in time, tasks and what they wait for, channels of informing,
 * answers on gender and inclusion, donors' help. Part of step 003. Empty text = not known or not this.
 */
export const restoration = `
CREATE TABLE restore_point (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind TEXT NOT NULL CHECK (kind = 'centre' OR kind = 'branch' OR kind = 'remote' OR kind = 'starosta' OR kind = 'mobile'),
  name TEXT NOT NULL CHECK (name <> ''),
  territory TEXT REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  ramp TEXT NOT NULL CHECK (ramp = '' OR ramp = 'yes' OR ramp = 'no'),
  toilet TEXT NOT NULL CHECK (toilet = '' OR toilet = 'yes' OR toilet = 'no'),
  braille TEXT NOT NULL CHECK (braille = '' OR braille = 'yes' OR braille = 'no'),
  pram TEXT NOT NULL CHECK (pram = '' OR pram = 'yes' OR pram = 'no'),
  days INTEGER CHECK (days BETWEEN 0 AND 31),
  schedule TEXT NOT NULL,
  source TEXT NOT NULL,
  as_of TEXT NOT NULL,
  checked INTEGER NOT NULL CHECK (checked = 0 OR checked = 1),
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE restore_state (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  service TEXT NOT NULL,
  point TEXT REFERENCES restore_point (id) DEFERRABLE INITIALLY DEFERRED,
  territory TEXT REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  phase TEXT NOT NULL CHECK (phase = 'before' OR phase = 'during' OR phase = 'now' OR phase = 'plan'),
  day TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  told TEXT NOT NULL,
  CHECK ((service = '') <> (point IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE restore_task (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  service TEXT NOT NULL,
  point TEXT REFERENCES restore_point (id) DEFERRABLE INITIALLY DEFERRED,
  territory TEXT REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  facility TEXT REFERENCES facility (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  days INTEGER CHECK (days > 0),
  from_day TEXT NOT NULL,
  due TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'planned' OR state = 'going' OR state = 'done' OR state = 'stopped'),
  done TEXT NOT NULL,
  responsible TEXT NOT NULL,
  donor TEXT NOT NULL,
  cost_kop INTEGER CHECK (cost_kop >= 0),
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE restore_task_after (
  task TEXT NOT NULL REFERENCES restore_task (id) DEFERRABLE INITIALLY DEFERRED,
  before TEXT NOT NULL REFERENCES restore_task (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (task, before),
  CHECK (task <> before)
) STRICT, WITHOUT ROWID;

CREATE TABLE restore_channel (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  name TEXT NOT NULL,
  responsible TEXT NOT NULL,
  often TEXT NOT NULL,
  without_power TEXT NOT NULL CHECK (without_power = '' OR without_power = 'yes' OR without_power = 'no'),
  without_internet TEXT NOT NULL CHECK (without_internet = '' OR without_internet = 'yes' OR without_internet = 'no'),
  audiences TEXT NOT NULL CHECK (json_valid(audiences)),
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE restore_answer (
  question TEXT NOT NULL PRIMARY KEY CHECK (question <> ''),
  answer TEXT NOT NULL CHECK (answer = '' OR answer = 'yes' OR answer = 'no' OR answer = 'na'),
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE restore_aid (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  donor TEXT NOT NULL CHECK (donor <> ''),
  what TEXT NOT NULL CHECK (what <> ''),
  amount_kop INTEGER CHECK (amount_kop >= 0),
  task TEXT REFERENCES restore_task (id) DEFERRABLE INITIALLY DEFERRED,
  service TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  ends TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
