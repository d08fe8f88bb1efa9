import type { Series } from "../table.js";
import type { Feature, FeatureColumn, FeatureMatrix } from "./feature.js";

/** A feature and the options it is to be built with. */
export interface FeatureChoice {
  readonly feature: Feature;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Points worked out together, so that their cells are still in the processor's cache when they are laid side by side. */
const BLOCK = 256;

/** Cells from one column of a block to the next: not a power of two, which would make all columns fight for the same cache lines. */
const STRIDE = BLOCK + 8;

/** Rows left out beyond this share are not kept in memory. */
const WASTE = 1 / 8;

/**
 * Numbers that describe each point of a series, one row a point, all features side by side. Points for which any feature
 * cannot be known (the warm-up of lags and windows, missing values) have no row: they are not judged, never guessed.
 * Cost: one pass over the series, block by block. Memory: 8 bytes a cell.
 */
export function featureMatrix(series: Series, choices: readonly FeatureChoice[]): FeatureMatrix {
  const columns = choices.flatMap(({ feature, params }) => feature.columns(series, params as never));
  const width = columns.length;
  const { length } = series.values;
  const points = new Uint32Array(length);
  const values = new Float64Array(length * width);
  const cells = new Float64Array(STRIDE * width);
  let rows = 0;
  for (let from = 0; from < length; from += BLOCK) {
    const count = Math.min(BLOCK, length - from);
    fillBlock(columns, cells, from, count);
    rows = layRows(cells, width, from, count, points, values, rows);
  }
  const names = columns.map((column) => column.name);
  if (length - rows > length * WASTE) return { names, points: points.slice(0, rows), values: values.slice(0, rows * width) };
  return { names, points: points.subarray(0, rows), values: values.subarray(0, rows * width) };
}

function fillBlock(columns: readonly FeatureColumn[], cells: Float64Array, from: number, count: number): void {
  for (let c = 0; c < columns.length; c++) columns[c].fill(cells.subarray(c * STRIDE, c * STRIDE + count), from);
}

/** Appends the rows of a block in which every cell is a number; returns how many rows there are now. */
function layRows(cells: Float64Array, width: number, from: number, count: number, points: Uint32Array, values: Float64Array, rows: number): number {
  for (let i = 0; i < count; i++) {
    const at = rows * width;
    let broken = 0;
    for (let c = 0, cell = i; c < width; c++, cell += STRIDE) {
      const value = cells[cell];
      // x - x is 0 for finite x and NaN for all others. A broken row is written over by the next.
      broken += value - value;
      values[at + c] = value;
    }
    if (broken === 0) points[rows++] = from + i;
  }
  return rows;
}
