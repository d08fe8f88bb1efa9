import { log } from "../../numeric/math.js";
import { bisquare, median, scaleAboutZero } from "../noise/spread.js";
import { cyclesFor } from "../seasons/cycles.js";
import type { BaselineInput } from "../types.js";

/** Blocks that a line is seen in: so many at least and at most. */
const BLOCKS = { least: 12, most: 60 };
/** A line that grows by less is as good on a logarithm. */
const FACTOR = 8;
/** The line must be this much nearer, in ratios, than steady growth in percent is. */
const NEARER = 0.5;
/** Noise in proportion: its size at one end is no more than so many times that at the other, in ratios. */
const EVEN = 2;
const ROUNDS = 8;
/** Scales of the deviations from the line, in ratios, from which on a block does not count. */
const LIMIT = 5;

/**
 * Straight growth from next to nothing, with noise in proportion to it: a line that a logarithm bends where it begins and that
 * least squares weigh by its far end. Fitted in ratios, over medians of units, by weights of its own value; null unless the
 * series grows, or falls, eightfold, the line is twice as near as growth in percent, and the noise in ratios is as large at one end as
 * at the other. O(n).
 *
 * @param values NaN where nothing is known
 */
export function straightGrowth(
  values: Float64Array,
  input: Pick<BaselineInput, "step" | "cycles" | "values">,
): Float64Array | null {
  const n = values.length;
  for (let i = 0; i < n; i++) if (values[i] < 0) return null;
  const { unit } = cyclesFor(input);
  const width = Math.max(1, unit, Math.ceil(n / BLOCKS.most));
  const [middles, medians] = blocksOf(values, width);
  if (medians.length < BLOCKS.least || medians.some((value) => !(value > 0))) return null;
  const line = lineInRatios(middles, medians);
  const [first, last] = [valueAt(line, 0), valueAt(line, n - 1)];
  if (!(Math.min(first, last) > 0) || Math.max(first, last) < FACTOR * Math.min(first, last)) return null;
  const ratios = medians.map((value, k) => log(value / valueAt(line, middles[k])));
  const percent = lineThrough(middles, medians.map(log), new Float64Array(medians.length).fill(1));
  const beside = scaleAboutZero(medians.map((value, k) => log(value) - valueAt(percent, middles[k])));
  if (!(scaleAboutZero(ratios) < NEARER * beside)) return null;
  const third = Math.floor(n / 3);
  const noiseOf = (from: number, to: number): number =>
    scaleAboutZero(
      values
        .subarray(from, to)
        .map((value, i) => value / valueAt(line, from + i) - 1)
        .filter(Number.isFinite),
    );
  const [start, end] = [noiseOf(0, third), noiseOf(n - third, n)];
  if (!(Math.max(start, end) <= EVEN * Math.min(start, end))) return null;
  const middle = median(values.map((_, i) => valueAt(line, i)));
  return values.map((_, i) => valueAt(line, i) / middle);
}

/** Middles and medians of blocks with a value. */
function blocksOf(values: Float64Array, width: number): readonly [Float64Array, Float64Array] {
  const middles: number[] = [];
  const medians: number[] = [];
  for (let from = 0; from + width <= values.length; from += width) {
    const own = values.slice(from, from + width).filter(Number.isFinite);
    if (2 * own.length < width) continue;
    middles.push(from + (width - 1) / 2);
    medians.push(median(own));
  }
  return [Float64Array.from(middles), Float64Array.from(medians)];
}

interface Line {
  readonly middle: number;
  readonly mean: number;
  readonly slope: number;
}

const valueAt = ({ middle, mean, slope }: Line, x: number): number => mean + slope * (x - middle);

/** Deviations count in parts of the line, far ones not. */
function lineInRatios(x: Float64Array, y: Float64Array): Line {
  const least = 1e-3 * median(y.slice());
  const [at, away] = [new Float64Array(x.length), new Float64Array(x.length)];
  const weights = y.map((value) => 1 / (value * value));
  let line = lineThrough(x, y, weights);
  for (let round = 0; round < ROUNDS; round++) {
    for (let k = 0; k < x.length; k++) {
      at[k] = Math.max(least, valueAt(line, x[k]));
      away[k] = y[k] / at[k] - 1;
    }
    const limit = LIMIT * Math.max(scaleAboutZero(away), 1e-9);
    for (let k = 0; k < x.length; k++) weights[k] = bisquare(away[k], limit) / (at[k] * at[k]);
    line = lineThrough(x, y, weights);
  }
  return line;
}

function lineThrough(x: Float64Array, y: Float64Array, w: Float64Array): Line {
  let [sum, sumX, sumY] = [0, 0, 0];
  for (let k = 0; k < x.length; k++) {
    sum += w[k];
    sumX += w[k] * x[k];
    sumY += w[k] * y[k];
  }
  const [middle, mean] = [sumX / sum, sumY / sum];
  let [square, cross] = [0, 0];
  for (let k = 0; k < x.length; k++) {
    square += w[k] * (x[k] - middle) * (x[k] - middle);
    cross += w[k] * (x[k] - middle) * (y[k] - mean);
  }
  return { middle, mean, slope: cross / square };
}
