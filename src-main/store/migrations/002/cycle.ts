/** Needs determinations, their stages and approved snapshots. Part of step 002. */
export const cycle = ``;
