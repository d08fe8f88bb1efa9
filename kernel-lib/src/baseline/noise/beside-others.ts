import { log } from "../../numeric/math.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";
import { exactNormalQuantile, normalLogTail } from "../../numeric/distributions/normal.js";

/** So many rows of a side are far out by chance; the tail as the bulk has it counts as so many as well. */
const EXPECTED = 15;
/** In short columns no more than this share of the rows. */
const FARTHEST = 0.02;
/** Fewer stretches than this tell nothing. */
const LEAST = 4;

/** What a column of deviations is judged by. */
export interface FarRowTerms {
  /** Rows that tell. */
  readonly known: number;
  /** Far rows no farther apart than this are one stretch. */
  readonly unit: number;
  /** −ln of the chance from which on a row is striking: such rows are of another origin and tell nothing of the others. */
  readonly striking: number;
}

/**
 * The chance of a row, no smaller than the other far rows of its side let expect. A tail is told from the bulk of a column;
 * where it goes on for longer beyond that, far rows are how the series is. Of each stretch of far rows the farthest counts. By how
 * much −ln of its chance is beyond the start of the tail is exponential, with a mean of 1 where the tail is as the bulk has it
 * (Rényi 1953, Weissman 1978). From the nearest to the farthest, each is judged by the mean of those that are less far and not
 * striking themselves, so that events hide neither themselves nor each other. O(n).
 *
 * @param z normal deviations, 0 where nothing is known
 * @returns ln of the one-sided chance of a deviation
 */
export function besideOthers(z: Float64Array, terms: FarRowTerms): (deviation: number) => number {
  const [above, below] = [1, -1].map((side) => sideLaw(z, side, terms));
  return (deviation) => (deviation > 0 ? above(deviation) : below(-deviation));
}

function sideLaw(z: Float64Array, side: number, terms: FarRowTerms): (size: number) => number {
  const from = -exactNormalQuantile(Math.min(FARTHEST, EXPECTED / terms.known));
  const tops = topsOf(z, side, from, terms.unit);
  if (tops.length <= LEAST) return normalLogTail;
  const rarity = raritiesOf(tops, -normalLogTail(from), terms.striking);
  return (size) => {
    // Rows that are no top of their own are as rare as the farthest top that they reach.
    const reached = lowerBound(tops, size);
    const place = tops[reached] === size ? reached : reached - 1;
    return place < 0 ? normalLogTail(size) : Math.max(normalLogTail(size), -rarity[place]);
  };
}

/** −ln of the chance of each top, ascending: what it is beyond the start of the tail, in the mean of the usual ones before it. */
function raritiesOf(tops: Float64Array, start: number, striking: number): Float64Array {
  let [sum, usual, before] = [0, 0, 0];
  return tops.map((size) => {
    const beyond = -normalLogTail(size) - start;
    const mean = usual < LEAST ? 1 : Math.max(1, (sum + EXPECTED) / (usual + EXPECTED));
    const frequent = Math.max(0, log((usual + 1) / EXPECTED));
    before = Math.max(before, start - frequent + beyond / mean);
    if (before < striking) {
      sum += beyond;
      usual++;
    }
    return before;
  });
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
