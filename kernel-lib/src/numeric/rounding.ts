/**
 * Numbers that differ by a smaller share than this are equal: far above what the rounding of a long computation leaves
 * (some 1e-14), far below what a measurement can tell. Wherever ties, zeros or an order decide, they are asked for with this
 * tolerance, so that the last digit of a value decides nothing.
 */
export const ROUNDING = 1e-9;
