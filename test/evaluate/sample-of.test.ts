import { describe, expect, test } from "vitest";
import { sampleOf } from "../../kernel-lib/src/evaluate/sample-of.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { dailyTable, noisyValues } from "./made-table.js";

const LENGTH = 120;
const table = dailyTable({ sales: noisyValues(LENGTH), visits: noisyValues(LENGTH, { 50: 130 }, 2) });

const day = (i: number): string => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
const rows = Array.from({ length: 60 }, (_, i) =>
  ["south", "north"].map((store, k) => `${day(i)},${store},${(100 * (k + 1) + ((7 * i) % 11)).toFixed(1)}`),
);
const stores = readTable(`date,store,sales\n${rows.flat().join("\n")}\n`, { key: "store" });

describe("what a detector is given", () => {
  test("is of the KPI that is named, else the first of the configuration, else of the file", () => {
    const kpi = (...asked: [name?: string, kpis?: string[]]): string =>
      sampleOf(table, asked[0], { columns: { kpis: asked[1] } }).series.kpi;
    expect([kpi(), kpi(undefined, ["visits"]), kpi("sales", ["visits"])]).toEqual(["sales", "visits", "sales"]);
    expect(sampleOf(table, "visits").series.values[50]).toBe(130);
  });

  test("is of the value of the key that is named, else of the first", () => {
    const { series } = sampleOf(stores, "sales", {}, "south");
    expect([series.key, series.values[0], series.values.length]).toEqual(["south", 100, 60]);
    expect(sampleOf(stores, "sales", {}, "north").series.values[0]).toBe(200);
    const keys = ["north", "south"];
    expect(keys).toContain(sampleOf(stores).series.key);
  });

  test("has the features that are asked for, one row of them a point", () => {
    const { features } = sampleOf(table);
    expect(features.values).toHaveLength(features.names.length * features.points.length);
    const value = { enabled: true };
    const off = { enabled: false };
    const alone = sampleOf(table, "sales", {
      features: { value, lags: off, rolling: off, change: off, calendar: off },
    });
    expect(alone.features.names).toEqual(["value"]);
    expect(features.names).toEqual(expect.arrayContaining(["value"]));
    expect(features.names.length).toBeGreaterThan(1);
  });

  test("is refused where there is no such column, no numbers, no KPI, or a window longer than the file", () => {
    const refused = (code: string) => expect.objectContaining({ code }) as Error;
    expect(() => sampleOf(table, "profit")).toThrow(refused("column_not_found"));
    expect(() => sampleOf(stores, "store")).toThrow(refused("no_numeric_column"));
    expect(() => sampleOf({ ...table, columns: [] })).toThrow(refused("no_numeric_column"));
    expect(() => sampleOf(table, "sales", { features: { lags: { steps: [LENGTH + 1] } } })).toThrow();
    expect(() => sampleOf(table, "sales", { columns: { date: "nowhere" } })).toThrow(refused("column_not_found"));
  });
});
