import type { Plan } from "../seasons/backfit.js";
import { DAY } from "../seasons/cycles.js";
import type { DateEffects } from "../dates/dates.js";
import type { Underlying } from "../dates/kept-shares.js";
import { effectsOn, withoutFar } from "./date-learning.js";
import { hourlyEffects } from "./dated-hours.js";
import type { LongProblem } from "./long-problem.js";
import type { TemporaryChange } from "../pair-changes.js";
import { noiseScale } from "../noise/noise-scale.js";
import { robustFit, type RobustFit } from "../robust-fit.js";
import type { DateEffect } from "../types.js";
import { ratioOf, remainderOf, residualOf } from "./parts.js";

/** A series on its scale without the steps of its level. */
export interface FlatSeries {
  readonly x: Float64Array;
  /** 0 for rows that teach nothing. */
  readonly weight: Float64Array;
  /** Rows of weight above 0 are told of learnt dates; those that teach when left out. */
  readonly told?: Float64Array;
  /** Rows of weight 0 that are dates where dates explain them. */
  readonly passing?: readonly TemporaryChange[];
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
    const ofHours = hourlyEffects(
      ratioOf(start.residual, noise),
      series.weight,
      times,
      step,
      scope,
      underlyingOf(fit, noise),
    );
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

function underlyingOf({ seasons, fit }: RobustFit, noise: Float64Array): Underlying {
  const season = new Float64Array(fit.length);
  for (const part of seasons) for (let i = 0; i < season.length; i++) season[i] += part[i];
  return { noise, season, fit };
}
