import type { ReadOptions } from "../io/read-table.js";
import type { Table } from "../table.js";
import { tableFromColumns } from "./table-from-columns.js";

/**
 * A table from one object a record, for example the rows of a database or `table.objects()` of arquero. Columns are all
 * names that occur, in the order in which they first do; a name that an object lacks is a missing value.
 *
 * @throws InputError as `tableFromColumns` does
 */
export function tableFromObjects(
  objects: readonly Readonly<Record<string, unknown>>[],
  options: ReadOptions = {},
): Table {
  const names = [...new Set(objects.flatMap((each) => Object.keys(each)))];
  return tableFromColumns(Object.fromEntries(names.map((name) => [name, objects.map((each) => each[name])])), options);
}
