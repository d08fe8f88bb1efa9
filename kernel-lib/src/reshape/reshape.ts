import type { Aggregation, Config } from "../config/config.js";
import { InputError } from "../errors.js";
import type { Table } from "../table.js";
import { aggregate } from "./aggregate.js";
import { segments } from "./segments.js";

/**
 * The table put together as a configuration says (`aggregate`, `columns.segments`, `segments`): what `detect` does before
 * anything else. Do it first where the records that were judged are wanted too, for example for an export. A table that asks
 * for nothing, or that was put together before, comes back as it is. O(records log records).
 *
 * @throws InputError `column_not_found`, or `bad_option` for a table without dates or a way that does not add up
 *
 * @example
 * const daily = reshape(table, resolveConfig({ aggregate: { by: "day" } }));
 */
export function reshape(
  table: Table,
  {
    columns,
    aggregate: { by, how = {}, keepUnfinished } = {},
    segments: limits,
  }: Pick<Config, "columns" | "aggregate" | "segments">,
): Table {
  if (table.aggregated) return table;
  const period = by ?? undefined;
  const kpis = columns?.kpis ?? undefined;
  if (columns?.segments)
    return segments(table, columns.segments, { ...limits, by: period, how: additive(how), kpis, keepUnfinished });
  if (period) return aggregate(table, { by: period, how, kpis, keepUnfinished });
  if (Object.keys(how).length === 0) return table;
  throw new InputError("how_without_by", {});
}

/** Medians and different values of segments do not add up to those of the whole. */
function additive(how: Readonly<Record<string, Aggregation>>): Record<string, "sum" | "mean" | "count"> {
  return Object.fromEntries(
    Object.entries(how).map(([column, way]) => {
      if (way === "sum" || way === "mean" || way === "count") return [column, way];
      throw new InputError("not_additive", { column, how: way });
    }),
  );
}
