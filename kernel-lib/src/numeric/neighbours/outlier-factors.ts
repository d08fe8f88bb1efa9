import { ownThread, type Compute } from "../compute.js";
import { noPause, type Pause } from "../pause.js";
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
  readonly pause?: Pause;
}

/** Bytes of memory that `outlierFactors` needs for so many rows, at most. */
export function outlierFactorBytes(rows: number, columns: number, neighbours: number): number {
  const width = 4 * Math.ceil(columns / 4);
  return rows * (18 * columns + 9 * width + 4 * neighbours + 48) + 2 ** 20;
}

/**
 * Local outlier factor of each row (see `localOutlierFactors`), in WebAssembly where there is one, else in plain
 * TypeScript; the same numbers either way, ties by distance, then by row. `values` is row-major and finite.
 */
export function outlierFactors(values: Float64Array, columns: number, options: OutlierFactorOptions): Promise<Float64Array> {
  const { neighbours, asked, learnt, compute = ownThread(), pause = noPause } = options;
  return compute.use(async (workspace) => {
    if (workspace) return fastOutlierFactors(workspace, values, columns, neighbours, pause, asked, learnt);
    const own = await bruteForceNeighbours(values, columns, neighbours, pause);
    const others = asked && (await bruteForceNeighbours(values, columns, neighbours, pause, asked));
    return localOutlierFactors(own, others);
  });
}
