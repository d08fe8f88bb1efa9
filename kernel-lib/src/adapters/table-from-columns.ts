import { InputError } from "../errors.js";
import { sourceColumn } from "../io/columns/source-columns.js";
import { sourceTable } from "../io/columns/source-table.js";
import { readSourceTable, type ReadOptions } from "../io/read-table.js";
import type { Table } from "../table.js";

/** Columns by name, all equally long. Cells may be numbers, text, dates, true or false, or nothing. */
export type Columns = Readonly<Record<string, ArrayLike<unknown>>>;

/** A table from data in memory. `door.ts` tells the rest. */
export function tableFromColumns(columns: Columns, options: ReadOptions = {}): Table {
  const names = Object.keys(columns);
  const length = names.length === 0 ? 0 : columns[names[0]].length;
  const uneven = names.find((name) => columns[name].length !== length);
  if (uneven !== undefined)
    throw new InputError("uneven_columns", { column: uneven, cells: columns[uneven].length, first: names[0], length });
  return readSourceTable(
    sourceTable(
      names.map((name) => sourceColumn(name, columns[name])),
      length,
    ),
    { file: "memory", decimal: ".", ...options },
  );
}
