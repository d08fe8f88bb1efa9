import type { Aggregation } from "../config/config.js";
import { median } from "../numeric/statistics.js";
import type { Column } from "../table.js";

/** Which cell of the result each record belongs to. */
export interface Cells {
  readonly count: number;
  /** For each record its cell, -1 for none. */
  readonly ofRecord: Int32Array;
}

/**
 * One value a cell from the records in it. Missing values are left out of it; a cell with records of which none has a
 * value is missing. A cell without any record is 0 where things are added up or counted, and missing for means and medians.
 * O(n), medians O(n log n).
 */
export function combine(column: Column, cells: Cells, how: Aggregation): Float64Array {
  if (how === "distinct") return distinct(codesOf(column), cells);
  const values =
    column.kind === "number"
      ? column.values
      : Float64Array.from(column.codes, (code) => (column.dictionary[code] === "" ? NaN : 0));
  if (how === "median") return medians(values, cells);
  const sums = new Float64Array(cells.count);
  const known = new Float64Array(cells.count);
  const records = new Float64Array(cells.count);
  for (let record = 0; record < values.length; record++) {
    const cell = cells.ofRecord[record];
    if (cell < 0) continue;
    records[cell]++;
    if (Number.isNaN(values[record])) continue;
    sums[cell] += values[record];
    known[cell]++;
  }
  if (how === "count") return known;
  if (how === "mean") return sums.map((sum, cell) => sum / known[cell]);
  return sums.map((sum, cell) => (records[cell] > 0 && known[cell] === 0 ? NaN : sum));
}

/** A code for each record, the same for equal values; -1 where missing. */
function codesOf(column: Column): Int32Array {
  if (column.kind === "text")
    return Int32Array.from(column.codes, (code) => (column.dictionary[code] === "" ? -1 : code));
  const codes = new Map<number, number>();
  return Int32Array.from(column.values, (value) => {
    if (Number.isNaN(value)) return -1;
    const code = codes.get(value) ?? codes.size;
    codes.set(value, code);
    return code;
  });
}

function distinct(codes: Int32Array, cells: Cells): Float64Array {
  const counts = new Float64Array(cells.count);
  const seen = new Set<number>();
  for (let record = 0; record < codes.length; record++) {
    const cell = cells.ofRecord[record];
    if (cell < 0 || codes[record] < 0) continue;
    const pair = codes[record] * cells.count + cell;
    if (seen.has(pair)) continue;
    seen.add(pair);
    counts[cell]++;
  }
  return counts;
}

function medians(values: Float64Array, cells: Cells): Float64Array {
  const starts = new Uint32Array(cells.count + 1);
  for (const cell of cells.ofRecord) if (cell >= 0) starts[cell + 1]++;
  for (let cell = 0; cell < cells.count; cell++) starts[cell + 1] += starts[cell];
  const next = starts.slice();
  const sorted = new Float64Array(starts[cells.count]);
  for (let record = 0; record < values.length; record++) {
    const cell = cells.ofRecord[record];
    if (cell >= 0) sorted[next[cell]++] = values[record];
  }
  return Float64Array.from({ length: cells.count }, (_, cell) =>
    median(sorted.subarray(starts[cell], starts[cell + 1])),
  );
}
