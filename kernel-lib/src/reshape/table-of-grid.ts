import type { Period } from "../config/config.js";
import { median } from "../numeric/statistics.js";
import type { Cadence, Column, NumberColumn, Table, Warning } from "../table.js";
import type { Buckets } from "./buckets.js";
import type { Grid, Way } from "./grid.js";

/** What a reshaped table has beside its numbers. */
export interface Shape {
  readonly buckets: Buckets;
  readonly ways: readonly Way[];
  /** Name of the key column; null for a table of one series. */
  readonly key: string | null;
  readonly by?: Period;
  readonly warnings: readonly Warning[];
}

const LABELS = { hour: "hourly", day: "daily", week: "weekly", month: "monthly" } as const;

/** A table with one record for each moment and group, in time order, groups in the order given. */
export function tableOfGrid(table: Table, grid: Grid, { buckets, ways, key, by, warnings }: Shape): Table {
  const { times } = buckets;
  const rows: [moment: number, group: number][] = [];
  for (let moment = 0; moment < times.length; moment++)
    for (let group = 0; group < grid.groups.length; group++)
      if (grid.begins[group] <= moment) rows.push([moment, group]);
  const cells = Uint32Array.from(rows, ([moment, group]) => group * times.length + moment);
  const groups = Uint32Array.from(rows, ([, group]) => group);
  const kpis = ways.map(
    (way, index): NumberColumn => ({
      kind: "number",
      name: way.name,
      role: "kpi",
      values: Float64Array.from(cells, (cell) => grid.values[index][cell]),
      decimals: decimalsOf(way),
      ...unitOf(way),
    }),
  );
  const columns: Column[] =
    key === null ? kpis : [{ kind: "text", name: key, role: "key", codes: groups, dictionary: grid.groups }, ...kpis];
  return {
    kind: "table",
    source: table.source,
    records: rows.length,
    columns,
    time: table.time && {
      ...table.time,
      format: by ? `${table.time.format}, put together by ${by}` : table.time.format,
      values: Float64Array.from(rows, ([moment]) => times[moment]),
    },
    cadence: by ? cadenceBy(times, by) : table.cadence,
    key,
    lines: Uint32Array.from(cells, (cell) => grid.lines[cell]),
    aggregated: Object.fromEntries(ways.map((way) => [way.name, way.column.name])),
    warnings: [...table.warnings.filter(({ code }) => !aboutRows.has(code)), ...warnings],
    ...(table.assumed ? { assumed: table.assumed } : {}),
  };
}

/** Warnings that no longer hold once records are put together. */
const aboutRows = new Set<Warning["code"]>([
  "duplicate_timestamps",
  "long_format",
  "unsorted_rows_sorted",
  "gap",
  "irregular_intervals",
  "incomplete_last_period",
]);

/** Averages get two digits more than their cells, counts none. */
function decimalsOf({ column, how }: Way): number {
  if (how === "count" || how === "distinct" || column.kind === "text") return 0;
  return how === "mean" ? Math.min(15, column.decimals + 2) : column.decimals;
}

/** Shares, temperatures and rates add up to nothing; a sum of amounts, and any mean, has the unit of its cells. */
const NO_AMOUNT = /[%‰°℃℉/]|^(?:pct|pp|bps|ppm|ppb|dBm?|mph|kn|kt|rpm|x|×)$|(?:^|\s)(?:per|p\.)\s/i;

/** The unit of what is put together; counts have none. */
function unitOf({ column, how }: Way): { readonly unit?: string } {
  if (column.kind === "text" || column.unit === undefined || how === "count" || how === "distinct") return {};
  return how === "sum" && NO_AMOUNT.test(column.unit) ? {} : { unit: column.unit };
}

function cadenceBy(times: Float64Array, by: Period): Cadence {
  const steps = times.subarray(1).map((time, i) => (time - times[i]) / 1000);
  const seconds = steps.length > 0 ? median(steps) : null;
  const usual = by === "month" ? steps.filter((step) => step < 32 * 86_400) : steps.filter((step) => step === seconds);
  const weekends = by === "day" && times.length >= 10 && times.every((time) => new Date(time).getUTCDay() % 6 !== 0);
  return {
    seconds,
    label: weekends ? "business-daily" : LABELS[by],
    regularity: steps.length > 0 ? usual.length / steps.length : 1,
  };
}
