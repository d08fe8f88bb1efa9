import type { Pattern } from "../../report.js";
import type { Stretch } from "./stretches.js";
import { stillPart } from "./trim-stretch.js";

/** What tells whether an alarm stands on values of its own: one entry a point everywhere. */
export interface OwnEvidence {
  readonly values: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly pattern: Pick<Pattern, "known" | "cycle">;
}

/**
 * Takes the known events at its ends out of an alarm. Windows that reach over an event see what was filled in for it, so
 * within a cycle of one an alarm counts only when a value of its own leaves the usual range or stands still; null when none
 * does, and when all of it is known. O(length of the alarm + cycle).
 */
export function withoutEvents(
  { start, end }: Stretch,
  { values, lower, upper, pattern: { known, cycle } }: OwnEvidence,
  tiesAreRare: boolean,
): Stretch | null {
  while (start <= end && known[start]) start++;
  while (end > start && known[end]) end--;
  if (start > end) return null;
  const reach = Math.max(1, cycle);
  if (!known.subarray(Math.max(0, start - reach), end + 1 + reach).includes(1)) return { start, end };
  for (let i = start; i <= end; i++)
    if (!known[i] && (values[i] < lower[i] || values[i] > upper[i])) return { start, end };
  return tiesAreRare && stillPart({ start, end }, values) ? { start, end } : null;
}
