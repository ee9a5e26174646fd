/** Need rates by group and service and the methods chosen. Part of step 002. */
export const rates = ``;
