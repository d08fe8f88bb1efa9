import type { Aggregation } from "../config/config.js";
import { InputError } from "../errors.js";
import type { Column, Table } from "../table.js";
import type { Buckets } from "./buckets.js";
import { combine } from "./combine.js";

/** Most cells (groups × moments) that are laid out at once: 160 MB a column. */
const MOST_CELLS = 2e7;

/** A column of the result: what it is made from and how. */
export interface Way {
  readonly column: Column;
  readonly how: Aggregation;
  /** Its name in the result. */
  readonly name: string;
}

/** Records laid out as groups × moments. Cell `group * moments + moment`. */
export interface Grid {
  readonly groups: readonly string[];
  /** One array of all cells for each way. */
  readonly values: readonly Float64Array[];
  /** First moment at which a group has a record; before it the group does not exist. */
  readonly begins: Int32Array;
  /** Line of the file on which the first record of a cell starts; that of the moment's first record where it has none. */
  readonly lines: Uint32Array;
}

/**
 * Combines records by group and moment. From its first record on a group has a value at every moment of the file: the file
 * covers that moment, so a group without records sold nothing. O(records + cells).
 *
 * @param group for each record its group, -1 for none
 * @throws InputError `bad_option` when there are too many groups to lay out
 */
export function gridOf(
  table: Table,
  buckets: Buckets,
  group: Int32Array,
  groups: readonly string[],
  ways: readonly Way[],
): Grid {
  const moments = buckets.times.length;
  const count = groups.length * moments;
  if (count > MOST_CELLS)
    throw new InputError("too_many_cells", { groups: groups.length, moments, cells: count, most: MOST_CELLS });
  const ofRecord = group.map((of, record) =>
    of < 0 || buckets.ofRecord[record] < 0 ? -1 : of * moments + buckets.ofRecord[record],
  );
  const begins = new Int32Array(groups.length).fill(moments);
  const lines = new Uint32Array(count);
  const momentLines = new Uint32Array(moments);
  ofRecord.forEach((cell, record) => {
    if (cell < 0) return;
    begins[group[record]] = Math.min(begins[group[record]], buckets.ofRecord[record]);
    lines[cell] ||= table.lines[record];
    momentLines[buckets.ofRecord[record]] ||= table.lines[record];
  });
  const values = ways.map(({ column, how }) => combine(column, { count, ofRecord }, how));
  return { groups, values, begins, lines: lines.map((line, cell) => line || momentLines[cell % moments]) };
}
