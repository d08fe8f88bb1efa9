import { exp, log } from "../../numeric/math.js";
import { robustFit } from "../robust-fit.js";
import { median, scaleAboutZero } from "../noise/spread.js";
import { fitTail } from "../noise/tail.js";
import { allWhole } from "../kind.js";

/** Half-power period of the level of the sizes: so many units, and no fewer rows than hold so many sizes. */
const LEVEL = { units: 40, sizes: 100 };
/** An error beyond so many medians counts no more when scales are compared. */
const FAR = 8;
/** What the root must gain over the logarithm. */
const WORTH = 0.01;

/** Sizes of what there is, on a scale where they are most nearly normal. */
export interface SizeModel {
  readonly mean: Float64Array;
  readonly deviation: number;
  /** Normal equivalent of each size; 0 where there is none. */
  readonly z: Float64Array;
  readonly degreesOfFreedom: number;
  inverse(this: void, x: number): number;
}

interface Scale {
  forward(this: void, y: number): number;
  inverse(this: void, x: number): number;
  /** ln of the slope of `forward`. */
  logSlope(this: void, y: number): number;
}

const LOGARITHM: Scale = { forward: log, inverse: exp, logSlope: (y) => -log(y) };
const ROOT: Scale = {
  forward: (y) => 2 * Math.sqrt(y),
  inverse: (x) => (Math.max(x, 0) * Math.max(x, 0)) / 4,
  logSlope: (y) => -0.5 * log(y),
};

/**
 * Level and season of the sizes above zero, on a logarithm or a root, whichever is likelier. Whole numbers are judged at the
 * border of their step that is nearer to what is expected: a size of 1 stands for all between a half and one and a half.
 *
 * @param sizes positive, any number where `weight` is 0
 * @param bounded whether they are distances from a bound, such as from 100 %
 */
export function positivePart(
  sizes: Float64Array,
  weight: Float64Array,
  periods: readonly number[],
  bounded = false,
): SizeModel {
  const n = sizes.length;
  const known = sizes.filter((_, i) => weight[i] > 0);
  const halfPower = Math.max(LEVEL.units * (periods[0] ?? 7), LEVEL.sizes / Math.max(known.length / n, 0.01));
  const plan = { levelPeriod: halfPower, stiffness: periods.map(() => Infinity), year: false };
  const fitOn = (
    scale: Scale,
  ): { readonly scale: Scale; readonly mean: Float64Array; readonly residual: Float64Array; readonly gain: number } => {
    const x = sizes.map((size, i) => (weight[i] > 0 ? scale.forward(size) : 0));
    const mean = robustFit(x, weight, periods, plan).fit;
    const residual = x.map((value, i) => value - mean[i]);
    return {
      scale,
      mean,
      residual,
      gain: fitness(residual.filter((_, i) => weight[i] > 0)) + average(known.map(scale.logSlope)),
    };
  };
  const [logarithm, root] = [fitOn(LOGARITHM), fitOn(ROOT)];
  const { scale, mean, residual } = root.gain > logarithm.gain + WORTH ? root : logarithm;
  const deviation = scaleAboutZero(residual, weight);
  const plain = residual.map((value) => value / deviation);
  const tail = fitTail(plain, weight, bounded);
  const whole = allWhole(known);
  const judged = (i: number): number => {
    if (!whole) return plain[i];
    if (plain[i] < 0) return Math.min(0, (scale.forward(sizes[i] + 0.5) - mean[i]) / deviation);
    return Math.max(0, (scale.forward(Math.max(sizes[i] - 0.5, 0.25)) - mean[i]) / deviation);
  };
  const z = sizes.map((_, i) => (weight[i] > 0 ? tail.toNormal(judged(i)) : 0));
  return { mean, deviation, z, degreesOfFreedom: tail.degreesOfFreedom, inverse: scale.inverse };
}

function fitness(residual: Float64Array): number {
  const sizes = residual.map(Math.abs);
  const most = FAR * median(sizes);
  return -log(Math.max(average(sizes.map((size) => Math.min(size, most))), 1e-300));
}

const average = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
