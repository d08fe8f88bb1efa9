import { log1p } from "../../numeric/math.js";
import { backfit, clearParts, emptyParts, type Parts, type Plan } from "../seasons/backfit.js";
import { reweigh } from "../robust-fit.js";
import { scaleAboutZero } from "../noise/spread.js";
import { MANY_ROWS } from "../noise/stretches.js";
import type { LongProblem, PlanProblem } from "./long-problem.js";
import { firstOfNewest, yearFrom } from "./newest-rows.js";

/** Every fifth unit is hidden, first from the second on, then from the fourth on. */
const EVERY = 5;
const FOLDS = [1, 3];

/**
 * Errors on whole units of rows that were hidden, NaN on rows that were not. Each fold is fitted twice, the second time
 * with rows that are far off weighed down. Of more than 60,000 rows one fold tells enough. O(n).
 */
export function hiddenErrors({ x, w, periods, unit, year }: PlanProblem, plan: Plan): Float64Array {
  const n = x.length;
  const errors = new Float64Array(n).fill(NaN);
  const { kept, weights, parts } = roomFor(x, periods);
  for (const fold of n > MANY_ROWS ? FOLDS.slice(0, 1) : FOLDS) {
    if (Math.ceil(n / unit) <= fold) continue;
    kept.set(w);
    for (let start = fold * unit; start < n; start += EVERY * unit) kept.fill(0, start, start + unit);
    clearParts(parts, x);
    backfit(parts, kept, periods, plan, year, 2);
    reweigh(parts.residual, kept, 5, weights);
    backfit(parts, weights, periods, plan, year, 2);
    for (let start = fold * unit; start < n; start += EVERY * unit) {
      for (let i = start; i < Math.min(n, start + unit); i++) errors[i] = parts.residual[i];
    }
  }
  return errors;
}

/** Columns that one try after the other uses. */
interface Room {
  readonly kept: Float64Array;
  readonly weights: Float64Array;
  readonly parts: Parts;
}

let room: Room | null = null;

/** More rows than this are tried once a series: their columns are let go after that. */
const KEPT = 1 << 16;

function roomFor(x: Float64Array, periods: readonly number[]): Room {
  if (room?.kept.length !== x.length || room.parts.seasons.length !== periods.length) {
    room = { kept: new Float64Array(x.length), weights: new Float64Array(x.length), parts: emptyParts(x, periods) };
  }
  return room;
}

/** Scales beyond which an error counts by its logarithm only. */
const FAR = 3;

/** Mean size of the errors of known rows in units of `scale`, beyond three by the logarithm. */
function robustLoss(errors: Float64Array, w: Float64Array, scale: number): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < errors.length; i++) {
    if (!(w[i] > 0) || !(errors[i] === errors[i])) continue;
    const size = Math.abs(errors[i]) / scale;
    sum += size < FAR ? size : FAR + log1p(size - FAR);
    count++;
  }
  return count > 0 ? sum / count : 0;
}

/** Half-power periods of the level that are tried, in units. */
const LEVELS = [2.5, 6, 15, 40, 120];
/** Half-power period of a straight line, in lengths of the series. */
const STRAIGHT = 12;
/** Cycles within which a season may change its shape. */
const STIFFNESS = [16, 6];
/** A stiffer plan is taken unless it is so much worse, a moving season only when it is so much better. */
const WORSE = 1.015;
const BETTER = 0.985;

/** Fastest level of a unit; faster changes are left to the memory of the noise. */
const fastest = (unit: number): number => (unit === 4 || unit === 12 ? 2.5 : unit === 7 ? 6 : 14);

/** The chosen plan with its errors on hidden units. */
export interface PlanChoice {
  readonly plan: Plan;
  readonly errors: Float64Array;
}

/**
 * How stiff the level is, whether there is a season of the year, and whether the seasons change their shape: by the errors
 * on hidden units, the stiffer unless it is 1.5 % worse. About 15 plans, O(n) each.
 */
