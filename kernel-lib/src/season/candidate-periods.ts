import type { NamedPeriod, SeasonChoice } from "../config/config.js";
import { fastFourierTransform, powerOfTwo } from "../numeric/waves/fast-fourier-transform.js";
import { runningMedian } from "../numeric/windows/running-median.js";
import { robustStandardise } from "../numeric/scaling/robust-deviation.js";
import type { RegularGrid } from "./even-grid.js";

const DAY = 86_400;

/** A length after which a series may repeat. */
export interface CandidatePeriod {
  /** Steps of the grid. */
  readonly steps: number;
  /** In words: `day`, `week`, `year`, or `48 rows` when found in the data. */
  readonly label: string;
  /** Set when the data show it and no clock. */
  readonly found?: true;
}

/** A period that was looked for, and what came of it. */
export interface TestedPeriod extends CandidatePeriod {
  /** Share of the variance about the level that its season explains, 0 to 1. */
  readonly explained: number;
  /** Whether that is enough to call it a season. */
  readonly accepted: boolean;
}

/** Rows that a period of so many grid steps holds: fewer on business days. */
export function rowsOf(steps: number, grid: RegularGrid): number {
  return Math.max(2, Math.round(steps * grid.density));
}

/** Cycles a period needs before anything can be said about it. */
const LEAST_CYCLES = 2.5;

/** The periods to go by: those of the clock, or those set by hand that the series can show. Shortest first. */
export function candidatePeriods(grid: RegularGrid, rows: number, choice: SeasonChoice): CandidatePeriod[] {
  if (!choice) return clockPeriods(grid, rows);
  const named = byClock(grid).filter((period) => choice.includes(period.label as NamedPeriod));
  const counted = choice.flatMap((period) =>
    typeof period === "number" ? [{ steps: Math.round(period / grid.density), label: `${period} rows` }] : [],
  );
  return [...named, ...counted].sort((a, b) => a.steps - b.steps).filter((period) => isShown(period, grid, rows));
}

/** Periods people live by that this cadence can show and of which the series holds at least two and a half. Shortest first. */
export function clockPeriods(grid: RegularGrid, rows: number): CandidatePeriod[] {
  return byClock(grid).filter((period) => isShown(period, grid, rows));
}

function isShown({ steps }: CandidatePeriod, grid: RegularGrid, rows: number): boolean {
  return steps > 1 && rows >= LEAST_CYCLES * steps * grid.density;
}

function byClock(grid: RegularGrid): CandidatePeriod[] {
  const { step, dated } = grid;
  if (!dated) return [];
  const day = Math.round(DAY / step);
  if (step < DAY / 2)
    return [
      { steps: day, label: "day" },
      { steps: 7 * day, label: "week" },
    ];
  if (step < 3 * DAY) return [{ steps: 7, label: "week" }];
  if (step < 20 * DAY) return [{ steps: 52, label: "year" }];
  if (step < 60 * DAY) return [{ steps: 12, label: "year" }];
  if (step < 200 * DAY) return [{ steps: 4, label: "year" }];
  return [];
}

/** Repetitions of a lag that must agree. */
const REPETITIONS = 8;

/**
 * The period that the data themselves show: the lag whose autocorrelation stays high at its multiples too (through the
 * Fourier transform, after Wiener and Khinchin), so that 2.6 rows are found as 13. Looked for after the autocorrelation
 * first turns negative; null when none stands out of what noise gives (4 / sqrt n, at least 0.3). Trend and spikes are
 * taken out first. O(n log n).
 */
export function foundPeriod(values: Float64Array): CandidatePeriod | null {
  const n = values.length;
  if (n < 24) return null;
  const trend = runningMedian(values, Math.max(15, Math.floor(n / 4)));
  const flat = robustStandardise(values.map((value, i) => value - trend[i])).map((z) => Math.max(-4, Math.min(4, z)));
  const correlation = autocorrelation(flat);
  const longest = Math.floor(n / LEAST_CYCLES / 1.2);
  let first = 1;
  while (first < longest && correlation[first] > 0) first++;
  const lasting = Float64Array.from({ length: longest }, (_, lag) =>
    lag >= first ? atMultiples(correlation, lag) : 0,
  );
  let best = 0;
  for (let lag = 2; lag < longest; lag++) if (lasting[lag] > lasting[best]) best = lag;
  let lag = 2;
  while (lag < best && lasting[lag] < 0.95 * lasting[best]) lag++;
  while (lag + 1 < longest && lasting[lag + 1] > lasting[lag]) lag++;
  if (lag >= longest || lasting[lag] < Math.max(0.3, 4 / Math.sqrt(n))) return null;
  return { steps: lag, label: labelOf(lag, correlation), found: true };
}

function atMultiples(correlation: Float64Array, lag: number): number {
  const times = Math.max(1, Math.min(REPETITIONS, Math.floor((correlation.length - 1) / lag)));
  let sum = 0;
  for (let k = 1; k <= times; k++) sum += correlation[k * lag];
  return sum / times;
}

/** Rows of the period, and the waves in it when there are several. */
function labelOf(lag: number, correlation: Float64Array): string {
  let waves = 0;
  for (let k = 1; k <= lag; k++) if (correlation[k - 1] <= 0 && correlation[k] > 0) waves++;
  return waves > 1 ? `${lag} rows (${waves} waves of ${(lag / waves).toFixed(1)})` : `${lag} rows`;
}

/** Autocorrelation at all lags up to half of the series. */
function autocorrelation(values: Float64Array): Float64Array {
  const n = values.length;
  const size = powerOfTwo(2 * n);
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  real.set(values);
  fastFourierTransform(real, imaginary);
  for (let k = 0; k < size; k++) {
    real[k] = real[k] * real[k] + imaginary[k] * imaginary[k];
    imaginary[k] = 0;
  }
  fastFourierTransform(real, imaginary, true);
  return Float64Array.from({ length: (n >> 1) + 1 }, (_, lag) =>
    real[0] > 0 ? real[lag] / real[0] / (1 - lag / n) : 0,
  );
}
