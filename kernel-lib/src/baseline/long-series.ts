import { residualOf } from "./long/parts.js";
import { unknownShare } from "./events.js";
import { leaveEventsOut, type CleanFit } from "./long/events-out.js";
import { isOfDays, judgeChanges, type JudgedChanges } from "./long/judged-changes.js";
import { gapFactors, hatValues, type GapFactors } from "./long/leave-one-out.js";
import { longModel } from "./long/long-model.js";
import { longProblem, type LongProblem } from "./long/long-problem.js";
import type { LongStages } from "./long/long-stages.js";
import { planFor } from "./long/plan-choice.js";
import { withFittedSizes } from "./long/step-sizes.js";
import { chooseTransform, type TransformedSeries } from "./long/transform-choice.js";
import type { Plan } from "./seasons/backfit.js";
import type { BaselineInput, FittedModel } from "./types.js";

/**
 * The baseline of a continuous series of 200 rows or more: its scale, the changes of its level, how stiff it is, seasons, year
 * and dates, all fitted without its events; then what a row is when its own fit did not see it. About 100 passes, O(n) each.
 */
export function longSeries(input: BaselineInput): FittedModel {
  const problem = longProblem(input);
  const series = chooseTransform(problem);
  return longModel({ input, problem, series, ...fitted(problem, series) });
}

/** What is done in one function is let go with it: each stage holds columns as long as the series. */
function fitted(
  problem: LongProblem,
  series: TransformedSeries,
): Pick<LongStages, "judged" | "plan" | "clean" | "hat" | "gaps" | "z"> {
  const { judged, plan, errors } = planned(problem, series);
  const passing = judged.temporary.filter((change) => isOfDays(change, problem));
  const flat = { x: residualOf(series.x, judged.steps), weight: judged.weight, passing };
  const clean = leaveEventsOut(problem, flat, plan);
  const hat = hatValues(problem.n, problem.periods, clean.plan);
  const gaps = gapFactors(errors, clean.noise, clean.clean);
  return {
    judged: withoutDates(judged, clean.weight),
    plan: clean.plan,
    clean,
    hat,
    gaps,
    z: oneRowOut(clean, hat, gaps, problem.unit),
  };
}

function planned(
  problem: LongProblem,
  series: TransformedSeries,
): Pick<LongStages, "judged" | "plan"> & { readonly errors: Float64Array } {
  const found = withFittedSizes(problem, series.x, judgeChanges(problem, series), stiffPlan(problem));
  const { plan, errors } = planFor(problem, residualOf(series.x, found.steps), found.weight);
  return { judged: withFittedSizes(problem, series.x, found, plan), plan, errors };
}

/** The changes without those that are dates: rows of these teach. */
function withoutDates(judged: JudgedChanges, weight: Float64Array): JudgedChanges {
  return { ...judged, temporary: judged.temporary.filter(({ start }) => !(weight[start] > 0)), weight };
}

/** Half-power period of the level that sizes of changes are first measured with, in units. */
const STIFF = 40;
/** That of a straight line, in lengths of the series. */
const STRAIGHT = 12;

function stiffPlan({ n, unit, periods }: LongProblem): Plan {
  const levelPeriod = STIFF * unit < n ? STIFF * unit : STRAIGHT * n;
  return { levelPeriod, stiffness: periods.map(() => Infinity), year: false };
}

/** Weight from which on a row counts as having taught. */
const TAUGHT = 0.05;
/** Factor of the share of the rows around that taught nothing. */
const ALONE = 1.4;

/** A row that taught bent the fit towards itself; one that did not is judged by a fit that knew less. */
function oneRowOut({ z, fit, clean }: CleanFit, hat: Float64Array, gaps: GapFactors, unit: number): Float64Array {
  const known = new Uint8Array(z.length);
  for (let i = 0; i < z.length; i++) known[i] = fit.weights[i] > TAUGHT && clean[i] > 0 ? 1 : 0;
  const alone = unknownShare(known, unit);
  const out = new Float64Array(z.length);
  for (let i = 0; i < z.length; i++)
    out[i] =
      z[i] / (fit.weights[i] > TAUGHT ? Math.sqrt(1 - hat[i]) : 1 + (gaps.middle - 1) * Math.min(1, ALONE * alone[i]));
  return out;
}
