import { sortValues } from "../../numeric/order/sort-values.js";
import { pow } from "../../numeric/math.js";
import { normalLogTail } from "../../numeric/distributions/normal.js";
import { studentQuantile, studentQuantileOfLogTail } from "../../numeric/distributions/student.js";
import { countAbove, gatherStretches, MANY_ROWS, stretchesOf } from "./stretches.js";
import { declusteredQuantile } from "./declustered-quantile.js";
import { farthestOfRuns, leastApart } from "./apart-sizes.js";
import { quantileOfSorted, sizesBySide } from "./sizes-by-side.js";
import { BODY, studentBodySquare } from "./student-scale.js";
import { normalOfStudent, TailTable } from "./tail-table.js";

/** Fewer rows than these tell nothing of the tail, of each side's spread, of each side's tail. */
const LEAST = { tail: 60, sides: 120, sideTails: 300, side: 100 };
/** Degrees of freedom taken for granted with fewer rows, below and from 40 on. */
const UNKNOWN = { few: 8, rows: 40, more: 10 };
/** Prior: 1/15 with the weight of so many rows; never above 50. */
const PRIOR = { degrees: 15, rows: 50, most: 50 };
/** Share of the rows below the far quantile of the ratio, with fewer than 400 rows and from there on. */
const FAR = { few: 0.96, rows: 400, more: 0.98 };
const MIDDLE = 0.6;
/** Rows from which a side's own spread, and its own tail, weigh half. */
const HALF = { spread: 200, tail: 300 };
/** Standard errors by which the ratio is drawn towards normal: of all rows, and of one side. */
const CAUTION = { all: 1.2, side: 1.7 };
/** No more than this share of the rows is a population of its own; more of them are how the series is. */
const MOST_APART = 0.05;
/** Columns longer than this are looked up in a table. */
const MANY = 1000;
/** Share of the rows of the stretches of a long column that must be known for these to tell of it. */
const ENOUGH = 0.5;

/** How far values reach on each side, beside a normal distribution. */
export interface Tail {
  /** Degrees of freedom of the Student distribution that decisions use. */
  readonly degreesOfFreedom: number;
  readonly degreesAbove: number;
  readonly degreesBelow: number;
  /** The same of the 99 % range, from all rows, and its unit beside that of decisions. */
  readonly degreesOfRange: number;
  readonly unitOfRange: number;
  /** Spread of each side. */
  readonly spreadAbove: number;
  readonly spreadBelow: number;
  /** The normal deviation that is as rare as z. */
  toNormal(z: number): number;
  /** The z, for the range, that is as rare as a normal deviation. */
  fromNormal(deviation: number): number;
}

/**
 * Spread of each side and one Student tail for both, longer on a side that shows it. An event is one far value: of far
 * neighbours on one side only the farthest counts for decisions, while the range holds a share of rows and counts all. Rows
 * that stand apart are of another origin and tell nothing of it. More than 60,000 rows are looked at in stretches. O(n).
 *
 * @param w rows of weight above 0 tell
 * @param limited whether the values are limited by what they can be, such as distances from a bound: too few of them are taken
 *   for as long-tailed as the prior, not longer
 */
export function fitTail(z: Float64Array, w: Float64Array, limited = false): Tail {
  const stretches = stretchesOf(z.length);
  if (stretches === null) return tailOfRows(z, w, limited);
  const weights = gatherStretches(w, stretches);
  return countAbove(weights, 0) < ENOUGH * weights.length
    ? tailOfRows(z, w, limited)
    : tailOfRows(gatherStretches(z, stretches), weights, limited);
}

