import { recordTableDisplay, shortMoment, shortNumber } from "./record-table.js";
import { withDisplay } from "./with-display.js";

/** A small table of one's own that displays itself in a notebook. */
export interface Listing {
  readonly caption: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Shows plain objects as a table, one a row: numbers flush right, dates without an empty clock, nothing for null. Columns
 * are all names that occur, in the order in which they first do.
 *
 * @example
 * const shown = listing([{ kpi: "sales", incidents: 3 }], "Found");
 */
export function listing(rows: readonly Readonly<Record<string, unknown>>[], caption: string = ""): Listing {
  return withDisplay({ caption, rows }, () => {
    const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const isNumber = (name: string): boolean => rows.every((row) => row[name] == null || typeof row[name] === "number");
    return recordTableDisplay({
      caption,
      header,
      rows: rows.map((row) => header.map((name) => cell(row[name]))),
      numbers: header.flatMap((name, index) => (isNumber(name) ? [index] : [])),
    });
  });
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : shortMoment(value.getTime());
  return typeof value === "number" ? shortNumber(value, 6) : String(value);
}
