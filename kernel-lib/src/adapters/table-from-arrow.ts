import type { ReadOptions } from "../io/read-table.js";
import type { Table } from "../table.js";
import { tableFromColumns } from "./table-from-columns.js";

/** What is needed of an Apache Arrow table: those of `apache-arrow` and of `@uwdata/flechette` (arquero's `toArrow()`) fit. */
export interface ArrowTable {
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type?: unknown }[] };
  getChild(name: string): Iterable<unknown> | null | undefined;
}

/** A table from an Apache Arrow table. `door.ts` tells the rest. */
export function tableFromArrow(arrow: ArrowTable, options: ReadOptions = {}): Table {
  const columns = arrow.schema.fields.map(({ name, type }) => {
    const cells = Array.from(arrow.getChild(name) ?? []);
    return [
      name,
      isTime(type)
        ? cells.map((cell) => (typeof cell === "number" || typeof cell === "bigint" ? new Date(Number(cell)) : cell))
        : cells,
    ] as const;
  });
  return tableFromColumns(Object.fromEntries(columns), options);
}

/** Arrow's own name of the type tells a date or timestamp from any other number. */
function isTime(type: unknown): boolean {
  return /^(date|timestamp)/i.test(String(type));
}
