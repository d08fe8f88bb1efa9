import type { Plan } from "../seasons/backfit.js";
import { DAY } from "../seasons/cycles.js";
import type { DateScope } from "../dates/date-keys.js";
import { dateEffects, type DateEffects, type KnownDates } from "../dates/dates.js";
import type { Underlying } from "../dates/kept-shares.js";
import type { LongProblem } from "./long-problem.js";
import { bridge } from "../memory/memory.js";
import { noiseScale } from "../noise/noise-scale.js";
import { robustFit, type RobustFit } from "../robust-fit.js";
import { leastDifference, median, scaleAboutZero } from "../noise/spread.js";
import { fitTail, toNormalColumn } from "../noise/tail.js";
import type { DateEffect } from "../types.js";

/** A series on its scale without the steps of its level. */
export interface FlatSeries {
  readonly x: Float64Array;
  /** 0 for rows that teach nothing. */
  readonly weight: Float64Array;
  /** Rows of weight above 0 are told of learnt dates; those that teach when left out. */
  readonly told?: Float64Array;
}

/** A robust fit beside what returning dates explain. */
export interface DatedFit {
  readonly fit: RobustFit;
  /** Effect of the dates, one value a row. */
  readonly effect: Float64Array;
  /** Variance of that in variances of the noise, null where no date was learnt. */
  readonly doubt: Float64Array | null;
  /** Values less the fit and the dates. */
  readonly residual: Float64Array;
  readonly learnt: readonly DateEffect[];
}

/** Longest step whose rows are dates, and the longest that is still a day. */
const LONGEST_STEP = 8 * DAY;
const LONGEST_DAY = 3 * DAY;
/** Times that dates are learnt and the rest fitted again. */
const ROUNDS = 2;
/** Deviations beyond which a row does not tell what its neighbours remember. */
const FAR = 3;

/**
 * Fits a series, and learns which dates return, when there are two years of days, weeks or hours, and which days of the month,
 * when there are four months: daily and weekly rows by themselves, hours by the mean of their day.
 */
export function fitWithDates(problem: LongProblem, series: FlatSeries, plan: Plan): DatedFit {
  const { periods, year, step, yearTimes, monthTimes } = problem;
  const times = yearTimes ?? monthTimes;
  const fit = robustFit(series.x, series.weight, periods, plan, year);
  const [effectOfNone, residual] = [new Float64Array(problem.n), remainderOf(series.x, fit.fit)];
  const start = { fit, effect: effectOfNone, doubt: null, residual, learnt: [] };
  if (times === null || typeof step !== "number" || step > LONGEST_STEP) return start;
  const scope = step > LONGEST_DAY ? "weeks" : yearTimes === null ? "months" : "years";
  const noise = noiseScale(start.residual, fit.fit, fit.weights, periods, yearTimes);
  if (step <= DAY / 2) {
    const ofHours = ofDays(ratioOf(start.residual, noise), series.weight, times, step, scope);
    return ofHours.learnt.length === 0 ? start : refit(problem, series, plan, ofHours, noise, fit);
  }
  let dated: DatedFit = start;
  let effect: Float64Array | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const now = ratioOf(dated.residual, noise);
    const teaching = withoutFar(now, series.weight);
    const known = effect === null ? null : { ...dated, underlying: underlyingOf(dated.fit, noise) };
    const learnt: DateEffects = effectsOn(now, series, teaching, effect, times, scope, known);
    // Nothing more is learnt from the same residuals.
    if (round === 0 && learnt.learnt.length === 0) break;
    effect = learnt.effect;
    dated = refit(problem, series, plan, learnt, noise, dated.fit);
  }
  return dated;
}

/** @param room the fit before, which is overwritten */
function refit(
  { periods, year }: LongProblem,
  { x, weight }: FlatSeries,
  plan: Plan,
  { effect, doubt, learnt }: DateEffects,
  noise: Float64Array,
  room: RobustFit,
): DatedFit {
  const inUnits = new Float64Array(effect.length);
  for (let i = 0; i < inUnits.length; i++) inUnits[i] = effect[i] * noise[i];
  const rest = residualOf(x, inUnits);
  const fit = robustFit(rest, weight, periods, plan, year, undefined, room);
  return { fit, effect: inUnits, doubt, residual: remainderOf(rest, fit.fit), learnt };
}

/** Dates on what neighbouring rows do not explain; `known` are effects that were taken out of `z` before. */
function effectsOn(
  z: Float64Array,
  { weight, told }: Pick<FlatSeries, "weight" | "told">,
  teaching: Float64Array,
  known: Float64Array | null,
  times: Float64Array,
  scope: DateScope,
  before: Omit<KnownDates, "toNormal"> | null = null,
): DateEffects {
  const { mean, rest } = bridge(z, teaching);
  const tail = fitTail(ratioOf(residualOf(z, mean), rest), weight);
  const own = new Float64Array(z.length);
  for (let i = 0; i < z.length; i++) own[i] = (weight[i] > 0 ? z[i] - mean[i] : 0) + (known === null ? 0 : known[i]);
  return dateEffects(
    toNormalColumn(tail, ratioOf(own, rest)),
    own,
    weight,
    times,
    scope,
    told,
    before && { ...before, toNormal: tail.toNormal },
  );
}

