import { median } from "../noise/spread.js";
import { factorise, inverseOf } from "../../numeric/linear-algebra/factorise.js";
import { countChanges, covarianceBetween, type KeptRows, type ShortTable, type Strengths } from "./kept-rows.js";

/** What the kept rows of a short table say about themselves and all others, for given strengths and level changes. */
export interface Prediction {
  /** Inverse covariance of the kept rows, both triangles. */
  readonly inverse: Float64Array;
  /** It times their values. */
  readonly weights: Float64Array;
  /** Size of the leave-one-out errors in units of what the model says. */
  readonly scale: number;
}

/** Exact prediction of every kept row from the others: K⁻¹ and K⁻¹x hold all of them. Rasmussen and Williams 2006, equation 5.12. */
export function predict(kept: KeptRows, strengths: Strengths, changes: readonly number[]): Prediction {
  const { size, values, table } = kept;
  const factor = kept.covariance(strengths, countChanges(table.n, changes), new Float64Array(size * size));
  // Adding to the noise what rounding takes away is what makes a matrix positive definite again.
  if (!factorise(factor, size)) throw new RangeError("The covariance of a short table is not positive definite.");
  return predictionOf(inverseOf(factor, size), values);
}

export function predictionOf(inverse: Float64Array, values: Float64Array): Prediction {
  const size = values.length;
  const weights = new Float64Array(size);
  const errors = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += inverse[i * size + j] * values[j];
    weights[i] = sum;
    errors[i] = sum / Math.sqrt(inverse[i * size + i]);
  }
  return { inverse, weights, scale: errorScale(errors) };
}

/** Median size, but no less than .6 of the root mean square of what is within three of it: a model that fits half of the rows exactly is no better for it. */
function errorScale(errors: Float64Array): number {
  const middle = median(errors.map(Math.abs)) * 1.4826;
  const most = 3 * middle + 1e-9;
  let sum = 0;
  for (const error of errors) {
    const within = Math.max(-most, Math.min(most, error));
    sum += within * within;
  }
  return Math.max(middle, 0.6 * Math.sqrt(sum / errors.length), 1e-6);
}

/** Mean and standard deviation of every row as the other kept rows predict it. */
export function predictAll(
  kept: KeptRows,
  strengths: Strengths,
  changes: readonly number[],
  prediction: Prediction,
): { readonly mean: Float64Array; readonly deviation: Float64Array } {
  const { table, rows, size, values } = kept;
  const { inverse, weights, scale } = prediction;
  const mean = new Float64Array(table.n);
  const deviation = new Float64Array(table.n);
  for (let i = 0; i < size; i++) {
    const precision = inverse[i * size + i];
    mean[rows[i]] = values[i] - weights[i] / precision;
    deviation[rows[i]] = scale / Math.sqrt(precision);
  }
  const counts = countChanges(table.n, changes);
  for (const row of rowsWithout(table, rows)) {
    const covariance = Float64Array.from(rows, (other) => covarianceBetween(table, strengths, counts, row, other));
    const { value, explained } = project(covariance, inverse, weights);
    mean[row] = value;
    deviation[row] =
      scale * Math.sqrt(Math.max(covarianceBetween(table, strengths, counts, row, row) + 1 - explained, 1e-6));
  }
  return { mean, deviation };
}

function rowsWithout({ n }: ShortTable, rows: Int32Array): number[] {
  const kept = new Set(rows);
  return Array.from({ length: n }, (_, row) => row).filter((row) => !kept.has(row));
}

function project(
  covariance: Float64Array,
  inverse: Float64Array,
  weights: Float64Array,
): { readonly value: number; readonly explained: number } {
  const size = covariance.length;
  let value = 0;
  let explained = 0;
  for (let i = 0; i < size; i++) {
    value += covariance[i] * weights[i];
    let sum = 0;
    for (let j = 0; j < size; j++) sum += inverse[i * size + j] * covariance[j];
    explained += sum * covariance[i];
  }
  return { value, explained };
}
