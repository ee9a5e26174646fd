/** Layouts of imported files and the indicators of collection sheets. Part of step 002. */
export const imports = ``;
