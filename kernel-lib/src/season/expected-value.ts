import { gather } from "../numeric/gather.js";
import { normalQuantile } from "../numeric/distributions/normal-quantile.js";
import type { Series } from "../table.js";
import { pastExpectation } from "./past-expectation.js";
import type { Season } from "./season.js";
import type { ExpectedBand } from "./expected-band.js";

/** `history`: from all of the file, as an analyst looks back. `past`: from earlier points only, as if it were live. */
export type BaselineChoice = "history" | "past";

/**
 * Expected value and usual range of every point. Whole history: those of the baseline, which events have not taught. Past
 * only: see `pastExpectation`. O(n log n).
 *
 * @param coverage share of usual points that lie inside, for example 0.99
 */
export function expectedBand(
  series: Series,
  season: Season | null,
  baseline: BaselineChoice,
  coverage: number,
): ExpectedBand {
  const n = series.values.length;
  const unknown = (): Float64Array => new Float64Array(n).fill(NaN);
  if (!season) {
    const band = { expected: unknown(), lower: unknown(), upper: unknown() };
    return { ...band, usual: band.expected, usualLower: band.lower, usualUpper: band.upper };
  }
  const width = widthFor(coverage);
  // Rows that are put in depend on what comes later: live nobody knows them.
  if (baseline === "past") return pastExpectation(series, season.choice, knownOf(season), width);
  const { baseline: model, rows } = season;
  const scaled = (bound: Float64Array, middle: Float64Array): Float64Array =>
    gather(width === 1 ? bound : bound.map((value, i) => middle[i] + width * (value - middle[i])), rows);
  const { expected, lower, upper, usual, usualLower, usualUpper } = model;
  return {
    expected: gather(expected, rows),
    lower: scaled(lower, expected),
    upper: scaled(upper, expected),
    usual: gather(usual, rows),
    usualLower: scaled(usualLower, usual),
    usualUpper: scaled(usualUpper, usual),
  };
}

/** Points that a known event covers, null when none is. */
function knownOf({ known, rows }: Season): Uint8Array | null {
  return known.includes(1) ? gather(known, rows) : null;
}

/** Share of usual points inside the model's range. */
const MODEL_COVERAGE = 0.99;

/** How much wider or narrower than the model's a range of that coverage is, as for normal noise. */
function widthFor(coverage: number): number {
  const reach = (share: number): number => normalQuantile((1 + share) / 2, (1 - share) / 2);
  return coverage === MODEL_COVERAGE ? 1 : reach(coverage) / reach(MODEL_COVERAGE);
}
