import type { Baseline } from "../../../kernel-lib/src/baseline/types.js";
import { cyclesOf, DAY } from "../../../kernel-lib/src/baseline/seasons/cycles.js";
import { mean } from "./figures.js";
import type { HiddenSeries } from "./hidden-series.js";
import { modelOf } from "./model-of.js";
import { stlOf, type StlAnswer } from "./stl-side.js";

/** What is told for each row, and its 99 % range. */
interface Ranged {
  readonly middle: ArrayLike<number>;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

/** Mean error and Winkler score of the hidden values of a series, and the share of them within the range. */
export interface Rated {
  readonly error: number;
  readonly winkler: number;
  readonly holds: number;
}

/** A series with hidden values, by what neighbours say too, by level, season and dates alone, and by STL. */
export interface Compared {
  readonly usual: Rated;
  readonly expected: Rated;
  /** Null where STL has no season to go by. */
  readonly stl: Rated | null;
  /** Share of the rows with a range below 0; NaN for series that have values there. */
  readonly belowZero: number;
}

/** Series of one origin, and what both sides took of the processor. */
export interface ComparedGroup {
  readonly compared: readonly Compared[];
  readonly seconds: number;
  readonly stl: Pick<StlAnswer, "version" | "seconds"> | null;
}

/** What a value outside costs per unit of its distance from a 99 % range (Winkler 1972). */
const OUTSIDE = 2 / 0.01;

/** Rates the model on each series, with STL beside it where there is Python with statsmodels. */
export function compare(all: readonly HiddenSeries[]): ComparedGroup {
  const used = process.cpuUsage();
  const models = all.map(modelOf);
  const seconds = process.cpuUsage(used).user / 1e6;
  const periods = all.map(periodOf);
  const seasonal = [...all.keys()].filter((k) => periods[k] > 0);
  const stl = stlOf(seasonal.map((k) => ({ values: all[k].values, period: periods[k] })));
  const fits = new Map(seasonal.map((k, i) => [k, stl?.fits[i]]));
  const compared = all.map((series, k): Compared => {
    const { usual, usualLower, usualUpper, expected, lower, upper } = models[k];
    const fit = fits.get(k);
    return {
      usual: rate(series, { middle: usual, low: usualLower, high: usualUpper }),
      expected: rate(series, { middle: expected, low: lower, high: upper }),
      stl: fit === undefined ? null : rate(series, fit),
      belowZero: belowZero(series, models[k]),
    };
  });
  return { compared, seconds, stl };
}

function belowZero({ values, truth }: HiddenSeries, { lower, usualLower }: Baseline): number {
  if (values.some((value) => value < 0) || truth.some((value) => value < 0)) return NaN;
  return mean(Array.from(lower, (low, row) => Number(Math.min(low, usualLower[row]) < 0)));
}

function rate({ truth }: HiddenSeries, { middle, low, high }: Ranged): Rated {
  const rows = [...truth.keys()].filter((row) => Number.isFinite(truth[row]));
  const score = (row: number): number =>
    high[row] - low[row] + OUTSIDE * (Math.max(0, low[row] - truth[row]) + Math.max(0, truth[row] - high[row]));
  return {
    error: mean(rows.map((row) => Math.abs(middle[row] - truth[row]))),
    winkler: mean(rows.map(score)),
    holds: mean(rows.map((row) => Number(truth[row] >= low[row] && truth[row] <= high[row]))),
  };
}

/** The season that STL is given: the longest with three cycles, else the shortest; the year of weeks; 0 for none. */
function periodOf({ step, values }: HiddenSeries): number {
  const { periods } = cyclesOf(step, values.length);
  if (periods.length === 0) return step === 7 * DAY && values.length >= 110 ? 52 : 0;
  const longest = periods[periods.length - 1];
  return values.length >= 3 * longest ? longest : periods[0];
}
