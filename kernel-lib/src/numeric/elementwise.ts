import { hypot } from "./math.js";

/**
 * Plain loops over whole series. `Float64Array.prototype.map` calls a function for each number and wraps both sides of the call
 * in an object, which costs ten times the arithmetic; where a series is long, that is felt.
 */

/** a - b, number by number. */
export function subtract(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = a[i] - b[i];
  return result;
}

/** a + b, number by number. */
export function add(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = a[i] + b[i];
  return result;
}

/** (value - centre) / unit of each value. */
export function inUnits(values: Float64Array, centre: number, unit: number): Float64Array {
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = (values[i] - centre) / unit;
  return result;
}

/** Size of each value, without its sign. */
export function absolute(values: Float64Array): Float64Array {
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = Math.abs(values[i]);
  return result;
}

/** Each value, held between `-limit` and `limit`. */
export function clipped(values: Float64Array, limit: number): Float64Array {
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = Math.max(-limit, Math.min(limit, values[i]));
  return result;
}

/** Each value that is above zero, zero for the others. */
export function positive(values: Float64Array): Float64Array {
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = Math.max(values[i], 0);
  return result;
}

/** Square root of the sum of two squares, each counted where it is above zero. */
export function hypotenuse(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = hypot(Math.max(a[i], 0), Math.max(b[i], 0));
  return result;
}
