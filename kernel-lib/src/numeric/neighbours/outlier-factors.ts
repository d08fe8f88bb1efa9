import { ownThread, type Compute } from "../compute.js";
import { noCheckpoint, type Checkpoint } from "../checkpoint.js";
import { allRows, rowsOf, type RowSource } from "../row-source.js";
import { bruteForceNeighbours } from "./brute-force.js";
import { fastOutlierFactors, type LearntDensity } from "./fast-outlier-factors.js";
import { localOutlierFactors } from "./local-outlier-factor.js";

/** Which rows to judge and how. */
export interface OutlierFactorOptions {
  /** Neighbours of each row; fewer than there are rows. */
  readonly neighbours: number;
  /** Rows to judge by the others; left out, the rows themselves. */
  readonly asked?: Float64Array;
  /** Filled by the first call, used by later ones about the same `values` and `neighbours`; the result is the same without. */
  readonly learnt?: LearntDensity;
  readonly compute?: Compute;
  readonly checkpoint?: Checkpoint;
}

/** Bytes of memory that `outlierFactors` needs for so many rows, at most. */
export function outlierFactorBytes(rows: number, columns: number, neighbours: number): number {
  const width = 4 * Math.ceil(columns / 4);
  // Codes and boxes stay; rows on other axes make room for the exact ones and what is found.
  return rows * (11 * columns + 5 * width + 4 * neighbours + 48) + (1 << 20);
}

/**
 * Local outlier factor of each row (see `localOutlierFactors`), in WebAssembly where there is one, else in plain
 * TypeScript; the same numbers either way, ties by distance, then by row. `values` is row-major (or makes its rows) and finite.
 */
export function outlierFactors(
  values: Float64Array | RowSource,
  columns: number,
  options: OutlierFactorOptions,
): Promise<Float64Array> {
  const { neighbours, asked, learnt, compute = ownThread(), checkpoint = noCheckpoint } = options;
  return compute.use(async (workspace) => {
    if (workspace) {
      const source = values instanceof Float64Array ? rowsOf(values, columns) : values;
      const others = asked && rowsOf(asked, columns);
      return fastOutlierFactors(workspace, source, neighbours, checkpoint, others, learnt);
    }
    const all = values instanceof Float64Array ? values : allRows(values);
    const own = await bruteForceNeighbours(all, columns, neighbours, checkpoint);
    const others = asked && (await bruteForceNeighbours(all, columns, neighbours, checkpoint, asked));
    return localOutlierFactors(own, others);
  });
}
