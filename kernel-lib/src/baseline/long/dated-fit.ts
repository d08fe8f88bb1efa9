import type { Plan } from "../backfit.js";
import { DAY } from "../cycles.js";
import { dateEffects, type DateEffects } from "../dates.js";
import type { LongProblem } from "./long-problem.js";
import { bridge } from "../memory.js";
import { noiseScale } from "../noise-scale.js";
import { robustFit, type RobustFit } from "../robust-fit.js";
import { scaleAboutZero } from "../spread.js";
import { fitTail, toNormalColumn } from "../tail.js";
import type { DateEffect } from "../types.js";

/** A series on its scale without the steps of its level. */
export interface FlatSeries {
  readonly x: Float64Array;
  /** 0 for rows that teach nothing. */
  readonly weight: Float64Array;
}

/** A robust fit beside what returning dates explain. */
export interface DatedFit {
  readonly fit: RobustFit;
  /** Effect of the dates, one value a row. */
  readonly effect: Float64Array;
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
 * Fits a series, and learns which dates return, when there are two years of days, weeks or hours: daily and weekly rows by
 * themselves, hours by the mean of their day.
 */
export function fitWithDates(problem: LongProblem, series: FlatSeries, plan: Plan): DatedFit {
  const { periods, year, step, yearTimes } = problem;
  const fit = robustFit(series.x, series.weight, periods, plan, year);
  const start = { fit, effect: new Float64Array(problem.n), residual: residualOf(series.x, fit.fit), learnt: [] };
  if (yearTimes === null || typeof step !== "number" || step > LONGEST_STEP) return start;
  const noise = noiseScale(start.residual, fit.fit, fit.weights, periods, yearTimes);
  const z = start.residual.map((value, i) => value / noise[i]);
  if (step <= DAY / 2) return refit(problem, series, plan, ofDays(z, series.weight, yearTimes, step), noise);
  let dated: DatedFit = start;
  let effect: Float64Array | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const now = dated.residual.map((value, i) => value / noise[i]);
    const learnt: DateEffects = effectsOn(now, series.weight, withoutFar(now, series.weight), effect, yearTimes, step > LONGEST_DAY);
    effect = learnt.effect;
    dated = refit(problem, series, plan, learnt, noise);
  }
  return dated;
}

function refit({ periods, year }: LongProblem, { x, weight }: FlatSeries, plan: Plan, { effect, learnt }: DateEffects, noise: Float64Array): DatedFit {
  const inUnits = effect.map((value, i) => value * noise[i]);
  const rest = residualOf(x, inUnits);
  const fit = robustFit(rest, weight, periods, plan, year);
  return { fit, effect: inUnits, residual: residualOf(rest, fit.fit), learnt };
}

/** Dates on what neighbouring rows do not explain; `known` are effects that were taken out of `z` before. */
function effectsOn(z: Float64Array, weight: Float64Array, teaching: Float64Array, known: Float64Array | null, times: Float64Array, weekly: boolean): DateEffects {
  const { mean, rest } = bridge(z, teaching);
  const tail = fitTail(z.map((value, i) => (value - mean[i]) / rest[i]), weight);
  const own = z.map((value, i) => (weight[i] > 0 ? value - mean[i] : 0) + (known?.[i] ?? 0));
  const standard = toNormalColumn(tail, own.map((value, i) => value / rest[i]));
  return dateEffects(standard, own, weight, times, weekly);
}

const withoutFar = (z: Float64Array, weight: Float64Array): Float64Array => weight.map((value, i) => (Math.abs(z[i]) < FAR ? value : 0));

/** Sizes beyond which one hour does not bend the mean of its day further. */
const MOST = 8;

function ofDays(z: Float64Array, weight: Float64Array, times: Float64Array, step: number): DateEffects {
  const first = Math.floor(times[0] / DAY);
  const dayOf = (i: number): number => Math.floor(times[i] / DAY) - first;
  const days = dayOf(z.length - 1) + 1;
  const count = new Float64Array(days);
  const mean = new Float64Array(days);
  for (let i = 0; i < z.length; i++) {
    count[dayOf(i)] += weight[i];
    mean[dayOf(i)] += weight[i] * Math.max(-MOST, Math.min(MOST, z[i]));
  }
  for (let day = 0; day < days; day++) mean[day] /= Math.max(count[day], 1);
  const scale = scaleAboutZero(mean, count);
  const full = count.map((rows) => Number(rows > Math.round(DAY / step) / 2));
  const standard = mean.map((value) => value / scale);
  const dates = Float64Array.from({ length: days }, (_, day) => (first + day) * DAY);
  const ofDay = effectsOn(standard, full, withoutFar(standard, full), null, dates, false);
  const effect = Float64Array.from(z, (_, i) => ofDay.effect[dayOf(i)] * scale);
  return { effect, touched: Uint8Array.from(z, (_, i) => ofDay.touched[dayOf(i)]), learnt: ofDay.learnt };
}

/** Values less a part. */
export function residualOf(x: Float64Array, part: Float64Array): Float64Array {
  const rest = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) rest[i] = x[i] - part[i];
  return rest;
}
