import { cellText, type Table } from "../table.js";
import { recordTableDisplay, shortMoment } from "./record-table.js";
import type { MimeBundle } from "./with-display.js";

/** A table in a notebook: what was read, and its first ten records. */
export function tableDisplay(table: Table): MimeBundle {
  const shown = Math.min(10, table.records);
  const others = table.columns.filter((column) => column.role !== "date").slice(0, 12);
  const { time } = table;
  const header = [...(time ? [time.columns.join(" + ")] : ["record"]), ...others.map(({ name }) => name)];
  const rows = Array.from({ length: shown }, (_, record) => {
    const when = time
      ? Number.isNaN(time.values[record])
        ? ""
        : shortMoment(time.values[record])
      : String(record + 1);
    return [when, ...others.map((column) => cellText(column, record))];
  });
  const kpis = table.columns.filter(({ role }) => role === "kpi").map(({ name }) => name);
  const parts = [
    `${table.source.file}: ${table.records.toLocaleString("en-US")} records`,
    table.cadence ? table.cadence.label : "no date column",
    kpis.length > 0
      ? `KPIs ${kpis.slice(0, 8).join(", ")}${kpis.length > 8 ? ` and ${kpis.length - 8} more` : ""}`
      : "no KPI column",
    ...(table.key === null ? [] : [`one series for each ${table.key}`]),
  ];
  const warnings = table.warnings.map(({ message }) => message).join(" ");
  return recordTableDisplay({
    caption: `${parts.join("; ")}.${shown < table.records ? ` The first ${shown}:` : ""}`,
    header,
    rows,
    numbers: others.flatMap((column, index) => (column.kind === "number" ? [index + 1] : [])),
    ...(warnings === "" ? {} : { note: warnings }),
  });
}
