import { describe, expect, it } from "vitest";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { expectedBand } from "../../kernel-lib/src/season/expected-value.js";
import { analyseSeason } from "../../kernel-lib/src/season/season.js";
import { evenSeries } from "../bench/generated/labelled-series.js";

function hourly(length: number): Float64Array {
  const random = createRandom(9);
  return Float64Array.from(
    { length },
    (_, i) =>
      50 +
      0.002 * i +
      12 * Math.sin((2 * Math.PI * i) / 24) +
      (Math.floor(i / 24) % 7 > 4 ? -8 : 0) +
      2 * random.normal(),
  );
}

/** Share of points inside the range, of those that have one. */
function inside(values: Float64Array, band: { lower: Float64Array; upper: Float64Array }): number {
  const judged = values
    .map((value, i) => (Number.isNaN(band.lower[i]) ? NaN : Number(value >= band.lower[i] && value <= band.upper[i])))
    .filter((hit) => !Number.isNaN(hit));
  return judged.reduce((sum, hit) => sum + hit, 0) / judged.length;
}

describe("expectedBand", () => {
  const values = hourly(2000);
  const series = evenSeries("load", values, 3600);

  it("holds the share of the points that it promises", () => {
    const season = analyseSeason(series);
    for (const baseline of ["history", "past"] as const) {
      const held = inside(values, expectedBand(series, season, baseline, 0.99));
      expect(held).toBeGreaterThan(0.97);
      expect(held).toBeLessThan(0.998);
    }
  });

  it("knows day and week: most of the swing is expected", () => {
    const { expected } = expectedBand(series, analyseSeason(series), "history", 0.99);
    const errors = values.map((value, i) => Math.abs(value - expected[i])).sort();
    expect(errors[1000]).toBeLessThan(2);
  });

  it("of the past does not change when rows are added", () => {
    const whole = expectedBand(series, analyseSeason(series), "past", 0.99);
    // 50 rows hold two days, 300 less than two weeks: periods that are found later change nothing before.
    for (const cut of [50, 300, 1500]) {
      const short = evenSeries("load", values.slice(0, cut), 3600);
      const part = expectedBand(short, analyseSeason(short), "past", 0.99);
      for (const name of ["expected", "lower", "upper"] as const) expect(whole[name].slice(0, cut)).toEqual(part[name]);
    }
  });

  it("never takes a value into its own past baseline", () => {
    const changed = values.slice();
    changed[1200] += 500;
    const before = expectedBand(series, analyseSeason(series), "past", 0.99);
    const other = evenSeries("load", changed, 3600);
    const after = expectedBand(other, analyseSeason(other), "past", 0.99);
    expect(after.expected[1200]).toBe(before.expected[1200]);
    expect(after.upper[1200]).toBe(before.upper[1200]);
  });

  it("says nothing about a series that is too short", () => {
    const tiny = evenSeries("load", values.slice(0, 10), 3600);
    expect(expectedBand(tiny, analyseSeason(tiny), "history", 0.99).expected.every(Number.isNaN)).toBe(true);
  });
});
