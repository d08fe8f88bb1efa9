import { InputError } from "../errors.js";
import { readTable, type ReadOptions } from "../io/read-table.js";
import type { Table } from "../table.js";

/** Columns by name, all equally long. Cells may be numbers, text, dates, true or false, or nothing. */
export type Columns = Readonly<Record<string, ArrayLike<unknown>>>;

/**
 * A table from data in memory. The cells take the way of a file, so dates, KPIs and keys are found, and warnings given,
 * exactly as when the same data were read from CSV; numbers keep every digit.
 *
 * @throws InputError `bad_data` when the columns are not equally long, and those of `readTable`
 */
export function tableFromColumns(columns: Columns, options: ReadOptions = {}): Table {
  const names = Object.keys(columns);
  const length = names.length === 0 ? 0 : columns[names[0]].length;
  const uneven = names.find((name) => columns[name].length !== length);
  if (uneven !== undefined)
    throw new InputError("uneven_columns", { column: uneven, cells: columns[uneven].length, first: names[0], length });
  const lines = [names.map(quoted).join(",")];
  for (let row = 0; row < length; row++) lines.push(names.map((name) => quoted(cellOf(columns[name][row]))).join(","));
  return readTable(`${lines.join("\n")}\n`, { file: "memory", delimiter: ",", decimal: ".", ...options });
}

/** A cell as it would stand in a file: dates as ISO 8601 instants, nothing for null, undefined and NaN. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  return String(value);
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
