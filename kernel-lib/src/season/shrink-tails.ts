import { absolute } from "../numeric/elementwise.js";
import { exp, log, pow } from "../numeric/math.js";
import { normalQuantile } from "../numeric/distributions/normal-quantile.js";
import { ROUNDING } from "../numeric/rounding.js";
import { quantiles } from "../numeric/statistics.js";
import { BODY, declusteredRows } from "./lone-rows.js";

/** How far towards normal heavy tails are brought, 0 not at all, 1 all the way. */
const PULL = 0.65;

/** Rows that are enough to tell a light tail; of fewer, none is taken to be lighter than an exponential one. */
const ENOUGH = 3000;

/** The tail of the distances of a remainder: a generalised Pareto distribution beyond `start`. */
export interface Tail {
  /** Nine tenths of the distances are smaller. */
  readonly start: number;
  readonly shape: number;
  readonly scale: number;
}

/**
 * Fits the tail of the distances with a generalised Pareto distribution (Pickands 1975) by its quantiles at 90, 95 and
 * 98 %, so that the few most extreme rows do not shape it, and from rows that stand alone, since rows that come in clumps
 * are events rather than habit. A tail keeps its shape wherever it is cut off, so the shape is the mean of this estimate and
 * of the same from 80 % on: half as uncertain in a thousand rows. Null when there is no tail to speak of. O(n).
 */
export function tailOf(standardised: Float64Array, leftOut: Uint8Array): Tail | null {
  const alone = absolute(standardised);
  const lone = declusteredRows(alone);
  for (let i = 0; i < alone.length; i++) if (!lone[i] || leftOut[i]) alone[i] = NaN;
  const [early, start, near, middle, far] = quantiles(alone, [0.8, BODY, 0.95, 0.96, 0.98]);
  if (!(start > 0)) return null;
  const least = ROUNDING * start;
  const shape = paretoShape(near - start, far - start, least);
  if (shape === null) return exponentialTail(alone, start);
  const wider = paretoShape(start - early, middle - early, least) ?? shape;
  const usual = Math.max(standardised.length < ENOUGH ? 0 : -1, (shape + wider) / 2);
  return { start, shape: usual, scale: (near - start) / spread(2, usual) };
}

/** Chance that a distance of the usual rows is at least this large. */
export function tailProbability(distance: number, tail: Tail): number {
  return distance > tail.start * (1 + ROUNDING) ? (1 - BODY) * survival(distance - tail.start, tail) : 1;
}

/**
 * Brings heavy tails two thirds of the way to normal ones: where single far values are the habit of a KPI, each of them says less. A
 * distance is replaced by a geometric mean of it and the normal deviate of the same rarity when that is smaller: normal and
 * light-tailed remainders stay as they are. O(n).
 *
 * @param standardised remainder in robust deviations
 */
export function shrinkTails(standardised: Float64Array, tail: Tail | null): Float64Array {
  if (!tail) return standardised;
  const unit = tail.start / normalQuantile(1 - (1 - BODY) / 2);
  const shrunk = standardised.slice();
  for (let i = 0; i < shrunk.length; i++) {
    const distance = Math.abs(shrunk[i]);
    if (distance > tail.start) shrunk[i] = Math.sign(shrunk[i]) * nearer(distance, tail, unit);
  }
  return shrunk;
}

function nearer(distance: number, tail: Tail, unit: number): number {
  const rare = tailProbability(distance, tail);
  const normal = rare > 1e-300 ? unit * normalQuantile(1 - rare / 2, rare / 2) : Infinity;
  return pow(distance, 1 - PULL) * pow(Math.min(distance, Math.max(normal, tail.start)), PULL);
}

/** Shape, -1 to 1, of the generalised Pareto tail with half of its rows below `near` and four fifths below `far`; null without a tail. What is below `least` is rounding. */
function paretoShape(near: number, far: number, least: number): number | null {
  if (!(near > least) || !(far - near > least)) return null;
  let low = -1;
  let high = 1;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (spread(5, middle) / spread(2, middle) < far / near) low = middle;
    else high = middle;
  }
  return low;
}

/** For counts, whose quantiles coincide: an exponential tail with the mean excess. */
function exponentialTail(distances: Float64Array, start: number): Tail | null {
  let sum = 0;
  let count = 0;
  for (const distance of distances) {
    if (!(distance > start * (1 + ROUNDING))) continue;
    sum += distance - start;
    count++;
  }
  return count > 0 ? { start, shape: 0, scale: sum / count } : null;
}

function spread(times: number, shape: number): number {
  return Math.abs(shape) < 1e-9 ? log(times) : (pow(times, shape) - 1) / shape;
}

function survival(excess: number, { shape, scale }: Tail): number {
  if (Math.abs(shape) < 1e-9) return exp(-excess / scale);
  const base = 1 + (shape * excess) / scale;
  return base > 0 ? pow(base, -1 / shape) : 0;
}
