import { noCheckpoint, type Checkpoint } from "../checkpoint.js";
import type { Neighbours } from "./neighbours.js";

/**
 * The `count` nearest other rows of each row by comparing all with all: Euclidean distance, ties by row number.
 * `asked`: rows whose nearest are wanted, instead of the rows themselves. The plain twin of the box tree search.
 * O(rows² × columns).
 */
export async function bruteForceNeighbours(
  values: Float64Array,
  columns: number,
  count: number,
  checkpoint: Checkpoint = noCheckpoint,
  asked: Float64Array = values,
): Promise<Neighbours> {
  const rows = asked.length / columns;
  const index = new Int32Array(rows * count);
  const distance = new Float64Array(rows * count);
  // So many rows between two looks at the clock that a look comes every few milliseconds.
  const stretch = Math.max(1, Math.floor(5e6 / (values.length + 1)));
  for (let row = 0; row < rows; row++) {
    if (row % stretch === 0) await checkpoint(row / rows);
    nearest(
      values,
      columns,
      asked,
      row,
      index.subarray(row * count, (row + 1) * count),
      distance.subarray(row * count, (row + 1) * count),
    );
  }
  for (let i = 0; i < distance.length; i++) distance[i] = Math.sqrt(distance[i]);
  return { count, index, distance };
}

/** Fills one row's lists with squared distances, kept in order by insertion. */
function nearest(
  values: Float64Array,
  columns: number,
  asked: Float64Array,
  row: number,
  index: Int32Array,
  squared: Float64Array,
): void {
  const last = index.length - 1;
  const rows = values.length / columns;
  squared.fill(Infinity);
  for (let other = 0; other < rows; other++) {
    if (other === row && asked === values) continue;
    const sum = squaredDistance(asked, row * columns, values, other * columns, columns);
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

/** Summed in four parts, as the WebAssembly kernels do, so that both see the same ties. */
function squaredDistance(asked: Float64Array, a: number, values: Float64Array, b: number, columns: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let c = 0;
  for (; c + 4 <= columns; c += 4) {
    s0 += square(asked[a + c] - values[b + c]);
    s1 += square(asked[a + c + 1] - values[b + c + 1]);
    s2 += square(asked[a + c + 2] - values[b + c + 2]);
    s3 += square(asked[a + c + 3] - values[b + c + 3]);
  }
  let sum = s0 + s2 + (s1 + s3);
  for (; c < columns; c++) sum += square(asked[a + c] - values[b + c]);
  return sum;
}

function square(x: number): number {
  return x * x;
}
