import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inspect } from "../../../kernel-lib/src/io/inspect.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { keyValues, seriesOf } from "../../../kernel-lib/src/io/series.js";
import type { Table } from "../../../kernel-lib/src/table.js";
import { sharedFile } from "../shared-file.js";

describe("real files", () => {
  test("the same load in two date formats is the same series", () => {
    const [mdy, dmy] = ["mdy", "dmy"].map((form) =>
      readTable(readFileSync(sharedFile(`data/business/PJME_hourly_${form}.csv`))),
    );
    expect(mdy.records).toBe(145_366);
    expect(mdy.time!.format).toBe("M/D/YYYY H:mm");
    expect(dmy.time!.format).toBe("DD-MM-YYYY HH:mm");
    expect(seriesOf(mdy, "PJME_MW")).toEqual(seriesOf(dmy, "PJME_MW"));
    expect(mdy.cadence!.label).toBe("hourly");
    expect(mdy.warnings).toEqual([
      expect.objectContaining({ code: "unsorted_rows_sorted" }),
      expect.objectContaining({ code: "duplicate_timestamps", count: 4 }),
      expect.objectContaining({ code: "gap", count: 30 }),
    ]);
  });

  test("the same air in two dialects has the same instants and values", () => {
    const read = (name: string): Table => readTable(readFileSync(sharedFile(`data/business/${name}.csv`)));
    const [semicolons, commas] = [read("AirQualityUCI"), read("AirQualityUCI_comma")];
    for (const table of [semicolons, commas])
      expect(inspect(table)).toMatchObject({
        records: 9357,
        rows: 9357,
        date: { columns: ["Date", "Time"] },
        cadence: { label: "hourly" },
      });
    expect(semicolons.time!.values).toEqual(commas.time!.values);
    const names = (table: Table): readonly string[] => inspect(table).kpis;
    expect(names(semicolons)).toHaveLength(13);
    expect(names(semicolons).map((name) => seriesOf(semicolons, name).values)).toEqual(
      names(commas).map((name) => seriesOf(commas, name).values),
    );
    expect(new Set(semicolons.warnings.map(({ code }) => code))).toEqual(
      new Set(["date_in_several_columns", "possible_missing_value_code"]),
    );
  });

  test("long files make one series a key", () => {
    const walmart = readTable(readFileSync(sharedFile("data/business/Walmart.csv")));
    expect(inspect(walmart)).toMatchObject({
      records: 6435,
      key: "Store",
      date: { columns: ["Date"], format: "DD/MM/YYYY" },
      cadence: { label: "weekly" },
      kpis: ["Weekly_Sales", "Temperature", "Fuel_Price", "CPI", "Unemployment"],
    });
    expect(keyValues(walmart)).toHaveLength(45);
    expect(seriesOf(walmart, "Weekly_Sales", "45").values).toHaveLength(143);
    const stocks = readTable(readFileSync(sharedFile("data/vega/stocks.csv")));
    expect(inspect(stocks)).toMatchObject({
      records: 560,
      rows: 560,
      key: "symbol",
      date: { columns: ["date"] },
      cadence: { label: "monthly" },
    });
    expect(stocks.warnings.map(({ code }) => code)).toEqual(["long_format"]);
  });

  test("thousands, trading days, months, epochs", () => {
    const read = (name: string): Table => readTable(readFileSync(sharedFile(`data/${name}.csv`)));
    const visitors = read("business/daily-website-visitors");
    expect(inspect(visitors)).toMatchObject({ records: 2167, warnings: [], cadence: { label: "daily" } });
    expect(seriesOf(visitors, "Page.Loads").values[0]).toBe(2146);
    expect(inspect(read("vega/sp500-2000"))).toMatchObject({
      records: 5105,
      cadence: { label: "business-daily" },
      kpis: ["open", "high", "low", "close", "adjclose", "volume"],
      warnings: [{ code: "gap", count: 1 }],
    });
    expect(inspect(read("vega/co2-concentration"))).toMatchObject({ records: 741, cadence: { label: "monthly" } });
    expect(inspect(read("vega/seattle-weather"))).toMatchObject({
      records: 1461,
      warnings: [],
      other: [{ name: "weather", role: "text" }],
    });
    expect(inspect(read("wsd/25"))).toMatchObject({
      records: 36_471,
      date: { format: "epoch_s" },
      kpis: ["value"],
      other: [{ name: "label", role: "flag" }],
      warnings: [],
    });
    expect(inspect(read("business/peyton_manning"))).toMatchObject({
      records: 2905,
      warnings: [{ code: "gap", count: 29 }],
    });
    expect(inspect(read("business/supermarket_sales"))).toMatchObject({
      records: 1000,
      date: { columns: ["Date", "Time"] },
    });
  });
});
