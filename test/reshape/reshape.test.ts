import { assumptionText } from "../../kernel-lib/src/words/assumption.js";
import { describe, expect, test } from "vitest";
import { parseConfig } from "../../kernel-lib/src/config/parse-config.js";
import { detect } from "../../kernel-lib/src/detect.js";
import { anomaliesCsv } from "../../kernel-lib/src/export/anomalies-csv.js";
import { reportCells } from "../../kernel-lib/src/export/report-cells.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { reshape } from "../../kernel-lib/src/reshape/reshape.js";
import { kpiNames } from "../../kernel-lib/src/table.js";

/** Two records a day and store over 60 days; on day 40 store B sells nearly nothing. */
const days = Array.from({ length: 60 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
const sold = (day: number, store: string): number =>
  day === 40 && store === "B" ? 1 : 100 + 10 * Math.sin((2 * Math.PI * day) / 7) + ((day * 7919) % 13) / 13;
const lines = days.flatMap((date, day) =>
  ["A", "B"].flatMap((store) =>
    [9, 17].map(
      (hour) => `${date} ${String(hour).padStart(2, "0")}:00,${store},${sold(day, store).toFixed(2)},${3 + (day % 2)}`,
    ),
  ),
);
const bytes = new TextEncoder().encode(`time,store,sales,rating\n${lines.join("\n")}\n`);
const table = readTable(bytes, { file: "stores.csv" });

const yaml = `
columns: { kpis: [sales], segments: [store] }
aggregate: { by: day }
segments: { top: 1 }
`;

describe("reshape", () => {
  test("puts a table together as a configuration says, once", () => {
    const config = parseConfig(yaml);
    const reshaped = reshape(table, config);
    expect(reshaped.records).toBe(60 * 3);
    expect(reshaped.segments).toMatchObject({ keys: ["store"], total: "Total", others: "Others" });
    expect(reshape(reshaped, config)).toBe(reshaped);
    expect(reshape(table, {})).toBe(table);
  });

  test("detect does the same, and says it", async () => {
    const config = { ...parseConfig(yaml), segments: {} };
    const report = await detect(table, config);
    expect(report.series.map(({ series }) => series)).toEqual(["Total", "A", "B"]);
    expect(report).toEqual({ ...(await detect(reshape(table, config), config)), timings: report.timings });
    expect(report.series[2].incidents[0]).toMatchObject({ direction: "down" });
    expect(report.assumptions.map((each) => assumptionText(each))).toEqual(
      expect.arrayContaining([
        "Rows are put together by day.",
        'Each value of store is a segment, "Total" is the whole.',
      ]),
    );
    const csv = anomaliesCsv(...reportCells(report, reshape(table, config), bytes));
    expect(csv).toContain("2024-02-10T00:00:00,B,2,sales,B");
  });

  test("named KPIs are those of the file, whatever becomes of them", async () => {
    const config = { columns: { kpis: ["rating"] }, aggregate: { by: "day", how: { rating: "count" } } } as const;
    const report = await detect(table, config);
    expect(report.series.map(({ kpi }) => kpi)).toEqual(["count of rating", "count of rating"]);
    expect(
      kpiNames(reshape(table, { aggregate: { by: "day", how: { store: "distinct" } }, columns: { key: null } })),
    ).toContain("distinct of store");
  });

  test("says what does not work", () => {
    expect(() => reshape(table, { aggregate: { how: { sales: "mean" } } })).toThrow("not by what");
    expect(() => reshape(table, { columns: { segments: ["store"] }, aggregate: { how: { sales: "median" } } })).toThrow(
      "can not be added up",
    );
    expect(() => parseConfig("aggregate: { by: fortnight }")).toThrow("aggregate.by");
    expect(() => parseConfig("columns: { segments: [] }")).toThrow("columns.segments");
  });
});
