import type { Compute } from "../../numeric/compute.js";
import { noCheckpoint, type Checkpoint } from "../../numeric/checkpoint.js";
import type { Workspace } from "../../numeric/wasm/workspace.js";
import type { Series } from "../../table.js";
import type { FeatureColumn, FeatureMatrix } from "../feature.js";
import { columnsOf, matrixOf, type FeatureChoice } from "./feature-matrix.js";
import { kernelPlan } from "./kernel-plan.js";
import { MatrixRows } from "./matrix-rows.js";

/** Shorter series are done before a kernel is ready. */
const LEAST = 4096;

/** Points that a thread works out at a time. */
const GRAIN = 2048;

/** As many times that are worked out before their rows are fetched. */
const BLOCKS = 8;

/** Points below which no worker is worth waking. */
const WORTH_WORKERS = 50_000;

/** So few blocks at once are left to the calling thread (`Workspace.run`). */
const ALONE = 2;

/**
 * The same matrix as `featureMatrix`, to the byte, made on all threads of `compute`: a kernel works out some thousand points
 * at a time, and while it does the calling thread fetches the rows of those before. Columns without a recipe and
 * those with a very long window are filled first, on the calling thread. Cost: O(cells). Memory: 8 bytes a cell, and on the
 * workspace the series and about 5 MB.
 */
export async function threadedFeatureMatrix(
  series: Series,
  choices: readonly FeatureChoice[],
  compute: Compute,
  checkpoint: Checkpoint = noCheckpoint,
): Promise<FeatureMatrix> {
  const { length } = series.values;
  const columns = columnsOf(series, choices);
  const plain = (): FeatureMatrix => matrixOf(length, columns);
  if (length < LEAST || columns.length === 0) return plain();
  return compute.use(async (workspace) => (workspace ? spread(workspace, series, columns, checkpoint) : plain()));
}

async function spread(
  workspace: Workspace,
  series: Series,
  columns: readonly FeatureColumn[],
  checkpoint: Checkpoint,
): Promise<FeatureMatrix> {
  const { length } = series.values;
  const plan = kernelPlan(workspace, series, columns);
  const rows = new MatrixRows(
    columns.map(({ name }) => name),
    length,
  );
  const slabs = [0, 1].map(() => new Slab(workspace, columns.length));
  let fetch = (): void => {};
  const most = length < WORTH_WORKERS ? ALONE : BLOCKS;
  for (let first = 0, turn = 0; first < length; first += GRAIN * most, turn = 1 - turn) {
    const slab = slabs[turn];
    const blocks = Math.min(most, Math.ceil((length - first) / GRAIN));
    const args = [...plan.series, first, GRAIN, ...plan.columns, slab.rows, slab.points, slab.counts];
    await workspace.run(
      "fillRows",
      args,
      blocks,
      (share) => checkpoint((first + share * blocks * GRAIN) / length),
      plan.scratch,
      fetch,
    );
    fetch = () => slab.fetch(blocks, rows);
  }
  fetch();
  return rows.matrix();
}

/** Room for the rows of some blocks. */
class Slab {
  readonly rows: number;
  readonly points: number;
  readonly counts: number;

  constructor(
    private readonly workspace: Workspace,
    private readonly width: number,
  ) {
    this.rows = workspace.allocate(BLOCKS * GRAIN * width * 8);
    this.points = workspace.allocate(BLOCKS * GRAIN * 4);
    this.counts = workspace.allocate(BLOCKS * 4);
  }

  /** Appends what the kernel left to the matrix. */
  fetch(blocks: number, target: MatrixRows): void {
    const { workspace, width } = this;
    const counts = workspace.integers(this.counts, blocks);
    for (let block = 0; block < blocks; block++) {
      const count = counts[block];
      target.append(
        workspace.integers(this.points + block * GRAIN * 4, count),
        workspace.doubles(this.rows + block * GRAIN * width * 8, count * width),
      );
    }
  }
}
