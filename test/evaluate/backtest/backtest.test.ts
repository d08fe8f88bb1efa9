import { backtestText } from "../../../kernel-lib/src/words/analyses/backtest.js";
import { describe, expect, test } from "vitest";
import { backtest } from "../../../kernel-lib/src/evaluate/backtest/backtest.js";
import { pastTable } from "../../../kernel-lib/src/evaluate/backtest/past-table.js";
import { seriesBacktest } from "../../../kernel-lib/src/evaluate/backtest/series-backtest.js";
import { seriesReport, detection } from "../../plots/hand-made-report.js";
import { dailyTable, dice, distance, noisyValues, only } from "../made-table.js";

const DAY = 86_400_000;
const values = noisyValues(200, { 150: 130, 151: 131, 180: 60 });

describe("backtest", () => {
  test("knows a plain anomaly at the first look after it", async () => {
    const { looks, series } = await backtest(dailyTable({ sales: values }), only(["distance"]), {
      looks: 20,
      detectors: { distance },
    });
    const [one] = series;
    expect(looks).toHaveLength(20);
    expect(one.events.map(({ start, end }) => [start, end])).toEqual([
      [180, 180],
      [150, 151],
    ]);
    for (const { knownAt, delay } of one.events) {
      expect(looks).toContain(knownAt);
      expect(delay).toBeLessThanOrEqual(looks[1] - looks[0] + DAY);
    }
    expect(one.alarms.map(({ point, confirmed }) => [point, confirmed])).toEqual([
      [150, true],
      [180, true],
    ]);
    expect(one.confirmed).toBe(1);
    expect(one.alarmsPerMonth).toBeCloseTo(2 / ((199 - one.from) / 30), 9);
  });

  test("looks when a record came in, and gives delays in rows and time, no finer than the looks are apart", async () => {
    const result = await backtest(dailyTable({ sales: values }), only(["distance"]), {
      looks: 10,
      detectors: { distance },
    });
    const { looks, series } = result;
    const text = backtestText(result);
    for (const look of looks) expect((look - Date.UTC(2024, 0, 1)) % DAY).toBe(0);
    for (const { start, knownAt, delay, delayRows, unknownRows } of series[0].events) {
      const look = looks.indexOf(knownAt);
      expect(delay).toBe(delayRows * DAY);
      expect(knownAt).toBe(Date.UTC(2024, 0, 1) + (start + delayRows) * DAY);
      expect(unknownRows).toBe(Math.max(0, (looks[look - 1] - Date.UTC(2024, 0, 1)) / DAY - start));
    }
    expect(text).toMatch(/^sales, seen at 10 moments with nothing but the past, 10 days apart: 2 of the 2 anomalies/);
    expect(text).toMatch(
      /half of them (with their first row|at most \d+ rows? \(\d+ (hours|days?)\) after their beginning)/,
    );
    expect(text).toMatch(/2 alarms would have been raised, \d\.\d a month; hindsight confirms all of them\.$/);
  });

  test("tells of one anomaly and one alarm without a share, and knows when values are missing", async () => {
    const one = await backtest(dailyTable({ sales: noisyValues(200, { 150: 130 }) }), only(["distance"]), {
      looks: 10,
      detectors: { distance },
    });
    expect(backtestText(one)).toMatch(/the one anomaly of hindsight would have been known /);
    expect(backtestText(one)).toMatch(/1 alarm would have been raised, which hindsight confirms\.$/);
    const week = noisyValues(300).map((value, i) =>
      i >= 200 && i < 215 ? NaN : value + 8 * Math.sin((2 * Math.PI * i) / 7),
    );
    const missing = await backtest(dailyTable({ sales: week }), {}, { looks: 5 });
    const told = missing.report.series[0].incidents.filter(({ kind }) => kind === "missing");
    expect(told).toHaveLength(1);
    expect(missing.series[0].events.find(({ rank }) => rank === told[0].rank)!.delayRows).toBeGreaterThanOrEqual(14);
  });

  test("never sees the future: other later records change nothing of what was known before", async () => {
    const run = (list: Float64Array): ReturnType<typeof backtest> =>
      backtest(dailyTable({ sales: list }), only(["isolationForest", "zScore"]), { looks: 6 });
    const plain = await run(values);
    const cut = plain.looks[4];
    const changed = values.map((value, day) => (Date.UTC(2024, 0, 1) + day * DAY > cut ? value * 5 + day : value));
    const other = await run(changed);
    const last = plain.series[0].live.findIndex((_, day) => Date.UTC(2024, 0, 1) + day * DAY > cut);
    expect([...other.series[0].live.subarray(0, last)]).toEqual([...plain.series[0].live.subarray(0, last)]);
    expect(plain.series[0].live.subarray(0, last)).toContain(1);
  });

  test("says how many alarms of pure noise hindsight does not confirm", async () => {
    const result = await backtest(dailyTable({ sales: noisyValues(200) }), only(["dice"], { contamination: 0.5 }), {
      looks: 8,
      detectors: { dice },
    });
    expect(result.series[0].alarms.length).toBeGreaterThan(0);
    expect(backtestText(result)).toContain("sales, seen at 8 moments with nothing but the past");
  });

  test("nothing found is a sentence too, and bad options are refused", async () => {
    const result = await backtest(dailyTable({ sales: noisyValues(60) }), only(["distance"]), {
      looks: 3,
      detectors: { distance },
    });
    expect(backtestText(result)).toContain(
      "hindsight sees no anomaly in the time watched; no alarm would have been raised.",
    );
    await expect(backtest(dailyTable({ sales: values }), {}, { warmUp: 1 })).rejects.toThrow(
      "warm-up from 0 to below 1",
    );
    await expect(backtest(dailyTable({ sales: [1, 2, 3] }), {})).rejects.toThrow("at least 10 records");
  });
});

test("the past of a table holds no later record", () => {
  const table = dailyTable({ sales: values });
  const past = pastTable(table, Date.UTC(2024, 0, 11));
  expect(past.records).toBe(11);
  expect(past.columns[0]).toMatchObject({ values: values.slice(0, 11) });
  expect([...past.lines]).toEqual(Array.from({ length: 11 }, (_, i) => i + 2));
  expect(table.records).toBe(200);
});

test("an alarm that a later look takes back counts as live but not as confirmed", () => {
  const flagged = (...points: number[]) =>
    detection(
      "d",
      Float64Array.from({ length: 6 }, (_, i) => (points.includes(i) ? 1 : 0)),
      1,
    );
  const hindsight = seriesReport(Float64Array.of(1, 2, 3, 4, 5, 6), [flagged(5), flagged(5)]);
  const first = seriesReport(
    Float64Array.of(1, 2, 3, 4),
    [flagged(3), flagged(3)].map((each) => ({
      ...each,
      scores: each.scores.slice(0, 4),
      flags: each.flags.slice(0, 4),
    })),
  );
  const looks = [hindsight.time[3], hindsight.time[5]];
  const result = seriesBacktest(hindsight, looks, [first, hindsight], 1);
  expect(result.alarms).toEqual([
    { point: 3, look: 0, confirmed: false },
    { point: 5, look: 1, confirmed: true },
  ]);
  expect(result.confirmed).toBe(0.5);
  expect(result.events[0]).toMatchObject({ start: 5, knownAt: looks[1], delay: 0 });
});
