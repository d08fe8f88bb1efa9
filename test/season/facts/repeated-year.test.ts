import { describe, expect, test } from "vitest";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { repeatedYear } from "../../../kernel-lib/src/season/facts/repeated-year.js";
import { profile } from "../../../kernel-lib/src/profile/profile.js";
import { seriesOf } from "../../../kernel-lib/src/io/series.js";
import { detect } from "../../../kernel-lib/src/detect.js";
import { isTold } from "../../../kernel-lib/src/season/facts/told-periods.js";
import { assumptionText } from "../../../kernel-lib/src/words/assumption.js";
import { dailyTable } from "../../evaluate/made-table.js";

/** Days of a year's wave with weather about it: each day is much like the one before. */
function weather(days: number, memory: number, seed: number, wave = 8): Float64Array {
  const random = createRandom(seed);
  let air = 0;
  return Float64Array.from({ length: days }, (_, day) => {
    air = memory * air + 1.5 * random.normal();
    return 10 - wave * Math.cos((2 * Math.PI * day) / 365.25) + air;
  });
}

const yearOf = (values: Float64Array): number | undefined =>
  repeatedYear(seriesOf(dailyTable({ air: values }), "air"))?.strength;

describe("a year that repeats itself", () => {
  test("is told of every series of weather, whichever way the model follows it", () => {
    for (let seed = 1; seed <= 4; seed++) {
      const [{ seasons }] = profile(dailyTable({ air: weather(1461, 0.85, seed) })).kpis;
      const year = seasons.filter(({ label }) => label === "year");
      expect(year).toHaveLength(1);
      expect(year[0].strength).toBeGreaterThan(0.6);
      expect(year[0].points).toBe(365);
    }
  });

  test("has its share of the variation, its course and its size", () => {
    expect(yearOf(weather(1461, 0, 5))).toBeCloseTo(32 / (32 + 2.25), 1);
    const found = repeatedYear(
      seriesOf(dailyTable({ air: weather(1461, 0, 5).map((value) => value * 1e200) }), "air"),
    )!;
    expect(found.profile[0] / 1e200).toBeCloseTo(-8, 0);
    expect(found.profile[182] / 1e200).toBeCloseTo(8, 0);
  });

  test("is not told of noise, walks, growth, one unlike year or too few of them", () => {
    expect(yearOf(weather(1461, 0, 6, 0))).toBeUndefined();
    for (let seed = 1; seed <= 20; seed++) expect(yearOf(weather(1461, 1, seed, 0))).toBeUndefined();
    expect(yearOf(Float64Array.from({ length: 1461 }, (_, day) => day / 10))).toBeUndefined();
    expect(yearOf(weather(1000, 0, 7))).toBeUndefined();
    const unlike = weather(1461, 0, 8).map((value, day) => (day > 1100 ? 20 - value : value));
    expect(yearOf(unlike)).toBeUndefined();
    expect(yearOf(new Float64Array(1461).fill(3))).toBeUndefined();
    expect(yearOf(new Float64Array(1461).fill(NaN))).toBeUndefined();
  });

  test("is told though days are missing", () => {
    expect(yearOf(weather(1461, 0, 9).map((value, day) => (day % 3 === 0 ? NaN : value)))).toBeGreaterThan(0.8);
  });

  test("is told by detection as by the profile, also where the model follows the neighbours instead", async () => {
    for (let seed = 1; seed <= 4; seed++) {
      const report = await detect(dailyTable({ air: weather(1461, 0.85, seed) }));
      const years = report.series[0].pattern!.periods.filter(({ label }) => label === "year");
      expect(years.map((period) => isTold(period))).toEqual([true]);
      const said = report.assumptions.find(({ id }) => id === "seasons")!;
      expect(assumptionText(said)).toMatch(/^Repeats every (week and every )?year/);
    }
  });

  test("is not told where the seasons are set by hand", async () => {
    const table = dailyTable({ air: weather(1461, 0.85, 1) });
    const labels = profile(table, { season: ["week"] }).kpis[0].seasons.map(({ label }) => label);
    expect(labels).not.toContain("year");
    const { pattern } = (await detect(table, { season: ["week"] })).series[0];
    expect(pattern!.periods.some(({ label }) => label === "year")).toBe(false);
  });
});
