import { covarianceBetween, type KeptRows, type Strengths } from "./kept-rows.js";
import type { Prediction } from "./prediction.js";

/** What of the mean of a short table is level and what is season, one value a row. */
export interface PartsOfMean {
  /** Without level changes and without the deviation that decays. */
  readonly level: Float64Array;
  /** By period. */
  readonly seasons: readonly Float64Array[];
}

/** A sum of Gaussian processes comes apart by their covariances with the kept rows. O(n × kept × parts). */
export function partsOfMean(kept: KeptRows, strengths: Strengths, prediction: Prediction): PartsOfMean {
  const { table, rows } = kept;
  const { n, parts } = table;
  const none = new Int32Array(n);
  const slow = strengths.map((strength, p) => (parts[p].name === "walk" || parts[p].name === "curve" ? strength : 0));
  const sum = (of: (row: number, other: number) => number): Float64Array =>
    Float64Array.from({ length: n }, (_, row) =>
      rows.reduce((total, other, k) => total + of(row, other) * prediction.weights[k], 0),
    );
  const level = sum((row, other) => covarianceBetween(table, slow, none, row, other));
  const periods = [...new Set(parts.map(({ period }) => period))].filter((period) => period !== null);
  const seasons = periods.map((period) => {
    const own = parts.map((part, p) => (part.period === period ? p : -1)).filter((p) => p >= 0 && strengths[p] > 0);
    return sum((row, other) =>
      own.reduce((total, p) => total + strengths[p] * parts[p].covariance[row * n + other], 0),
    );
  });
  return { level, seasons };
}
