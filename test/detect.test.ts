import { describe, expect, test } from "vitest";
import { detect } from "../kernel-lib/src/detect.js";
import { detectors } from "../kernel-lib/src/detectors/index.js";
import { defineDetector } from "../kernel-lib/src/detectors/detector.js";
import { createRandom } from "../kernel-lib/src/numeric/random.js";
import { reportFromJson, reportToJson } from "../kernel-lib/src/export/report-json.js";
import { readTable } from "../kernel-lib/src/io/read-table.js";
import { rethreshold } from "../kernel-lib/src/rethreshold.js";
import type { Report } from "../kernel-lib/src/report.js";

const days = (count: number, value: (day: number) => number | string): string =>
  `date,revenue\n${Array.from({ length: count }, (_, day) => `${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)},${value(day)}`).join("\n")}\n`;
const random = createRandom(1);
const noise = Array.from({ length: 300 }, () => random.normal());
const usual = (day: number): number => 100 + 9 * Math.sin((2 * Math.PI * day) / 7) + noise[day];
const table = readTable(days(300, (day) => (day === 200 ? 1000 : usual(day))));
const withoutTimings = (report: Report): Report => ({ ...report, timings: {} });

describe("detect", () => {
  test("finds the planted day by the combined score and by a strict vote", async () => {
    expect((await detect(table, { mode: "auto" })).series[0].incidents[0]).toMatchObject({
      start: 200,
      end: 200,
      actual: 1000,
      direction: "up",
      kind: "spike",
    });
    const { series } = await detect(table, { consensus: 3 });
    expect(series[0].incidents[0]).toMatchObject({ start: 200, actual: 1000, direction: "up" });
    expect(series[0].votes[200]).toBeGreaterThanOrEqual(3);
  });

  test("gives the same report twice", async () => {
    expect(withoutTimings(await detect(table))).toEqual(withoutTimings(await detect(table)));
  });

  test("shows the bare series first and each detector as it comes", async () => {
    const seen: number[] = [];
    const fractions: number[] = [];
    await detect(
      table,
      {},
      {
        partial: (report) => seen.push(report.series[0].detections.length),
        progress: ({ fraction }) => fractions.push(fraction),
      },
    );
    const ofOneSeries = Object.values(detectors).filter(({ companions, onRequest }) => !companions && !onRequest);
    expect(seen).toEqual(ofOneSeries.map((_, index) => index));
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  test("makes no partial report that nobody wants, but the first and the answer", async () => {
    const seen: number[] = [];
    let asked = 0;
    const report = await detect(
      table,
      {},
      { partial: ({ series }) => seen.push(series[0].detections.length), partialWanted: () => ++asked === 3 },
    );
    expect(seen).toEqual([0, 3, 12]);
    expect(withoutTimings(report)).toEqual(withoutTimings(await detect(table)));
  });

  test("stops when it is cancelled", async () => {
    const abort = new AbortController();
    await expect(detect(table, {}, { signal: abort.signal, partial: () => abort.abort() })).rejects.toThrow(/abort/i);
  });

  test("runs a detector of one's own beside the others", async () => {
    const mondays = defineDetector({
      title: "Mondays",
      summary: "Flags Mondays.",
      family: "point",
      params: { score: { type: "number", default: 2, description: "Score of a Monday." } },
      threshold: { kind: "fixed", value: 1 },
      fit:
        (_sample, { score }) =>
        ({ series }) =>
          series.time.map((time) => (new Date(time).getUTCDay() === 1 ? score : 0)),
    });
    const { series } = await detect(
      table,
      { contamination: 0.5, detectors: { mondays: { score: 5 } } },
      { detectors: { mondays } },
    );
    const own = series[0].detections.find(({ detector }) => detector === "mondays");
    expect(own?.flags.slice(0, 8)).toEqual(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 1));
    expect(own?.scores[0]).toBe(5);
  });

  test("says why a detector did not run and never replaces it", async () => {
    const { series, assumptions } = await detect(readTable(days(6, (day) => day)));
    expect(series[0].detections.some(({ skipped }) => skipped !== null)).toBe(true);
    expect(assumptions.some(({ id }) => id === "skipped")).toBe(true);
    expect(series[0].incidents).toEqual([]);
  });

  test("leaves missing values unjudged", async () => {
    const { series } = await detect(readTable(days(300, (day) => (day === 250 ? "" : usual(day)))));
    expect(series[0].scores[250]).toBeNaN();
    expect(series[0].flags[250]).toBe(0);
  });

  test("takes up to so many KPIs unasked, and says when there are more", async () => {
    const wide = readTable(
      `date,a,b,c\n${Array.from({ length: 40 }, (_, day) => `${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)},${day},${day % 7},${(day * 7) % 11}`).join("\n")}\n`,
    );
    const { series, assumptions } = await detect(wide, { mostKpis: 2 });
    expect(series.map(({ kpi }) => kpi)).toEqual(["a", "b"]);
    expect(assumptions).toContainEqual({ id: "mostKpis", facts: { there: 3, analysed: 2 }, option: "mostKpis" });
  });

  test("finds nothing in a constant KPI, and says what it expects", async () => {
    const { series } = await detect(readTable(days(300, () => 5)));
    expect(series[0].incidents).toEqual([]);
    expect(series[0].scores.every((score) => score === 0)).toBe(true);
    expect(series[0].expected[7]).toBe(5);
  });
});

