/** Answers of the minimal package: how a service reaches a place. Part of step 003. A service and place without a row: nobody has said. */
export const minimalPackage = `
CREATE TABLE package_answer (
  service TEXT NOT NULL CHECK (service <> ''),
  territory TEXT NOT NULL REFERENCES territory (id) DEFERRABLE INITIALLY DEFERRED,
  way TEXT NOT NULL CHECK (way = 'here' OR way = 'mobile' OR way = 'centre' OR way = 'neighbour' OR way = 'bought' OR way = 'absent'),
  basis TEXT NOT NULL,
  as_of TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (service, territory)
) STRICT, WITHOUT ROWID;
`;
