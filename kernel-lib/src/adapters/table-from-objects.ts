import type { ReadOptions } from "../io/read-table.js";
import type { Table } from "../table.js";
import { tableFromColumns } from "./table-from-columns.js";

/**
 * A table from one object a record, for example the rows of a database or `table.objects()` of arquero. `door.ts` tells
 * the rest.
 */
export function tableFromObjects(
  objects: readonly Readonly<Record<string, unknown>>[],
  options: ReadOptions = {},
): Table {
  const names = [...new Set(objects.flatMap((each) => Object.keys(each)))];
  return tableFromColumns(Object.fromEntries(names.map((name) => [name, objects.map((each) => each[name])])), options);
}
