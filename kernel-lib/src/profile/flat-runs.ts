import { log } from "../numeric/math.js";

/** A stretch in which a KPI does not move. Positions are indexes into the series, both inclusive. */
export interface FlatRun {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/**
 * Stretches of equal values that are too long to be chance, longest first, at most ten, and the share of points equal to
 * the one before. With that share p, the longest run expected in n points is about ln(n) / -ln(p) (Erdős and Rényi 1970,
 * https://doi.org/10.1007/BF02795493); twice that, and at least six, is reported. Missing values break a run. O(n).
 */
export function flatRuns(values: Float64Array): { readonly runs: readonly FlatRun[]; readonly repeats: number } {
  const found: FlatRun[] = [];
  let start = 0;
  let repeated = 0;
  let pairs = 0;
  for (let i = 1; i <= values.length; i++) {
    if (i < values.length && values[i] === values[i - 1]) {
      repeated++;
      pairs++;
      continue;
    }
    if (i < values.length && !Number.isNaN(values[i]) && !Number.isNaN(values[i - 1])) pairs++;
    if (i - start >= 6) found.push({ start, end: i - 1, value: values[start] });
    start = i;
  }
  const repeats = pairs === 0 ? 0 : repeated / pairs;
  const expected = repeats > 0 && repeats < 1 ? log(values.length) / -log(repeats) : Infinity;
  const least = repeats === 0 || found.length === 0 ? 6 : Math.max(6, 2 * expected);
  const length = (run: FlatRun): number => run.end - run.start + 1;
  return {
    runs: found
      .filter((run) => length(run) >= least)
      .sort((a, b) => length(b) - length(a))
      .slice(0, 10),
    repeats,
  };
}
