import { log } from "../../numeric/math.js";
import { quantile } from "../../numeric/statistics.js";
import type { Stay } from "../types.js";

/** Runs from which on clumping can be told, the share of them that tells it, how mean and upper tenth are compared, and what the longer ones need. */
const CLUMPING = { least: 10, share: 0.98, mean: 1.3, tenth: 3, longer: 8, errors: 1.5 };

/**
 * Runs of zeros with ln p: the sum of the ln p of a zero at each row, as if rows did not know of each other, less what the
 * other runs show of clumping (their mean and upper tenth against independent ones; the longest are left out). O(n).
 *
 * @param logZero ln of the chance of a zero at each row
 */
export function zeroRuns(values: Float64Array, weight: Float64Array, logZero: Float64Array): Stay[] {
  const runs: Stay[] = [];
  const isZero = (row: number): boolean => values[row] === 0 && weight[row] > 0;
  for (let start = 0; start < values.length; start++) {
    if (!isZero(start)) continue;
    let [end, logP] = [start, 0];
    while (end < values.length && isZero(end)) logP += logZero[end++];
    runs.push({ start, end, logP });
    start = end;
  }
  const clumping = clumpingOf(runs);
  return runs.map((run) => ({ ...run, logP: run.logP / clumping }));
}

function clumpingOf(runs: readonly Stay[]): number {
  if (runs.length <= CLUMPING.least) return 1;
  const usual = Float64Array.from(runs, ({ logP }) => -logP)
    .sort()
    .subarray(0, Math.max(1, Math.floor(runs.length * CLUMPING.share)));
  const mean = usual.reduce((sum, value) => sum + value, 0) / usual.length;
  return Math.max(1, mean / CLUMPING.mean, quantile(usual, 0.9) / CLUMPING.tenth, longerRuns(usual));
}

/** Where short and long runs are mixed: how much the longer quarter goes on beyond its begin, 1 for independent zeros, less its own uncertainty. */
function longerRuns(ascending: Float64Array): number {
  const from = quantile(ascending, 0.75);
  const excess = ascending.filter((value) => value > from).map((value) => value - from);
  if (excess.length < CLUMPING.longer) return 1;
  return (
    excess.reduce((sum, value) => sum + value, 0) / excess.length / (1 + CLUMPING.errors / Math.sqrt(excess.length))
  );
}

/** What comes in so many runs at most, one in fifty rows, is news whatever its size. */
const NEWS = { runs: 2, rows: 50 };

/** The runs of something where there is hardly ever anything: each as odd as runs are rare. Empty when they are not. O(n). */
export function newsOf(positive: Float64Array): Stay[] {
  const n = positive.length;
  const runs: Stay[] = [];
  for (let start = 0; start < n && runs.length <= NEWS.runs; start++) {
    if (!(positive[start] > 0)) continue;
    let end = start;
    while (end < n && positive[end] > 0) end++;
    runs.push({ start, end, logP: 0 });
    start = end;
  }
  if (runs.length > NEWS.runs || NEWS.rows * runs.reduce((rows, { start, end }) => rows + end - start, 0) > n)
    return [];
  return runs.map((run) => ({ ...run, logP: log(runs.length / n) - log(n) }));
}
