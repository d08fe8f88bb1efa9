import { expect, test } from "vitest";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { seriesOf } from "../../kernel-lib/src/io/series.js";
import type { NumberColumn } from "../../kernel-lib/src/table.js";

const valuesOf = (table: ReturnType<typeof readTable>): Float64Array =>
  (table.columns.find(({ name }) => name === "sales") as NumberColumn).values;

test("a series that is the whole table in its order is the table's own columns", () => {
  const table = readTable("date,sales\n2024-01-01,5\n2024-01-02,7\n2024-01-03,6\n");
  const { values, time } = seriesOf(table, "sales");
  expect(values).toBe(valuesOf(table));
  expect(time).toBe(table.time!.values);
});

test("records in another order, or without a date, are put in order beside the table", () => {
  const table = readTable("date,sales\n2024-01-03,6\n2024-01-01,5\n,9\n2024-01-02,7\n");
  const { values, records } = seriesOf(table, "sales");
  expect([...values]).toEqual([5, 7, 6]);
  expect([...records]).toEqual([1, 3, 0]);
  expect([...valuesOf(table)]).toEqual([6, 5, 9, 7]);
});
