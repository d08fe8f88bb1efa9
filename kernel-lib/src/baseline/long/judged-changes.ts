import { backfit, emptyParts } from "../seasons/backfit.js";
import { changeLog10p, lawOfChanges } from "../changes/change-law.js";
import { jumpLog10p, levelNoise } from "../changes/sharp-change.js";
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
/** log10 of the ends at which a temporary change is looked at. */
const TWO_ENDS = 0.3010299956639812;
/** Strength of a change whose own was not kept. */
const STRONG = 9;
/** Row deviations below which a change is left to the level. */
const LEAST_SIZE = 2;
/** Half-power period of the level that changes are measured against, in units. */
const LEVEL_UNITS = 10;

/**
 * Which of the found changes a series that wanders like this one would not show, which jump as neither a curve nor a series
 * that wanders does (a temporary one at either end), and which are large enough to be told from what the level follows anyway.
 */
export function judgeChanges(problem: LongProblem, series: TransformedSeries): JudgedChanges {
  const { changes } = series;
  if (series.lasting.length + series.temporary.length === 0)
    return { lasting: [], temporary: [], steps: series.steps, weight: series.weight };
  const law = lawOfChanges(changes, problem.known);
  const noise = levelNoise(changes, problem.known, problem.unit);
  const strongest = changes.strength.size > 0 ? Math.max(...changes.strength.values()) : STRONG;
  const strength = (row: number): number => changes.strength.get(row) ?? 0;
  const lasting = series.lasting
    .map((change) => {
      const log10p = Math.max(changeLog10p(strength(change.row) || strongest, law), jumpLog10p(noise, change.row));
      return { ...change, log10p };
    })
    .filter(({ log10p }) => log10p <= LEVEL);
  const temporary = series.temporary
    .map((change) => {
      const compared = changeLog10p(Math.max(strength(change.start), strength(change.end)), law);
      const sharp = Math.min(jumpLog10p(noise, change.start), jumpLog10p(noise, change.end)) + TWO_ENDS;
      return { ...change, log10p: isOfDays(change, problem) ? compared : Math.max(compared, sharp) };
    })
    .filter(({ log10p }) => log10p <= LEVEL);
  if (lasting.length + temporary.length === 0) return applied(problem, lasting, temporary);
  const all = applied(problem, lasting, temporary);
  const rest = restOf(problem, series.x, all);
  const scale = scaleAboutZero(rest, all.weight);
  const isLarge = ({ size }: { readonly size: number }): boolean => Math.abs(size) >= LEAST_SIZE * scale;
  const reach = Math.max(1, Math.floor(problem.unit / NEAR));
  const place = (row: number, size: number): number => placeOf(rest, all.weight, { row, size, reach, scale });
  return applied(
    problem,
    lasting.filter(isLarge).map((change) => ({ ...change, row: place(change.row, change.size) })),
    temporary.filter(isLarge),
  );
}

/** A change may be found a quarter of a unit beside its row. */
const NEAR = 4;
/** Squared deviations beyond which a row counts no further. */
const FAR = 16;

/** The row, near that where it was found, from which on a step leaves least of what is left once seasons and level are known. */
function placeOf(
  rest: Float64Array,
  w: Float64Array,
  { row, size, reach, scale }: { row: number; size: number; reach: number; scale: number },
): number {
  const cost = (value: number): number => Math.min(FAR, (value * value) / (scale * scale));
  let [best, least] = [row, 0];
  for (const direction of [-1, 1]) {
    let sum = 0;
    for (let k = 0; k < reach; k++) {
      const i = direction < 0 ? row - 1 - k : row + k;
      if (i < 1 || i >= rest.length - 1) break;
      // Rows that change sides: they had a step too many or too few.
      if (w[i] > 0) sum += cost(rest[i] + direction * size) - cost(rest[i]);
      if (sum < least) [best, least] = [direction < 0 ? i : i + 1, sum];
    }
  }
  return best;
}

/** Rows of a unit from which on its rows are so fine that an event comes and goes over several. */
const FINE = 13;

/** Whether a temporary change is one of some days in hours: no curve is so short, and its edges need not be sharp. */
export function isOfDays({ start, end }: TemporaryChange, { unit, limits }: LongProblem): boolean {
  return unit >= FINE && end - start <= limits.unitsWithoutJump * unit;
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

function restOf({ unit, periods }: LongProblem, x: Float64Array, { steps, weight }: JudgedChanges): Float64Array {
  const flat = x.map((value, i) => value - steps[i]);
  const plan = { levelPeriod: LEVEL_UNITS * unit, stiffness: periods.map(() => Infinity), year: false };
  return backfit(emptyParts(flat, periods), weight, periods, plan, null, 2).residual;
}
