import { fastMatrixSums } from "../wasm/cholesky-kernels.js";
import type { MatrixSums } from "../wasm/factors.js";

export type { MatrixSums } from "../wasm/factors.js";

/**
 * Sums of symmetric `n` × `n` matrices, of which many with other weights are asked for. By WebAssembly where there is any;
 * the same bytes without. O(n² × matrices of weight other than 0) each.
 */
export function matrixSums(n: number, matrices: readonly Float64Array[]): MatrixSums {
  return fastMatrixSums(n, matrices) ?? plainMatrixSums(n, matrices);
}

/** The twin without WebAssembly. */
export function plainMatrixSums(n: number, matrices: readonly Float64Array[]): MatrixSums {
  let room = new Float64Array(0);
  const line = new Float64Array(n);
  return {
    workspace: (numbers) => {
      if (room.length < numbers) room = new Float64Array(numbers);
      return room.subarray(0, numbers);
    },
    sumInto: (target, rows, weights, ofColumn) => {
      for (let i = 0; i < rows.length; i++) {
        const at = rows[i] * n;
        const [first] = matrices;
        for (let k = 0; k <= rows[i]; k++) line[k] = first[at + k] + ofColumn[k];
        for (let p = 1; p < matrices.length; p++)
          if (weights[p - 1] !== 0) addScaled(line, matrices[p], at, weights[p - 1], rows[i] + 1);
        for (let j = 0; j <= i; j++) target[i * rows.length + j] = line[rows[j]];
      }
    },
  };
}

function addScaled(line: Float64Array, matrix: Float64Array, from: number, weight: number, count: number): void {
  for (let k = 0; k < count; k++) line[k] += weight * matrix[from + k];
}
