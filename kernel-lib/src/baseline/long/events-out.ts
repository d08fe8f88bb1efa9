import { exp, log } from "../../numeric/math.js";
import { DATES_OF_MONTH } from "../dates/date-keys.js";
import { sizesOnDates } from "../dates/date-sizes.js";
import type { Plan } from "../seasons/backfit.js";
import { DAY } from "../seasons/cycles.js";
import { fitWithDates, type DatedFit, type FlatSeries } from "./dated-fit.js";
import { ratioOf, remainderOf, residualOf } from "./parts.js";
import { growEvents } from "../events.js";
import type { LongProblem } from "./long-problem.js";
import { bridge, type Bridge } from "../memory/memory.js";
import { noiseScale } from "../noise/noise-scale.js";
import type { TemporaryChange } from "../pair-changes.js";
import { clusteredVolatility } from "../clustered-volatility.js";
import { robustFit } from "../robust-fit.js";
import { median, scaleAboutZero } from "../noise/spread.js";
import { MANY_ROWS } from "../noise/stretches.js";
import { fitTail, toNormalColumn } from "../noise/tail.js";
import type { EventLimits } from "../types.js";
import { addDatedEvents } from "./dated-events.js";
import { keepYearlyEvents } from "./yearly-events.js";

/** A fit that events did not take part in. */
export interface CleanFit extends DatedFit {
  /** Deviation of the noise by row. */
  readonly noise: Float64Array;
  /** Residual in deviations. */
  readonly z: Float64Array;
  /** 1 for rows that were left out as events. */
  readonly event: Uint8Array;
  /** `weight` of the series, with the passing changes that dates explain. */
  readonly weight: Float64Array;
  /** The same, 0 for events as well. */
  readonly clean: Float64Array;
  /** The plan that was fitted: with a year where events come each year, even if hidden units did not tell one. */
  readonly plan: Plan;
}

/** Times that events are looked for and left out. */
const ROUNDS = 3;
/** Scales of the residuals beyond which a row does not teach the noise. */
const FAR = 6;
/** Deviations within which a row beside an event agrees with what its date says. */
const AGREES = 3;
/** Days within which dates may be odd together, as in a month without trade: one of them tells nothing of the others. */
const LONGEST_EVENT = 31;
/** Rows of a unit of days. */
const DAYS_OF_WEEK = 7;
/** Fits on the planned level after events are left out. */
const ITERATIONS = 2;

/**
 * Fits a series with its dates, leaves out rows beyond chance with the suspicious rows around them, and whole units whose mean is far off, and fits again,
 * until nothing changes or three times (once among more than 60,000 rows): an event is never in its own baseline.
 */
export function leaveEventsOut(problem: LongProblem, series: FlatSeries, chosen: Plan): CleanFit {
  const { n, periods, year, yearTimes } = problem;
  const passing = series.passing ?? [];
  const weight = withRows(series.weight, passing, 1);
  const ofDates = new Uint8Array(n);
  // Each column is as long as the series: those of the first fit are used again, and none is held beside its successor.
  let plan = chosen;
  let dated = fitWithDates(problem, { x: series.x, weight }, plan);
  let { fit, residual, effect, doubt } = dated;
  for (const change of passing) if (!explains(dated, change)) weight.fill(0, change.start, change.end);
  let undated = residualOf(series.x, effect);
  let event: Uint8Array = new Uint8Array(n);
  let clean: Float64Array = weight.slice();
  let noise: Float64Array = weight;
  for (let round = 0; round < ROUNDS; round++) {
    noise = noiseOf(problem, residual, fit.fit, dated, { weight, clean });
    // A month without its dates would tell of all others, before it is left out, that they stray.
    if (round > 0) widenOnDates(problem, noise, residual, dated.learnt, clean);
    // Among so many rows those that are left out change no number that the next round would look by.
    if (round > 0 && n > MANY_ROWS) break;
    const { found, isYearly } = eventsIn(problem, ratioOf(residual, noise), { weight, clean }, plan);
    if (round > 0 && areEqual(found, event)) break;
    event = found;
    clean = without(weight, event);
    const z = ratioOf(residual, noise);
    const hasDays = yearTimes !== null && problem.unit === DAYS_OF_WEEK;
    const isDated = hasDays && addDatedEvents(ofDates, event, z, effect, weight, yearTimes);
    if ((isYearly && round === 0) || isDated) {
      // The dates of a year, and that there is one, are hidden by the year in which they are missing.
      if (isYearly) plan = { ...plan, year: true };
      const teaching = clean.map((own, i) =>
        ofDates[i] === 1 || (effect[i] !== 0 && Math.abs(z[i]) < AGREES) ? weight[i] : own,
      );
      dated = fitWithDates(problem, { x: series.x, weight: teaching, told: weight }, plan);
      ({ fit, residual, effect, doubt } = dated);
      undated = residualOf(series.x, effect);
      continue;
    }
    fit = robustFit(undated, clean, periods, plan, year, ITERATIONS, fit);
    residual = remainderOf(undated, fit.fit);
  }
  return {
    fit,
    effect,
    doubt,
    residual,
    learnt: dated.learnt,
    plan,
    noise,
    z: ratioOf(residual, noise),
    event,
    clean,
    weight,
  };
}

function withRows(weight: Float64Array, changes: readonly TemporaryChange[], value: number): Float64Array {
  const own = weight.slice();
  for (const { start, end } of changes) own.fill(value, start, end);
  return own;
}

/** Whether dates take more than half of what a stretch is off. */
function explains({ effect, residual }: DatedFit, { start, end }: TemporaryChange): boolean {
  let [left, all] = [0, 0];
  for (let i = start; i < end; i++) {
    left += Math.abs(residual[i]);
    all += Math.abs(residual[i] + effect[i]);
  }
  return left < all / 2;
}

