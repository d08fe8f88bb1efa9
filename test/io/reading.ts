import { inspect, type Inspection } from "../../kernel-lib/src/io/inspect.js";
import type { ReadOptions } from "../../kernel-lib/src/io/read-options.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { seriesOf } from "../../kernel-lib/src/io/series.js";

/** How a text is read, with the codes of what is said and the first series. */
export interface Reading extends Inspection {
  readonly warned: readonly string[];
  readonly noted: readonly string[];
  readonly values: readonly number[];
  /** ISO 8601 up to the minute; empty without dates. */
  readonly times: readonly string[];
}

/** Reads a text and tells what a test compares. */
export function reading(file: Uint8Array | string, options?: ReadOptions): Reading {
  const table = readTable(file, options);
  const found = inspect(table);
  const series = seriesOf(table, found.kpis[0]);
  return {
    ...found,
    warned: found.warnings.map(({ code }) => code),
    noted: (found.assumed ?? []).map(({ code }) => code),
    values: [...series.values],
    times: series.dated ? [...series.time].map((time) => new Date(time).toISOString().slice(0, 16)) : [],
  };
}
