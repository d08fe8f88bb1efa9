import { normalQuantileOfLog } from "../../numeric/distributions/normal.js";
import { cos, log } from "../../numeric/math.js";
import { scaleAboutZero } from "../noise/spread.js";

/** Cycles of at least this many rows are alike at neighbouring places: a bell over ± period/96 places. */
export const LONG_CYCLE = 96;
/** A cycle without a jump shows one about this often. */
const ALPHA = 0.02;
/** Part of a jump that each half of the cycles shows. */
const RETURNS = 0.5;
/** Cycles of which each half is more than one: what one shows does not return. */
const LEAST_CYCLES = 4;

let bell: Float64Array = new Float64Array([1]);
let ring = new Float64Array(0);

/**
 * Weighted means over neighbouring places of a long cycle, around its end, that stop at jumps: a day of another level begins
 * at midnight and a machine is switched on within a minute, and a mean across that is wrong in each cycle at the same places.
 *
 * A jump is what neighbouring places leave of their smooth course, those before a place less those after it, where it is
 * larger than chance shows it anywhere in a cycle, in units of all such differences, and where every other cycle and those
 * between them show half of it at least: what happened once does not return. Slopes leave nothing.
 */
export class PlaceSmoother {
  readonly #half: number;
  /** By place: how many places before it, and after it, are on its side of the nearest jumps, at most half a window. */
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  readonly #jumps: boolean;

  /**
   * @param profile mean of each place over all cycles, not smoothed
   * @param rows of the series
   * @param alternate the same of every other cycle, and of those between them
   */
  constructor(profile: Float64Array, rows: number, alternate: () => readonly Float64Array[]) {
    const period = profile.length;
    this.#half = Math.floor(period / LONG_CYCLE);
    if (bell.length !== 2 * this.#half + 1) bell = bellOf(this.#half);
    if (ring.length !== period + 2 * this.#half) ring = new Float64Array(period + 2 * this.#half);
    const jumps = rows < LEAST_CYCLES * period ? [] : returning(jumpsOf(profile, this.#half), this.#half, alternate);
    this.#jumps = jumps.length > 0;
    this.#before = new Int32Array(this.#jumps ? period : 0).fill(this.#half);
    this.#after = this.#before.slice();
    for (const jump of jumps)
      for (let k = 0; k < this.#half; k++) {
        const [right, left] = [(jump + k) % period, (jump - 1 - k + period) % period];
        this.#before[right] = Math.min(this.#before[right], k);
        this.#after[left] = Math.min(this.#after[left], k);
      }
  }

  /**
   * Smooths the cycle of `season` that begins at `start`.
   *
   * @returns the sum of the squared weights: by how much the variance of a mean falls
   */
  smooth(season: Float64Array, start: number): number {
    const half = this.#half;
    const period = ring.length - 2 * half;
    fillRing(season, start, half, period);
    let squares = 0;
    for (const weight of bell) squares += weight * weight;
    for (let place = 0; place < period; place++) {
      let sum = 0;
      for (let k = 0; k < bell.length; k++) sum += bell[k] * ring[place + k];
      season[start + place] = sum;
    }
    return this.#jumps ? this.#besideJumps(season, start, squares) : squares;
  }

  /** The means whose windows reach over a jump once more, by their own side alone. */
  #besideJumps(season: Float64Array, start: number, inside: number): number {
    const half = this.#half;
    const period = this.#before.length;
    let squares = 0;
    for (let place = 0; place < period; place++) {
      const [first, last] = [half - this.#before[place], half + this.#after[place]];
      if (last - first === 2 * half) {
        squares += inside;
        continue;
      }
      let [sum, weights, own] = [0, 0, 0];
      for (let k = first; k <= last; k++) {
        sum += bell[k] * ring[place + k];
        weights += bell[k];
        own += bell[k] * bell[k];
      }
      season[start + place] = sum / weights;
      squares += own / (weights * weights);
    }
    return squares / period;
  }
}

/** One cycle with the places before its first and after its last. */
function fillRing(season: Float64Array, start: number, half: number, period: number): void {
  for (let k = 0; k < ring.length; k++) ring[k] = season[start + ((k - half + period) % period)];
}

/** A place at which a course jumps, and by how much. */
interface Jump {
  readonly place: number;
  readonly size: number;
}

/** At each place by how much what neighbours leave of those after it lies above what they leave of those before. */
function stepsOf(profile: Float64Array, half: number): Float64Array {
  const period = profile.length;
  fillRing(profile, 0, half, period);
  const left = profile.map((value, place) => {
    let sum = 0;
    for (let k = 0; k < bell.length; k++) sum += bell[k] * ring[place + k];
    return value - sum;
  });
  return left.map((_, place) => {
    let sum = 0;
    for (let k = 0; k < half; k++) sum += left[(place + k) % period] - left[(place - 1 - k + period) % period];
    return sum;
  });
}

/** The largest of neighbouring differences that chance does not show. */
function jumpsOf(profile: Float64Array, half: number): Jump[] {
  const period = profile.length;
  const step = stepsOf(profile, half);
  const least = scaleAboutZero(step) * -normalQuantileOfLog(log(ALPHA / 2 / period));
  const jumps: Jump[] = [];
  for (let place = 0; place < period; place++)
    if (Math.abs(step[place]) > least && isLargest(step, place, half)) jumps.push({ place, size: step[place] });
  return jumps;
}

function isLargest(step: Float64Array, place: number, half: number): boolean {
  const period = step.length;
  const own = Math.abs(step[place]);
  for (let k = 1; k <= half; k++) {
    if (own < Math.abs(step[(place + k) % period])) return false;
    if (own <= Math.abs(step[(place - k + period) % period])) return false;
  }
  return true;
}

/** The places of the jumps that return. */
function returning(jumps: readonly Jump[], half: number, alternate: () => readonly Float64Array[]): number[] {
  if (jumps.length === 0) return [];
  const parts = alternate().map((profile) => stepsOf(profile, half));
  return jumps
    .filter(({ place, size }) => parts.every((step) => step[place] * Math.sign(size) > RETURNS * Math.abs(size)))
    .map(({ place }) => place);
}

/** Hann's window of 2 half + 1 weights that add up to 1. */
function bellOf(half: number): Float64Array {
  const weights = Float64Array.from(
    { length: 2 * half + 1 },
    (_, k) => 0.5 - 0.5 * cos((2 * Math.PI * (k + 1)) / (2 * half + 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
