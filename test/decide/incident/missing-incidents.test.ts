import { reasonOf } from "../../../kernel-lib/src/words/incident.js";
import { describe, expect, it } from "vitest";
import { detect } from "../../../kernel-lib/src/detect.js";
import { anomaliesCsv } from "../../../kernel-lib/src/export/anomalies-csv.js";
import { reportText } from "../../../kernel-lib/src/export/report-text.js";
import { reportFromJson, reportToJson } from "../../../kernel-lib/src/export/report-json.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { missingStretches } from "../../../kernel-lib/src/decide/score/missing-stretches.js";
import { evenSeries } from "../../bench/generated/labelled-series.js";
import type { Series } from "../../../kernel-lib/src/table.js";

const DAY = 86_400;
const random = createRandom(5);
const noise = (rows: number): Float64Array => Float64Array.from({ length: rows }, () => 100 + 5 * random.normal());

/** The series without these points: the file has no rows for them. */
function without(series: Series, gone: (i: number) => boolean): Series {
  const kept = (_: number, i: number): boolean => !gone(i);
  return {
    ...series,
    time: series.time.filter(kept),
    values: series.values.filter(kept),
    records: series.records.filter(kept),
  };
}

describe("missingStretches", () => {
  const series = evenSeries("sales", noise(700), DAY);

  it("finds rows that the file does not have", () => {
    const [found, ...others] = missingStretches(without(series, (i) => i >= 300 && i < 310));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      start: 299,
      end: 300,
      empty: false,
      periods: 10,
      cadence: "daily",
      after: series.time[299],
      before: series.time[310],
    });
    expect(found.score).toBeGreaterThan(1);
  });

  it("finds a run of empty cells, and the longer the run the higher its score", () => {
    const empty = (length: number): Series => ({
      ...series,
      values: series.values.map((value, i) => (i >= 300 && i < 300 + length ? NaN : value)),
    });
    const [week] = missingStretches(empty(7));
    expect(week).toMatchObject({ start: 300, end: 306, empty: true, periods: 7 });
    expect(missingStretches(empty(30))[0].score).toBeGreaterThan(week.score);
    expect(missingStretches({ ...empty(7), dated: false, time: series.time.map((_, i) => i) })[0]).toMatchObject({
      periods: 7,
      cadence: "",
    });
  });

  it("says nothing of scattered holes, days off, nights, ends and series full of holes", () => {
    const chance = createRandom(2);
    const loose = series.values.map((value) => (chance.next() < 0.1 ? NaN : value));
    expect(missingStretches({ ...series, values: loose })).toEqual([]);
    expect(missingStretches(without(series, (i) => i % 7 > 4))).toEqual([]);
    expect(missingStretches(without(evenSeries("load", noise(2000), 3600), (i) => i % 24 < 8))).toEqual([]);
    expect(
      missingStretches({ ...series, values: series.values.map((value, i) => (i < 50 || i > 650 ? NaN : value)) }),
    ).toEqual([]);
    const chancy = createRandom(3);
    expect(missingStretches(without(series, (i) => chancy.next() < 0.3 || (i > 300 && i < 330)))).toEqual([]);
    const holes = series.values.map((value, i) => (i % 40 < 4 + (((i / 40) | 0) % 5) ? NaN : value));
    expect(missingStretches({ ...series, values: holes }).filter(({ score }) => score > 1)).toEqual([]);
  });

  it("expects nothing while a known event lasts", () => {
    const closed = without(series, (i) => i >= 300 && i < 310);
    expect(
      missingStretches(closed, [{ name: "refit", start: series.time[300], end: series.time[309] + DAY * 1000 - 1 }]),
    ).toEqual([]);
    expect(
      missingStretches(closed, [{ name: "holiday", start: series.time[301], end: series.time[302] }]),
    ).toHaveLength(1);
  });
});

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
