import { ROUNDING } from "../numeric/rounding.js";
import { quantile } from "../numeric/statistics.js";

/** Rows beyond this quantile of the distances are the tail. */
export const BODY = 0.9;

/** Windows and the number of tail rows in them that chance hardly gives (each below 4 in 1,000 for independent rows). */
const CLUMPS: readonly (readonly [rows: number, tail: number])[] = [
  [4, 3],
  [8, 5],
  [16, 7],
  [32, 11],
];

/**
 * 1 for rows that are not part of a clump of far values. Far values that come together are an event; those that stand
 * alone are the habit of a KPI, and only habit may teach what is usual. O(n).
 */
export function declusteredRows(distances: Float64Array): Uint8Array {
  // Equal distances differ by rounding: those at the limit are not beyond it.
  const limit = quantile(distances, BODY) * (1 + ROUNDING);
  const alone = new Uint8Array(distances.length).fill(1);
  for (const [rows, tail] of CLUMPS) {
    let count = 0;
    for (let i = 0; i < distances.length; i++) {
      if (distances[i] > limit) count++;
      if (i >= rows && distances[i - rows] > limit) count--;
      if (count >= tail) alone.fill(0, Math.max(0, i - rows + 1), i + 1);
    }
  }
  return alone;
}
