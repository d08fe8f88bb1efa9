import type { Column, Table } from "../../table.js";
import { recordTimes } from "../changed-table.js";

/** The table as it was at a moment: records after it are not there at all. Records without a readable time stay. */
export function pastTable(table: Table, until: number): Table {
  const times = recordTimes(table);
  const kept = Uint32Array.from(times.keys()).filter((record) => !(times[record] > until));
  const pick = (values: Float64Array): Float64Array => Float64Array.from(kept, (record) => values[record]);
  const columns = table.columns.map(
    (column): Column =>
      column.kind === "number"
        ? { ...column, values: pick(column.values) }
        : { ...column, codes: Uint32Array.from(kept, (record) => column.codes[record]) },
  );
  return {
    ...table,
    records: kept.length,
    columns,
    time: table.time && { ...table.time, values: pick(table.time.values) },
    lines: Uint32Array.from(kept, (record) => table.lines[record]),
  };
}
