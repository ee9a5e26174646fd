/** Counts below this are hidden in publications when they speak of anybody (1 … SMALL − 1); 0 speaks of nobody. An assumption of the program, no act sets it. */
export const SMALL = 5;

/** Is a count of people so small that somebody could be known by it? */
export const isSmall = (count: number | null): boolean => count !== null && count > 0 && count < SMALL;