function tailOfRows(z: Float64Array, w: Float64Array, limited: boolean): Tail {
  const known = new Float64Array(z.length);
  let n = 0;
  for (let i = 0; i < z.length; i++) if (w[i] > 0) known[n++] = z[i];
  const v = sortValues(known.subarray(0, n));
  if (n < LEAST.tail) {
    const degrees = limited ? PRIOR.degrees : n < UNKNOWN.rows ? UNKNOWN.few : UNKNOWN.more;
    // A median of what has few values, or two humps, says more than their spread.
    const unit = limited
      ? Math.min(1, Math.sqrt(bodySquare(sizesBySide(v, 1, 1).all) / studentBodySquare(degrees)))
      : 1;
    return tailOf({
      degreesOfFreedom: degrees,
      degreesAbove: degrees,
      degreesBelow: degrees,
      degreesOfRange: degrees,
      unitOfRange: 1,
      spreadAbove: unit,
      spreadBelow: unit,
    });
  }
  const [above, below] = n >= LEAST.sides ? spreads(v) : [1, 1];
  const sizes = sizesBySide(v, above, below);
  const apart = leastApart(farthestOfRuns(z, w, above, below), quantileOfSorted(sizes.all, 1 - MOST_APART));
  if (apart < Infinity) return tailOfRows(z, weightBelow(z, w, { above, below, size: apart }), limited);
  const share = n >= FAR.rows ? FAR.more : FAR.few;
  const middle = quantileOfSorted(sizes.all, MIDDLE);
  const far = quantileOfSorted(sizes.all, share);
  const { size: lone, length } = declusteredQuantile(z, w, { above, below, side: 0 }, sizes.all, share);
  const ratio = (lone / Math.max(1e-9, middle)) * (1 - CAUTION.all / Math.sqrt(n));
  const degrees = degreesOf(ratio, share, n);
  const range = degreesOf(far / Math.max(1e-9, middle), share, n);
  const clustered = Math.max(1, far / Math.max(lone, 1e-9));
  const side = (own: Float64Array, sign: 1 | -1): number => {
    if (n < LEAST.sideTails || own.length < LEAST.side) return degrees;
    // Two ways of not counting an event by its rows; a side is longer only where both say so.
    const alone = declusteredQuantile(z, w, { above, below, side: sign }, own, share, length).size;
    const size = Math.min(alone, quantileOfSorted(own, share) / clustered);
    return Math.min(
      degrees,
      sideDegrees(size / Math.max(1e-9, quantileOfSorted(own, MIDDLE)), own.length, n, share, ratio),
    );
  };
  const body = bodySquare(sizes.all);
  const unit = Math.sqrt(body / studentBodySquare(degrees));
  return tailOf({
    degreesOfFreedom: degrees,
    degreesAbove: side(sizes.above, 1),
    degreesBelow: side(sizes.below, -1),
    degreesOfRange: range,
    unitOfRange: Math.sqrt(body / studentBodySquare(range)) / unit,
    spreadAbove: above * unit,
    spreadBelow: below * unit,
  });
}

/** The weights without rows of that size and more, which stand apart. */
function weightBelow(
  z: Float64Array,
  w: Float64Array,
  { above, below, size }: { readonly above: number; readonly below: number; readonly size: number },
): Float64Array {
  const near = w.slice();
  for (let i = 0; i < near.length; i++) if ((z[i] > 0 ? z[i] / above : -z[i] / below) >= size) near[i] = 0;
  return near;
}

function tailOf(facts: Omit<Tail, "toNormal" | "fromNormal">): Tail {
  const { spreadAbove, spreadBelow, degreesAbove, degreesBelow, degreesOfRange, unitOfRange } = facts;
  return {
    ...facts,
    toNormal: (z) =>
      z > 0
        ? normalOfStudent(z / spreadAbove, degreesAbove)
        : z < 0
          ? -normalOfStudent(-z / spreadBelow, degreesBelow)
          : 0,
    fromNormal: (deviation) => {
      const size = studentQuantileOfLogTail(normalLogTail(Math.abs(deviation)), degreesOfRange) * unitOfRange;
      return deviation > 0 ? size * spreadAbove : -size * spreadBelow;
    },
  };
}

