import { log } from "../../numeric/math.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";
import { logUpperGamma } from "../../numeric/distributions/incomplete-gamma.js";
import { exactNormalQuantile, normalLogTail } from "../../numeric/distributions/normal.js";

/** So many rows of a side are far out by chance. */
const EXPECTED = 15;
/** In short columns no more than this share of the rows. */
const FARTHEST = 0.02;
/** Fewer stretches than this tell nothing. */
const LEAST = 4;
/** Far rows that have nothing to do with each other are this seldom so near that they are taken for one stretch. */
const JOINED = 0.05;
/** Far rows of another origin for each one that tells of the tail, at most: events are the fewer. */
const MOST_APART = 1 / 2;
/** Chance of finding some of another origin together where there are none, as of a gap in `apart-sizes.ts`. */
const TOGETHER = 0.001;

/** What a column of deviations is judged by. */
export interface FarRowTerms {
  /** Rows that tell. */
  readonly known: number;
  /** Far rows no farther apart than this are one stretch, where chance does not bring them as near. */
  readonly unit: number;
  /** Chance below which a tail that goes on as it did before does not bring a row: it is of another origin. */
  readonly alpha: number;
}

/**
 * The chance of a row, no smaller than the other far rows of its side let expect. A tail is told from the bulk of a column;
 * where it goes on for longer beyond that, far rows are how the series is. Of each stretch of far rows the farthest counts. By how
 * much −ln of its chance is beyond the start of the tail is exponential, with a mean of 1 where the tail is as the bulk has it
 * (Rényi 1953, Weissman 1978). From the nearest to the farthest, each is judged by the mean of those that are less far and of the
 * same origin, so that events hide neither themselves nor each other. O(n).
 *
 * @param z normal deviations, 0 where nothing is known
 * @returns ln of the one-sided chance of a deviation
 */
export function besideOthers(z: Float64Array, terms: FarRowTerms): (deviation: number) => number {
  const [above, below] = [1, -1].map((side) => sideLaw(z, side, terms));
  return (deviation) => (deviation > 0 ? above(deviation) : below(-deviation));
}

function sideLaw(z: Float64Array, side: number, { known, unit, alpha }: FarRowTerms): (size: number) => number {
  const share = Math.min(FARTHEST, EXPECTED / known);
  const from = -exactNormalQuantile(share);
  const tops = topsOf(z, side, from, Math.min(unit, Math.max(1, Math.floor(JOINED / share))));
  if (tops.length <= LEAST) return normalLogTail;
  const rarity = raritiesOf(tops, -normalLogTail(from), alpha);
  return (size) => {
    // Rows that are no top of their own are as rare as the farthest top that they reach.
    const reached = lowerBound(tops, size);
    const place = tops[reached] === size ? reached : reached - 1;
    return place < 0 ? normalLogTail(size) : Math.max(normalLogTail(size), -rarity[place]);
  };
}

/** −ln of the chance of each top, ascending: what it is beyond the start of the tail, in the mean of the usual ones before it. */
function raritiesOf(tops: Float64Array, start: number, alpha: number): Float64Array {
  // A series has two sides.
  const otherOrigin = -log(alpha / 2);
  const sizes = tops.map((size) => -normalLogTail(size) - start);
  const first = firstApart(sizes);
  let [sum, usual, before] = [0, 0, 0];
  return sizes.map((beyond, place) => {
    const apart = beyond / longerMean(sum, usual);
    const frequent = log(usual + 1);
    before = Math.max(before, start - Math.max(0, frequent - log(EXPECTED)) + apart);
    if (place < first && apart - frequent < otherOrigin) {
      sum += beyond;
      usual++;
    }
    return before;
  });
}

/**
 * The place from which on sizes are of another origin together. Each alone may be as far as chance brings one among so many, in
 * the mean of those before it, and so hide the next; what they all are beyond the one before them is a sum of exponential sizes
 * (Gamma), and the rarest such sum tells, where chance would show it in one of a thousand series.
 *
 * @param sizes beyond the start of the tail, ascending
 */
function firstApart(sizes: Float64Array): number {
  const n = sizes.length;
  const least = Math.max(LEAST, Math.ceil(n / (1 + MOST_APART)));
  let [first, rarest] = [n, log(Math.max(1, n - least) / TOGETHER)];
  let sum = 0;
  for (let k = 0; k < n; k++) sum += sizes[k];
  for (let k = n - 1, above = 0; k >= least; k--) {
    above += sizes[k];
    const start = sizes[k - 1];
    // Of those above it is known to be beyond `start`: a sample that is cut off there.
    const mean = longerMean(sum - above + (n - k) * start, k);
    const rarity = -logUpperGamma(n - k, (above - (n - k) * start) / mean);
    if (rarity > rarest) [first, rarest] = [k, rarity];
  }
  return first;
}

/** The mean of exponential sizes where it is above 1, as far as chance does not account for it (positive-part shrinkage). */
function longerMean(sum: number, count: number): number {
  if (count < LEAST) return 1;
  const mean = sum / count;
  const longer = mean - 1;
  const variance = (mean * mean) / count;
  return longer > 0 ? 1 + longer * Math.max(0, 1 - variance / (longer * longer)) : 1;
}

/** The farthest of each stretch of rows beyond `from` on one side, ascending. */
function topsOf(z: Float64Array, side: number, from: number, unit: number): Float64Array {
  const tops: number[] = [];
  let last = -Infinity;
  for (let i = 0; i < z.length; i++) {
    const size = side * z[i];
    if (!(size > from)) continue;
    if (i - last > unit) tops.push(size);
    else if (size > tops[tops.length - 1]) tops[tops.length - 1] = size;
    last = i;
  }
  return Float64Array.from(tops).sort();
}
