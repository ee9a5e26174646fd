/** Accepted exceptions of the checks. Part of step 002. */
export const checks = ``;
