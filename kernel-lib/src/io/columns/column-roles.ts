import { InputError } from "../../errors.js";
import type { ColumnRole } from "../../table.js";
import { findKeyColumns } from "./key-column.js";
import { columnIndex, joinedColumns, type ReadOptions } from "../read-options.js";
import { guessRole } from "./roles.js";
import type { TableDraft } from "./table-draft.js";

/** What every column is for, and which ones split the file into series (none, one or several). */
export interface Roles {
  readonly roles: readonly ColumnRole[];
  readonly key: readonly number[];
}

/** Columns that become KPIs when there is no other, the likeliest first. */
const FALLBACKS: readonly ColumnRole[] = ["flag", "code", "id"];

/** Gives every column its role. @throws InputError `no_numeric_column` when nothing is left that could be a KPI */
export function columnRoles(draft: TableDraft, options: ReadOptions): Roles {
  const { names, raw, axis } = draft;
  const kpis = new Set((options.kpis ?? []).map((name) => columnIndex(names, name)));
  const roles = raw.columns.map((column, c) =>
    axis?.columns.includes(c) ? "date" : guessRole(names[c], column, c, draft.isMissing),
  );
  const excluded = new Set([...(axis?.columns ?? []), ...kpis]);
  const key =
    options.key !== undefined
      ? joinedColumns(names, options.key)
      : axis
        ? findKeyColumns(names, raw.columns, axis.time.values, draft.order!.records, excluded)
        : (draft.key ?? []);
  for (const c of key) roles[c] = "key";
  for (const c of kpis) {
    const column = raw.columns[c];
    if (column.kind !== "number" || column.readings.numbers === 0)
      throw new InputError("column_without_numbers", { column: names[c] });
    roles[c] = "kpi";
  }
  if (!roles.includes("kpi")) {
    const fallback = FALLBACKS.find((role) =>
      raw.columns.some((column, c) => roles[c] === role && column.kind === "number"),
    );
    raw.columns.forEach((column, c) => {
      if (fallback && roles[c] === fallback && column.kind === "number") roles[c] = "kpi";
    });
  }
  const usable = raw.columns.some(
    (column, c) => roles[c] === "kpi" && column.kind === "number" && column.readings.numbers > 0,
  );
  if (!usable) throw new InputError("no_numbers", { columns: names.map((name) => name.slice(0, 60)) });
  return { roles, key };
}
