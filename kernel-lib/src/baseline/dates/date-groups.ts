import type { DateColumn } from "./civil-day.js";
import type { DateKey } from "../types.js";

/** Rows that share a date key, group after group, and the groups of each row. */
export interface DateGroups {
  readonly count: number;
  /** Rows of group k: `rows[starts[k]]` up to, without, `rows[starts[k + 1]]`. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly keys: readonly DateKey[];
  readonly values: readonly number[];
  /** Groups of row i: `members[memberStarts[i]]` up to, without, `members[memberStarts[i + 1]]`. */
  readonly memberStarts: Int32Array;
  readonly members: Int32Array;
  /** Rows of the largest group. */
  readonly largest: number;
}

/**
 * The groups of at least two rows of weight above 0 that share a value of one column, by column and ascending value. `none`
 * marks rows without a value. O(columns × n).
 */
export function groupRows(columns: readonly DateColumn[], none: number, w: Float64Array): DateGroups {
  const n = w.length;
  const starts = [0];
  const keys: DateKey[] = [];
  const values: number[] = [];
  const rows = new Int32Array(columns.length * n);
  const memberStarts = new Int32Array(n + 1);
  let end = 0;
  let largest = 0;
  for (const column of columns) {
    for (const [value, found] of byValue(column.values, none, w)) {
      if (found.length < 2) continue;
      rows.set(found, end);
      end += found.length;
      starts.push(end);
      keys.push(column.key);
      values.push(value);
      largest = Math.max(largest, found.length);
      for (const row of found) memberStarts[row + 1]++;
    }
  }
  for (let i = 0; i < n; i++) memberStarts[i + 1] += memberStarts[i];
  const members = new Int32Array(end);
  const next = memberStarts.slice(0, n);
  for (let group = 0; group < keys.length; group++)
    for (let k = starts[group]; k < starts[group + 1]; k++) members[next[rows[k]]++] = group;
  return {
    count: keys.length,
    starts: Int32Array.from(starts),
    rows: rows.slice(0, end),
    keys,
    values,
    memberStarts,
    members,
    largest,
  };
}

/** Rows by value, ascending, by counting: the values lie close together. */
function byValue(column: Int32Array, none: number, w: Float64Array): [value: number, rows: Int32Array][] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of column) {
    if (value === none) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (least > most) return [];
  const starts = new Int32Array(most - least + 2);
  const counts = (i: number): boolean => column[i] !== none && w[i] > 0;
  for (let i = 0; i < column.length; i++) if (counts(i)) starts[column[i] - least + 1]++;
  for (let k = 1; k < starts.length; k++) starts[k] += starts[k - 1];
  const next = starts.slice();
  const rows = new Int32Array(starts[starts.length - 1]);
  for (let i = 0; i < column.length; i++) if (counts(i)) rows[next[column[i] - least]++] = i;
  const found: [number, Int32Array][] = [];
  for (let k = 0; k + 1 < starts.length; k++)
    if (starts[k + 1] > starts[k]) found.push([least + k, rows.subarray(starts[k], starts[k + 1])]);
  return found;
}
