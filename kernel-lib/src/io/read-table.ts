import { parse } from "csv-parse/sync";
import { InputError } from "../errors.js";
import type { Cadence, Column, Table } from "../table.js";

/** How to read where guessing is not wanted. */
export interface ReadOptions {
  readonly file?: string;
  readonly delimiter?: string;
  readonly decimal?: "." | ",";
  readonly date?: string;
  readonly dateFormat?: string;
  readonly kpis?: readonly string[];
  readonly key?: string;
  readonly missing?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Reads a CSV with a header and ISO dates. */
export function readTable(bytes: Uint8Array | string, options: ReadOptions = {}): Table {
  const text = typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes);
  if (text.trim() === "") throw new InputError("empty_file", "The file is empty.", "Choose a file with a header and rows.");
  const delimiter = options.delimiter ?? ",";
  const rows: string[][] = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true });
  const [header, ...records] = rows;
  if (records.length === 0) throw new InputError("no_data_rows", "The file has a header but no rows.", "Choose a file with rows.");
  const times = (name: number): Float64Array => Float64Array.from(records, (cells) => (/^\d{4}-\d\d-\d\d/.test(cells[name] ?? "") ? Date.parse(`${cells[name].replace(" ", "T").slice(0, 19)}${cells[name].length <= 10 ? "" : "Z"}`) : NaN));
  const dateColumn = options.date ? header.indexOf(options.date) : header.findIndex((_, index) => !Number.isNaN(times(index)[0]));
  const columns = header.map((name, index): Column => {
    const cells = records.map((cells) => cells[index] ?? "");
    const values = Float64Array.from(cells, (cell) => (cell === "" ? NaN : Number(cell)));
    if (index !== dateColumn && cells.every((cell, i) => cell === "" || Number.isFinite(values[i])) && cells.some((cell) => cell !== "")) {
      return { kind: "number", name, role: "kpi", values, decimals: Math.max(...cells.slice(0, 1000).map((cell) => cell.split(".")[1]?.length ?? 0)) };
    }
    const dictionary = [...new Set(cells)];
    const codes = new Map(dictionary.map((cell, code) => [cell, code]));
    return { kind: "text", name, role: index === dateColumn ? "date" : "text", codes: Uint32Array.from(cells, (cell) => codes.get(cell)!), dictionary };
  });
  const time = dateColumn < 0 ? null : { columns: [header[dateColumn]], format: "YYYY-MM-DD", zone: "naive" as const, values: times(dateColumn) };
  return {
    source: { file: options.file ?? "table", bytes: text.length, encoding: "utf-8", delimiter, decimal: ".", header: true },
    records: records.length,
    columns,
    time,
    cadence: time && cadenceOf(time.values),
    key: options.key ?? null,
    lines: Uint32Array.from(records, (_, record) => record + 2),
    warnings: [],
  };
}

function cadenceOf(times: Float64Array): Cadence {
  const sorted = times.filter((time) => !Number.isNaN(time)).sort();
  const steps = sorted.slice(1).map((time, i) => time - sorted[i]).sort();
  const seconds = steps.length > 0 ? steps[steps.length >> 1] / 1000 : null;
  const label = seconds === 86400 ? "daily" : seconds === 3600 ? "hourly" : "irregular";
  return { seconds, label, regularity: steps.filter((step) => step === (seconds ?? 0) * 1000).length / Math.max(1, steps.length) };
}
