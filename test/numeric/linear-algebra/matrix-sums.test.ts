import { describe, expect, test } from "vitest";
import { factorise, plainFactors } from "../../../kernel-lib/src/numeric/linear-algebra/factorise.js";
import { matrixSums, plainMatrixSums } from "../../../kernel-lib/src/numeric/linear-algebra/matrix-sums.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

/** Symmetric matrices of noise, the first with a heavy diagonal. */
function matricesOf(n: number, count: number): Float64Array[] {
  const random = createRandom(`${n}/${count}`);
  return Array.from({ length: count }, (_, k) => {
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++)
        matrix[i * n + j] = matrix[j * n + i] = random.normal() + (i === j && k === 0 ? 40 * n : 0);
    return matrix;
  });
}

const rowsWithout = (n: number, left: readonly number[]): Int32Array =>
  Int32Array.from({ length: n }, (_, row) => row).filter((row) => !left.includes(row));

describe.each([24, 37, 143])("%i rows", (n) => {
  const matrices = matricesOf(n, 4);
  const ofColumn = Float64Array.from({ length: n }, (_, k) => k / 10);
  const weights = [0.5, 0, 3];
  const rows = rowsWithout(n, [3, n - 2]);

  test("what is asked for, at the rows asked for", () => {
    const target = new Float64Array(rows.length * rows.length);
    matrixSums(n, matrices).sumInto(target, rows, weights, ofColumn);
    for (let i = 0; i < rows.length; i++) {
      for (let j = 0; j < rows.length; j++) {
        const at = rows[i] * n + rows[j];
        const sum = matrices[0][at] + ofColumn[rows[j]] + 0.5 * matrices[1][at] + 3 * matrices[3][at];
        expect(target[i * rows.length + j]).toBeCloseTo(j <= i ? sum : 0, 10);
      }
    }
  });

  test("by WebAssembly to the same bytes, below the diagonal, and its factor in the workspace too", () => {
    const size = rows.length;
    const [fast, plain] = [matrixSums(n, matrices), plainMatrixSums(n, matrices)];
    const [own, twin] = [fast.workspace(size * (size + 1)), plain.workspace(size * (size + 1)).fill(0)];
    fast.sumInto(own, rows, weights, ofColumn);
    plain.sumInto(twin, rows, weights, ofColumn);
    const lower = (all: Float64Array): number[] =>
      [...rows.keys()].flatMap((i) => [...all.subarray(i * size, i * size + i + 1)]);
    expect(lower(own)).toEqual(lower(twin));
    for (const all of [own, twin]) all.set(ofColumn.subarray(0, size), size * size);
    expect(factorise(own, size, size + 1)).toBe(plainFactors.factorise(twin, size, size + 1));
    expect(lower(own)).toEqual(lower(twin));
    expect(own.slice(size * size)).toEqual(twin.slice(size * size));
  });
});

test("tables side by side do not take each other's matrices, whatever is factorised between", () => {
  const [small, large] = [matricesOf(30, 2), matricesOf(90, 5)];
  const [first, second] = [matrixSums(30, small), matrixSums(90, large)];
  const sumOf = (sums: typeof first, n: number, count: number): Float64Array => {
    const target = new Float64Array(n * n);
    sums.sumInto(target, rowsWithout(n, []), new Array<number>(count - 1).fill(2), new Float64Array(n));
    return target;
  };
  const before = sumOf(first, 30, 2);
  const other = sumOf(second, 90, 5);
  expect(factorise(other, 90)).toBe(true);
  expect(sumOf(first, 30, 2)).toEqual(before);
});