export function choosePlan(problem: PlanProblem): PlanChoice {
  const { w, periods } = problem;
  const n = problem.x.length;
  let choice = stiffestOf(problem, levelPlans(problem));
  const { scale } = choice;
  let least = choice.loss;
  for (let j = 0; j < periods.length; j++) {
    for (const stiffness of periods[j] * 8 < n ? STIFFNESS : []) {
      const plan = { ...choice.plan, stiffness: choice.plan.stiffness.map((own, k) => (k === j ? stiffness : own)) };
      const moving = hiddenErrors(problem, plan);
      const loss = robustLoss(moving, w, scale);
      // A shape that moves more will not do what one that moves a little does not.
      if (!(loss < least)) break;
      if (!(loss < BETTER * least)) continue;
      choice = { ...choice, plan, errors: moving };
      least = loss;
    }
  }
  return choice;
}

/** Of plans that are ordered from stiff to loose the first that is not 1.5 % worse than the best, in the scale of the best. */
function stiffestOf(
  problem: PlanProblem,
  plans: readonly Plan[],
): PlanChoice & { readonly loss: number; readonly scale: number } {
  const { w } = problem;
  const errors = plans.map((plan) => hiddenErrors(problem, plan));
  const scale = Math.min(...errors.map((error) => scaleOfKnown(error, w)));
  const losses = errors.map((error) => robustLoss(error, w, scale));
  const best = losses.indexOf(Math.min(...losses));
  const stiffest = plans.findIndex((plan, k) => losses[k] <= WORSE * losses[best] && plan.year === plans[best].year);
  return { plan: plans[stiffest], errors: errors[stiffest], loss: losses[stiffest], scale };
}

/** The slowest level that bends. */
const slowest = (unit: number, n: number): number => unit * Math.max(...LEVELS.filter((units) => units * unit < n));

/**
 * The plan of a series of any length: chosen on the newest rows. What these can not tell, whether a straight line holds for
 * all rows and, when they are less than two years, whether there is a season of the year, is asked of all.
 */
export function planFor(problem: LongProblem, x: Float64Array, w: Float64Array): PlanChoice {
  const from = firstOfNewest(problem);
  const newest = choosePlan({ ...problem, x: x.subarray(from), w: w.subarray(from), year: yearFrom(problem, from) });
  if (from === 0) return newest;
  const { plan } = newest;
  const isStraight = plan.levelPeriod >= STRAIGHT * (problem.n - from);
  const straight = STRAIGHT * problem.n;
  const plans = isStraight
    ? [
        { ...plan, levelPeriod: straight },
        { ...plan, levelPeriod: slowest(problem.unit, problem.n) },
      ]
    : [plan];
  if (problem.year !== null && yearFrom(problem, from) === null) {
    const levelPeriod = plan.levelPeriod < 0.5 * problem.rowsPerYear ? plan.levelPeriod : straight;
    plans.push({ ...plan, levelPeriod, year: true });
  }
  if (plans.length > 1) {
    const choice = stiffestOf({ ...problem, x, w }, plans);
    if (problem.n > KEPT) room = null;
    return choice;
  }
  const errors = new Float64Array(problem.n).fill(NaN);
  errors.set(newest.errors, from);
  return { plan, errors };
}

/** Stiffest first; those with a season of the year after all without. */
function levelPlans({ x, unit, periods, year }: PlanProblem): Plan[] {
  const n = x.length;
  const straight = STRAIGHT * n;
  const levels = LEVELS.filter((units) => unit * units < n && units >= fastest(unit)).map((units) => unit * units);
  const stiffestFirst = [straight, ...levels.reverse()];
  const stiffness = periods.map(() => Infinity);
  const plans: Plan[] = stiffestFirst.map((levelPeriod) => ({ levelPeriod, stiffness, year: false }));
  if (year === null || n < 2 * year.rowsPerYear || year.rowsPerYear < 26) return plans;
  const withYear = stiffestFirst.filter(
    (levelPeriod) => levelPeriod < 0.5 * year.rowsPerYear || levelPeriod === straight,
  );
  return [...plans, ...withYear.map((levelPeriod) => ({ levelPeriod, stiffness, year: true }))];
}

function scaleOfKnown(errors: Float64Array, w: Float64Array): number {
  return scaleAboutZero(errors, w);
}
