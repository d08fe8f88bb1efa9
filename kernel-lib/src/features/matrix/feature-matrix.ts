import type { Series } from "../../table.js";
import type { Feature, FeatureColumn, FeatureMatrix } from "../feature.js";
import { MatrixRows } from "./matrix-rows.js";

/** A feature and the options it is to be built with. */
export interface FeatureChoice {
  readonly feature: Feature;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Points worked out together, so that their cells are still in the processor's cache when they are laid side by side. */
const BLOCK = 256;

/** Cells from one column of a block to the next: not a power of two, which would make all columns fight for the same cache lines. */
const STRIDE = BLOCK + 8;

/**
 * Numbers that describe each point of a series, one row a point, all features side by side. Points for which any feature
 * cannot be known (the warm-up of lags and windows, missing values) have no row: they are not judged, never guessed.
 * Cost: one pass over the series, block by block. Memory: 8 bytes a cell.
 *
 * @example
 * const { names, points, values } = featureMatrix(seriesOf(table, "sales"), []);
 */
export function featureMatrix(series: Series, choices: readonly FeatureChoice[]): FeatureMatrix {
  return matrixOf(series.values.length, columnsOf(series, choices));
}

/** The columns of all features chosen, side by side. */
export function columnsOf(series: Series, choices: readonly FeatureChoice[]): FeatureColumn[] {
  return choices.flatMap(({ feature, params }) => feature.columns(series, params as never));
}

/** The matrix of these columns of a series of so many points. */
export function matrixOf(length: number, columns: readonly FeatureColumn[]): FeatureMatrix {
  const width = columns.length;
  const rows = new MatrixRows(
    columns.map(({ name }) => name),
    length,
  );
  const cells = new Float64Array(STRIDE * width);
  const block = { points: new Uint32Array(BLOCK), values: new Float64Array(BLOCK * width) };
  for (let from = 0; from < length; from += BLOCK) {
    const count = Math.min(BLOCK, length - from);
    fillBlock(columns, cells, from, count);
    const kept = layRows(cells, width, from, count, block);
    rows.append(block.points.subarray(0, kept), block.values.subarray(0, kept * width));
  }
  return rows.matrix();
}

function fillBlock(columns: readonly FeatureColumn[], cells: Float64Array, from: number, count: number): void {
  for (let c = 0; c < columns.length; c++) columns[c].fill(cells.subarray(c * STRIDE, c * STRIDE + count), from);
}

interface BlockRows {
  readonly points: Uint32Array;
  readonly values: Float64Array;
}

/** Lays the rows of a block in which every cell is a number side by side; returns how many they are. */
function layRows(
  cells: Float64Array,
  width: number,
  from: number,
  count: number,
  { points, values }: BlockRows,
): number {
  let rows = 0;
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
