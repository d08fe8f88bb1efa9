import { shortMoment, type RecordTable } from "../display/record-table.js";
import { cellText, type Table } from "../table.js";
import type { Language } from "./language.js";
import { speechOf } from "./speech.js";
import { warningTexts } from "./warning.js";

/** Rows and columns that a table shows of itself. */
const MOST_ROWS = 10;
const MOST_COLUMNS = 12;

/** A table read from a file, shown as a table: what was read, and its first rows. */
export function tableOfTable(table: Table, language?: Language): RecordTable {
  const { words, write } = speechOf(language);
  const shown = Math.min(MOST_ROWS, table.records);
  const others = table.columns.filter((column) => column.role !== "date").slice(0, MOST_COLUMNS);
  const { time } = table;
  const rows = Array.from({ length: shown }, (_, record) => {
    const when = time
      ? Number.isNaN(time.values[record])
        ? ""
        : shortMoment(time.values[record])
      : String(record + 1);
    return [when, ...others.map((column) => cellText(column, record))];
  });
  const warnings = warningTexts(table.warnings, language)
    .map(({ text }) => text)
    .join(" ");
  return {
    caption: words.phrases.table(
      {
        file: table.source.file,
        rows: table.records,
        cadence: table.cadence?.label ?? null,
        kpis: table.columns.filter(({ role }) => role === "kpi").map(({ name }) => name),
        key: table.key,
        shown,
      },
      write,
    ),
    header: [...(time ? [time.columns.join(" + ")] : [words.labels.row]), ...others.map(({ name }) => name)],
    rows,
    numbers: others.flatMap((column, index) => (column.kind === "number" ? [index + 1] : [])),
    ...(warnings === "" ? {} : { note: warnings }),
  };
}
