/**
 * A number as the unevaluated sum of two doubles, head and tail: some 106 bits, enough that a function computed from it is
 * rounded only once where it counts (Dekker 1971). Made of + - * / alone, which every engine rounds the same way (ECMA-262,
 * IEEE 754).
 */
export interface DoubleDouble {
  readonly head: number;
  readonly tail: number;
}

/**
 * Where functions leave a result of two parts: head, then tail. One for all, so that nothing is allocated; read it before
 * anything else is computed.
 */
export const parts: Float64Array = new Float64Array(2);

/** 2^27 + 1: a number times this falls apart into two halves of 26 bits (Veltkamp 1968). */
const SPLITTER = 134217729;

/** What `product`, the rounded a × b, lacks. Exact while nothing overflows or vanishes. */
export function productError(a: number, b: number, product: number): number {
  const scaledA = a * SPLITTER;
  const highA = scaledA - (scaledA - a);
  const lowA = a - highA;
  const scaledB = b * SPLITTER;
  const highB = scaledB - (scaledB - b);
  const lowB = b - highB;
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}

/** Leaves in `parts` the product of a number and a constant. */
export function multiply(head: number, tail: number, constant: DoubleDouble): void {
  const product = head * constant.head;
  leave(product, productError(head, constant.head, product) + (head * constant.tail + tail * constant.head));
}

/** Leaves in `parts` the sum of two numbers of which the second is the smaller, or both are of the same size. */
export function leave(large: number, small: number): void {
  const sum = large + small;
  parts[0] = sum;
  parts[1] = large - sum + small;
}

const LEAST_EXPONENT = -1074;

/** 2^k for k from -1074 to 1024, the last of which is infinite. */
const powersOfTwo: Float64Array = new Float64Array(1024 - LEAST_EXPONENT + 1);
for (let k = 0, power = 1; k <= 1024; k++, power *= 2) powersOfTwo[k - LEAST_EXPONENT] = power;
for (let k = -1, power = 0.5; k >= LEAST_EXPONENT; k--, power /= 2) powersOfTwo[k - LEAST_EXPONENT] = power;

/** 2^k, exactly; k is whole and from -1074 to 1024. */
export function powerOfTwo(k: number): number {
  return powersOfTwo[k - LEAST_EXPONENT];
}
