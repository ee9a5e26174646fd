/** Parameters of projections, events and scenarios. Part of step 002. */
export const projection = ``;
