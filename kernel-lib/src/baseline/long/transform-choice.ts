import { safeScale } from "../../numeric/finite.js";
import { log } from "../../numeric/math.js";
import { findLevelChanges, withoutYearly, type FoundChanges } from "../changes/level-changes.js";
import type { LongProblem } from "./long-problem.js";
import { firstOfNewest, newestProblem } from "./newest-rows.js";
import { pairChanges, type FoundChange, type TemporaryChange } from "../pair-changes.js";
import { hiddenErrors } from "./plan-choice.js";
import { leastDifference, median } from "../noise/spread.js";
import { aboutCentre, inUnits, transformOf, type Transform } from "../transform.js";

/** A series on its scale, with the changes of its level. */
export interface TransformedSeries {
  readonly transform: Transform;
  /** Values on the scale of the transform. */
  readonly x: Float64Array;
  /** Sum of the lasting changes up to each row. */
  readonly steps: Float64Array;
  /** As `known`, and 0 in temporary changes. */
  readonly weight: Float64Array;
  readonly lasting: readonly FoundChange[];
  readonly temporary: readonly TemporaryChange[];
  readonly changes: FoundChanges;
}

/** By so much an alternative must be likelier, per row. */
const LIKELIER = 0.01;

/**
 * The scale on which the series is modelled, among none, root and logarithm (and logit for shares), with its level changes
 * on that scale: the one on which hidden rows are the likeliest. Of more than 60,000 rows the newest choose.
 */
export function chooseTransform(problem: LongProblem): TransformedSeries {
  const candidates = candidatesFor(problem);
  if (candidates.length === 1) return onScale(problem, candidates[0]);
  const newest = newestProblem(problem);
  let best = onScale(newest, candidates[0]);
  let most = likelihood(newest, best);
  for (const transform of candidates.slice(1)) {
    const series = onScale(newest, transform);
    const own = likelihood(newest, series);
    if (!(own > most + LIKELIER)) continue;
    best = series;
    most = own;
  }
  return newest === problem ? best : onScale(problem, best.transform);
}

/** Share of zeros from which on only the plain scale is right. */
const MANY_ZEROS = 0.15;
/** Share of 1 or 100 that the largest share must reach for this to be what it can not exceed. */
const NEAR_TOP = 0.6;

function candidatesFor({ filled, known }: LongProblem): Transform[] {
  const positive = new Float64Array(filled.length);
  let count = 0;
  let above = 0;
  let zeros = 0;
  let whole = 0;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < filled.length; i++) {
    if (!(known[i] > 0)) continue;
    const value = filled[i];
    count++;
    if (value > 0) positive[above++] = value;
    if (value === 0) zeros++;
    if (value < least) least = value;
    if (value > most) most = value;
    if (value === Math.round(value)) whole++;
  }
  const unit = safeScale(Math.max(-least, most));
  const reference = above > 0 ? median(positive, 0, above) * unit : 1;
  const plain = aboutCentre(inUnits(transformOf("none", reference), unit), median(filled) * unit);
  if (!(least >= 0 && zeros < MANY_ZEROS * count)) return [plain];
  const scales = [
    plain,
    inUnits(transformOf("root", reference), unit),
    inUnits(transformOf("logarithm", reference), unit),
  ];
  const top = [1, 100].find((bound) => least > 0 && most < bound && most > NEAR_TOP * bound && whole < 0.5 * count);
  return top === undefined ? scales : [...scales, transformOf("logit", reference, top)];
}

function onScale(problem: LongProblem, transform: Transform): TransformedSeries {
  const { filled, known, unit, periods, n, rowsPerYear, times } = problem;
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) x[i] = transform.forward(filled[i]);
  // Rows after the last known one say nothing of the level.
  const end = known.lastIndexOf(1) + 1;
  const changes = findLevelChanges(x.subarray(0, end), known.subarray(0, end), unit, periods);
  const found = times === null ? changes.found : withoutYearly(changes.found, rowsPerYear, n, unit);
  const { lasting, temporary } = pairChanges(found, n);
  const weight = known.slice();
  for (const { start, end } of temporary) weight.fill(0, start, end);
  return { transform, x, steps: stepsOf(lasting, n), weight, lasting, temporary, changes };
}

/** Sum of the sizes of the changes up to each row. */
export function stepsOf(lasting: readonly FoundChange[], n: number): Float64Array {
  const steps = new Float64Array(n);
  for (const { row, size } of lasting) for (let i = row; i < n; i++) steps[i] += size;
  return steps;
}

/** Half-power period of the level that scales are compared with, in units. */
const LEVEL_UNITS = 10;
/** Median errors beyond which an error counts no further. */
const FAR = 8;

/** Mean log-likelihood of a row on hidden units, up to a constant: −ln of the mean error and ln of the slope. */
function likelihood(problem: LongProblem, { transform, x, steps, weight }: TransformedSeries): number {
  const { unit, periods } = problem;
  const from = firstOfNewest(problem);
  const n = problem.n - from;
  const levelPeriod = LEVEL_UNITS * unit < n ? LEVEL_UNITS * unit : 12 * n;
  const plan = { levelPeriod, stiffness: periods.map(() => Infinity), year: false };
  const level = x.slice(from);
  for (let i = 0; i < n; i++) level[i] -= steps[from + i];
  const w = weight.subarray(from);
  const filled = problem.filled.subarray(from);
  const sizes = hiddenErrors({ ...problem, x: level, w }, plan);
  for (let i = 0; i < n; i++) sizes[i] = w[i] > 0 ? Math.abs(sizes[i]) : NaN;
  const most = FAR * median(sizes);
  let error = 0;
  let slope = 0;
  let count = 0;
  for (let i = 0; i < n; i++) {
    if (!(sizes[i] === sizes[i])) continue;
    error += Math.min(sizes[i], most);
    slope += transform.logSlope(filled[i]);
    count++;
  }
  return -log(Math.max(error / count, leastDifference(x), 1e-300)) + slope / count;
}
