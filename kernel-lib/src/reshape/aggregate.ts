import type { Period } from "../config/config.js";
import { InputError } from "../errors.js";
import { cellText, columnNamed, type Table, type Warning } from "../table.js";
import { bucketsOf } from "./buckets.js";
import { gridOf } from "./grid.js";
import { nextPeriod } from "./period.js";
import { tableOfGrid } from "./table-of-grid.js";
import { waysFound, waysOf, type WayOptions } from "./ways.js";

/** How records are put together. */
export interface AggregateOptions extends WayOptions {
  readonly by: Period;
  /** Column that splits the records into one series a value; that of the table when left out, null for none. */
  readonly key?: string | null;
  /** Keep a first or last period that the file cuts off; they are left out otherwise. */
  readonly keepUnfinished?: boolean;
}

/**
 * Puts records together by the hour, day, week or month: transactions, many of them at a time, become a KPI with one value a
 * period. Periods without any record stay gaps, they are not filled. What was done is said in the warnings.
 * O(records log records).
 *
 * @throws InputError `bad_option` for a table without dates or too many series, `column_not_found`
 *
 * @example
 * const daily = aggregate(table, { by: "day", how: { sales: "sum" } });
 */
export function aggregate(table: Table, options: AggregateOptions): Table {
  const { by } = options;
  const key = options.key === undefined ? table.key : options.key;
  const buckets = bucketsOf(table, options);
  if (buckets.times.length === 0) throw new InputError("nothing_in_period", { by });
  const ways = waysOf(table, options, key === null ? [] : [key]);
  const { group, groups } =
    key === null ? { group: new Int32Array(table.records), groups: [""] } : groupsBy(table, key);
  const grid = gridOf(table, buckets, group, groups, ways);
  const warnings: Warning[] = [
    {
      code: "aggregated",
      facts: { by, ways: waysFound(ways) },
    },
    ...buckets.warnings,
    ...gapWarning(buckets.times, by),
  ];
  return tableOfGrid(table, grid, { buckets, ways, key, by, warnings });
}

/** For each record the value of a column, as a code into the values in the order in which they first appear. */
function groupsBy(table: Table, key: string): { group: Int32Array; groups: string[] } {
  const column = columnNamed(table, key);
  const codes = new Map<string, number>();
  const group = Int32Array.from({ length: table.records }, (_, record) => {
    const value = cellText(column, record);
    const code = codes.get(value) ?? codes.size;
    codes.set(value, code);
    return code;
  });
  return { group, groups: [...codes.keys()] };
}

function gapWarning(times: Float64Array, by: Period): Warning[] {
  let missing = 0;
  for (let i = 1; i < times.length; i++)
    for (let start = nextPeriod(times[i - 1], by); start < times[i]; start = nextPeriod(start, by)) missing++;
  if (missing === 0) return [];
  return [
    {
      code: "gap",
      facts: { gaps: missing, missing, longest: null, clockChanges: 0, by },
      count: missing,
    },
  ];
}