/** `toNormal` of a whole column; NaN becomes 0. Long columns by a table, exact to 1e-10. */
export function toNormalColumn(
  tail: Tail,
  z: Float64Array,
  out: Float64Array = new Float64Array(z.length),
): Float64Array {
  const { spreadAbove, spreadBelow } = tail;
  const short = z.length <= MANY;
  const above = short ? null : new TailTable(tail.degreesAbove);
  const below = short ? null : tail.degreesBelow === tail.degreesAbove ? above : new TailTable(tail.degreesBelow);
  if (above !== null && below !== null && z.length > MANY_ROWS) {
    for (let i = 0; i < z.length; i++) {
      const value = z[i];
      out[i] = value > 0 ? above.near(value / spreadAbove) : value < 0 ? -below.near(-value / spreadBelow) : 0;
    }
    return out;
  }
  for (let i = 0; i < z.length; i++) {
    const value = z[i];
    if (!(value > 0 || value < 0)) out[i] = 0;
    else if (above === null || below === null) out[i] = tail.toNormal(value);
    else {
      const isAbove = value > 0;
      const size = (isAbove ? above : below).at(isAbove ? value / spreadAbove : -value / spreadBelow);
      out[i] = isAbove ? size : -size;
    }
  }
  return out;
}

/** Each side's tenth, beside a normal's, drawn towards 1. */
function spreads(sorted: Float64Array): [above: number, below: number] {
  const power = sorted.length / (sorted.length + HALF.spread);
  const drawn = (tenth: number): number => pow(Math.max(0.5, tenth / 1.2816), power);
  return [drawn(quantileOfSorted(sorted, 0.9)), drawn(-quantileOfSorted(sorted, 0.1))];
}

/** Mean square of the sizes up to the quantile that ends the body. */
function bodySquare(sizes: Float64Array): number {
  const cut = quantileOfSorted(sizes, BODY);
  let sum = 0;
  let count = 0;
  while (count < sizes.length && sizes[count] <= cut) sum += sizes[count] * sizes[count++];
  return sum / count;
}

/** Degrees of freedom of one side of `m` rows by its own ratio, drawn to the common one. */
function sideDegrees(own: number, m: number, n: number, share: number, ratio: number): number {
  const seen = own * (1 - CAUTION.side / Math.sqrt(n));
  return degreesOf(ratio + (Math.max(0, seen - ratio) * m) / (m + HALF.tail), share, n);
}

/** Degrees of freedom that are tabulated: closest where the tail changes most, and in between by interpolation. */
const DEGREES = [2.2, 2.6, 3, 3.5, 4, 5, 6, 8, 11, 16, 30, 200];
const ratiosByShare = new Map<number, readonly number[]>();

/** Ratio of the far quantile to the middle one of a Student variable's size, for each of `DEGREES`: falling. */
function ratiosOf(share: number): readonly number[] {
  let ratios = ratiosByShare.get(share);
  if (ratios === undefined) {
    ratios = DEGREES.map((degrees) => studentQuantile(0.5 + share / 2, degrees) / studentQuantile(0.8, degrees));
    ratiosByShare.set(share, ratios);
  }
  return ratios;
}

/** Degrees of freedom that show such a ratio, 1/degrees drawn to the prior. */
function degreesOf(ratio: number, share: number, n: number): number {
  const ratios = ratiosOf(share);
  let degrees = DEGREES[0];
  if (ratio < ratios[0]) {
    let k = 1;
    while (k < ratios.length - 1 && ratios[k] > ratio) k++;
    const along = Math.min(1, (ratios[k - 1] - ratio) / (ratios[k - 1] - ratios[k]));
    degrees = DEGREES[k - 1] + along * (DEGREES[k] - DEGREES[k - 1]);
  }
  const drawn = ((1 / degrees) * n + (1 / PRIOR.degrees) * PRIOR.rows) / (n + PRIOR.rows);
  return 1 / Math.max(1 / PRIOR.most, drawn);
}
