import { sortValues } from "../../numeric/order/sort-values.js";
import { log, log1p } from "../../numeric/math.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";

/** Rows below a gap that tell how densely the tail is filled: so many at least, so many for each above it, down to this part of the size there. */
const BELOW = { least: 30, each: 2, part: 2 / 3 };
/** Chance of seeing such a gap anywhere in the tail of one noise. */
const CHANCE = 0.001;
/** Where rows lie so dense that a gap between neighbours is the step in which the values are written. */
const DENSE = [0.5, 0.9] as const;
/** Steps that are no gap: the two sides of a series have each their own. */
const STEPS = 2;

/**
 * From which size on some stand apart: above a gap in the tail that no single noise leaves. Under a tail of any power the
 * spacings k ln(s_k / s_k+1) of the order statistics are exponential and alike (Rényi 1953), under a thinner one they get
 * smaller outwards; one much longer than those below it says that what lies above has another origin: spikes so frequent that
 * they would be taken for a long tail. O(sizes in the tail).
 *
 * @param sizes ascending, 0 or more, independent of each other: see `farthestOfRuns`
 * @param least no smaller ones are looked at
 * @returns the least size above the rarest such gap, Infinity for none
 */
export function leastApart(sizes: Float64Array, least: number): number {
  const n = sizes.length;
  const most = n - lowerBound(sizes, least);
  const step = STEPS * stepOf(sizes);
  const sums = logSums(sizes, Math.min(n - 1, 4 * most + BELOW.least));
  let apart = Infinity;
  let rarest = log(most / CHANCE);
  for (let k = 1; k <= most && k < n; k++) {
    const next = sizes[n - k - 1];
    const gap = log((sizes[n - k] - step) / next);
    if (!(gap > 0)) continue;
    const last = lastBelow(sizes, k + Math.max(BELOW.least, BELOW.each * k), sums.length, BELOW.part * next);
    if (last >= sums.length) break;
    // j ln(s_j / s_j+1), added up from j = k + 1 to `last`.
    const below = sums[last] - sums[k] + k * log(next) - last * log(sizes[n - last - 1]);
    const rarity = (last - k) * log1p((k * gap) / Math.max(below, Number.MIN_VALUE));
    if (rarity > rarest) [apart, rarest] = [sizes[n - k], rarity];
  }
  return apart;
}

/** The first place from the top, from `from` up to `end`, at or below a size. */
function lastBelow(sizes: Float64Array, from: number, end: number, size: number): number {
  let last = from;
  while (last < end && sizes[sizes.length - last - 1] > size) last++;
  return last;
}

/**
 * The farthest size of each run of neighbours on one side, ascending: an event is one far value, however many rows it has.
 * O(n log n).
 *
 * @param w rows of weight above 0 count
 */
export function farthestOfRuns(
  z: Float64Array,
  w: Float64Array,
  spreadAbove: number,
  spreadBelow: number,
): Float64Array {
  const tops = new Float64Array(z.length);
  let [count, before] = [0, 0];
  for (let i = 0; i < z.length; i++) {
    const side = w[i] > 0 ? Math.sign(z[i]) || 0 : 0;
    if (side === 0) continue;
    const size = side > 0 ? z[i] / spreadAbove : -z[i] / spreadBelow;
    if (side !== before) tops[count++] = size;
    else if (size > tops[count - 1]) tops[count - 1] = size;
    before = side;
  }
  return sortValues(tops.subarray(0, count));
}

/** Sums of ln s_j over the largest j. */
function logSums(sizes: Float64Array, count: number): Float64Array {
  const sums = new Float64Array(count + 1);
  for (let j = 1; j <= count; j++) sums[j] = sums[j - 1] + log(Math.max(Number.MIN_VALUE, sizes[sizes.length - j]));
  return sums;
}

/** The step in which values are written, as a size: the widest gap where there are many. */
function stepOf(sizes: Float64Array): number {
  const [from, to] = DENSE.map((share) => Math.floor(share * (sizes.length - 1)));
  let widest = 0;
  for (let i = from; i < to; i++) widest = Math.max(widest, sizes[i + 1] - sizes[i]);
  return widest;
}
