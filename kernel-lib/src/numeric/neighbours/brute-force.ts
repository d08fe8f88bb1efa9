import type { Neighbours } from "./neighbours.js";

/**
 * The `count` nearest other rows of each row by comparing all with all: Euclidean distance, ties by row number.
 * The plain twin of the box tree search, and the way for small samples. O(rows² × columns).
 */
export async function bruteForceNeighbours(values: Float64Array, columns: number, count: number, pause: (fraction: number) => void | Promise<void> = () => {}): Promise<Neighbours> {
  const rows = columns > 0 ? values.length / columns : 0;
  const index = new Int32Array(rows * count);
  const distance = new Float64Array(rows * count);
  // So many rows between two looks at the clock that a look comes every few milliseconds.
  const stretch = Math.max(1, Math.floor(1e7 / (rows * (columns + 1))));
  for (let row = 0; row < rows; row++) {
    if (row % stretch === 0) await pause(row / rows);
    nearest(values, columns, rows, row, index.subarray(row * count, (row + 1) * count), distance.subarray(row * count, (row + 1) * count));
  }
  for (let i = 0; i < distance.length; i++) distance[i] = Math.sqrt(distance[i]);
  return { count, index, distance };
}

/** Fills one row's lists with squared distances, kept in order by insertion. */
function nearest(values: Float64Array, columns: number, rows: number, row: number, index: Int32Array, squared: Float64Array): void {
  const last = index.length - 1;
  squared.fill(Infinity);
  const home = row * columns;
  for (let other = 0; other < rows; other++) {
    if (other === row) continue;
    const at = other * columns;
    let sum = 0;
    for (let c = 0; c < columns; c++) {
      const difference = values[home + c] - values[at + c];
      sum += difference * difference;
    }
    // Rows come in ascending order, so an equal distance stays behind the ones already there.
    if (!(sum < squared[last])) continue;
    let place = last;
    for (; place > 0 && squared[place - 1] > sum; place--) {
      squared[place] = squared[place - 1];
      index[place] = index[place - 1];
    }
    squared[place] = sum;
    index[place] = other;
  }
}
