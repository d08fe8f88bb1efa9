import { normalQuantileOfLog } from "../../numeric/distributions/normal.js";
import { studentLogTail, studentQuantile, studentQuantileOfLogTail } from "../../numeric/distributions/student.js";
import { log } from "../../numeric/math.js";
import { NONE } from "../dates/civil-day.js";
import { dateColumns } from "../dates/date-keys.js";
import { weekColumns } from "../dates/week-keys.js";
import { cyclesFor, DAY } from "../seasons/cycles.js";
import { growthPerYear, levelChanges } from "../growth.js";
import { bridge } from "../memory/memory.js";
import { NO_MEMORY, teachingWeights } from "../plain-model.js";
import { seasonsOf } from "../seasons/seasonal-strength.js";
import { median } from "../noise/spread.js";
import { fitTail } from "../noise/tail.js";
import { transformOf, type Transform } from "../transform.js";
import type { BaselineInput, FittedModel, TransformName } from "../types.js";
import { shortModel, type ShortModel } from "./short-model.js";

/** A logarithm is tried below this share of zeros, and must gain so much log-likelihood a row. */
const ZEROS = 0.15;
const WORTH = 0.01;
/** Degrees of freedom of the tail: a third of the kept rows, within bounds; from so many rows on no more than the tail seen. */
const DEGREES = { share: 1 / 3, least: 8, most: 30, seenFrom: 80 };
const QUARTILE = 0.6745;
const OUTSIDE = 0.005;
/** Steps whose year is taken for a cycle, in rows, and the cycles needed: weeks. */
const YEAR = { least: 26, below: 60, years: 2 };

/** Short table: level and season as one Gaussian process, each value against what all others say. O(n³). */
export function shortSeries(input: BaselineInput): FittedModel {
  const { values, excluded } = input;
  const n = values.length;
  const { unit, rowsPerYear } = cyclesFor(input);
  const periods = periodsOf(input);
  const weight = teachingWeights(values, excluded);
  const { transform, model, x } = likeliest(values, weight, periods, datesOf(input));
  const { mean, deviation, keep } = model;
  const rows = values.keys();
  const raw = x.map((value, i) => (value - mean[i]) / deviation[i]);
  const degrees = degreesOf(raw, keep, weight);
  const widen = studentQuantile(0.75, degrees) / QUARTILE;
  const reach = studentQuantileOfLogTail(log(OUTSIDE), degrees) / widen;
  const normal = (t: number): number =>
    -Math.sign(t) * normalQuantileOfLog(studentLogTail(Math.abs(t) * widen, degrees));
  const z = raw.map((t, i) => (Number.isFinite(values[i]) ? normal(t) : 0));
  const taught = weight.map((w, i) => w * keep[i]);
  const { memory } = bridge(z, taught);
  const at = (deviations: number): Float64Array =>
    mean.map((value, i) => transform.inverse(value + deviations * deviation[i]));
  const [expected, lower, upper] = [at(0), at(-reach), at(reach)];
  return {
    kind: "short",
    ...{ expected, lower, upper, usual: expected, usualLower: lower, usualUpper: upper },
    z,
    innovation: z,
    weight,
    leftOut: Uint8Array.from(rows, (row) => Number(weight[row] > 0 && keep[row] === 0)),
    transform: transform.name,
    seasons: seasonsOf(
      { seasons: model.seasons, weights: taught },
      raw.map((t, i) => t * deviation[i]),
      periods.map(Math.round),
      periods.map(() => Infinity),
    ),
    changes: levelChanges(model, mean, transform, values),
    dates: [],
    stays: [],
    unit,
    noise: deviation,
    growthPerYear: growthPerYear(model.level, stepsOf(model.lasting, n), transform, rowsPerYear),
    yearStrength: null,
    course: { transform, level: null, levelPeriod: n },
    evidence: { ...NO_MEMORY, memory },
  };
}

function periodsOf(input: BaselineInput): number[] {
  const { periods, rowsPerYear } = cyclesFor(input);
  const { step } = input;
  const n = input.values.length;
  const hasYear =
    typeof step === "number" && rowsPerYear >= YEAR.least && rowsPerYear < YEAR.below && n >= YEAR.years * rowsPerYear;
  return hasYear ? [...periods, rowsPerYear] : [...periods];
}

