import { log } from "../../numeric/math.js";
import { normalQuantile } from "../../numeric/distributions/normal-quantile.js";
import { clearlyAbove } from "../../numeric/order/clearly-above.js";
import { runningMedian } from "../../numeric/windows/running-median.js";
import { quantiles } from "../../numeric/statistics.js";
import { medianDeviation } from "../noise/spread.js";

/** The most striking difference between the level before and after a place. */
export interface LevelDifference {
  /** Its size in units of what such differences usually are and of what the largest of them may be: above 1 is striking. */
  readonly strength: number;
  /** First block after it. */
  readonly block: number;
  readonly size: number;
  /** What the level usually grows from one side to the other here. */
  readonly growth: number;
}

/** Blocks of `rows` rows by which levels are compared over `width` rows. */
export interface Comparison {
  readonly width: number;
  readonly rows: number;
  /** Blocks of one side, fewer than 16. */
  readonly side: number;
}

/** How levels over `width` rows are compared: by eighths. */
export function comparisonOf(width: number): Comparison {
  const rows = Math.max(1, Math.floor(width / 8));
  return { width, rows, side: Math.floor(width / rows) };
}

/**
 * The median of the blocks after each place less that of the blocks before it, less the usual growth (running median of
 * these differences), against the spread and the tail of all of them. O(blocks log side).
 *
 * @param blocks block medians of the series
 * @param n rows of the series
 * @param noise deviation of single rows
 * @param floor least difference worth a name
 */
export function compareLevels(
  blocks: Float64Array,
  { width, side }: Comparison,
  n: number,
  noise: number,
  floor: number,
): LevelDifference {
  const medians = mediansAhead(blocks, side);
  const count = medians.length - side;
  const difference = new Float64Array(count);
  for (let k = 0; k < count; k++) difference[k] = medians[k + side] - medians[k];
  const growth = runningMedian(difference, Math.min(count % 2 === 1 ? count : count - 1, 8 * side + 1));
  for (let k = 0; k < count; k++) difference[k] -= growth[k];
  // Many comparisons: their tail counts, not only their middle.
  const share = Math.max(0.75, 1 - 2 / Math.sqrt(n / width));
  const [low, high] = quantiles(difference, [1 - share, share]);
  const tail = (high - low) / (2 * normalQuantile(share));
  const scale = Math.max(medianDeviation(difference), tail, noise * 1.25 * Math.sqrt(2 / width), floor);
  const most = Math.sqrt(2 * log(Math.max(3, n / width))) + 3;
  const best = middleOfLargest(difference);
  return {
    strength: Math.abs(difference[best]) / scale / most,
    block: side + best,
    size: difference[best],
    growth: growth[best],
  };
}

/** Where the largest size is; of several in a row that are as large, the middle: a change lies between its first and last sign. */
function middleOfLargest(sizes: Float64Array): number {
  let [first, last] = [0, 0];
  for (let k = 1; k < sizes.length; k++) {
    const [own, most] = [Math.abs(sizes[k]), Math.abs(sizes[first])];
    if (clearlyAbove(own, most)) first = last = k;
    else if (k === last + 1 && !clearlyAbove(most, own)) last = k;
  }
  return (first + last) >> 1;
}

/**
 * Median of `side` values from each place on: a few values in order, of which one goes and one comes at each step.
 * O(n side), some nanoseconds a place.
 */
function mediansAhead(values: Float64Array, side: number): Float64Array {
  const medians = new Float64Array(values.length - side + 1);
  const window = values.slice(0, side).sort();
  const upper = side >> 1;
  const lower = (side - 1) >> 1;
  for (let k = 0; ; k++) {
    medians[k] = lower === upper ? window[upper] : (window[lower] + window[upper]) / 2;
    if (k + side >= values.length) return medians;
    const gone = values[k];
    const come = values[k + side];
    let place = 0;
    while (window[place] !== gone) place++;
    for (; place < side - 1 && window[place + 1] < come; place++) window[place] = window[place + 1];
    for (; place > 0 && window[place - 1] > come; place--) window[place] = window[place - 1];
    window[place] = come;
  }
}
