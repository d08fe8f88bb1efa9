/**
 * Mean of the `width` values around each point (`width / 2` before it, the rest from it on); beyond the ends the values
 * are mirrored. O(n).
 */
export function centredMean(values: Float64Array, width: number): Float64Array {
  const n = values.length;
  const before = width >> 1;
  const padded = new Float64Array(n + width + 1);
  for (let i = 0; i < padded.length; i++)
    padded[i] = values[i >= before && i < n + before ? i - before : mirrored(i - before, n)];
  const result = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < width; i++) sum += padded[i];
  for (let i = 0; i < n; i++) {
    result[i] = sum / width;
    sum += padded[i + width] - padded[i];
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
