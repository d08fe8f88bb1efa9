import { pow } from "../numeric/math.js";
import { median, quantiles } from "../numeric/statistics.js";
import { fillGaps } from "./fill-gaps.js";

/** What a hole is filled with is held within nineteen of twenty values: usual noise, nothing that alarms. */
const USUAL = [0.025, 0.975];

/** Cycles away from a hole in which something to fill it with is looked for. */
const FAR = 8;

/** Rows that may be unknown in what a hole is filled with, as a share. */
const GAPS = 0.1;

/** Rows at an end of a hole that say where it stands: no single far value does. */
const ENDS = 3;

/**
 * What trend and season leave of values that nobody knows, as restless as the series around them: filled with the bare model
 * a hole would be the calmest stretch of all, and windows that reach over it would say so. Each hole takes the remainder some
 * whole cycles before it (or after it) and leans at both ends towards the values there, as far as neighbours resemble each
 * other in this series: the mean of a first-order autoregression between two known values. O(n).
 *
 * @param unknown 1 for the rows to fill; the remainder there is not looked at
 * @param cycle rows in a cycle
 * @param seasonal whether the remainder is free of seasons: then it is put in upside down, so that no cycle gets a twin that
 *   makes it look familiar; else it may hold a rhythm of its own, which must go on
 * @returns the remainder, unknown rows filled
 */
export function imputeRemainder(
  remainder: Float64Array,
  unknown: Uint8Array,
  cycle: number,
  seasonal: boolean,
): Float64Array {
  const n = remainder.length;
  const sign = seasonal ? -1 : 1;
  const known = remainder.filter((_, i) => !unknown[i]);
  if (known.length === 0) return new Float64Array(n);
  const [low, high] = quantiles(known, USUAL);
  const texture = fillGaps(remainder, unknown).values.map((value) => sign * Math.max(low, Math.min(high, value)));
  const likeness = neighbourLikeness(texture, unknown);
  const bridged = remainder.slice();
  const unknownBefore = countsBefore(unknown);
  for (let start = 0; start < n; start++) {
    if (!unknown[start]) continue;
    let end = start;
    while (end + 1 < n && unknown[end + 1]) end++;
    const shift = shiftFor(start, end, cycle, unknownBefore);
    const lent = (i: number): number => (shift === 0 ? 0 : texture[i + shift]);
    const pull = (at: number, inwards: -1 | 1): number => {
      if (at < 0 || at >= n) return 0;
      const ends = Float64Array.from({ length: ENDS }, (_, k) =>
        at - k * inwards >= 0 && at - k * inwards < n && !unknown[at - k * inwards] ? remainder[at - k * inwards] : NaN,
      );
      const stand = median(ends);
      const most = (high - low) / 2;
      return Math.max(stand - most, Math.min(stand + most, remainder[at])) - lent(at);
    };
    const [left, right] = [pull(start - 1, 1), pull(end + 1, -1)];
    const steps = end - start + 2;
    for (let i = start; i <= end; i++) {
      const k = i - start + 1;
      bridged[i] = lent(i) + leaning(likeness, k, steps) * left + leaning(likeness, steps - k, steps) * right;
    }
    start = end;
  }
  return bridged;
}

/** How far away, in whole cycles, the nearest stretch lies that can lend its texture to a hole and the rows beside it; 0 when none does. */
function shiftFor(start: number, end: number, cycle: number, unknownBefore: Uint32Array): number {
  const n = unknownBefore.length - 1;
  const [from, to] = [Math.max(0, start - 1), Math.min(n - 1, end + 1)];
  const apart = cycle * Math.ceil((end - start + 3) / cycle);
  for (let k = 0; k < FAR; k++) {
    for (const shift of [-apart - k * cycle, apart + k * cycle]) {
      if (from + shift < 0 || to + shift >= n) continue;
      if (unknownBefore[to + shift + 1] - unknownBefore[from + shift] <= GAPS * (to - from + 1)) return shift;
    }
  }
  return 0;
}

/** How many ones stand before each place. */
function countsBefore(marks: Uint8Array): Uint32Array {
  const counts = new Uint32Array(marks.length + 1);
  for (let i = 0; i < marks.length; i++) counts[i + 1] = counts[i] + marks[i];
  return counts;
}

/** How much a value `k` steps from one end of a stretch of so many steps takes after that end. */
function leaning(likeness: number, k: number, steps: number): number {
  if (likeness === 0) return 0;
  if (likeness > 0.999) return 1 - k / steps;
  return (pow(likeness, k) * (1 - pow(likeness, 2 * (steps - k)))) / (1 - pow(likeness, 2 * steps));
}

/** Correlation of neighbours, 0 to 1. */
function neighbourLikeness(values: Float64Array, unknown: Uint8Array): number {
  let products = 0;
  let squares = 0;
  for (let i = 1; i < values.length; i++) {
    if (unknown[i] || unknown[i - 1]) continue;
    products += values[i] * values[i - 1];
    squares += (values[i] * values[i] + values[i - 1] * values[i - 1]) / 2;
  }
  return squares > 0 ? Math.max(0, Math.min(1, products / squares)) : 0;
}
