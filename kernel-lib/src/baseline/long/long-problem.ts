import type { BaselineInput, EventLimits, Step } from "../types.js";
import { cyclesFor, DAY } from "../seasons/cycles.js";
import { median } from "../noise/spread.js";
import { YearHarmonics } from "../seasons/year.js";

/** A series as plans are tried on it. */
export interface PlanProblem {
  readonly x: Float64Array;
  readonly w: Float64Array;
  readonly periods: readonly number[];
  /** Rows that are hidden as one, see `Cycles`. */
  readonly unit: number;
  readonly year: YearHarmonics | null;
}

/** A long series as all stages of its model see it. */
export interface LongProblem extends Omit<PlanProblem, "x" | "w"> {
  readonly n: number;
  readonly step: Step;
  readonly rowsPerYear: number;
  /** Values, the median where one is missing. */
  readonly filled: Float64Array;
  /** 1 where a value is known and may teach, else 0. */
  readonly known: Float64Array;
  readonly limits: EventLimits;
  /** Epoch seconds when there are two years of rows, else null. */
  readonly times: Float64Array | null;
  /** The same, null for months and quarters, whose years are their season. */
  readonly yearTimes: Float64Array | null;
  /** Epoch seconds when there are four months of rows of a day or less, else null: days of the month can be told. */
  readonly monthTimes: Float64Array | null;
}

/** Found by `npm run bench -- event-limits` on generated series of fixed seeds. */
export const EVENT_LIMITS: EventLimits = { unitsWithoutJump: 8, slower: 25 };

/** Years of rows from which on dates and years can be told. */
const YEARS = 2;

/** Days of rows from which on days of the month can be told: four months. */
const MONTHS = 120;
/** Longest step that is still a day. */
const LONGEST_DAY = 3 * DAY;

/** Takes stock of a series: what is known, which cycles it may follow, whether there are years to learn from. */
export function longProblem(input: BaselineInput): LongProblem {
  const { values, step, times, excluded } = input;
  const n = values.length;
  const { periods, unit, rowsPerYear } = cyclesFor(input);
  const centre = median(values);
  const filled = new Float64Array(n);
  const known = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const isKnown = Number.isFinite(values[i]);
    filled[i] = isKnown ? values[i] : centre;
    known[i] = isKnown && excluded?.[i] !== 1 ? 1 : 0;
  }
  const years = times !== null && n >= YEARS * rowsPerYear ? times : null;
  const yearTimes = typeof step === "number" ? years : null;
  const hasMonths = typeof step === "number" && step <= LONGEST_DAY && n * step >= MONTHS * DAY;
  return {
    n,
    step,
    periods,
    unit,
    rowsPerYear,
    limits: input.limits ?? EVENT_LIMITS,
    filled,
    known,
    times: years,
    yearTimes,
    monthTimes: hasMonths ? times : null,
    year: yearTimes && new YearHarmonics(yearTimes, rowsPerYear),
  };
}