/** The weights of a series, with and without its events. */
interface Weights {
  readonly weight: Float64Array;
  readonly clean: Float64Array;
}

function noiseOf(
  { periods, yearTimes }: LongProblem,
  residual: Float64Array,
  fit: Float64Array,
  { effect, doubt }: Pick<DatedFit, "effect" | "doubt">,
  { weight, clean }: Weights,
): Float64Array {
  const limit = FAR * scaleAboutZero(residual, weight);
  const teaching = clean.slice();
  const fitted = fit.slice();
  for (let i = 0; i < fitted.length; i++) {
    if (!(Math.abs(residual[i]) < limit)) teaching[i] = 0;
    fitted[i] += effect[i];
  }
  const noise = noiseScale(residual, fitted, teaching, periods, yearTimes);
  // A row of a learnt date is off by its own noise and by what its date leaves open.
  if (doubt !== null) for (let i = 0; i < noise.length; i++) noise[i] *= Math.sqrt(1 + doubt[i]);
  return noise;
}

/** Makes the noise larger on days of the month whose rows stray farther. */
function widenOnDates(
  { step }: LongProblem,
  noise: Float64Array,
  residual: Float64Array,
  learnt: CleanFit["learnt"],
  clean: Float64Array,
): void {
  // Dates of hours are learnt from days: their rows are days.
  if (typeof step !== "number" || step <= DAY / 2) return;
  // Dates of a year return too seldom to tell how far they stray.
  const monthly = learnt.filter(({ key }) => DATES_OF_MONTH.has(key));
  if (monthly.length === 0) return;
  const sizes = sizesOnDates(ratioOf(residual, noise), clean, monthly, Math.round((LONGEST_EVENT * DAY) / step));
  if (sizes !== null) for (let i = 0; i < noise.length; i++) noise[i] *= sizes[i];
}

function eventsIn(
  { unit, limits, rowsPerYear, year }: LongProblem,
  z: Float64Array,
  { weight, clean }: Weights,
  plan: Plan,
): { readonly found: Uint8Array; readonly isYearly: boolean } {
  const found = growEvents(toNormalColumn(fitTail(z, clean), z), weight, unit);
  const isYearly = year !== null && keepYearlyEvents(found, z, rowsPerYear, unit >> 1);
  keepWhatNeighboursLeadTo(found, z, weight, plan.levelPeriod, limits);
  return { found, isYearly };
}

/** Weights, 0 for events. */
function without(weight: Float64Array, event: Uint8Array): Float64Array {
  const clean = weight.slice();
  for (let i = 0; i < clean.length; i++) if (event[i] === 1) clean[i] = 0;
  return clean;
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Values, NaN for rows of weight 0. */
export function knownOf(values: Float64Array, weight: Float64Array): Float64Array {
  const known = values.slice();
  for (let i = 0; i < known.length; i++) if (!(weight[i] > 0)) known[i] = NaN;
  return known;
}

/** Median spread left by the neighbours below which they tell what is an event. */
const TELLING = 0.7;
/** Normal deviations of the innovation that an event needs in it or at its edges. */
const INNOVATION = 4;

/**
 * Whether a series wanders: its neighbours tell more than half of each row, and its level is hardly slower than that memory
 * (half-power period below `slower` times the rows in which the memory falls to 1/e). What lasts there is no event by itself.
 */
export function wanders(
  { rest, memory }: Pick<Bridge, "rest" | "memory">,
  levelPeriod: number,
  { slower }: EventLimits,
): boolean {
  return memory.factor > 0 && median(rest) < TELLING && levelPeriod * -log(memory.factor) < slower;
}

/** Where neighbours tell more than half, a run that they lead up to and away from is no event. */
function keepWhatNeighboursLeadTo(
  event: Uint8Array,
  z: Float64Array,
  weight: Float64Array,
  levelPeriod: number,
  limits: EventLimits,
): void {
  if (!event.includes(1)) return;
  const known = knownOf(z, weight);
  const around = bridge(known, weight, { autoregressive: true });
  if (!(median(around.rest) < TELLING)) return;
  const wandering = wanders(around, levelPeriod, limits);
  const { mean, rest } = wandering ? bridge(known, weight, { autoregressive: true, uncut: true }) : around;
  const innovation = new Float64Array(z.length);
  for (let i = 0; i < z.length; i++) innovation[i] = (z[i] - mean[i]) / rest[i];
  const restless = wandering ? clusteredVolatility(innovation, weight) : null;
  if (restless !== null) for (let i = 0; i < z.length; i++) innovation[i] /= exp(restless[i]);
  const scale = scaleAboutZero(innovation, without(weight, event));
  for (let i = 0; i < z.length; i++) innovation[i] /= scale;
  // A series whose steps come in bursts, or have a long tail, leads up to more than one with normal steps.
  const size = wandering ? toNormalColumn(fitTail(innovation, weight), innovation) : innovation;
  for (let start = event.indexOf(1); start >= 0; start = event.indexOf(1, start)) {
    let end = start;
    while (end < event.length && event[end] === 1) end++;
    if (!isSudden(size, weight, start, end, INNOVATION)) event.fill(0, start, end);
    start = end;
  }
}

/** Whether a row from `start` to `end`, or the one beside, is so far from what its neighbours say. */
export function isSudden(size: Float64Array, weight: Float64Array, start: number, end: number, limit: number): boolean {
  for (let i = Math.max(0, start - 1); i < Math.min(size.length, end + 1); i++)
    if (weight[i] > 0 && Math.abs(size[i]) >= limit) return true;
  return false;
}
