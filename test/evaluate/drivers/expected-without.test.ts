import { describe, expect, test } from "vitest";
import { expectedWithout } from "../../../kernel-lib/src/evaluate/drivers/expected-without.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import type { Pattern } from "../../../kernel-lib/src/report.js";
import { plantedSeries } from "../../many-report.js";

const TERMS = { dated: true, season: null };
const WEEK = [0, 20, -10, 15, 5, -25, -30];

/** 300 days of which 40 lost half; the report's expected values have followed the loss all the way. */
function followed(): { truth: Float64Array; values: Float64Array } {
  const random = createRandom(6);
  const truth = Float64Array.from({ length: 300 }, (_, i) => 200 + 0.2 * i + WEEK[i % 7]);
  const values = truth.map((value, i) => (i >= 180 && i < 220 ? value / 2 : value) + 3 * random.normal());
  return { truth, values };
}

describe("what is expected of a series without a stretch", () => {
  test("has not followed the loss, however long it was and whatever the report expected", () => {
    const { truth, values } = followed();
    const report = { ...plantedSeries("sales", 0, [], { length: 300 }), values, expected: values };
    const expected = expectedWithout(report, report.time[180], report.time[219], TERMS);
    for (let i = 180; i < 220; i++) expect(Math.abs(expected[i] - truth[i])).toBeLessThan(8);
  });

  test("has not followed a level that came with the stretch, or less than two weeks before, and has followed an older one", () => {
    const random = createRandom(8);
    const truth = Float64Array.from({ length: 300 }, (_, i) => 200 + 0.2 * i + WEEK[i % 7]);
    const values = truth.map((value, i) => (i >= 200 ? 0.6 * value : value) + 3 * random.normal());
    const report = { ...plantedSeries("sales", 0, [], { length: 300 }), values };
    const expectedFrom = (from: number, to: number): Float64Array =>
      expectedWithout(report, report.time[from], report.time[to], TERMS);
    for (const [from, to] of [
      [200, 200],
      [200, 206],
      [209, 212],
    ]) {
      const expected = expectedFrom(from, to);
      for (let i = from; i <= to; i++) expect(Math.abs(expected[i] - truth[i])).toBeLessThan(12);
    }
    expect(Math.abs(expectedFrom(250, 252)[251] - 0.6 * truth[251])).toBeLessThan(12);
  });

  test("keeps step where days are missing from the file, and learns nothing from a known event", () => {
    const { truth, values } = followed();
    const report = { ...plantedSeries("sales", 0, [], { length: 300 }), values };
    const kept = Array.from(values.keys()).filter((i) => i % 41 !== 5);
    const known = Uint8Array.from(kept, (i) => Number(i >= 60 && i < 70));
    const pick = (column: Float64Array): Float64Array =>
      Float64Array.from(kept, (i) => (column === values && i >= 60 && i < 70 ? 9 : 1) * column[i]);
    const holed = {
      ...report,
      values: pick(values),
      time: pick(report.time),
      records: Uint32Array.from(kept.keys()),
      pattern: { known } as unknown as Pattern,
    };
    const expected = expectedWithout(holed, report.time[180], report.time[219], TERMS);
    kept.forEach((i, k) => expect(Math.abs(expected[k] - truth[i])).toBeLessThan(10));
  });

  test("hangs on nothing in it", () => {
    const { values } = followed();
    const report = { ...plantedSeries("sales", 0, [], { length: 300 }), values, expected: values };
    const other = values.map((value, i) => (i >= 180 && i < 220 ? 10 * value : value));
    const [one, two] = [values, other].map((own) =>
      expectedWithout({ ...report, values: own }, report.time[180], report.time[219], TERMS),
    );
    for (let i = 0; i < 300; i++) expect(two[i]).toBeCloseTo(one[i], 6);
  });

  test("is the report's own where there is too little to go by, and unknown where the value is", () => {
    const report = plantedSeries("sales", 0, [], { length: 12 });
    expect(expectedWithout(report, report.time[3], report.time[4], TERMS)).toBe(report.expected);
    const { values } = followed();
    values[50] = NaN;
    const long = { ...plantedSeries("sales", 0, [], { length: 300 }), values };
    expect(expectedWithout(long, long.time[180], long.time[219], TERMS)[50]).toBeNaN();
  });
});
