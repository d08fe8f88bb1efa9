import { byPhase } from "../numeric/by-phase.js";
import { gather, scatter } from "../numeric/gather.js";
import { quantiles } from "../numeric/statistics.js";
import { robustScale } from "../numeric/robust-deviation.js";
import type { Series } from "../table.js";
import { regularGrid } from "./even-grid.js";
import { pastExpectation } from "./past-expectation.js";
import type { Season } from "./season.js";
import type { ExpectedBand } from "./expected-band.js";

/** `history`: from all of the file, as an analyst looks back. `past`: from earlier points only, as if it were live. */
export type Baseline = "history" | "past";

/** Cycles that must be there before each place of the cycle gets a width of its own. */
const LEAST_CYCLES = 20;

/**
 * Expected value and usual range of every point. Whole history: trend plus the profile of the other cycles, and the
 * quantiles of what remains outside of suspicious stretches, so that events do not widen the range; places of the cycle that
 * are noisier get a wider one. Past only: see `pastExpectation`. O(n log n).
 *
 * @param coverage share of usual points that lie inside, for example 0.99
 * @param suspicious 1 for points that shall not teach what is usual, such as those of incidents
 */
export function expectedBand(
  series: Series,
  season: Season | null,
  baseline: Baseline,
  coverage: number,
  suspicious: Uint8Array | null = null,
): ExpectedBand {
  const n = series.values.length;
  const unknown = (): Float64Array => new Float64Array(n).fill(NaN);
  if (!season) return { expected: unknown(), lower: unknown(), upper: unknown() };
  // Rows that are put in depend on what comes later: live nobody knows them.
  if (baseline === "past")
    return pastExpectation(series, season.rows ? regularGrid(series) : season.grid, coverage, season.choice);
  const { rows } = season;
  const { expected, lower, upper } = historyBand(
    season,
    coverage,
    suspicious && scatter(suspicious, rows, season.remainder.length, 0),
  );
  return { expected: gather(expected, rows), lower: gather(lower, rows), upper: gather(upper, rows) };
}

function historyBand(season: Season, coverage: number, suspicious: Uint8Array | null): ExpectedBand {
  const { remainder, trend, seasonal, missing, known } = season;
  const widths = widthByPhase(season);
  const n = remainder.length;
  const scaled = new Float64Array(n);
  for (let i = 0; i < n; i++)
    scaled[i] = suspicious?.[i] || missing[i] || known[i] ? NaN : widths[i] > 0 ? remainder[i] / widths[i] : 0;
  const rest = (1 - coverage) / 2;
  const [low, centre, high] = quantiles(scaled, [rest, 0.5, 1 - rest]);
  const at = (level: number): Float64Array => {
    const values = new Float64Array(n);
    for (let i = 0; i < n; i++) values[i] = trend[i] + seasonal[i] + level * widths[i];
    return values;
  };
  return { expected: at(centre), lower: at(low), upper: at(high) };
}

/** Spread of the remainder at each row's place in the cycle, half-way between its own and the overall one. */
function widthByPhase({ remainder, cycle, grid }: Season): Float64Array {
  const overall = robustScale(remainder);
  if (cycle < 2 || remainder.length < LEAST_CYCLES * cycle) return new Float64Array(remainder.length).fill(overall);
  const own = byPhase(remainder, grid.place, cycle).map((values) =>
    Math.sqrt(overall * (values.length >= LEAST_CYCLES / 2 ? robustScale(values) : overall)),
  );
  const widths = new Float64Array(remainder.length);
  for (let i = 0; i < widths.length; i++) widths[i] = own[grid.place[i] % cycle];
  return widths;
}
