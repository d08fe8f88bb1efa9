import type { RowSource } from "../row-source.js";

/** Rows looked at: enough for the directions in which data spread; fewer when so many products of columns would take long. */
const SAMPLE = 20_000;
const PRODUCTS = 5e7;

/** With more columns than this the axes stay as they are: to find better ones would cost more than they save. */
const MOST_COLUMNS = 128;

/** Values beyond count as this far, so that a few wild rows do not become the axes. */
const CLIP = 10;

/** A centre and axes at right angles, the direction of largest spread first: `axes[j * columns + c]`. */
export interface PrincipalAxes {
  readonly centre: Float64Array;
  readonly axes: Float64Array;
}

/**
 * Principal axes of the rows (Jacobi's method for the eigenvectors of their covariance). Distances stay the same on other
 * axes, but the first few then tell most of them apart. Looks at 20,000 evenly spaced rows at most. With more than 128
 * columns they are only sorted by their spread. O(columns³).
 */
export function principalAxes(source: RowSource): PrincipalAxes {
  const { rows, columns } = source;
  const step = Math.max(1, rows / Math.min(SAMPLE, PRODUCTS / (columns * columns)));
  const centre = new Float64Array(columns);
  const row = new Float64Array(columns);
  let count = 0;
  for (let at = 0; at < rows; at += step, count++) {
    source.copy(Math.floor(at), row);
    for (let c = 0; c < columns; c++) centre[c] += clip(row[c]);
  }
  for (let c = 0; c < columns; c++) centre[c] /= count;
  const covariance = new Float64Array(columns * columns);
  for (let at = 0; at < rows; at += step) {
    source.copy(Math.floor(at), row);
    for (let c = 0; c < columns; c++) row[c] = clip(row[c]) - centre[c];
    for (let a = 0; a < columns; a++)
      for (let b = a; b < (columns > MOST_COLUMNS ? a + 1 : columns); b++)
        covariance[a * columns + b] += row[a] * row[b];
  }
  for (let a = 0; a < columns; a++)
    for (let b = 0; b < a; b++) covariance[a * columns + b] = covariance[b * columns + a];
  return { centre, axes: eigenvectors(covariance, columns) };
}

function clip(value: number): number {
  return Math.max(-CLIP, Math.min(CLIP, value));
}

/** Eigenvectors of a symmetric matrix as rows, the largest eigenvalue first. Cyclic Jacobi rotations; changes `matrix`. */
function eigenvectors(matrix: Float64Array, size: number): Float64Array {
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < 12; sweep++) {
    let rest = 0;
    let whole = 0;
    for (let a = 0; a < size; a++) {
      whole += matrix[a * size + a] * matrix[a * size + a];
      for (let b = a + 1; b < size; b++) rest += matrix[a * size + b] * matrix[a * size + b];
    }
    // Axes need not be exact: turning on any axes keeps distances, good ones only save time.
    if (rest <= 1e-12 * whole) break;
    for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) rotate(matrix, vectors, size, a, b);
  }
  const order = Array.from({ length: size }, (_, i) => i).sort(
    (a, b) => matrix[b * size + b] - matrix[a * size + a] || a - b,
  );
  const sorted = new Float64Array(size * size);
  order.forEach((from, to) => sorted.set(vectors.subarray(from * size, (from + 1) * size), to * size));
  return sorted;
}

/** Turns axes a and b so that their covariance vanishes. `vectors` holds the axes as rows. */
function rotate(matrix: Float64Array, vectors: Float64Array, size: number, a: number, b: number): void {
  const off = matrix[a * size + b];
  if (off === 0) return;
  const theta = (matrix[b * size + b] - matrix[a * size + a]) / (2 * off);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cos = 1 / Math.sqrt(t * t + 1);
  const sin = t * cos;
  for (let i = 0; i < size; i++) turn(matrix, i * size + a, i * size + b, cos, sin);
  for (let i = 0; i < size; i++) turn(matrix, a * size + i, b * size + i, cos, sin);
  for (let i = 0; i < size; i++) turn(vectors, a * size + i, b * size + i, cos, sin);
}

function turn(values: Float64Array, a: number, b: number, cos: number, sin: number): void {
  const first = values[a];
  const second = values[b];
  values[a] = cos * first - sin * second;
  values[b] = sin * first + cos * second;
}
