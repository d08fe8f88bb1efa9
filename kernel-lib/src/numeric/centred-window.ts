/**
 * Mean of the `width` values around each point (`width / 2` before it, the rest from it on); beyond the ends the values
 * are mirrored. O(n).
 */
export function centredMean(values: Float64Array, width: number): Float64Array {
  const n = values.length;
  const before = width >> 1;
  const at = (i: number): number => values[mirrored(i, n)];
  const result = new Float64Array(n);
  let sum = 0;
  for (let i = -before; i < width - before; i++) sum += at(i);
  for (let i = 0; i < n; i++) {
    result[i] = sum / width;
    sum += at(i + width - before) - at(i - before);
  }
  return result;
}

/** Mean of `2 * half + 1` values around each place of a cycle, the last followed by the first. */
export function circularMean(cycle: Float64Array, half: number): Float64Array {
  return circular(cycle, half, (a, b) => a + b, 0).map((sum) => sum / (2 * half + 1));
}

/** Largest of `2 * half + 1` values around each place of a cycle, the last followed by the first. */
export function circularMaximum(cycle: Float64Array, half: number): Float64Array {
  return circular(cycle, half, Math.max, -Infinity);
}

function circular(cycle: Float64Array, half: number, join: (a: number, b: number) => number, start: number): Float64Array {
  const p = cycle.length;
  return cycle.map((_, i) => {
    let result = start;
    for (let k = -half; k <= half; k++) result = join(result, cycle[(((i + k) % p) + p) % p]);
    return result;
  });
}

function mirrored(i: number, n: number): number {
  const span = 2 * n;
  const place = ((i % span) + span) % span;
  return place < n ? place : span - 1 - place;
}
