import type { FeatureMatrix } from "../features/feature.js";
import { robustScaler } from "../numeric/scaling/robust-scaler.js";

/** How rows of features are handed out. */
export interface FeatureRowsOptions {
  /** Bring all columns to the same units, by their median and quartiles, as our own One-Class SVM and Local Outlier Factor do. */
  readonly scaled?: boolean;
}

/**
 * The rows of a feature matrix as plain arrays, for giving the same numbers to another library.
 *
 * @example
 * const rows = featureRows(sampleOf(table).features, { scaled: true });
 */
export function featureRows(
  { names, points, values }: FeatureMatrix,
  { scaled = false }: FeatureRowsOptions = {},
): number[][] {
  const columns = names.length;
  const numbers = scaled ? robustScaler(values, columns)(values) : values;
  return Array.from(points, (_, row) => Array.from(numbers.subarray(row * columns, (row + 1) * columns)));
}

/**
 * One score a row of the matrix as one score a point of the series; NaN for points without features.
 *
 * @example
 * const { features, series } = sampleOf(table);
 * const scores = pointScores(features, featureRows(features).map((row) => row[0]), series.values.length);
 */
export function pointScores({ points }: FeatureMatrix, rowScores: ArrayLike<number>, length: number): Float64Array {
  const scores = new Float64Array(length).fill(NaN);
  points.forEach((point, row) => (scores[point] = rowScores[row]));
  return scores;
}
