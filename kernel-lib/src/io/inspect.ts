import type { Source, Table, Warning } from "../table.js";
import { kpiNames } from "../table.js";

/** What `inspect --json` prints. */
export interface Inspection extends Source {
  readonly records: number;
  readonly rows: number;
  readonly date: { readonly columns: readonly string[]; readonly format: string } | null;
  readonly cadence: { readonly seconds: number | null; readonly label: string } | null;
  readonly key: string | null;
  readonly kpis: readonly string[];
  readonly other: readonly { readonly name: string; readonly role: string }[];
  readonly warnings: readonly Warning[];
}

/** How a table was understood, as one small object. */
export function inspect(table: Table): Inspection {
  const { source, records, time, cadence, key, warnings } = table;
  return {
    ...source,
    records,
    rows: time ? time.values.filter((moment) => !Number.isNaN(moment)).length : records,
    date: time && { columns: time.columns, format: time.format },
    cadence: cadence && { seconds: cadence.seconds, label: cadence.label },
    key,
    kpis: kpiNames(table),
    other: table.columns.filter((column) => column.role !== "kpi" && !time?.columns.includes(column.name)).map(({ name, role }) => ({ name, role })),
    warnings,
  };
}
