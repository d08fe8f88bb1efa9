import { alertText, profileSummary } from "../../kernel-lib/src/words/analyses/profile.js";
import { describe, expect, test } from "vitest";
import { displayOf } from "../../kernel-lib/src/words/display.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { autocorrelation } from "../../kernel-lib/src/profile/autocorrelation.js";
import { flatRuns } from "../../kernel-lib/src/profile/flat-runs.js";
import { histogram } from "../../kernel-lib/src/profile/histogram.js";
import { profile } from "../../kernel-lib/src/profile/profile.js";
import { sparkLine } from "../../kernel-lib/src/profile/spark-line.js";
import type { Table } from "../../kernel-lib/src/table.js";
import { dailyTable, noisyValues } from "../evaluate/made-table.js";

const random = createRandom(3);
const normal = Array.from({ length: 800 }, () => random.normal());
const made = (value: (day: number) => number): Float64Array =>
  Float64Array.from({ length: 800 }, (_, day) => value(day));

describe("what profile finds", () => {
  test("a week that repeats itself and a trend", () => {
    const [kpi] = profile(
      dailyTable({ sales: made((day) => 100 + 20 * Math.sin((2 * Math.PI * day) / 7) + 0.1 * day + 2 * normal[day]) }),
    ).kpis;
    expect(kpi.seasons.map(({ label, points }) => [label, points])).toEqual([["week", 7]]);
    expect(kpi.seasons[0].strength).toBeGreaterThan(0.9);
    expect(kpi.trend.direction).toBe("up");
    expect(kpi.trend.change).toBeGreaterThan(70);
    expect(kpi.trend.change).toBeLessThan(85);
    const { values, trend, seasonal, remainder } = kpi.course;
    values.forEach((value, index) => expect(trend[index] + seasonal[index] + remainder[index]).toBeCloseTo(value, 9));
  });

  test("nothing of it in plain noise", () => {
    const result = profile(dailyTable({ noise: noisyValues(800) }));
    const { kpis, alerts } = result;
    expect(kpis[0].seasons).toEqual([]);
    expect(kpis[0].trend.direction).toBe("none");
    expect(kpis[0].levelShifts).toEqual([]);
    expect(alerts).toEqual([]);
    // Of values it says nothing that detection could contradict.
    expect(profileSummary(result).at(-1)).toBe(
      "Its rows and columns are in order; which of its values are not normal, detection says.",
    );
  });

  test("a lasting change of level, once and about where it is", () => {
    const { kpis, alerts } = profile(dailyTable({ load: made((day) => (day < 400 ? 50 : 70) + normal[day]) }));
    expect(kpis[0].levelShifts).toHaveLength(1);
    expect(Math.abs(kpis[0].levelShifts[0].point - 400)).toBeLessThanOrEqual(1);
    expect(kpis[0].levelShifts[0].after - kpis[0].levelShifts[0].before).toBeCloseTo(20, 0);
    expect(alertText(alerts[0])).toMatch(/^load moves from about 50.* to (69|70).* around \w+ \d+ \w+ 2025/);
  });

  test("a year beside the week, growth and a day that returns, all by the one model", () => {
    const noise = createRandom(12);
    const values = Float64Array.from({ length: 1461 }, (_, day) => {
      const date = new Date(Date.UTC(2024, 0, 1 + day));
      const closed = date.getUTCMonth() === 11 && date.getUTCDate() === 25;
      const year = 40 * Math.cos((2 * Math.PI * day) / 365.25);
      return (closed ? 60 : 300) + year + [0, 20, -10, 15, 5, -25, -30][day % 7] + 4 * noise.normal();
    });
    const [{ seasons, normal }] = profile(dailyTable({ sales: values })).kpis;
    expect(seasons.map(({ label }) => label)).toEqual(["week", "year"]);
    for (const { strength } of seasons) expect(strength).toBeGreaterThan(0.8);
    expect(normal!.kind).toBe("long");
    expect(normal!.changes).toEqual([]);
    expect(normal!.dates.map(({ key, value, years }) => [key, value, years])).toEqual([["fixed", 1225, 4]]);
    expect(Math.abs(normal!.growthPerYear!)).toBeLessThan(5);
  });

  test("a value that stands still", () => {
    const { kpis, alerts } = profile(
      dailyTable({ sensor: made((day) => (day >= 300 && day < 320 ? 5 : normal[day])) }),
    );
    expect(kpis[0].flatRuns).toEqual([{ start: 300, end: 319, value: 5 }]);
    expect(alerts.map((each) => alertText(each))).toContain("sensor is stuck at 5 for 20 points in a row.");
  });

  test("a KPI that follows another some days later, and one that says the same", () => {
    const first = made((day) => normal[day]);
    const later = made((day) => (day < 3 ? 0 : normal[day - 3]) + 0.1 * Math.sin(day * 7.3));
    const { correlations, alerts } = profile(dailyTable({ first, later, copy: first.map((value) => 2 * value + 1) }));
    const pair = correlations.find((each) => each.first === "first" && each.second === "later")!;
    expect(pair.lag).toBe(3);
    expect(pair.shifted).toBeGreaterThan(0.95);
    expect(alerts.map((each) => alertText(each))).toContain(
      "first and copy say nearly the same (correlation above 0.98); one of them is enough.",
    );
  });

  test("order, duplicates and gaps of the time axis", () => {
    const table = dailyTable({ sales: noisyValues(60) });
    const times = table.time!.values;
    times[10] = times[9];
    for (let i = 40; i < 60; i++) times[i] += 5 * 86_400_000;
    const result = profile(table);
    const { time } = result;
    expect([time.order, time.duplicates, time.gapCount]).toEqual(["ascending", 1, 2]);
    expect(time.gaps[0]).toEqual({ from: times[39], to: times[40], missing: 5 });
    expect(profileSummary(result)[1]).toContain("1 moment stands there twice");
    times.reverse();
    expect(profile(table).time.order).toBe("descending");
  });

  test("weekends are no gaps where only business days are recorded", () => {
    const days = Array.from({ length: 70 }, (_, i) => Date.UTC(2024, 0, 1 + i)).filter(
      (time) => new Date(time).getUTCDay() % 6 !== 0,
    );
    const table = dailyTable({ close: noisyValues(days.length) });
    const weekdays: Table = {
      ...table,
      time: { ...table.time!, values: Float64Array.from(days) },
      cadence: { seconds: 86_400, label: "business-daily", regularity: 1 },
    };
    expect(profile(weekdays).time.gapCount).toBe(0);
    // A holiday or two are none either, as the reader of the file has it.
    days.splice(20, 2);
    days.splice(10, 4);
    const gap = profile({ ...weekdays, time: { ...table.time!, values: Float64Array.from([...days, NaN, NaN]) } }).time
      .gaps;
    expect(gap.map(({ missing }) => missing)).toEqual([4]);
  });
});

