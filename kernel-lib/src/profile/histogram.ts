/** How many values fall into each of some equal bins. */
export interface Histogram {
  /** Lower edge of the first bin and width of all. */
  readonly start: number;
  readonly width: number;
  readonly counts: Uint32Array;
}

/** Counts finite values in at most `most` bins (as many as the square root of their number); one bin for a constant. O(n). */
export function histogram(values: Float64Array, most: number): Histogram {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (values.length === 0) return { start: 0, width: 1, counts: new Uint32Array(0) };
  const bins = low === high ? 1 : Math.max(1, Math.min(most, Math.ceil(Math.sqrt(values.length))));
  const width = low === high ? 1 : (high - low) / bins;
  const counts = new Uint32Array(bins);
  for (const value of values) counts[Math.min(bins - 1, Math.floor((value - low) / width))]++;
  return { start: low, width, counts };
}
