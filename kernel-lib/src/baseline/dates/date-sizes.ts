import { exp, log } from "../../numeric/math.js";
import { lowerBound } from "../../numeric/order/lower-bound.js";
import { drawOf } from "../seasons/shrunk-means.js";
import type { DateEffect } from "../types.js";

/** Deviations below and above which a row tells no more of the size of the noise. */
const [SMALLEST, LARGEST] = [0.05, 10];

/**
 * How many times as far rows of learnt dates stray as other rows do: what a month's end brings in beyond a usual day has noise
 * of its own. ln |z| of all dates together, then of each date by itself, both less that of all other rows and shrunk by what
 * they do not prove. A row is told by dates that are more than `near` rows away, so that an event does not hide itself however
 * many dates it covers, and no date is taken to stray less than other days. O(n).
 *
 * @param z residuals in deviations that know nothing of this; @param w rows of weight 0 teach nothing
 * @returns 1 for all other rows; null where no date strays farther
 */
export function sizesOnDates(
  z: Float64Array,
  w: Float64Array,
  learnt: readonly DateEffect[],
  near: number,
): Float64Array | null {
  const n = z.length;
  const dateOf = new Int32Array(n).fill(-1);
  for (const [date, { rows }] of learnt.entries()) for (const row of rows) if (dateOf[row] < 0) dateOf[row] = date;
  const usual = usualSize(z, w, dateOf);
  const all = Int32Array.from(dateOf.keys()).filter((row) => dateOf[row] >= 0);
  const left = new Float64Array(n).fill(NaN);
  for (const row of all) if (w[row] > 0) left[row] = logSize(z[row]) - usual;
  const [ofAll] = toldByOthers(left, [all], near);
  for (const [k, row] of all.entries()) left[row] -= ofAll[k];
  const dates = learnt.map(({ rows }, date) => rows.filter((row) => dateOf[row] === date));
  const sizes = new Float64Array(n).fill(1);
  for (const [k, row] of all.entries()) sizes[row] = exp(ofAll[k]);
  for (const [date, told] of toldByOthers(left, dates, near).entries())
    for (const [k, row] of dates[date].entries()) sizes[row] = Math.max(1, sizes[row] * exp(told[k]));
  return sizes.some((size) => size > 1) ? sizes : null;
}

const logSize = (z: number): number => log(Math.max(SMALLEST, Math.min(LARGEST, Math.abs(z))));

/** Mean ln |z| of the rows of no date. */
function usualSize(z: Float64Array, w: Float64Array, dateOf: Int32Array): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < z.length; i++) {
    if (dateOf[i] >= 0 || !(w[i] > 0) || z[i] !== z[i]) continue;
    sum += logSize(z[i]);
    count++;
  }
  return count > 0 ? sum / count : 0;
}

/** By row of each group: the shrunk mean of those of its rows that are more than `near` away. NaN tells nothing. */
function toldByOthers(left: Float64Array, groups: readonly Int32Array[], near: number): Float64Array[] {
  const sums = groups.map((rows) => runningSum(rows, (row) => (left[row] === left[row] ? left[row] : 0)));
  const counts = groups.map((rows) => runningSum(rows, (row) => Number(left[row] === left[row])));
  const last = (column: Float64Array): number => column[column.length - 1];
  const draw = drawOf(Float64Array.from(sums, last), Float64Array.from(counts, last));
  return groups.map((rows, group) =>
    Float64Array.from(rows, (row) => {
      const [from, to] = [lowerBound(rows, row - near), lowerBound(rows, row + near + 1)];
      const farther = (column: Float64Array): number => last(column) - (column[to] - column[from]);
      return draw(farther(sums[group]), farther(counts[group]));
    }),
  );
}

/** Sums of the values of the first rows, from none to all. */
function runningSum(rows: Int32Array, valueOf: (row: number) => number): Float64Array {
  const sums = new Float64Array(rows.length + 1);
  for (const [k, row] of rows.entries()) sums[k + 1] = sums[k] + valueOf(row);
  return sums;
}
