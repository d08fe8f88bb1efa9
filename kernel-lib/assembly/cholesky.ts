// Kernels of the exact model of a short table: Cholesky factors with right sides carried along, their inverses, and products of
// rows. Matrices are row-major doubles. A module of its own with memory that is not shared and grows to what a table needs. The
// twins in TypeScript add in the same order, so that the bytes are the same.

/** Sum of products of `count` numbers: four sums side by side, then the rest one by one. */
// @ts-ignore: decorator
@inline
function dot(a: usize, b: usize, count: i32): f64 {
  const fours = <usize>(count & ~3) << 3;
  const end = <usize>count << 3;
  let first = f64x2.splat(0);
  let second = f64x2.splat(0);
  for (let at: usize = 0; at < fours; at += 32) {
    first = f64x2.add(first, f64x2.mul(v128.load(a + at), v128.load(b + at)));
    second = f64x2.add(second, f64x2.mul(v128.load(a + at, 16), v128.load(b + at, 16)));
  }
  const both = f64x2.add(first, second);
  let sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
  for (let at = fours; at < end; at += 8) sum += load<f64>(a + at) * load<f64>(b + at);
  return sum;
}

/** Sum of both lanes. */
// @ts-ignore: decorator
@inline
function total(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}

/** Columns 0 up to `to` of the row at `upper` and the next. */
function reduceTwoRows(matrix: usize, upper: usize, stride: usize, to: i32): void {
  const lower = upper + stride;
  let a = matrix;
  let j = 0;
  let at: usize = 0;
  for (; j + 1 < to; j += 2) {
    const b = a + stride;
    let s00 = f64x2.splat(0);
    let s01 = f64x2.splat(0);
    let s10 = f64x2.splat(0);
    let s11 = f64x2.splat(0);
    for (let k: usize = 0; k < at; k += 16) {
      const p = v128.load(upper + k);
      const q = v128.load(lower + k);
      const u = v128.load(a + k);
      const v = v128.load(b + k);
      s00 = f64x2.add(s00, f64x2.mul(p, u));
      s01 = f64x2.add(s01, f64x2.mul(p, v));
      s10 = f64x2.add(s10, f64x2.mul(q, u));
      s11 = f64x2.add(s11, f64x2.mul(q, v));
    }
    const pivot = load<f64>(a + at);
    const side = load<f64>(b + at);
    const next = load<f64>(b + at, 8);
    const x = (load<f64>(upper + at) - total(s00)) / pivot;
    const y = (load<f64>(lower + at) - total(s10)) / pivot;
    store<f64>(upper + at, (load<f64>(upper + at, 8) - total(s01) - x * side) / next, 8);
    store<f64>(lower + at, (load<f64>(lower + at, 8) - total(s11) - y * side) / next, 8);
    store<f64>(upper + at, x);
    store<f64>(lower + at, y);
    a = b + stride;
    at += 16;
  }
  if (j < to) {
    const pivot = load<f64>(a + at);
    store<f64>(upper + at, (load<f64>(upper + at) - dot(upper, a, j)) / pivot);
    store<f64>(lower + at, (load<f64>(lower + at) - dot(lower, a, j)) / pivot);
  }
}

/** The same of one row. */
function reduceOneRow(matrix: usize, row: usize, stride: usize, to: i32): void {
  let other = matrix;
  let at: usize = 0;
  for (let j = 0; j < to; j++) {
    store<f64>(row + at, (load<f64>(row + at) - dot(row, other, j)) / load<f64>(other + at));
    other += stride;
    at += 8;
  }
}

/** The factor of the 2 × 2 block on the diagonal. */
function closePair(upper: usize, stride: usize, i: i32): bool {
  const lower = upper + stride;
  const at = <usize>i << 3;
  const square = load<f64>(upper + at) - dot(upper, upper, i);
  if (!(square > 0)) return false;
  const first = sqrt(square);
  const side = (load<f64>(lower + at) - dot(lower, upper, i)) / first;
  const rest = load<f64>(lower + at, 8) - dot(lower, lower, i) - side * side;
  if (!(rest > 0)) return false;
  store<f64>(upper + at, first);
  store<f64>(lower + at, side);
  store<f64>(lower + at, sqrt(rest), 8);
  return true;
}

