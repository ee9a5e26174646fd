/**
 * Questionnaires, anonymous answers, sampling and themes. Part of step 002. An answer has a random id and no time: rows lie in the order
 * of the ids, which says nothing. `survey_use` knows how the respondents behind a
 * source were chosen, who they were and how they were weighted when results were taken over: figures that name the source follow it, in later
 * years and after the survey is removed too.
 */
export const surveys = `
CREATE TABLE survey (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  started TEXT NOT NULL,
  ended TEXT NOT NULL,
  selection TEXT NOT NULL CHECK (selection = 'all' OR selection = 'random' OR selection = 'quota' OR selection = 'open_link' OR selection = 'convenience' OR selection = 'unknown'),
  invited INTEGER CHECK (invited IS NULL OR invited >= 0),
  note TEXT NOT NULL,
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  weighting TEXT NOT NULL CHECK (json_valid(weighting)),
  targets TEXT NOT NULL CHECK (json_valid(targets)),
  sort INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE survey_question (
  survey TEXT NOT NULL REFERENCES survey (id) DEFERRABLE INITIALLY DEFERRED,
  id TEXT NOT NULL CHECK (id <> ''),
  sort INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'service' OR kind = 'single' OR kind = 'multiple' OR kind = 'scale' OR kind = 'number' OR kind = 'open'),
  role TEXT NOT NULL CHECK (role = '' OR role = 'territory' OR role = 'sex' OR role = 'age' OR role = 'groups'),
  title TEXT NOT NULL CHECK (title <> ''),
  options TEXT NOT NULL CHECK (json_valid(options)),
  service TEXT NOT NULL,
  max INTEGER NOT NULL CHECK (max BETWEEN 2 AND 10),
  PRIMARY KEY (survey, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE survey_answer (
  survey TEXT NOT NULL REFERENCES survey (id) DEFERRABLE INITIALLY DEFERRED,
  id TEXT NOT NULL CHECK (id <> ''),
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  PRIMARY KEY (survey, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE survey_theme (
  survey TEXT NOT NULL,
  question TEXT NOT NULL,
  id TEXT NOT NULL CHECK (id <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  sort INTEGER NOT NULL,
  PRIMARY KEY (survey, question, id),
  FOREIGN KEY (survey, question) REFERENCES survey_question (survey, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE survey_code (
  survey TEXT NOT NULL,
  question TEXT NOT NULL,
  theme TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (survey, question, theme, answer),
  FOREIGN KEY (survey, question, theme) REFERENCES survey_theme (survey, question, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (survey, answer) REFERENCES survey_answer (survey, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE survey_use (
  source TEXT NOT NULL PRIMARY KEY CHECK (source <> ''),
  survey TEXT NOT NULL,
  selection TEXT NOT NULL CHECK (selection = 'all' OR selection = 'random' OR selection = 'quota' OR selection = 'open_link' OR selection = 'convenience' OR selection = 'unknown'),
  facts TEXT NOT NULL CHECK (json_valid(facts))
) STRICT, WITHOUT ROWID;
`;
