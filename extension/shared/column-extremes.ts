/**
 * First, lowest, highest and last point of each pixel column, and one gap, in their own order: what a line through all
 * points would cover. O(points).
 *
 * @param columnOf column of a point by its index, never falling from one point to the next
 */
export function columnExtremes(
  values: Float64Array,
  start: number,
  end: number,
  columnOf: (index: number) => number,
): number[] {
  const kept: number[] = [];
  for (let index = start; index < end; ) {
    const column = columnOf(index);
    let [first, last, low, high, gap] = [-1, -1, -1, -1, -1];
    for (; index < end && columnOf(index) === column; index++) {
      const value = values[index];
      if (Number.isNaN(value)) gap = index;
      else {
        if (first < 0) first = low = high = index;
        if (value < values[low]) low = index;
        if (value > values[high]) high = index;
        last = index;
      }
    }
    keepInOrder([first, low, high, last, gap], kept);
  }
  return kept;
}

/** Appends those that are there (not -1), ascending, each once. */
export function keepInOrder(chosen: number[], kept: number[]): void {
  chosen.sort((a, b) => a - b);
  for (const index of chosen) if (index >= 0 && kept[kept.length - 1] !== index) kept.push(index);
}