/** The factor in place of the first `size` rows; the further ones up to `rows` are solved. False where there is no factor. */
export function factorise(matrix: usize, size: i32, rows: i32): bool {
  const stride = <usize>size << 3;
  let row = matrix;
  let i = 0;
  for (; i + 1 < rows && i + 1 < size; i += 2) {
    reduceTwoRows(matrix, row, stride, i);
    if (!closePair(row, stride, i)) return false;
    row += 2 * stride;
  }
  if (i < size) {
    reduceOneRow(matrix, row, stride, i);
    const at = row + (<usize>i << 3);
    const square = load<f64>(at) - dot(row, row, i);
    if (!(square > 0)) return false;
    store<f64>(at, sqrt(square));
    row += stride;
    i++;
  }
  for (; i + 1 < rows; i += 2) {
    reduceTwoRows(matrix, row, stride, size);
    row += 2 * stride;
  }
  if (i < rows) reduceOneRow(matrix, row, stride, size);
  return true;
}

/** Inverse of L Lᵀ, both triangles, from the L of `factorise`; `columns` holds its own inverse by columns on the way. */
export function invert(factor: usize, size: i32, columns: usize, inverse: usize): void {
  const stride = <usize>size << 3;
  for (let j = 0; j < size; j++) {
    const column = columns + <usize>j * stride;
    const from = <usize>j << 3;
    store<f64>(column + from, 1 / load<f64>(factor + <usize>j * stride + from));
    for (let i = j + 1; i < size; i++) {
      const row = factor + <usize>i * stride;
      const at = <usize>i << 3;
      store<f64>(column + at, -dot(row + from, column + from, i - j) / load<f64>(row + at));
    }
  }
  for (let i = 0; i < size; i++) {
    const at = <usize>i << 3;
    const own = columns + <usize>i * stride + at;
    for (let j = 0; j <= i; j++) {
      const sum = dot(own, columns + <usize>j * stride + at, size - i);
      store<f64>(inverse + <usize>i * stride + (<usize>j << 3), sum);
      store<f64>(inverse + <usize>j * stride + at, sum);
    }
  }
}

/** Products of `count` rows of `size` numbers with each other, the lower triangle, to `out`. */
export function multiplyRows(rows: usize, size: i32, count: i32, out: usize): void {
  const stride = <usize>size << 3;
  for (let i = 0; i < count; i++)
    for (let j = 0; j <= i; j++)
      store<f64>(
        out + (<usize>(i * count + j) << 3),
        dot(rows + <usize>i * stride, rows + <usize>j * stride, size),
      );
}

/**
 * Sum of symmetric matrices of `n` rows that stand one after the other, the first with the numbers of `ofColumn` added to each
 * row, the others times their weights, at `size` of the rows (whole numbers): the lower triangle, to `out`. `line` holds a row.
 */
export function sumMatrices(
  matrices: usize,
  n: i32,
  count: i32,
  weights: usize,
  ofColumn: usize,
  rows: usize,
  size: i32,
  line: usize,
  out: usize,
): void {
  const square = <usize>(n * n) << 3;
  for (let i = 0; i < size; i++) {
    const row = load<i32>(rows + (<usize>i << 2));
    const start = matrices + (<usize>(row * n) << 3);
    const end = <usize>(row + 1) << 3;
    // Pairs: a row has room for one number more.
    for (let at: usize = 0; at < end; at += 16)
      v128.store(line + at, f64x2.add(v128.load(start + at), v128.load(ofColumn + at)));
    for (let p = 1; p < count; p++) {
      const own = load<f64>(weights + (<usize>p << 3));
      if (own == 0) continue;
      const weight = f64x2.splat(own);
      const part = start + <usize>p * square;
      for (let at: usize = 0; at < end; at += 16)
        v128.store(line + at, f64x2.add(v128.load(line + at), f64x2.mul(weight, v128.load(part + at))));
    }
    for (let j = 0; j <= i; j++) {
      store<f64>(out, load<f64>(line + (<usize>load<i32>(rows + (<usize>j << 2)) << 3)));
      out += 8;
    }
    out += <usize>(size - 1 - i) << 3;
  }
}
