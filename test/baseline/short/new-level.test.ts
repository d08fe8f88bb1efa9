import { describe, expect, it } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { isNewLevel } from "../../../kernel-lib/src/baseline/short/new-level.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const WEEK = 7 * 86_400;
const START = Date.UTC(2010, 1, 5) / 1000;
const weeks = (rows: number, value: (i: number) => number): Float64Array =>
  Float64Array.from({ length: rows }, (_, i) => value(i));

/** Weeks that rise until Christmas, faster and faster, and are as before in the week after it. */
function untilChristmas(seed: number): Float64Array {
  const random = createRandom(`christmas ${seed}`);
  return weeks(143, (i) => {
    const before = (((46 - i) % 52) + 52) % 52;
    return 1_800_000 * (1 + 0.7 * Math.exp(-before / 2.5)) * Math.exp(0.03 * random.normal());
  });
}

const found = (values: Float64Array) =>
  baseline({ values, step: WEEK, times: weeks(values.length, (i) => START + i * WEEK), excluded: null });

describe("a new level", () => {
  it("is none where the same weeks of other years are as high", () => {
    const values = weeks(120, (i) => (i % 52 > 40 ? 3 : 1));
    const keep = new Uint8Array(120).fill(1);
    expect(isNewLevel({ row: 53, size: -2 }, values, keep, 52)).toBe(false);
    expect(isNewLevel({ row: 104, size: -2 }, values, keep, 52)).toBe(false);
    const raised = values.map((value, i) => (i >= 70 ? value + 2 : value));
    expect(isNewLevel({ row: 70, size: 2 }, raised, keep, 52)).toBe(true);
  });

  it("is one where no other year, or no cycle that is long enough, tells", () => {
    const values = weeks(60, (i) => (i >= 30 ? 2 : 1));
    const keep = new Uint8Array(60).fill(1);
    expect(isNewLevel({ row: 30, size: 1 }, values, keep, 52)).toBe(true);
    expect(isNewLevel({ row: 30, size: 1 }, values, keep, 4)).toBe(true);
  });

  it("does not begin after Christmas in a table of weeks that rise until then", () => {
    const told = Array.from({ length: 6 }, (_, seed) =>
      found(untilChristmas(seed)).changes.filter(({ end }) => end === null),
    );
    expect(told.flat()).toEqual([]);
  });

  it("begins where it does, also in such a table", () => {
    const values = untilChristmas(7).map((value, i) => (i >= 75 ? 0.7 * value : value));
    const [change, ...others] = found(values).changes.filter(({ end }) => end === null);
    expect(others).toEqual([]);
    expect(Math.abs(change.row - 75)).toBeLessThanOrEqual(1);
  });
});
