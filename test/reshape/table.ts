import type { Column, Table } from "../../kernel-lib/src/table.js";

/** A table of plain arrays: `time` in milliseconds, numbers as KPIs, texts as text columns. */
export function tableOf(
  time: readonly number[],
  columns: Readonly<Record<string, readonly number[] | readonly string[]>>,
  key: string | null = null,
): Table {
  return {
    kind: "table",
    source: { file: "made.csv", bytes: 0, encoding: "utf-8", delimiter: ",", decimal: ".", header: true },
    records: time.length,
    columns: Object.entries(columns).map(([name, cells]) => columnOf(name, cells, key)),
    time: { columns: ["date"], format: "YYYY-MM-DD", zone: "naive", values: Float64Array.from(time) },
    cadence: { seconds: 86_400, label: "daily", regularity: 1 },
    key,
    lines: Uint32Array.from(time, (_, record) => record + 2),
    warnings: [],
  };
}

function columnOf(name: string, cells: readonly number[] | readonly string[], key: string | null): Column {
  if (typeof cells[0] === "number")
    return { kind: "number", name, role: "kpi", values: Float64Array.from(cells as readonly number[]), decimals: 2 };
  const dictionary = [...new Set(cells as readonly string[])];
  return {
    kind: "text",
    name,
    role: name === key ? "key" : "text",
    codes: Uint32Array.from(cells as readonly string[], (cell) => dictionary.indexOf(cell)),
    dictionary,
  };
}

/** The values of a KPI by key value, in time order. */
export function byKey(table: Table, kpi: string): Record<string, number[]> {
  const values = table.columns.find(({ name }) => name === kpi);
  const key = table.columns.find(({ name }) => name === table.key);
  const found: Record<string, number[]> = {};
  for (let record = 0; record < table.records; record++) {
    const group = key?.kind === "text" ? key.dictionary[key.codes[record]] : "";
    (found[group] ??= []).push(values?.kind === "number" ? values.values[record] : NaN);
  }
  return found;
}