function underlyingOf({ seasons, fit }: RobustFit, noise: Float64Array): Underlying {
  const season = new Float64Array(fit.length);
  for (const part of seasons) for (let i = 0; i < season.length; i++) season[i] += part[i];
  return { noise, season, fit };
}

function withoutFar(z: Float64Array, weight: Float64Array): Float64Array {
  const near = weight.slice();
  for (let i = 0; i < z.length; i++) if (!(Math.abs(z[i]) < FAR)) near[i] = 0;
  return near;
}

/** Sizes beyond which one hour does not bend the mean of its day further. */
const MOST = 8;

function ofDays(
  z: Float64Array,
  weight: Float64Array,
  times: Float64Array,
  step: number,
  scope: DateScope,
): DateEffects {
  const first = Math.floor(times[0] / DAY);
  const dayOf = (i: number): number => Math.floor(times[i] / DAY) - first;
  const days = dayOf(z.length - 1) + 1;
  const count = new Float64Array(days);
  const mean = new Float64Array(days);
  for (let from = 0; from < z.length; ) {
    const day = dayOf(from);
    let to = from + 1;
    while (to < z.length && dayOf(to) === day) to++;
    // A day of which half is as far off is not bent by one hour.
    const most = MOST + FULL * Math.abs(median(z.subarray(from, to)));
    for (let i = from; i < to; i++) {
      count[day] += weight[i];
      mean[day] += weight[i] * Math.max(-most, Math.min(most, z[i]));
    }
    from = to;
  }
  for (let day = 0; day < days; day++) mean[day] /= Math.max(count[day], 1);
  const scale = scaleAboutZero(mean, count);
  const full = count.map((rows) => Number(rows > Math.round(DAY / step) / 2));
  const standard = mean.map((value) => value / scale);
  const dates = Float64Array.from({ length: days }, (_, day) => (first + day) * DAY);
  const ofDay = effectsOn(standard, { weight: full }, withoutFar(standard, full), null, dates, scope);
  const effect = new Float64Array(z.length);
  const touched = new Uint8Array(z.length);
  for (let i = 0; i < z.length; i++) {
    effect[i] = ofDay.effect[dayOf(i)] * scale;
    touched[i] = ofDay.touched[dayOf(i)];
  }
  const course = courseOfDay(z, effect, weight, Math.max(1, Math.round(DAY / step)));
  const doubt = new Float64Array(z.length);
  for (let i = 0; i < z.length; i++) {
    const ofHour = course[i % course.length];
    effect[i] *= ofHour;
    doubt[i] = ofDay.doubt[dayOf(i)] * (scale * ofHour) * (scale * ofHour);
  }
  return { effect, touched, doubt, learnt: ofDay.learnt };
}

/** What the prior that a date is the same all day weighs: as if a day four deviations off had said so. */
const SAME_ALL_DAY = 16;
/** Effects of its day that an hour holds at most, beside what any hour may. */
const FULL = 4;

/**
 * How much of the effect of a date there is at each hour, over all dates: a holiday is no different at midnight. Least squares of the
 * rows on the effect of their day, shrunk to 1.
 */
function courseOfDay(z: Float64Array, effect: Float64Array, weight: Float64Array, places: number): Float64Array {
  const products = new Float64Array(places).fill(SAME_ALL_DAY);
  const squares = new Float64Array(places).fill(SAME_ALL_DAY);
  for (let i = 0; i < z.length; i++) {
    if (effect[i] === 0 || !(weight[i] > 0)) continue;
    // An hour holds more than its day when the others hold nothing, but no more than all of it.
    const most = MOST + FULL * Math.abs(effect[i]);
    products[i % places] += effect[i] * Math.max(-most, Math.min(most, z[i]));
    squares[i % places] += effect[i] * effect[i];
  }
  return products.map((product, place) => Math.max(0, product / squares[place]));
}

/** Values divided by those of another column. */
export function ratioOf(values: Float64Array, by: Float64Array): Float64Array {
  const ratio = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) ratio[i] = values[i] / by[i];
  return ratio;
}

/** Values less a part. */
export function residualOf(x: Float64Array, part: Float64Array): Float64Array {
  const rest = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) rest[i] = x[i] - part[i];
  return rest;
}

/** Values less their fit: 0 where nothing but the rounding of the computation is left, as in a series that repeats exactly. */
export function remainderOf(x: Float64Array, fit: Float64Array): Float64Array {
  const rest = residualOf(x, fit);
  const least = leastDifference(x);
  for (let i = 0; i < rest.length; i++) if (Math.abs(rest[i]) <= least) rest[i] = 0;
  return rest;
}
