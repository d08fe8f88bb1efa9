/** Fewest points a season is looked for in, and anything can be said at all. */
export const LEAST_POINTS = 24;
