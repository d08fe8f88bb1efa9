import { createRandom } from "../numeric/random.js";

/**
 * Steps without a change from which on rounding is as large as the noise: normal noise ties so often at a step of .7
 * deviations, in short tables at one of 1.5, where what is added in noise costs more than it gains.
 */
const TIES = { long: 0.2, short: 0.4, rows: 200 };
/** Fewer distinct values are no scale, more no coarse one. */
const LEAST = 3;
const MOST = 2000;
/** Part of a step by which a value may miss the scale. */
const MISS = 1e-6;

/** Decimal places at most that a column is taken to be written with. */
const PLACES = 9;
/** Share of the largest value by which binary arithmetic may have missed a decimal: some thirty steps of its last bit. */
const MISSED = 8e-15;
/** From so many units of the last place on, a miss is too near to half a unit to be told from another value. */
const MOST_UNITS = 1e11;

/**
 * The values as they would be written: a column in which all are a decimal of up to nine places but for the last bits
 * (99.95999999999995, as sums and shares computed elsewhere leave it) with exactly these decimals, so that equal values are equal
 * and 100 is 100. Any other column as it is. O(n).
 */
export function asWritten(values: Float64Array): Float64Array {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]);
    if (size > largest && size < Infinity) largest = size;
  }
  for (let places = 0, power = 1; places <= PLACES && largest * power < MOST_UNITS; places++, power *= 10) {
    if (!areDecimals(values, power, MISSED * largest * power)) continue;
    const written = values.map((value) => Math.round(value * power) / power + 0);
    return written.every((value, i) => Object.is(value, values[i])) ? values : written;
  }
  return values;
}

function areDecimals(values: Float64Array, power: number, miss: number): boolean {
  for (let i = 0; i < values.length; i++) {
    const units = values[i] * power;
    if (Math.abs(units) < Infinity && Math.abs(units - Math.round(units)) > miss) return false;
  }
  return true;
}

/**
 * The step of the scale that all values lie on, where it is coarse against their movement from row to row; else null.
 * O(n + distinct log distinct).
 */
export function coarseStep(values: Float64Array): number | null {
  let [ties, steps, before] = [0, 0, NaN];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) continue;
    if (before === before) {
      steps++;
      if (value === before) ties++;
    }
    before = value;
  }
  return ties < (steps < TIES.rows ? TIES.short : TIES.long) * steps ? null : scaleStep(values);
}

/** The step of the scale that all values lie on, of which there are few; else null. O(n + distinct log distinct). */
export function scaleStep(values: Float64Array): number | null {
  const distinct = new Set<number>();
  for (const value of values) {
    if (Number.isFinite(value)) distinct.add(value);
    if (distinct.size > MOST) return null;
  }
  if (distinct.size < LEAST) return null;
  const sorted = Float64Array.from(distinct).sort();
  let step = Infinity;
  for (let k = 1; k < sorted.length; k++) step = Math.min(step, sorted[k] - sorted[k - 1]);
  const isScale = sorted.every((value) => {
    const places = (value - sorted[0]) / step;
    return Math.abs(places - Math.round(places)) < MISS * Math.max(1, places);
  });
  return isScale ? step : null;
}

/**
 * The values spread evenly over what rounds to them: as if they had not been rounded. Without it most residuals are nearly 0
 * and the others one step, which looks like a long tail that hides everything. Never below 0 where no value is. The same
 * numbers for the same rows, always.
 */
export function unrounded(values: Float64Array, step: number): Float64Array {
  const random = createRandom("rounding");
  const least = values.some((value) => value < 0) ? -Infinity : 0;
  return values.map((value) => Math.max(least, value + (random.next() - 0.5) * step));
}
