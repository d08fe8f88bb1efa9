import { reasonOf } from "../../../kernel-lib/src/words/incident.js";
import { describe, expect, it } from "vitest";
import { detect } from "../../../kernel-lib/src/detect.js";
import { anomaliesCsv } from "../../../kernel-lib/src/export/anomalies-csv.js";
import { reportText } from "../../../kernel-lib/src/export/report-text.js";
import { reportFromJson, reportToJson } from "../../../kernel-lib/src/export/report-json.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const DAY = 86_400;
const random = createRandom(5);
const noise = (rows: number): Float64Array => Float64Array.from({ length: rows }, () => 100 + 5 * random.normal());

describe("incidents of kind missing", () => {
  const day = (i: number): string => new Date(Date.UTC(2023, 0, 1) + i * DAY * 1000).toISOString().slice(0, 10);
  const values = noise(500);
  const rows = [...values].map((value, i) => [day(i), value.toFixed(2)] as const);
  const csv = (some: readonly (readonly [string, string])[]): string =>
    `date,sales\n${some.map((row) => row.join(",")).join("\n")}\n`;

  it("tell a gap from when to when, in text, JSON and the list of anomalies", async () => {
    const text = csv(rows.filter((_, i) => i < 200 || i >= 212));
    const report = await detect(readTable(text));
    const incident = report.series[0].incidents.find(({ kind }) => kind === "missing")!;
    expect(incident).toMatchObject({
      start: 199,
      end: 200,
      points: 12,
      missing: { periods: 12, cadence: "daily" },
    });
    const reason = reasonOf(incident, report.series[0]);
    expect(reason).toBe("No values from 20 to 31 Jul 2023, usually one every day.");
    expect(incident.severity).toBeGreaterThan(30);
    expect(report.series[0].flags[199] + report.series[0].flags[200]).toBe(0);
    expect(reportText(report)).toContain(reason);
    expect(reportFromJson(reportToJson(report)).series[0].incidents).toEqual(report.series[0].incidents);
    const line = anomaliesCsv(report, text)
      .split("\n")
      .find((each) => each.includes("No values"))!;
    expect(line.startsWith(`${day(212)},`)).toBe(true);
  });

  it("list every record with an empty cell", async () => {
    const text = csv(rows.map(([date, value], i) => [date, i >= 200 && i < 209 ? "" : value] as const));
    const report = await detect(readTable(text));
    expect(report.series[0].incidents.filter(({ kind }) => kind === "missing")).toMatchObject([
      { start: 200, end: 208, points: 9 },
    ]);
    expect(
      anomaliesCsv(report, text)
        .split("\n")
        .filter((each) => each.includes("No values")),
    ).toHaveLength(9);
  });

  it("are fewer at a low sensitivity and none by vote", async () => {
    const table = readTable(csv(rows.filter((_, i) => i < 200 || i >= 203)));
    const missing = async (config: object): Promise<number> =>
      (await detect(table, config)).series[0].incidents.filter(({ kind }) => kind === "missing").length;
    expect([await missing({}), await missing({ sensitivity: 20 }), await missing({ mode: "vote" })]).toEqual([1, 0, 0]);
  });
});
