import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { aggregate } from "../../../kernel-lib/src/reshape/aggregate.js";
import { segments } from "../../../kernel-lib/src/reshape/segments.js";
import type { Table } from "../../../kernel-lib/src/table.js";
import { sharedFile } from "../shared-file.js";
import { byKey } from "../../reshape/table.js";

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function read(path: string): Table {
  return readTable(readFileSync(path), { file: path.split("/").at(-1) });
}

test("Walmart's 45 stores are 45 series that add up to their total in every week", () => {
  const table = read(sharedFile("data/business/Walmart.csv"));
  const { Total: total, ...stores } = byKey(segments(table, ["Store"], { kpis: ["Weekly_Sales"] }), "Weekly_Sales");
  expect(Object.keys(stores)).toHaveLength(45);
  expect(total).toHaveLength(143);
  total.forEach((week, i) => expect(sum(Object.values(stores).map((store) => store[i]))).toBeCloseTo(week, 4));
});

test("supermarket transactions are 89 days that hold every sale", () => {
  const table = read(sharedFile("data/business/supermarket_sales.csv"));
  const amounts = table.columns.find(({ name }) => name === "Total");
  const daily = aggregate(table, {
    by: "day",
    kpis: ["Total", "Rating"],
    how: { "Invoice ID": "distinct" },
    keepUnfinished: true,
  });
  expect(daily.records).toBe(89);
  expect(sum(byKey(daily, "Total")[""])).toBeCloseTo(amounts?.kind === "number" ? sum([...amounts.values]) : NaN, 6);
  const branches = segments(table, ["Branch"], { by: "week", kpis: ["Total"], minimumHistory: 10 });
  const { Total: total, ...parts } = byKey(branches, "Total");
  expect(Object.keys(parts).sort()).toEqual(["A", "B", "C"]);
  total.forEach((week, i) => expect(sum(Object.values(parts).map((part) => part[i]))).toBeCloseTo(week, 6));
});

test("stocks are averaged, as prices do not add up", () => {
  const table = segments(read(sharedFile("data/vega/stocks.csv")), ["symbol"]);
  expect(table.segments?.how).toEqual({ price: "mean" });
  expect(Object.keys(byKey(table, "price")).sort()).toEqual(["AAPL", "AMZN", "GOOG", "IBM", "MSFT", "Total"]);
});
