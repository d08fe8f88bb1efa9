import { expect, test } from "vitest";
import {
  factorise,
  inverseOf,
  plainFactors,
  productsOfRows,
} from "../../../kernel-lib/src/numeric/linear-algebra/factorise.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

/** A positive definite matrix and two right sides below it. */
function system(size: number): Float64Array {
  const random = createRandom(size);
  const root = Float64Array.from({ length: size * size }, () => random.normal());
  const matrix = new Float64Array((size + 2) * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      for (let k = 0; k < size; k++) matrix[i * size + j] += root[i * size + k] * root[j * size + k];
  for (let i = 0; i < size; i++) matrix[i * size + i] += 1;
  for (let k = size * size; k < matrix.length; k++) matrix[k] = random.normal();
  return matrix;
}

test.each([1, 2, 3, 4, 7, 20])(
  "the factor times its transpose is the matrix, the rows below are solved, the inverse inverts (%i)",
  (size) => {
    const matrix = system(size);
    const factor = matrix.slice();
    expect(factorise(factor, size, size + 2)).toBe(true);
    const product = (i: number, j: number): number => {
      let sum = 0;
      for (let k = 0; k <= Math.min(j, size - 1); k++) sum += factor[i * size + k] * factor[j * size + k];
      return sum;
    };
    for (let i = 0; i < size + 2; i++)
      for (let j = 0; j <= Math.min(i, size - 1); j++) expect(product(i, j)).toBeCloseTo(matrix[i * size + j], 9);
    const inverse = inverseOf(factor, size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        let sum = 0;
        for (let k = 0; k < size; k++) sum += inverse[i * size + k] * matrix[k * size + j];
        expect(sum).toBeCloseTo(Number(i === j), 8);
      }
    }
  },
);

test("says so when a matrix is not positive definite", () => {
  expect(factorise(Float64Array.of(1, 0, 2, 1), 2)).toBe(false);
  expect(factorise(Float64Array.of(-1), 1)).toBe(false);
});

test.each([1, 2, 3, 5, 16, 17, 30, 47, 64, 143])("by WebAssembly to the same bytes (%i)", (size) => {
  for (const further of [0, 1, 2, 5]) {
    const matrix = new Float64Array((size + further) * size);
    matrix.set(system(size).subarray(0, (size + Math.min(2, further)) * size));
    for (let k = (size + 2) * size; k < matrix.length; k++) matrix[k] = matrix[k - 2 * size] / 3 + 1;
    const [own, twin] = [matrix.slice(), matrix.slice()];
    expect(factorise(own, size, size + further)).toBe(plainFactors.factorise(twin, size, size + further));
    expect(own).toEqual(twin);
    expect(inverseOf(own, size)).toEqual(plainFactors.inverseOf(twin, size));
    expect(productsOfRows(own, size, size, further)).toEqual(plainFactors.productsOfRows(twin, size, size, further));
  }
});

test("products of rows with each other", () => {
  const [size, count] = [101, 4];
  const matrix = Float64Array.from({ length: size * (count + 1) }, (_, k) => Math.sin(k));
  const products = productsOfRows(matrix, size, 1, count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += matrix[(i + 1) * size + k] * matrix[(j + 1) * size + k];
      expect(products[i * count + j]).toBeCloseTo(sum, 10);
    }
  }
});
