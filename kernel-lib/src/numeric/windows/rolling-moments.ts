import { safeScale } from "../finite.js";
import { select } from "../order/select.js";

/** Mean and population standard deviation of the window before each point. */
export interface RollingMoments {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/**
 * Mean and standard deviation of the `window` values before each point (the point itself is never part of it), of
 * those that are finite; NaN with fewer than `minCount`. Stable at large offsets, see `RollingWalk`. O(n), whatever the window.
 */
export function rollingMoments(values: Float64Array, window: number, minCount: number): RollingMoments {
  const moments = { mean: new Float64Array(values.length), deviation: new Float64Array(values.length) };
  new RollingWalk(values, window, minCount).next(moments);
  return moments;
}

/**
 * Goes along a series and tells the moments of the window before each point, some points at a time.
 *
 * Nothing is ever subtracted from a running sum, so that neither a large offset (mean 1e9, deviation 1) nor a spike that
 * has left the window costs digits: the series is cut into blocks of `window`, and each window is the end of one block
 * joined to the start of the next (Chan, Golub and LeVeque 1979 for the joining, Welford 1962 for the running part).
 */
export class RollingWalk {
  private readonly scale: number;
  /** Moments of the last k … window values of the block before. */
  private readonly counts: Float64Array;
  private readonly means: Float64Array;
  private readonly squares: Float64Array;
  /** Multiplying by these is several times as fast as dividing, and each step waits for the one before. */
  private readonly inverses: Float64Array;
  private at: number;
  /** The block that `at` is in, and the moments of its part before it, counted from `shift`. */
  private start: number;
  private shift = 0;
  private count = 0;
  private average = 0;
  private sum = 0;

  /** Starts at point `from`. */
  constructor(
    private readonly values: Float64Array,
    private readonly window: number,
    private readonly minCount: number,
    from: number = 0,
  ) {
    this.scale = scaleOf(values);
    this.counts = new Float64Array(window + 1);
    this.means = new Float64Array(window + 1);
    this.squares = new Float64Array(window + 1);
    this.inverses = Float64Array.from({ length: window + 1 }, (_, count) => 1 / count);
    this.at = this.start = Math.floor(from / window) * window;
    this.enterBlock();
    const before = new Float64Array(from - this.at);
    this.next({ mean: before, deviation: before });
  }

  /** Tells the moments of as many further points as there is room for, up to the end of the series. */
  next({ mean, deviation }: RollingMoments): void {
    for (let done = 0; done < mean.length; ) {
      if (this.at === this.start + this.window) {
        this.start = this.at;
        this.enterBlock();
      }
      const count = Math.min(mean.length - done, this.start + this.window - this.at);
      this.goOn(mean, deviation, done, count);
      done += count;
    }
  }

  private enterBlock(): void {
    this.shift = origin(this.values, this.start, this.window);
    this.count = this.average = this.sum = 0;
    this.lookBack();
  }

  /** Moments of the last values of the block before, for each number of them; before the first point there is none. */
  private lookBack(): void {
    const { values, window, start, shift, scale, inverses, counts, means, squares } = this;
    let count = 0;
    let average = 0;
    let sum = 0;
    for (let k = window; k >= 0; k--) {
      const i = start - window + k;
      const value = i >= 0 && i < start ? (values[i] - shift) * scale : NaN;
      if (value - value === 0) {
        const difference = value - average;
        average += difference * inverses[++count];
        sum += difference * (value - average);
      }
      counts[k] = count;
      means[k] = average;
      squares[k] = sum;
    }
  }

  /** The next `length` points, all within one block. */
  private goOn(mean: Float64Array, deviation: Float64Array, to: number, length: number): void {
    const { values, start, shift, scale, minCount, inverses, counts, means, squares } = this;
    const unit = 1 / scale;
    let { at, count, average, sum } = this;
    for (const end = to + length; to < end; to++, at++) {
      const before = at - start;
      const total = counts[before] + count;
      if (total < minCount || total === 0) {
        mean[to] = deviation[to] = NaN;
      } else {
        const step = average - means[before];
        const inverse = inverses[total];
        const share = count * inverse;
        mean[to] = (means[before] + step * share) * unit + shift;
        deviation[to] = Math.sqrt((squares[before] + sum + step * step * share * counts[before]) * inverse) * unit;
      }
      const value = (values[at] - shift) * scale;
      if (value - value !== 0) continue;
      const difference = value - average;
      average += difference * inverses[++count];
      sum += difference * (value - average);
    }
    this.at = at;
    this.count = count;
    this.average = average;
    this.sum = sum;
  }
}

/** So many values tell where a block lies. */
const WITNESSES = 15;

const witnesses = new Float64Array(WITNESSES);

/**
 * A value to count from near those of the window, so that a large offset costs no digits: the median of evenly spaced
 * values of the block before, which no spike moves. It never looks past the points it serves, so later values change
 * nothing before them.
 */
function origin(values: Float64Array, start: number, window: number): number {
  if (start === 0) return values.find((value) => Number.isFinite(value)) ?? 0;
  const step = Math.ceil(window / WITNESSES);
  let count = 0;
  for (let i = start - window; i < start; i += step) if (values[i] - values[i] === 0) witnesses[count++] = values[i];
  return count > 0 ? select(witnesses, count >> 1, 0, count) : 0;
}

/** A power of two that keeps the squares of these values in range; 1 in all usual cases. O(n). */
export function scaleOf(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]);
    if (size > largest && size < Infinity) largest = size;
  }
  return safeScale(largest);
}