/** Days of rows from which on days of the month can be told, and the longest step that is still a day. */
const MONTHS = { rows: 100, longestStep: 1.5 * DAY };

/** How dates may return in a short table: weeks with two years by the calendar, days with some months by the month. */
function datesOf(input: BaselineInput): Int32Array[] {
  const { times, step, values } = input;
  if (times === null || typeof step !== "number") return [];
  const { rowsPerYear } = cyclesFor(input);
  if (rowsPerYear >= YEAR.least && rowsPerYear < YEAR.below)
    return values.length >= YEAR.years * rowsPerYear ? calendarOfWeeks(times) : [];
  return step > DAY / 2 && step <= MONTHS.longestStep && values.length >= MONTHS.rows ? daysOfMonth(times) : [];
}

/** Without the number of the week in its year, which the rows of a year say. */
const calendarOfWeeks = (times: Float64Array): Int32Array[] =>
  weekColumns(times)
    .filter(({ key }) => key !== "week")
    .map(({ values }) => values);

/** First, last and other days of the month as one way, its first and last working days as another. */
function daysOfMonth(times: Float64Array): Int32Array[] {
  const [ends, middle, workdays] = dateColumns(times, "months").map(({ values }) => values);
  // The numbers of the days from the end on are below 0, as NONE is.
  return [ends.map((end, i) => (end === NONE ? middle[i] : end * LAST)), workdays];
}

/** Keeps the first days of a month apart from the others of the same number. */
const LAST = 100;

interface Fitted {
  readonly transform: Transform;
  readonly model: ShortModel;
  /** Transformed values, 0 where missing. */
  readonly x: Float64Array;
}

/** The values as they are or their logarithm, whichever the kept rows are likelier on. */
function likeliest(
  values: Float64Array,
  weight: Float64Array,
  periods: readonly number[],
  dates: readonly Int32Array[],
): Fitted {
  const known = Uint8Array.from(weight);
  const own = values.filter((_, i) => known[i] === 1);
  const positive = own.filter((value) => value > 0);
  const reference = positive.length > 0 ? median(positive) : 1;
  const zeros = own.filter((value) => value === 0).length;
  const growing = own.every((value) => value >= 0) && zeros < ZEROS * own.length && median(own) > 0;
  const names: readonly TransformName[] = growing ? ["none", "logarithm"] : ["none"];
  let best: (Fitted & { readonly perRow: number }) | null = null;
  for (const name of names) {
    const transform = transformOf(name, reference);
    const x = values.map((value) => transform.forward(Number.isFinite(value) ? value : 0));
    const model = shortModel(x, known, periods, dates);
    const slopes = values.reduce((sum, value, i) => (model.keep[i] === 1 ? sum + transform.logSlope(value) : sum), 0);
    const kept = model.keep.reduce((sum, keep) => sum + keep, 0);
    const price = (own.length - kept) * (log(Math.max(2, own.length)) + 2);
    const perRow = (model.logLikelihood + slopes - price) / Math.max(1, own.length);
    if (best === null || perRow > best.perRow + WORTH) best = { transform, model, x, perRow };
  }
  return best!;
}

/** The tail seen is that of all known rows: its quantiles are not moved by the few that are left out, unless the tail is long. */
function degreesOf(raw: Float64Array, keep: Uint8Array, weight: Float64Array): number {
  const kept = keep.reduce((sum, own) => sum + own, 0);
  const usual = Math.min(Math.max(kept * DEGREES.share, DEGREES.least), DEGREES.most);
  return kept >= DEGREES.seenFrom ? Math.min(usual, fitTail(raw, weight).degreesOfFreedom) : usual;
}

/** Sum of the lasting changes up to each row. */
function stepsOf(lasting: ShortModel["lasting"], n: number): Float64Array {
  const steps = new Float64Array(n);
  for (const { row, size } of lasting) for (let i = row; i < n; i++) steps[i] += size;
  return steps;
}
