import { columnStrips, STRIP, type ColumnStrips } from "./wasm/column-strips.js";

/** Sum of the differences from a centre, and of their squares. */
export interface Differences {
  readonly rest: number;
  readonly squares: number;
}

/**
 * Sum of the values. Strips are summed up by themselves, each in four sums side by side: no addition waits for the one
 * before, and few digits are lost, since no sum grows much larger than what is added to it. O(n).
 */
export function sumOf(values: Float64Array): number {
  const strips = columnStrips(values.length);
  return strips ? fastSum(strips, values) : plainSum(values);
}

function fastSum(strips: ColumnStrips, values: Float64Array): number {
  const { sums, kernels } = strips;
  let sum = 0;
  for (let at = 0; at < values.length; at += STRIP) {
    kernels.addUp(strips.load(values, at));
    sum += sums[0] + sums[1] + (sums[2] + sums[3]);
  }
  return sum;
}

/** The twin of `sumOf` without WebAssembly: the same bytes. */
export function plainSum(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += STRIP) sum += sumOfStrip(values, at, Math.min(values.length, at + STRIP));
  return sum;
}

function sumOfStrip(values: Float64Array, from: number, to: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = from;
  for (; i + 4 <= to; i += 4) {
    a += values[i];
    b += values[i + 1];
    c += values[i + 2];
    d += values[i + 3];
  }
  for (; i < to; i++) a += values[i];
  return a + b + (c + d);
}

/** Both sums in one pass, each put together as in `sumOf`. O(n). */
export function differencesFrom(centre: number, values: Float64Array): Differences {
  const strips = columnStrips(values.length);
  return strips ? fastDifferences(strips, centre, values) : plainDifferences(centre, values);
}

function fastDifferences(strips: ColumnStrips, centre: number, values: Float64Array): Differences {
  const { sums, kernels } = strips;
  let rest = 0;
  let squares = 0;
  for (let at = 0; at < values.length; at += STRIP) {
    kernels.addDifferences(strips.load(values, at), centre);
    rest += sums[0] + sums[1] + (sums[2] + sums[3]);
    squares += sums[4] + sums[5] + (sums[6] + sums[7]);
  }
  return { rest, squares };
}

/** The twin of `differencesFrom` without WebAssembly: the same bytes. */
export function plainDifferences(centre: number, values: Float64Array): Differences {
  let rest = 0;
  let squares = 0;
  for (let at = 0; at < values.length; at += STRIP) {
    const strip = differencesOfStrip(centre, values, at, Math.min(values.length, at + STRIP));
    rest += strip.rest;
    squares += strip.squares;
  }
  return { rest, squares };
}

function differencesOfStrip(centre: number, values: Float64Array, from: number, to: number): Differences {
  let r0 = 0;
  let r1 = 0;
  let r2 = 0;
  let r3 = 0;
  let q0 = 0;
  let q1 = 0;
  let q2 = 0;
  let q3 = 0;
  let i = from;
  for (; i + 4 <= to; i += 4) {
    const a = values[i] - centre;
    const b = values[i + 1] - centre;
    const c = values[i + 2] - centre;
    const d = values[i + 3] - centre;
    r0 += a;
    r1 += b;
    r2 += c;
    r3 += d;
    q0 += a * a;
    q1 += b * b;
    q2 += c * c;
    q3 += d * d;
  }
  for (; i < to; i++) {
    const a = values[i] - centre;
    r0 += a;
    q0 += a * a;
  }
  return { rest: r0 + r1 + (r2 + r3), squares: q0 + q1 + (q2 + q3) };
}
