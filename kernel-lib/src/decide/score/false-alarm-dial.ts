import { exp, log, pow } from "../../numeric/math.js";
import type { Rhythm } from "../../season/season.js";
import { blockRows } from "../evidence/block-maxima.js";
import { calibrationFor } from "../evidence/calibration.js";
import { doublingsOf, POWERS_PER_DOUBLING } from "../evidence/expected-alarms.js";

/** Sensitivities from one count of the dial to the next. */
const APART = 10;

const DAY = 86_400_000;

/** Periods in which false alarms may be counted, in milliseconds. */
const PERIODS = { day: DAY, week: 7 * DAY, month: 30.44 * DAY, year: 365.25 * DAY } as const;

/**
 * How many incidents a series of so many rows in which nothing happens shows on average at a sensitivity: counted on
 * generated series without events (`npm run calibrate`), more in longer ones. Grows with the sensitivity.
 */
export function expectedFalseAlarms(sensitivity: number, rhythm: Rhythm, rows: number): number {
  const { blocks, growth } = calibrationFor(rhythm).dial;
  const own = Math.max(1, rows) / blockRows(rows, rhythm);
  return exp(lnCounted(sensitivity, rhythm)) * pow(own / blocks, growth);
}

/** ln of what the dial counts at a sensitivity of 0 to 100, in a series of its own length. */
function lnCounted(sensitivity: number, rhythm: Rhythm): number {
  const { expected } = calibrationFor(rhythm).dial;
  const place = Math.max(0, Math.min(expected.length - 1, sensitivity / APART));
  const below = Math.min(expected.length - 2, Math.floor(place));
  const [low, high] = [log(expected[below]), log(expected[below + 1])];
  return low + (high - low) * (place - below);
}

/** Blocks of the series that rareness is told of: some two years of days, three months of hours, ten days of five minutes. */
const REFERENCE_BLOCKS = 50;

/**
 * ln of the expected number of incidents that score so high or higher in a series in which nothing happens, of one length
 * whatever the file's: as the dial counts them, beyond its least sensitivity as scores get rarer.
 */
export function lnFalseAlarmsAt(score: number, rhythm: Rhythm): number {
  const doublings = doublingsOf(score);
  const sensitivity = 50 - 25 * doublings;
  const beyond = Math.max(0, -sensitivity / 25) * POWERS_PER_DOUBLING * Math.LN10;
  const { blocks, growth } = calibrationFor(rhythm).dial;
  return lnCounted(sensitivity, rhythm) - beyond + growth * log(REFERENCE_BLOCKS / blocks);
}

/** The chance that a series of a usual length in which nothing happens shows an incident at a sensitivity. */
export function chanceOfAlarm(sensitivity: number): number {
  return 1 - exp(-exp(lnCounted(sensitivity, "hours")));
}

/** The highest whole sensitivity, 0 to 100, at which no more false alarms are to be expected; 0 where there is none. */
export function sensitivityFor(falseAlarms: number, rhythm: Rhythm, rows: number): number {
  let sensitivity = 100;
  while (sensitivity > 0 && expectedFalseAlarms(sensitivity, rhythm, rows) > falseAlarms) sensitivity--;
  return sensitivity;
}

/**
 * False alarms that are allowed in a series: `1 per month`, `2 per year`, `0.5 per file`. Series without dates and those
 * of no length have no months: there it is for the file.
 *
 * @param span milliseconds from the first to the last row; 0 without dates
 */
export function allowedFalseAlarms(text: string, span: number): number {
  const [count, period] = text.split("per").map((part) => part.trim());
  return Object.hasOwn(PERIODS, period) && span > 0
    ? (Number(count) * span) / PERIODS[period as keyof typeof PERIODS]
    : Number(count);
}
