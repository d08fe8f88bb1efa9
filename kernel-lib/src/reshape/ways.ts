import type { Aggregation } from "../config/config.js";
import { InputError } from "../errors.js";
import { columnNamed, kpiNames, type Table } from "../table.js";
import type { WaysFound } from "../warning.js";
import type { Way } from "./grid.js";
import { usualAggregation } from "./usual-aggregation.js";

/** Which columns are put together, and how. */
export interface WayOptions<How extends Aggregation = Aggregation> {
  /** One way for all KPIs, or a way for each column by name; columns not named are summed, or averaged when their name says that they are rates. */
  readonly how?: How | Readonly<Record<string, How>>;
  /** Columns to put together; the KPIs of the table and the columns named in `how` when left out. */
  readonly kpis?: readonly string[];
}

/**
 * The columns of a reshaped table. Counted columns are named for it: `count of Rating`, `distinct of Customer`.
 * @throws InputError `column_not_found`, or `bad_option` where text should be added up
 */
export function waysOf(table: Table, { how, kpis }: WayOptions, keys: readonly string[]): Way[] {
  const named = typeof how === "object" ? how : {};
  const names = kpis ?? [
    ...new Set([...kpiNames(table).filter((name) => !keys.includes(name)), ...Object.keys(named)]),
  ];
  return names.map((name): Way => {
    const column = columnNamed(table, name);
    const chosen = Object.hasOwn(named, name) ? named[name] : typeof how === "string" ? how : usualAggregation(column);
    const counted = chosen === "count" || chosen === "distinct";
    if (column.kind === "text" && !counted) throw new InputError("text_put_together", { column: name, how: chosen });
    return { column, how: chosen, name: counted ? `${chosen} of ${name}` : name };
  });
}

/** Which columns are put together in which way, for a warning. */
export function waysFound(ways: readonly Way[]): WaysFound {
  const all: readonly Aggregation[] = ["sum", "mean", "count", "distinct", "median"];
  return all
    .map((how) => ({ how, columns: ways.filter((way) => way.how === how).map(({ column }) => column.name) }))
    .filter(({ columns }) => columns.length > 0);
}
