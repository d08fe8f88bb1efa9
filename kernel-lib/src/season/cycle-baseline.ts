import { clipped, subtract } from "../numeric/elementwise.js";
import { robustStandardise } from "../numeric/scaling/robust-deviation.js";
import { ROUNDING } from "../numeric/rounding.js";
import { signedLogarithm } from "../numeric/scaling/signed-logarithm.js";
import { deviation, medianAbsoluteDeviation } from "../numeric/statistics.js";
import { nearestWindows } from "./nearest-window.js";

/** Neighbouring cycles on each side that a value is compared with. */
const NEIGHBOURS = 3;

/** The least movement that counts, in standard deviations. Far above rounding, far below what a person would see. */
const LEAST_MOVEMENT = 1e-3;

/** A series seen as cycles (days of hours, weeks of days), each compared with the cycles around it. */
export interface CycleBaseline {
  /** Rows in a cycle. */
  readonly rows: number;
  /** The values, large ones dampened a little, so that swings of a growing KPI count in proportion. */
  readonly values: Float64Array;
  /** Median of the same place in up to three cycles before and three after; never the value's own cycle. */
  readonly usual: Float64Array;
  /** `values - usual` in robust deviations. */
  readonly standardised: Float64Array;
  /** Movements below this are none: a thousandth of the standard deviation of `values`. */
  readonly still: number;
  /** For each window of one cycle, the distance of its `standardised` values to the most similar other window. */
  readonly nearest: Float64Array;
}

/**
 * The baseline for detectors that judge whole cycles. Null when there are fewer than six cycles, or four of the longer
 * period that neighbours are taken at, or when most values equal their neighbours (sparse counts, clean square waves). O(n) to O(n²), see `nearestWindows`.
 *
 * @param rows rows in a cycle
 * @param apart rows between a value and its neighbours: the cycle, or a week of it
 */
export function cycleBaseline(filled: Float64Array, rows: number, apart: number): CycleBaseline | null {
  const n = filled.length;
  if (rows < 2 || n < 4 * apart || n < 6 * rows) return null;
  const values = signedLogarithm(filled, 3);
  const both = sameInNeighbours(values, apart, true);
  const spread = medianAbsoluteDeviation(subtract(values, both));
  const whole = deviation(values);
  if (!(spread > ROUNDING * whole)) return null;
  const usual = fairAtTheEnds(values, both, apart, spread);
  const deviations = subtract(values, usual);
  const standardised = robustStandardise(deviations);
  return {
    rows,
    values,
    usual,
    standardised,
    still: LEAST_MOVEMENT * whole,
    nearest: nearestWindows(clipped(standardised, 12), rows),
  };
}

/** Median of the same place in the cycles before and, unless only the past is wanted, after. */
function sameInNeighbours(values: Float64Array, apart: number, future: boolean): Float64Array {
  const n = values.length;
  const around = new Float64Array(2 * NEIGHBOURS);
  const usual = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let count = 0;
    for (let k = 1; k <= NEIGHBOURS; k++) {
      if (i - k * apart >= 0) count = insert(around, count, values[i - k * apart]);
      if (future && i + k * apart < n) count = insert(around, count, values[i + k * apart]);
    }
    const middle = count >> 1;
    usual[i] = count === 0 ? values[i] : count % 2 ? around[middle] : (around[middle - 1] + around[middle]) / 2;
  }
  return usual;
}

/**
 * Near the ends neighbours are on one side only and fit less well, the more so the more a series wanders. There the
 * deviation is divided by how much worse the past alone fits everywhere, so that the newest rows are not alarming by
 * themselves.
 */
function fairAtTheEnds(values: Float64Array, usual: Float64Array, apart: number, spread: number): Float64Array {
  const n = values.length;
  const past = subtract(values, sameInNeighbours(values, apart, false)).subarray(apart);
  const worse = Math.max(1, medianAbsoluteDeviation(past) / spread);
  const reach = NEIGHBOURS * apart;
  const fair = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const lacking = Math.max(0, reach - i, reach - (n - 1 - i)) / reach;
    fair[i] = values[i] - (values[i] - usual[i]) / (1 + (worse - 1) * Math.min(1, lacking));
  }
  return fair;
}

function insert(sorted: Float64Array, count: number, value: number): number {
  let at = count;
  for (; at > 0 && sorted[at - 1] > value; at--) sorted[at] = sorted[at - 1];
  sorted[at] = value;
  return count + 1;
}
