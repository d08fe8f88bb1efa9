/**
 * Mean of the `width` values around each point (`width / 2` before it, the rest from it on); beyond the ends the values
 * are mirrored. O(n).
 *
 * @param result where to put them, not where the values are; a new array when absent
 */
export function centredMean(
  values: Float64Array,
  width: number,
  result: Float64Array = new Float64Array(values.length),
): Float64Array {
  const n = values.length;
  const before = width >> 1;
  const at = (i: number): number => values[i >= 0 && i < n ? i : mirrored(i, n)];
  let sum = 0;
  for (let i = -before; i < width - before; i++) sum += at(i);
  for (let i = 0; i < n; i++) {
    result[i] = sum / width;
    sum += at(i + width - before) - at(i - before);
  }
  return result;
}

/** Windows wider than this are summed by what enters and leaves them. */
const WIDE = 256;

/** Mean of `2 * half + 1` values around each place of a cycle, the last followed by the first. O(n) for wide windows. */
export function circularMean(cycle: Float64Array, half: number): Float64Array {
  const around = unrolled(cycle, half);
  const width = 2 * half + 1;
  const result = new Float64Array(cycle.length);
  let sum = 0;
  for (let i = 0; i < result.length; i++) {
    if (i % WIDE === 0 || width <= WIDE) {
      // Summed anew now and then, so that nothing adds up.
      sum = 0;
      for (let k = i; k < i + width; k++) sum += around[k];
    } else sum += around[i + width - 1] - around[i - 1];
    result[i] = sum / width;
  }
  return result;
}

/** Largest of `2 * half + 1` values around each place of a cycle, the last followed by the first. O(n). */
export function circularMaximum(cycle: Float64Array, half: number): Float64Array {
  const around = unrolled(cycle, half);
  const width = 2 * half + 1;
  const result = new Float64Array(cycle.length);
  // Places whose value no later one of the window exceeds, largest first.
  const leading = new Int32Array(around.length);
  let first = 0;
  let count = 0;
  for (let k = 0; k < around.length; k++) {
    while (count > first && !(around[leading[count - 1]] > around[k])) count--;
    leading[count++] = k;
    if (leading[first] <= k - width) first++;
    if (k >= width - 1) result[k - width + 1] = around[leading[first]];
  }
  return result;
}

/** The cycle with so many values of its end before it and of its beginning after it. */
function unrolled(cycle: Float64Array, half: number): Float64Array {
  const p = cycle.length;
  const around = new Float64Array(p + 2 * half);
  for (let i = 0; i < around.length; i++) around[i] = cycle[(((i - half) % p) + p) % p];
  return around;
}

function mirrored(i: number, n: number): number {
  const span = 2 * n;
  const place = ((i % span) + span) % span;
  return place < n ? place : span - 1 - place;
}

/** Largest of the `2 * half + 1` values around each point, fewer at the ends. O(n). */
export function centredMaximum(
  values: Float64Array,
  half: number,
  result: Float64Array = new Float64Array(values.length),
): Float64Array {
  const n = values.length;
  // Places whose value no later one of the window exceeds, largest first.
  const leading = new Int32Array(n);
  let first = 0;
  let count = 0;
  for (let k = 0; k < n + half; k++) {
    if (k < n) {
      while (count > first && !(values[leading[count - 1]] > values[k])) count--;
      leading[count++] = k;
    }
    if (k < half) continue;
    while (leading[first] < k - 2 * half) first++;
    result[k - half] = values[leading[first]];
  }
  return result;
}
