import { columnStrips, STRIP, type ColumnStrips } from "../wasm/column-strips.js";

/**
 * |value - centre| × factor for each value, at most the largest number there is; NaN for a value that is not finite.
 * O(n), in one pass over memory.
 */
export function distancesFrom(centre: number, factor: number, values: Float64Array): Float64Array {
  const strips = columnStrips(values.length);
  return strips
    ? eachStrip(strips, values, (count) => strips.kernels.toDistances(count, centre, factor))
    : plainDistancesFrom(centre, factor, values);
}

/** The twin of `distancesFrom` without WebAssembly: the same bytes. */
export function plainDistancesFrom(centre: number, factor: number, values: Float64Array): Float64Array {
  const distances = new Float64Array(values.length);
  // x - x is 0 for finite x and NaN for all others. No branch and no division, which would take most of the time.
  for (let i = 0; i < values.length; i++)
    distances[i] = Math.min(Number.MAX_VALUE, Math.abs(values[i] - centre) * factor) + (values[i] - values[i]);
  return distances;
}

/** The same for the way from the nearer one of two bounds outwards; 0 for a value between them. O(n). */
export function distancesOutside(lower: number, upper: number, factor: number, values: Float64Array): Float64Array {
  const strips = columnStrips(values.length);
  return strips
    ? eachStrip(strips, values, (count) => strips.kernels.toOutside(count, lower, upper, factor))
    : plainDistancesOutside(lower, upper, factor, values);
}

/** The twin of `distancesOutside` without WebAssembly: the same bytes. */
export function plainDistancesOutside(
  lower: number,
  upper: number,
  factor: number,
  values: Float64Array,
): Float64Array {
  const distances = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const away = Math.max(0, lower - value, value - upper);
    distances[i] = Math.min(Number.MAX_VALUE, away * factor) + (value - value);
  }
  return distances;
}

/** What a kernel makes of each value, in a new array. */
function eachStrip(strips: ColumnStrips, values: Float64Array, kernel: (count: number) => void): Float64Array {
  // A copy comes cheaper than an empty array, which would be filled with zeros first.
  const made = new Float64Array(values);
  for (let at = 0; at < made.length; at += STRIP) {
    const count = strips.load(made, at);
    kernel(count);
    strips.store(made, at, count);
  }
  return made;
}
