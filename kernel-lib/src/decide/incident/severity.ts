import { subtract } from "../../numeric/elementwise.js";
import { exp, log10, log2, pow } from "../../numeric/math.js";
import { median } from "../../numeric/statistics.js";
import { memoize } from "../../numeric/memoize.js";
import type { Pattern } from "../../report.js";
import { lnFalseAlarmsAt } from "../score/false-alarm-dial.js";

/** What severity is told from. */
export interface Weight {
  /** Peak score, 1 = alarm level. */
  readonly score: number;
  /** How far off the peak is, from `sizeOf`: 1 is a usual incident; NaN where nothing is known of it. */
  readonly size: number;
  /** Length of the incident in hours; in series without dates in rows. */
  readonly hours: number;
}

/** Rarer than one in so many powers of ten of series is not told apart: no series without events was long enough to count it. */
const RAREST = 6;

/** A size counts from and up to so many usual ones. */
const LEAST_SIZE = 0.05;
const MOST_SIZE = 4;

/** A day weighs half as much again as a moment, a month nearly twice as much. */
const PER_DOUBLING = 0.1;

/** Strength to severity: 1 is about 32, 4.3 is 80. */
const PER_STRENGTH = 0.55;

/**
 * How much an incident matters, 0 to 100, on one scale across detectors, KPIs and files: how rarely chance alone shows so much
 * (expected false alarms at its score, counted in a series of one length, so that the same event does not matter less in a
 * longer file), how far the values are off and how long it lasts. An incident that just reaches the usual alarm level, four
 * deviations off for a moment, is about 30; to come near 100 it has to be rare, large and long.
 *
 * @example
 * const severity = severityOf({ score: 2, size: 1.5, hours: 24 }, "days");
 */
export function severityOf({ score, size, hours }: Weight, rhythm: Pattern["rhythm"]): number {
  const rare = Math.min(RAREST, log10(1 + exp(-lnFalseAlarmsAt(score, rhythm))));
  const far = Number.isNaN(size) ? 1 : Math.max(LEAST_SIZE, Math.min(MOST_SIZE, size));
  const lasting = 1 + PER_DOUBLING * log2(1 + Math.max(0, hours));
  return Math.round(100 * (1 - pow(2, -PER_STRENGTH * Math.sqrt(rare * far) * lasting)));
}

/** Deviations of the noise that a usual incident is off. */
const USUAL_DEVIATIONS = 4;

/** Part of its bound that a usual incident of a share that is mostly full is off. */
const USUAL_PART = 0.1;

/**
 * How far a deviation is: in fours of the noise's own deviations, so that neither the unit nor a constant that is added
 * matters. A share that is pinned at its bound (1 or 100) has no noise to compare with: there .1 of the bound is one. Of other
 * columns that hardly move nothing is known.
 *
 * @returns NaN where nothing is known
 */
export function sizeOf(deviation: number, values: Float64Array, { normal, spread }: Pattern): number {
  if (normal?.kind !== "pinned") return Math.max(LEAST_OF_NOISE, Math.abs(deviation) / spread / USUAL_DEVIATIONS);
  const bound = boundOf(values);
  return Number.isNaN(bound) ? NaN : Math.abs(deviation) / (USUAL_PART * bound);
}

/** A stretch that is odd though no value is far off (it stands still, its course is another) counts for half. */
const LEAST_OF_NOISE = 0.5;

/** The bound of a share: 1 or 100; NaN for anything else. */
const boundOf = memoize((values: Float64Array): number => {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low >= 0 && (high === 1 || high === 100) ? high : NaN;
});

const HOUR = 3_600_000;

/** Hours that points last, the usual step after the last one included; without dates, how many they are. */
export function hoursOf(start: number, end: number, time: Float64Array, isDated: boolean): number {
  return isDated ? (time[end] - time[start] + usualStep(time)) / HOUR : end - start + 1;
}

const usualStep = memoize((time: Float64Array): number =>
  time.length < 2 ? 0 : median(subtract(time.subarray(1), time)),
);
