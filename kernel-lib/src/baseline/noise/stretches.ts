/** Columns longer than this are looked at in stretches where all that is asked is a number about the whole. */
export const MANY_ROWS = 60_000;
/** Rows that are looked at, and the share of a column beyond: a quantile of so many is off by less than a hundredth of a deviation. */
const ENOUGH = { rows: 100_000, share: 1 / 16 };
/** Rows of each place of a cycle: a mean of their logarithms is off by 3 %. */
const OF_A_PLACE = 1000;
/** Stretches at least: what a time of its own is like, a summer or a year, shall not stand for all. */
const LEAST_STRETCHES = 32;
/** Rows of a stretch at least, where nothing more is asked for. */
const LEAST_ROWS = 128;

/** Stretches of neighbouring rows, spread evenly over a column. */
export interface Stretches {
  /** First row of each. */
  readonly starts: readonly number[];
  /** Rows of each. */
  readonly rows: number;
}

/**
 * Where a long column is looked at: at 100,000 rows or a sixteenth of it, in stretches of whole cycles from the start of one on, so that
 * places and neighbours stay what they are. Null where that is no less than half of it.
 *
 * @param least rows of a stretch at least
 */
export function stretchesOf(n: number, cycle: number = 1, least: number = LEAST_ROWS): Stretches | null {
  if (n <= MANY_ROWS) return null;
  const rows = Math.ceil(least / cycle) * cycle;
  const count = Math.max(LEAST_STRETCHES, Math.floor(Math.max(ENOUGH.rows, ENOUGH.share * n) / rows));
  if (2 * count * rows > n) return null;
  const cycles = Math.floor((n - rows) / cycle);
  return { starts: Array.from({ length: count }, (_, k) => Math.floor((k * cycles) / (count - 1)) * cycle), rows };
}

/** The stretches of a column, one after the other. */
export function gatherStretches(column: Float64Array, { starts, rows }: Stretches): Float64Array {
  const gathered = new Float64Array(starts.length * rows);
  starts.forEach((start, k) => gathered.set(column.subarray(start, start + rows), k * rows));
  return gathered;
}

/** How many values are above a bound. */
export function countAbove(values: Float64Array, bound: number): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > bound) count++;
  return count;
}

/**
 * The k of which every k-th row tells enough of a long column where neighbours do not matter: rows that remember each other tell more
 * the farther they lie apart. Without a common divisor with the cycle, so that all its places come in turn. 1 up to `MANY_ROWS`.
 */
export function strideOf(n: number, cycle: number): number {
  if (n <= MANY_ROWS) return 1;
  let stride = Math.max(1, Math.floor(n / Math.max(ENOUGH.rows, OF_A_PLACE * cycle)));
  while (commonDivisor(stride, cycle) > 1) stride--;
  return stride;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? 1 : a % b === 0 ? b : commonDivisor(b, a % b);
}

/** Every k-th row of a column, from the first on. */
export function everyRow(column: Float64Array, stride: number): Float64Array {
  const rows = new Float64Array(Math.ceil(column.length / stride));
  for (let k = 0, i = 0; k < rows.length; k++, i += stride) rows[k] = column[i];
  return rows;
}
