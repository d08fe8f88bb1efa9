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
 * Cost: one pass a column, memory 8 bytes a cell.
 */
export function featureMatrix(series: Series, choices: readonly FeatureChoice[]): FeatureMatrix {
  const columns = choices.flatMap(({ feature, params }) => feature.columns(series, params as never));
  const width = columns.length;
  const length = series.values.length;
  const cells = new Float64Array(length * width);
  columns.forEach((column, index) => column.fill(cells, index, width));

  const points = new Uint32Array(length);
  let rows = 0;
  for (let point = 0; point < length; point++) {
    if (!isFiniteRow(cells, point * width, width)) continue;
    if (rows !== point) cells.copyWithin(rows * width, point * width, (point + 1) * width);
    points[rows++] = point;
  }
  return { names: columns.map((column) => column.name), points: points.slice(0, rows), values: cells.slice(0, rows * width) };
}

function isFiniteRow(cells: Float64Array, start: number, width: number): boolean {
  for (let i = start; i < start + width; i++) if (!Number.isFinite(cells[i])) return false;
  return true;
}
