import type { SeriesReport } from "../../report.js";

/** What a series did in a stretch of time, and what was expected of it. Sums over the points at which both are known. */
export interface WindowSums {
  readonly actual: number;
  readonly expected: number;
  /** Points counted. */
  readonly points: number;
}

/** Sums of a series over the points from one time to another, both inclusive. O(points). */
export function windowSums({ time, values, expected }: SeriesReport, from: number, to: number): WindowSums {
  const sums = { actual: 0, expected: 0, points: 0 };
  for (let i = 0; i < time.length; i++) {
    if (time[i] < from || time[i] > to || Number.isNaN(values[i] - expected[i])) continue;
    sums.actual += values[i];
    sums.expected += expected[i];
    sums.points++;
  }
  return sums;
}

/**
 * Every sum of `points` neighbouring remainders that lies outside the stretch: what a deviation of that length usually is.
 * Taken from the series itself, so that remainders which hang together count as they do. O(points).
 */
export function usualSums(
  { time, values, expected }: SeriesReport,
  from: number,
  to: number,
  points: number,
): Float64Array {
  const sums: number[] = [];
  let sum = 0;
  let known = 0;
  for (let i = 0; i < time.length; i++) {
    const remainder = values[i] - expected[i];
    if (Number.isNaN(remainder) || (time[i] >= from && time[i] <= to)) {
      [sum, known] = [0, 0];
      continue;
    }
    sum += remainder;
    known++;
    if (known > points) sum -= values[i - points] - expected[i - points];
    if (known >= points) sums.push(sum);
  }
  return Float64Array.from(sums);
}
