/** Share up to which numbers are the same: far above what a long computation leaves (some 1e-13), far below what is measured. */
const SAME = 1e-9;

/**
 * Whether a number is above another by more than a long computation leaves in its last digits. Where values repeat exactly (a
 * stuck sensor in a day's course), the largest of many is there several times: a plain comparison would take the one that
 * rounding favours, which is another one on another engine.
 *
 * @example
 * clearlyAbove(0.1 + 0.2, 0.3); // false
 * clearlyAbove(0.31, 0.3); // true
 */
export function clearlyAbove(value: number, other: number): boolean {
  return value > other + SAME * Math.abs(other);
}
