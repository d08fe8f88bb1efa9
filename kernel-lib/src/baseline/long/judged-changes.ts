import { backfit, emptyParts } from "../seasons/backfit.js";
import { changeLog10p, lawOfChanges } from "../changes/change-law.js";
import type { LongProblem } from "./long-problem.js";
import type { FoundChange, TemporaryChange } from "../pair-changes.js";
import { scaleAboutZero } from "../noise/spread.js";
import { stepsOf, type TransformedSeries } from "./transform-choice.js";

/** The changes that are told, with log10 of their p-values; the rest is left to the level. */
export interface JudgedChanges {
  readonly lasting: readonly (FoundChange & { readonly log10p: number })[];
  readonly temporary: readonly (TemporaryChange & { readonly log10p: number })[];
  readonly steps: Float64Array;
  readonly weight: Float64Array;
}

/** log10 of the significance level, 2 %. */
const LEVEL = -1.6989700043360187;
/** Strength of a change whose own was not kept. */
const STRONG = 9;
/** Row deviations below which a change is left to the level. */
const LEAST_SIZE = 2;
/** Half-power period of the level that changes are measured against, in units. */
const LEVEL_UNITS = 10;

/**
 * Which of the found changes a series that wanders like this one would not show, and which are large enough to be told from
 * what the level follows anyway.
 */
export function judgeChanges(problem: LongProblem, series: TransformedSeries): JudgedChanges {
  const { changes } = series;
  if (series.lasting.length + series.temporary.length === 0)
    return { lasting: [], temporary: [], steps: series.steps, weight: series.weight };
  const law = lawOfChanges(changes, problem.known);
  const strongest = changes.strength.size > 0 ? Math.max(...changes.strength.values()) : STRONG;
  const strength = (row: number): number => changes.strength.get(row) ?? 0;
  const lasting = series.lasting
    .map((change) => ({ ...change, log10p: changeLog10p(strength(change.row) || strongest, law) }))
    .filter(({ log10p }) => log10p <= LEVEL);
  const temporary = series.temporary
    .map((change) => ({ ...change, log10p: changeLog10p(Math.max(strength(change.start), strength(change.end)), law) }))
    .filter(({ log10p }) => log10p <= LEVEL);
  if (lasting.length + temporary.length === 0) return applied(problem, lasting, temporary);
  const least = LEAST_SIZE * scaleOfRest(problem, series.x, applied(problem, lasting, temporary));
  const isLarge = ({ size }: { readonly size: number }): boolean => Math.abs(size) >= least;
  return applied(problem, lasting.filter(isLarge), temporary.filter(isLarge));
}

function applied(
  { known, n }: LongProblem,
  lasting: JudgedChanges["lasting"],
  temporary: JudgedChanges["temporary"],
): JudgedChanges {
  const weight = known.slice();
  for (const { start, end } of temporary) weight.fill(0, start, end);
  return { lasting, temporary, steps: stepsOf(lasting, n), weight };
}

function scaleOfRest({ unit, periods }: LongProblem, x: Float64Array, { steps, weight }: JudgedChanges): number {
  const flat = x.map((value, i) => value - steps[i]);
  const plan = { levelPeriod: LEVEL_UNITS * unit, stiffness: periods.map(() => Infinity), year: false };
  return scaleAboutZero(backfit(emptyParts(flat, periods), weight, periods, plan, null, 2).residual, weight);
}
