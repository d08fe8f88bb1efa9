import { cholesky, choleskySolve } from "../../numeric/linear-algebra/cholesky.js";
import { log } from "../../numeric/math.js";
import { studentLogTail } from "../../numeric/distributions/student.js";
import { smoothLevel } from "../level.js";
import { fitAutoregression } from "../memory/autoregression.js";
import { median, medianDeviation, scaleAboutZero } from "../noise/spread.js";
import { fitTail } from "../noise/tail.js";
import type { FoundChanges } from "./level-changes.js";

/** How the rows of a series without its changes of level remember each other, and what drives them. */
export interface LevelNoise {
  /** The series without seasons, its changes still in it. */
  readonly values: Float64Array;
  readonly known: Float64Array;
  /** Coefficients of an autoregression; none where rows do not remember. */
  readonly phi: Float64Array;
  /** Deviation of rows about the level, and of what drives them. */
  readonly spread: number;
  readonly innovation: number;
  /** Tail of what drives them. */
  readonly degreesOfFreedom: number;
  /** Rows at which the level changes, whether told or not, in order. */
  readonly rows: readonly number[];
  /** Rows of a side that a jump is measured on. */
  readonly reach: number;
}

/** Half-power period of the level that rows are measured from, in units, and rows of a side, in units. */
const LEVEL_UNITS = 10;
const REACH_UNITS = 4;
/** Rows of a unit where there is no cycle. */
const NO_CYCLE = 6;
/** Rows of a side at least, and from which on it may slope. */
const [LEAST_ROWS, SLOPING] = [3, 9];
/** Deviations beyond which a row counts no further. */
const FAR = 4;
/** Order of the autoregression with fewer than 400 rows, and from there on; rows that it takes. */
const ORDER = { few: 2, rows: 400, more: 6, least: 60 };

/** Takes stock of the noise about the level, with the changes that were found taken out. O(n). */
export function levelNoise({ found, strength, rest }: FoundChanges, w: Float64Array, unit: number): LevelNoise {
  const n = rest.length;
  const rows = unit > 1 ? unit : NO_CYCLE;
  const trend = smoothLevel(rest, w.subarray(0, n), Math.min(LEVEL_UNITS * rows, n));
  const about = rest.map((value, i) => value - trend[i]);
  const spread = medianDeviation(about);
  const cut = about.map((value) => Math.max(-FAR * spread, Math.min(FAR * spread, value)));
  const ok = Uint8Array.from(rest, (_, i) => Number(w[i] > 0));
  const fitted = fitAutoregression(cut, ok, n < ORDER.rows ? ORDER.few : ORDER.more, ORDER.least);
  const phi = fitted === null ? new Float64Array(0) : fitted.phi;
  const driven = filtered(about, phi);
  const innovation = scaleAboutZero(driven, w.subarray(0, n));
  const values = rest.slice();
  for (const { row, size } of found) if (strength.has(row)) for (let i = row; i < n; i++) values[i] += size;
  return {
    values,
    known: w,
    phi,
    spread,
    innovation,
    degreesOfFreedom: fitTail(
      driven.map((value) => value / innovation),
      w.subarray(0, n),
    ).degreesOfFreedom,
    rows: found.map(({ row }) => row),
    reach: Math.max(LEAST_ROWS, Math.min(REACH_UNITS * rows, Math.floor(n / 6))),
  };
}

/** x less what its predecessors say; the first rows as they are. */
function filtered(x: Float64Array, phi: Float64Array): Float64Array {
  const rest = x.slice();
  for (let i = phi.length; i < x.length; i++) for (let k = 0; k < phi.length; k++) rest[i] -= phi[k] * x[i - k - 1];
  return rest;
}

/**
 * log10 of the chance that the noise shows a jump like that from one row to the next anywhere: a level of its own slope on
 * each side, least squares under the memory (regression discontinuity, Thistlethwaite and Campbell 1960). A curve has no
 * jump, and a series that wanders jumps all the time; a change of level stands out of both. 0 where there are too few rows.
 */
export function jumpLog10p(noise: LevelNoise, row: number): number {
  const { values, known, rows, reach, phi, spread, innovation } = noise;
  const before = Math.max(row - reach, 0, ...rows.filter((other) => other < row));
  const after = Math.min(row + reach, values.length, ...rows.filter((other) => other > row));
  if (row - before < LEAST_ROWS || after - row < LEAST_ROWS || !(innovation > 0)) return 0;
  const y = values.slice(before, after);
  cutFar(y.subarray(0, row - before), FAR * spread);
  cutFar(y.subarray(row - before), FAR * spread);
  const line = (from: number, to: number): Float64Array[] =>
    to - from < SLOPING ? [] : [y.map((_, i) => (i + before >= from && i + before < to ? i + before - row + 0.5 : 0))];
  const columns = [
    y.map((_, i) => Number(i + before >= row)),
    y.map(() => 1),
    ...line(before, row),
    ...line(row, after),
  ];
  const ok = y.map((_, i) => Number(i >= Math.min(phi.length, row - before - 1) && known[before + i] > 0));
  const white = columns.map((column) => filtered(column, phi));
  const fit = stepOf(white, filtered(y, phi), ok);
  if (fit === null) return 0;
  const t = Math.abs(fit.step) / (Math.max(innovation, fit.deviation) * Math.sqrt(fit.variance));
  const degrees = Math.min(1e4, noise.degreesOfFreedom * fit.rows);
  return (Math.LN2 + studentLogTail(t, degrees) + log(Math.max(1, (2 * values.length) / fit.rows))) / Math.LN10;
}

function cutFar(side: Float64Array, most: number): void {
  const middle = median(side);
  for (let i = 0; i < side.length; i++) side[i] = Math.max(middle - most, Math.min(middle + most, side[i]));
}

/** The first coefficient by least squares, its variance in units of the noise, how many rows tell it, and what is left of them. */
function stepOf(
  columns: readonly Float64Array[],
  y: Float64Array,
  ok: Float64Array,
): { readonly step: number; readonly variance: number; readonly rows: number; readonly deviation: number } | null {
  const size = columns.length;
  const product = (a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += ok[i] * a[i] * b[i];
    return sum;
  };
  const matrix = new Float64Array(size * size);
  for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) matrix[a * size + b] = product(columns[a], columns[b]);
  for (let a = 0; a < size; a++) matrix[a * size + a] *= 1 + 1e-9;
  const lower = cholesky(matrix, size);
  if (lower === null) return null;
  const right = Float64Array.from(columns, (column) => product(column, y));
  const unit = new Float64Array(size);
  unit[0] = 1;
  const own = choleskySolve(lower, size, unit);
  // What each row adds to the step: the sum of squares over the largest says by how many rows it is told.
  let [sum, most] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    let weight = 0;
    for (let a = 0; a < size; a++) weight += own[a] * columns[a][i];
    const square = ok[i] * weight * weight;
    sum += square;
    if (square > most) most = square;
  }
  const fitted = choleskySolve(lower, size, right);
  let [left, count] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    let value = y[i];
    for (let a = 0; a < size; a++) value -= fitted[a] * columns[a][i];
    left += ok[i] * value * value;
    count += ok[i];
  }
  // The noise may be larger here than elsewhere.
  const deviation = Math.sqrt(left / Math.max(1, count - size));
  return { step: fitted[0], variance: own[0], rows: most > 0 ? sum / most : 1, deviation };
}
