/**
 * Mean of the `width` values around each point (`width / 2` before it, the rest from it on); beyond the ends the values
 * are mirrored. O(n).
 */
export function centredMean(values: Float64Array, width: number): Float64Array {
  const n = values.length;
  const before = width >> 1;
  const padded = new Float64Array(n + width + 1);
  for (let i = 0; i < padded.length; i++) padded[i] = values[i >= before && i < n + before ? i - before : mirrored(i - before, n)];
  const result = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < width; i++) sum += padded[i];
  for (let i = 0; i < n; i++) {
    result[i] = sum / width;
    sum += padded[i + width] - padded[i];
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
