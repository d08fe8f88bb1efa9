import type { AddKernels } from "./solve.js";

/** Rows done between two looks at the clock. */
const BLOCK = 64;

/** The plain way to add up kernels: one row and one support after the other, all in double precision. */
export const addKernelsPlain: AddKernels = async (all, supports, weights, sums, pause) => {
  const { rows, columns, points, half } = all;
  for (let from = 0; from < rows; from += BLOCK) {
    await pause(from / rows);
    for (let row = from; row < Math.min(rows, from + BLOCK); row++) {
      let total = 0;
      for (let s = 0, at = 0; s < supports.rows; s++, at += columns) {
        let sum = half[row] + supports.half[s];
        for (let c = 0; c < columns; c++) sum += points[row * columns + c] * supports.points[at + c];
        total += weights[s] * (sum < 0 ? Math.exp(sum) : 1);
      }
      sums[row] += total;
    }
  }
};
