/** Questionnaires, anonymous answers, sampling and themes. Part of step 002. */
export const surveys = ``;
