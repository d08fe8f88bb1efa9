import { describe, expect, it } from "vitest";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { expectedBand } from "../../kernel-lib/src/season/expected-value.js";
import { pastExpectation } from "../../kernel-lib/src/season/past-expectation.js";
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

const COLUMNS = ["expected", "lower", "upper", "usual", "usualLower", "usualUpper"] as const;

describe("expectedBand", () => {
  const values = hourly(1200);
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
    expect(errors[600]).toBeLessThan(2);
  });

  it("of the past does not change when rows are added", () => {
    const whole = pastExpectation(series, null, null);
    // 50 rows hold two days, 300 less than two weeks: periods that are found later change nothing before.
    for (const cut of [50, 300]) {
      const part = pastExpectation(evenSeries("load", values.slice(0, cut), 3600), null, null);
      for (const name of COLUMNS) expect(whole[name].slice(0, cut)).toEqual(part[name]);
    }
  });

  it("never takes a value into its own past baseline", () => {
    const changed = values.slice(0, 400);
    const before = pastExpectation(evenSeries("load", changed, 3600), null, null);
    changed[350] += 500;
    const after = pastExpectation(evenSeries("load", changed, 3600), null, null);
    for (const name of COLUMNS) expect(after[name].slice(0, 351)).toEqual(before[name].slice(0, 351));
  });

  it("says nothing about a series that is too short", () => {
    const tiny = evenSeries("load", values.slice(0, 10), 3600);
    expect(expectedBand(tiny, analyseSeason(tiny), "history", 0.99).expected.every(Number.isNaN)).toBe(true);
  });
});
