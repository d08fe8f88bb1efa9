import type { ColumnRole, Warning } from "../../table.js";
import type { NumberReadings } from "../numbers/number-cells.js";
import type { RawColumn } from "./read-columns.js";

/** Codes that programs write for "no value" into numeric columns. */
const NINES = /^-?(9{2,}|8{3,}|7{3,})(\.[0-9]*)?$/;

/** What is worth knowing about the values of one column. */
export function valueFindings(name: string, column: RawColumn, role: ColumnRole, records: number): Warning[] {
  if (role === "empty") return [{ code: "empty_column", facts: { column: name }, column: name }];
  if (role !== "kpi" || column.kind !== "number") return [];
  const { values, numbers, missing, unreadable, infinite, imprecise, low, high } = column.readings;
  const found: Warning[] = [];
  const lost = missing + unreadable;
  if (lost > 0) {
    found.push({
      code: "missing_values",
      facts: { column: name, missing: lost, of: records, unreadable },
      column: name,
      rows: firstMissing(values),
      count: lost,
    });
  }
  if (infinite.length > 0)
    found.push({
      code: "non_finite_values",
      facts: { column: name, cells: infinite.length },
      column: name,
      rows: rowNumbers(infinite),
      count: infinite.length,
    });
  if (imprecise.length > 0)
    found.push({
      code: "precision_above_2_53",
      facts: { column: name },
      column: name,
      rows: rowNumbers(imprecise),
      count: imprecise.length,
    });
  if (numbers > 2 && low === high) found.push({ code: "constant_column", facts: { column: name }, column: name });
  else {
    const code = missingCode(column.readings);
    if (code)
      found.push({
        code: "possible_missing_value_code",
        facts: { column: name, value: code.value, times: code.count },
        column: name,
        rows: code.rows,
        count: code.count,
      });
  }
  return found;
}

function firstMissing(values: Float64Array): number[] {
  const rows: number[] = [];
  for (let i = 0; i < values.length && rows.length < 20; i++) if (Number.isNaN(values[i])) rows.push(i + 1);
  return rows;
}

function rowNumbers(records: readonly number[]): number[] {
  return records.slice(0, 20).map((record) => record + 1);
}

/**
 * A value that looks like a code: -999, 9999 and the like when they stand apart from all others; a whole number that is the
 * only negative one and is repeated; any other negative whole number repeated far below all others. Suggested, never applied.
 */
function missingCode({
  values,
  numbers,
  low,
  high,
}: NumberReadings): { value: number; count: number; rows: number[] } | null {
  for (const value of [low, high]) {
    if (!NINES.test(String(value)) && !(value < 0 && Number.isInteger(value))) continue;
    const { count, nextLow, nextHigh, rows } = withoutValue(values, value);
    const distance = value === low ? nextLow - low : high - nextHigh;
    const range = nextHigh - nextLow;
    const repeated = value < 0 && Number.isInteger(value) && count >= 5;
    const nines =
      NINES.test(String(value)) &&
      (count >= 2 || Math.abs(value) >= 999) &&
      distance > range * 0.25 &&
      (value < 0 || distance > nextHigh);
    const onlyNegative = repeated && value === low && nextLow >= 0;
    const farBelow = repeated && value === low && distance > range * 0.5 && distance > 3 * Math.abs(nextLow);
    if ((nines || onlyNegative || farBelow) && count * 2 < numbers) return { value, count, rows };
  }
  return null;
}

/** How often a value stands in a column, and the range of all the others. */
function withoutValue(
  values: Float64Array,
  value: number,
): { count: number; nextLow: number; nextHigh: number; rows: number[] } {
  let count = 0;
  let nextLow = Infinity;
  let nextHigh = -Infinity;
  const rows: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const each = values[i];
    if (each === value) {
      count++;
      if (rows.length < 20) rows.push(i + 1);
    } else {
      if (each < nextLow) nextLow = each;
      if (each > nextHigh) nextHigh = each;
    }
  }
  return { count, nextLow, nextHigh, rows };
}
