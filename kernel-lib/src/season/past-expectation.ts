import type { SeasonChoice } from "../config/config.js";
import { rollingMedian, rollingQuantile } from "../numeric/rolling.js";
import type { Series } from "../table.js";
import { candidatePeriods } from "./candidate-periods.js";
import type { RegularGrid } from "./even-grid.js";
import type { ExpectedBand } from "./expected-band.js";
import { rowsOf } from "./robust-decomposition.js";

/** Earlier cycles a value is compared with. */
const CYCLES = 8;
/** Earlier errors that set the range: enough for a 99 % one, few enough to follow a change. */
const ERRORS = 600;
const LEAST_ERRORS = 40;
/** Cycles that lie before a point from which on the period may be used there; how many follow is not known yet. */
const LEAST_CYCLES = 2.5;

/**
 * What each value should have been, from earlier values only: nothing that comes later changes it, so it can be checked
 * against what happened. The level before the point plus the median of its place in the eight cycles before, for each
 * period of the clock (or set by hand) and for none; at every point the way that erred least so far is taken. The range holds the
 * quantiles of the last 600 errors (split conformal prediction on a moving window; Vovk et al. 2005). O(n log n).
 */
export function pastExpectation(
  series: Series,
  grid: RegularGrid,
  coverage: number,
  choice: SeasonChoice = null,
): Pick<ExpectedBand, "expected" | "lower" | "upper"> {
  const { values } = series;
  const n = values.length;
  const periods = candidatePeriods(grid, Infinity, choice)
    .map((period) => rowsOf(period.steps, grid))
    .filter((period) => LEAST_CYCLES * period < n);
  const ways = [0, ...periods].flatMap((period) =>
    forecasts(values, period).map((forecast) => ({ forecast, from: LEAST_CYCLES * period })),
  );
  const errors = ways.map(({ forecast, from }) =>
    rollingMedian(
      forecast.map((value, i) => Math.abs(values[i] - value)),
      ERRORS,
      20,
    ).map((error, i) => (i < from ? NaN : error)),
  );
  const expected = Float64Array.from({ length: n }, (_, i) => ways[leastError(errors, i)].forecast[i]);
  const missed = values.map((value, i) => value - expected[i]);
  const rest = (1 - coverage) / 2;
  const low = rollingQuantile(missed, ERRORS, rest, LEAST_ERRORS);
  const high = rollingQuantile(missed, ERRORS, 1 - rest, LEAST_ERRORS);
  return {
    expected,
    lower: expected.map((value, i) => value + low[i]),
    upper: expected.map((value, i) => value + high[i]),
  };
}

/** The place in the cycle on the level before it, alone and with the last errors taken into account. */
function forecasts(values: Float64Array, period: number): Float64Array[] {
  const level = rollingMedian(values, period > 0 ? 2 * period : 5, 1);
  const swing = values.map((value, i) => value - level[i]);
  const plain = level.map((value, i) => value + (period > 0 ? earlierMedian(swing, i, period) : 0));
  const drift = rollingMedian(
    values.map((value, i) => value - plain[i]),
    3,
    1,
  );
  return [plain, plain.map((value, i) => value + (drift[i] || 0))];
}

/** Median of the same place in earlier cycles; 0 when there is none. */
function earlierMedian(values: Float64Array, i: number, period: number): number {
  const earlier: number[] = [];
  for (let k = 1; k <= CYCLES && i - k * period >= 0; k++)
    if (Number.isFinite(values[i - k * period])) earlier.push(values[i - k * period]);
  if (earlier.length === 0) return 0;
  earlier.sort((a, b) => a - b);
  const middle = earlier.length >> 1;
  return earlier.length % 2 ? earlier[middle] : (earlier[middle - 1] + earlier[middle]) / 2;
}

function leastError(errors: readonly Float64Array[], i: number): number {
  let best = 0;
  for (let way = 1; way < errors.length; way++) if (errors[way][i] < errors[best][i]) best = way;
  return best;
}
