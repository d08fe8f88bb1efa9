import type { Series } from "../table.js";
import type { Feature, FeatureMatrix } from "./feature.js";

/** A feature and the options it is to be built with. */
export interface FeatureChoice {
  readonly feature: Feature;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Numbers that describe each point of a series, one row a point, all features side by side. Points for which any feature
 * cannot be known (the warm-up of lags and windows, missing values) have no row: they are not judged, never guessed.
 * Cost: one pass a column and one that lays them side by side, memory 16 bytes a cell.
 */
export function featureMatrix(series: Series, choices: readonly FeatureChoice[]): FeatureMatrix {
  const columns = choices.flatMap(({ feature, params }) => feature.columns(series, params as never));
  const cells = columns.map((column) => {
    const values = new Float64Array(series.values.length);
    column.fill(values, 0, 1);
    return values;
  });
  const points = completePoints(cells, series.values.length);
  return { names: columns.map((column) => column.name), points, values: sideBySide(cells, points) };
}

/** Points at which every column is a number. */
function completePoints(columns: readonly Float64Array[], length: number): Uint32Array {
  const broken = new Uint8Array(length);
  for (const values of columns) {
    // x - x is 0 for finite x and NaN for all others.
    for (let i = 0; i < length; i++) if (values[i] - values[i] !== 0) broken[i] = 1;
  }
  const points = new Uint32Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) if (broken[i] === 0) points[count++] = i;
  return points.slice(0, count);
}

/** Rows laid out together, so that what is written stays in the processor's cache. */
const BLOCK = 128;

/** The columns at these points as a row-major matrix. */
function sideBySide(columns: readonly Float64Array[], points: Uint32Array): Float64Array {
  const width = columns.length;
  const matrix = new Float64Array(points.length * width);
  for (let from = 0; from < points.length; from += BLOCK) {
    const to = Math.min(points.length, from + BLOCK);
    for (let c = 0; c < width; c++) {
      const values = columns[c];
      for (let row = from, at = from * width + c; row < to; row++, at += width) matrix[at] = values[points[row]];
    }
  }
  return matrix;
}