describe("what is known beforehand", () => {
  test("keeps an event of the calendar silent", async () => {
    const { series } = await detect(table, { events: [{ name: "Fair", date: "2024-07-19" }] });
    expect(series[0].flags[200]).toBe(0);
  });

  test.each([
    [{ "*": { direction: "down" } }, 0],
    [{ "*": { direction: "down" }, revenue: { direction: "up" } }, 1],
    [{ revenue: { minimumEffect: 5000 } }, 0],
  ] as const)("rules %j decide what counts", async (rules, flagged) => {
    expect((await detect(table, { rules })).series[0].flags[200]).toBe(flagged);
    expect((await detect(table, { rules, mode: "vote" })).series[0].flags[200]).toBe(flagged);
  });

  test("a consensus asks for a vote, and so does a choice of detectors that have no share", async () => {
    expect((await detect(table, { consensus: 2 })).config.mode).toBe("vote");
    expect(
      (
        await detect(table, {
          detectors: Object.fromEntries(Object.keys(detectors).map((id) => [id, { enabled: id === "zScore" }])),
        })
      ).config.mode,
    ).toBe("vote");
  });
});

describe("rethreshold", () => {
  test("decides as a new run would, without fitting", async () => {
    const report = await detect(table);
    for (const changes of [
      { mode: "vote", consensus: 1 },
      { mode: "vote", consensus: 4 },
      { mode: "auto", sensitivity: 80 },
      { mode: "auto", sensitivity: 0 },
    ] as const) {
      const anew = await detect(table, changes);
      expect(rethreshold(report, changes).series[0].incidents).toEqual(anew.series[0].incidents);
    }
  });

  test("leaves detectors out without losing their scores", async () => {
    const report = await detect(table, { mode: "vote" });
    const two = rethreshold(report, { detectors: ["zScore", "interquartileRange"], consensus: 1 });
    expect(Math.max(...two.series[0].votes)).toBe(2);
    expect(
      rethreshold(two, {
        detectors: report.series[0].detections.filter(({ votes }) => votes).map(({ detector }) => detector),
        consensus: 2,
      }).series,
    ).toEqual(report.series);
  });
});

describe("the report", () => {
  test("survives structuredClone and the JSON round trip", async () => {
    const report = await detect(table);
    expect(structuredClone(report)).toEqual(report);
    expect(reportFromJson(reportToJson(report))).toEqual(report);
  });
});

test("a change that a configuration could not hold is refused", async () => {
  const report = await detect(table);
  for (const changes of [{ sensitivity: NaN }, { sensitivity: 101 }, { contamination: Infinity }, { consensus: 0.5 }])
    expect(() => rethreshold(report, changes)).toThrow(expect.objectContaining({ code: "bad_config" }));
});
