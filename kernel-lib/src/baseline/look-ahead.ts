import { pow } from "../numeric/math.js";
import { rollingMedian } from "../numeric/windows/rolling.js";
import { memoryForecast } from "./memory/memory-forecast.js";
import { scaleAboutZero } from "./noise/spread.js";
import { transformOf, type Transform } from "./transform.js";
import type { FittedModel, SeriesKind } from "./types.js";

/** What a model says of the rows after those that it was fitted to, on its own scale; one value a row of the stretch. */
export interface LookAhead {
  readonly transform: Transform;
  /** Expected from the rows before. */
  readonly mean: Float64Array;
  /** What the noise of the rows before adds to it. */
  readonly remembered: Float64Array;
  /** Distances from the mean to both ends of the range. */
  readonly below: Float64Array;
  readonly above: Float64Array;
  /** Distance of each row from its mean, and from mean and memory, in the deviations of the model; NaN where it is missing. */
  readonly z: Float64Array;
  readonly innovation: Float64Array;
  /** Whether the width of the range is a deviation that errors can widen; counts and states have a law of their own. */
  readonly isMeasured: boolean;
}

const AS_IT_IS = transformOf("none", 1);

/** Deviations from the mean to an end of a 99 % range. */
const RANGE = 2.5758;
/** Units whose median says where the level is: it moves once a change has held for half of them. */
const UNITS = 4;
/** Windows of rows before that show how far such a median strays where nothing happens. */
const WINDOWS = 10;
/** π / 2: how much the variance of a median exceeds that of a mean. */
const MEDIAN_VARIANCE = 1.5708;

/**
 * Looks ahead with a model that was fitted to the rows before `from`: seasons, year and dates go on; the level runs on straight
 * and ever flatter, and is moved by the median of what the rows before differed by, once a difference has held for two units.
 * The value of a row never takes part in what is said of it. O(n log n).
 *
 * @param model of a series whose values end at `from`, followed by missing ones
 * @param seen the series with the later values, NaN where there is none yet
 */
export function lookAhead(model: FittedModel, kind: SeriesKind, seen: Float64Array, from: number): LookAhead {
  const transform = model.course?.transform ?? AS_IT_IS;
  const onScale = (column: Float64Array): Float64Array => column.map((value) => transform.forward(value));
  const [own, expected, lower, upper] = [seen, model.expected, model.lower, model.upper].map(onScale);
  const below = expected.map((value, i) => value - lower[i]);
  const above = expected.map((value, i) => upper[i] - value);
  const flattened = flatten(expected, model, from);
  const residual = own.map((value, i) => (i < from && model.weight[i] === 0 ? NaN : value - flattened[i]));
  const moved = kind === "counter" ? lastKnown(residual) : movesOf(residual, model, from);
  const mean = flattened.map((value, i) => value + moved[i]);
  const z = own.map((value, i) => (RANGE * 2 * (value - mean[i])) / (below[i] + above[i]));
  const memory = kind === "long" ? memoryForecast(z, model.evidence) : new Float64Array(z.length);
  const remembered = memory.map((value, i) => (value * (below[i] + above[i])) / (2 * RANGE));
  const innovation = z.map((value, i) => value - memory[i]);
  const tail = (column: Float64Array): Float64Array => column.subarray(from);
  return {
    transform,
    mean: tail(mean),
    remembered: tail(remembered),
    below: tail(below),
    above: tail(above),
    z: tail(z),
    innovation: tail(innovation),
    isMeasured: model.course !== null && kind !== "counter",
  };
}

/** A level that runs on straight, its slope halved each two units, later the stiffer the level is. */
function flatten(expected: Float64Array, { course, unit }: FittedModel, from: number): Float64Array {
  const level = course?.level;
  if (!course || !level || from < 1) return expected;
  const flat = expected.slice();
  const kept = pow(0.5, 1 / Math.max(2 * unit, course.levelPeriod / 4));
  let now = level[from - 1];
  let share = 1;
  for (let i = from; i < flat.length; i++) {
    share *= kept;
    now += share * (level[i] - level[i - 1]);
    flat[i] += now - level[i];
  }
  return flat;
}

/**
 * By how much the level has moved away from the model: the median difference over the four units before, less what such medians
 * stray by anyway (positive-part shrinkage, James and Stein 1961). 0 for kinds whose course is no level.
 */
function movesOf(residual: Float64Array, { course, unit }: FittedModel, from: number): Float64Array {
  const moves = new Float64Array(residual.length);
  if (course === null) return moves;
  const window = UNITS * unit;
  const first = Math.max(0, from - (WINDOWS + 1) * window);
  const own = residual.subarray(first);
  const medians = rollingMedian(own, window, unit);
  const scale = scaleAboutZero(own.subarray(0, from - first).filter(Number.isFinite), null);
  const strays = scaleAboutZero(medians.subarray(0, from - first).filter(Number.isFinite), null);
  const variance = Math.max((MEDIAN_VARIANCE * scale * scale) / window, strays * strays) || 0;
  for (let i = from; i < moves.length; i++) {
    const move = medians[i - first];
    if (move * move > variance) moves[i] = move - variance / move;
  }
  return moves;
}

/** The last known value before each row, 0 where there is none. */
function lastKnown(values: Float64Array): Float64Array {
  const last = new Float64Array(values.length);
  for (let i = 1; i < last.length; i++) last[i] = Number.isFinite(values[i - 1]) ? values[i - 1] : last[i - 1];
  return last;
}
