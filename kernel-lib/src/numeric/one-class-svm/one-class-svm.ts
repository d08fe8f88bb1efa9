import { ownThread, type Compute } from "../compute.js";
import { noCheckpoint, type Checkpoint } from "../checkpoint.js";
import { allRows, gathered, rowsOf, type RowSource } from "../row-source.js";
import { MOST_CANDIDATES } from "./first-weights.js";
import { fastKernelSums, fastMachine } from "./fast-machine.js";
import { LANDMARKS, mayEstimate } from "./inside.js";
import { KERNEL_ROWS_BUDGET } from "./kernel-rows.js";
import { scaleGamma } from "./kernel-machine.js";
import { kernelSums, plainMachine } from "./plain-machine.js";
import { solveOneClass, type OneClassSolution } from "./solve.js";

/** Settings of a one-class support vector machine with a radial kernel. */
export interface OneClassOptions {
  /** Upper bound of the share of rows outside, lower bound of the share of support vectors; 0 < nu ≤ 1. */
  readonly nu: number;
  /** Narrowness of the kernel; 0: `scaleGamma` of the rows. */
  readonly gamma: number;
  /** Largest violation of the optimality conditions that is left. */
  readonly tolerance: number;
  /** See `OneClassProblem.landmarks`. */
  readonly landmarks?: number;
  readonly compute?: Compute;
  readonly checkpoint?: Checkpoint;
}

/** A boundary around most rows, and how far each row lies inside. */
export interface OneClassSvm extends OneClassSolution {
  readonly gamma: number;
  /** Decision values of other rows: positive inside. O(rows × supports). */
  decide(values: Float64Array): Promise<Float64Array>;
}

/** Below this tolerance single precision sums would be felt. */
const SINGLE_ENOUGH = 1e-4;

/** Bytes of memory that `oneClassSvm` needs for so many rows, at most. */
export function oneClassBytes(rows: number, columns: number, nu: number): number {
  return (
    rows * (12 * columns + 20) +
    Math.min(rows, MOST_CANDIDATES * nu * rows + 2016) * (20 * columns + 40) +
    KERNEL_ROWS_BUDGET +
    0x200_0000 * Math.ceil(columns / 40)
  );
}

/** About how many values of the kernel `oneClassSvm` works out. */
export function oneClassKernels(rows: number, nu: number): number {
  const supports = nu * rows;
  // Where sums are estimated: the last sample has a sixteenth of the rows, and about one row in twenty is close to the boundary.
  return rows * (mayEstimate(rows, supports, LANDMARKS) ? LANDMARKS + supports / 9 : supports);
}

/** Fits a one-class support vector machine to finite rows, row-major or made when they are asked for; see `solveOneClass`. */
export async function oneClassSvm(
  given: Float64Array | RowSource,
  columns: number,
  options: OneClassOptions,
): Promise<OneClassSvm> {
  const { nu, tolerance, landmarks = LANDMARKS, compute = ownThread(), checkpoint = noCheckpoint } = options;
  const single = tolerance >= SINGLE_ENOUGH;
  const problem = { nu, tolerance, landmarks: single ? landmarks : Infinity };
  const source = given instanceof Float64Array ? rowsOf(given, columns) : given;
  return compute.use(async (workspace) => {
    const gamma = options.gamma > 0 ? options.gamma : await scaleGamma(source, checkpoint);
    const machine = workspace
      ? fastMachine(workspace, source, gamma, single)
      : plainMachine(allRows(source), columns, gamma, single);
    const solution = await solveOneClass(machine, problem, checkpoint);
    const { weights, offset } = solution;
    const supports = gathered(source, solution.supports);
    const sumsOf = (others: Float64Array): Promise<Float64Array> =>
      compute.use((room) =>
        room
          ? fastKernelSums(room, others, columns, gamma, supports, weights, checkpoint)
          : kernelSums(others, columns, gamma, supports, weights, checkpoint),
      );
    return { ...solution, gamma, decide: async (others) => (await sumsOf(others)).map((sum) => sum - offset) };
  });
}
