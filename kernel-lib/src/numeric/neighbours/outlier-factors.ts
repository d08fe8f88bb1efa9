import { ownThread, type Compute } from "../compute.js";
import { noCheckpoint, type Checkpoint } from "../checkpoint.js";
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
  return rows * (18 * columns + 9 * width + 4 * neighbours + 48) + (1 << 20);
}

/**
 * Local outlier factor of each row (see `localOutlierFactors`), in WebAssembly where there is one, else in plain
 * TypeScript; the same numbers either way, ties by distance, then by row. `values` is row-major and finite.
 */
export function outlierFactors(
  values: Float64Array,
  columns: number,
  options: OutlierFactorOptions,
): Promise<Float64Array> {
  const { neighbours, asked, learnt, compute = ownThread(), checkpoint = noCheckpoint } = options;
  return compute.use(async (workspace) => {
    if (workspace) return fastOutlierFactors(workspace, values, columns, neighbours, checkpoint, asked, learnt);
    const own = await bruteForceNeighbours(values, columns, neighbours, checkpoint);
    const others = asked && (await bruteForceNeighbours(values, columns, neighbours, checkpoint, asked));
    return localOutlierFactors(own, others);
  });
}