describe("profile bears", () => {
  test.each<[string, ArrayLike<number>]>([
    ["nothing but missing values", [NaN, NaN, NaN]],
    ["a constant", [5, 5, 5, 5]],
    ["one value", [1]],
    ["no value", []],
    ["huge and tiny values", [1e300, -1e300, 1e-300, 0]],
  ])("%s", (_name, values) => {
    const result = profile(dailyTable({ kpi: values }));
    expect(result.kpis[0].points).toBe(values.length);
    expect(displayOf(result)!["text/plain"]).toContain("made.csv");
    expect(structuredClone(result).alerts).toEqual(result.alerts);
  });

  test("a file without a KPI is refused with what to do", () => {
    expect(() => profile({ ...dailyTable({ a: [1] }), columns: [] })).toThrow("no column of numbers");
  });
});

describe("parts", () => {
  test("autocorrelation by hand: 1, 2, 3, 4 gives 1, 0.25, -0.3", () => {
    expect([...autocorrelation(Float64Array.of(1, 2, 3, 4), 2)].map((value) => Number(value.toFixed(6)))).toEqual([
      1, 0.25, -0.3,
    ]);
  });

  test("a histogram counts every value once", () => {
    expect(histogram(Float64Array.of(0, 1, 2, 3, 10, 10, 10, 10, 10), 40)).toEqual({
      start: 0,
      width: 10 / 3,
      counts: Uint32Array.of(4, 0, 5),
    });
    expect(histogram(Float64Array.of(7, 7), 40)).toEqual({ start: 7, width: 1, counts: Uint32Array.of(2) });
  });

  test("a spark line rises with its values and leaves gaps open", () => {
    expect(sparkLine(Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7), 8)).toBe("▁▂▃▄▅▆▇█");
    expect(sparkLine(Float64Array.of(0, NaN, 1), 3)).toBe("▁ █");
    expect(sparkLine(Float64Array.of(3, 3), 8)).toBe("▄▄");
  });

  test("runs of rounded values are not reported as flat", () => {
    const rounded = Float64Array.from(normal, (value) => Math.round(value * 0.7));
    expect(flatRuns(rounded).runs).toEqual([]);
    expect(flatRuns(rounded).repeats).toBeGreaterThan(0.2);
  });
});
