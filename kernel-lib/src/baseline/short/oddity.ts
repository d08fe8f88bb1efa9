import type { Prediction } from "./prediction.js";

/** The most striking row, level change, and level that is left again, each with its t value; rows of the table. */
export interface Oddities {
  readonly row: { readonly at: number; readonly t: number };
  readonly change: { readonly at: number; readonly t: number };
  readonly stay: { readonly from: number; readonly to: number; readonly t: number };
}

/**
 * What in the kept rows is oddest, by the t value it would have *after* being taken out: with Q = x'K⁻¹x and the reduction R
 * of Q, t² = R df / (Q − R). A row reduces Q by α²/d; a change s of the level from a row on by (s'α)² / (s'K⁻¹s); a change
 * there and back likewise. A t value is never less than the standardised prediction error.
 *
 * @param rows the kept rows of a table of `n`
 * @param known rows at which a level change has been told already
 */
export function findOddities(
  prediction: Prediction,
  rows: Int32Array,
  n: number,
  square: number,
  known: readonly number[],
): Oddities {
  const { scale } = prediction;
  const freedom = Math.max(3, rows.length - 3);
  const studentised = (reduction: number): number =>
    Math.sqrt(reduction / (Math.max(square - reduction, 1e-12 * square + 1e-300) / freedom));
  const t = (reduction: number): number => Math.max(studentised(reduction), Math.sqrt(reduction) / scale);
  const sums = changeSums(prediction, rows, n);
  const row = oddestRow(prediction, rows);
  const change = oddestChange(sums, rows.length, n, known);
  const stay = oddestStay(sums, n, known);
  return {
    row: { at: row.at, t: t(row.reduction) },
    change: { at: change.at, t: change.reduction > 0 ? t(change.reduction) : 0 },
    stay: { from: stay.from, to: stay.to, t: stay.reduction > 0 ? studentised(stay.reduction) : 0 },
  };
}

function oddestRow(
  { inverse, weights }: Prediction,
  rows: Int32Array,
): { readonly at: number; readonly reduction: number } {
  let at = 0;
  let most = -1;
  for (let i = 0; i < rows.length; i++) {
    const reduction = (weights[i] * weights[i]) / inverse[i * rows.length + i];
    if (reduction > most) {
      most = reduction;
      at = i;
    }
  }
  return { at: rows[at], reduction: most };
}

/** For a change from each row on: kept rows from there on, s'α, and s'K⁻¹s for each pair of rows. */
interface ChangeSums {
  readonly counts: Int32Array;
  readonly weights: Float64Array;
  readonly cross: Float64Array;
}

function changeSums({ inverse, weights }: Prediction, rows: Int32Array, n: number): ChangeSums {
  const size = rows.length;
  const wide = size + 1;
  const below = new Float64Array(wide * wide);
  for (let i = size - 1; i >= 0; i--) {
    let line = 0;
    for (let j = size - 1; j >= 0; j--) {
      line += inverse[i * size + j];
      below[i * wide + j] = below[(i + 1) * wide + j] + line;
    }
  }
  const first = new Int32Array(n);
  for (let k = 0, i = 0; k < n; k++) {
    while (i < size && rows[i] < k) i++;
    first[k] = i;
  }
  const tail = new Float64Array(wide);
  for (let i = size - 1; i >= 0; i--) tail[i] = tail[i + 1] + weights[i];
  const cross = new Float64Array(n * n);
  for (let k = 0; k < n; k++) for (let l = 0; l < n; l++) cross[k * n + l] = below[first[k] * wide + first[l]];
  return { counts: Int32Array.from(first, (i) => size - i), weights: Float64Array.from(first, (i) => tail[i]), cross };
}

function nearKnown(n: number, known: readonly number[]): Uint8Array {
  const near = new Uint8Array(n);
  for (const row of known) near.fill(1, Math.max(0, row - 1), row + 2);
  return near;
}

/** Fewest rows on either side of a change. */
const leastRows = (n: number): number => (n >= 24 ? 3 : 4);

function oddestChange(
  { counts, weights, cross }: ChangeSums,
  size: number,
  n: number,
  known: readonly number[],
): { readonly at: number; readonly reduction: number } {
  const near = nearKnown(n, known);
  const least = leastRows(n);
  let at = 0;
  let most = 0;
  for (let k = 0; k < n; k++) {
    const power = cross[k * n + k];
    if (near[k] || counts[k] < least || size - counts[k] < least || !(power > 1e-9)) continue;
    const reduction = (weights[k] * weights[k]) / power;
    if (reduction > most) {
      most = reduction;
      at = k;
    }
  }
  return { at, reduction: most };
}

function oddestStay(
  { counts, weights, cross }: ChangeSums,
  n: number,
  known: readonly number[],
): { readonly from: number; readonly to: number; readonly reduction: number } {
  const near = nearKnown(n, known);
  const least = leastRows(n);
  const longest = Math.max(least, Math.floor(n / 4));
  let [from, to, most] = [0, 0, 0];
  for (let k = 0; k < n; k++) {
    if (near[k]) continue;
    for (let l = k + 1; l < n && counts[k] - counts[l] <= longest; l++) {
      if (counts[k] - counts[l] < least || counts[l] < 2) continue;
      const power = cross[k * n + k] + cross[l * n + l] - 2 * cross[k * n + l];
      if (!(power > 1e-9)) continue;
      const difference = weights[k] - weights[l];
      if (difference * difference > most * power) {
        most = (difference * difference) / power;
        [from, to] = [k, l];
      }
    }
  }
  return { from, to, reduction: most };
}
