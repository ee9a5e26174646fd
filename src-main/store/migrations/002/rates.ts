/** Which source of a need rate holds for a group and a service, and why. Part of step 002. */
export const rates = `
CREATE TABLE rate_choice (
  grp TEXT NOT NULL CHECK (grp <> ''),
  service TEXT NOT NULL CHECK (service <> ''),
  source TEXT NOT NULL CHECK (source = 'survey' OR source = 'register' OR source = 'published' OR source = 'default'),
  reason TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (grp, service)
) STRICT, WITHOUT ROWID;
`;
