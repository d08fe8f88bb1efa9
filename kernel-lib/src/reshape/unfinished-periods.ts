import type { Period } from "../config/config.js";
import { nextPeriod } from "./period.js";

/** Share of the other periods that may begin later or end sooner than usual without setting the rule. */
const ODD_PERIODS = 0.02;

/** Whether the first and the last period are cut off by the edges of the file. */
export interface Unfinished {
  readonly first: boolean;
  readonly last: boolean;
}

/**
 * Tells whether the file begins or ends within a period, by comparing how far into it the records reach with how far they
 * reach in the other periods: a shop that closes at eight has finished its day at eight, a week that ends on Wednesday has
 * not. Two periods or fewer can not be told apart from habit and count as finished. O(periods log periods).
 *
 * @param starts start of each period, ascending
 * @param earliest first record in each period
 * @param latest last record in each period
 */
export function unfinishedPeriods(
  starts: Float64Array,
  earliest: Float64Array,
  latest: Float64Array,
  period: Period,
): Unfinished {
  const last = starts.length - 1;
  if (last < 2) return { first: false, last: false };
  const into = (times: Float64Array): Float64Array =>
    times.map((time, i) => (time - starts[i]) / (nextPeriod(starts[i], period) - starts[i]));
  const begins = into(earliest);
  const ends = into(latest);
  const latestBegin = usualEdge(begins.slice(1, last).map((share) => -share));
  return { first: -begins[0] < latestBegin, last: ends[last] < usualEdge(ends.slice(1, last)) };
}

/** The smallest share but for a few odd periods. */
function usualEdge(shares: Float64Array): number {
  return shares.sort()[Math.floor(ODD_PERIODS * shares.length)];
}
