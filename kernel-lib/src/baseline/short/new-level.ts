import { median } from "../noise/spread.js";
import type { FoundChange } from "../pair-changes.js";

/** Share of the table whose rows beside a change are compared with those of another year, and rows at least. */
const SIDE = { share: 1 / 8, least: 5 };
/** Share of its size by which they must differ. */
const DIFFERS = 0.5;

/**
 * Whether the level is another one since a change, where that can be told from other years: rows after it lie apart from the same
 * weeks of the year before, or rows before it from those of the year after. Weeks that rise until Christmas fall at once to where
 * they were: a change that a smooth year needs, each year, but no new level. O(rows).
 *
 * @param keep 1 for rows that teach; @param year rows of a year, or of the longest cycle, which tells nothing when it is shorter
 */
export function isNewLevel({ row, size }: FoundChange, values: Float64Array, keep: Uint8Array, year: number): boolean {
  const side = Math.max(SIDE.least, Math.floor(SIDE.share * values.length));
  if (year < side) return true;
  const known = (i: number): number => (keep[i] === 1 ? values[i] : NaN);
  const apart = [row, row + year - side].map((from) =>
    median(Float64Array.from({ length: side }, (_, k) => known(from + k) - known(from + k - year))),
  );
  const told = apart.filter((difference) => !Number.isNaN(difference));
  return told.length === 0 || told.some((difference) => difference / size >= DIFFERS);
}
