/**
 * Deviations from which a row beside an event belongs to it, and from which rows in a row or on a date that returns are looked
 * at together: of normal rows 7 % lie so far to either side, so that three neighbours on one side are rare and single ones are
 * not. A convention.
 */
export const SUSPICIOUS = 1.8;
