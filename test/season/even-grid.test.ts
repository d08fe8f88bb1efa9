import { describe, expect, test } from "vitest";
import { regularGrid } from "../../kernel-lib/src/season/even-grid.js";
import { clockPeriods } from "../../kernel-lib/src/season/candidate-periods.js";
import type { Series } from "../../kernel-lib/src/table.js";

const seriesAt = (time: Float64Array): Series =>
  ({
    kpi: "v",
    key: null,
    values: new Float64Array(time.length),
    time,
    records: Uint32Array.from(time, (_, i) => i),
    dated: true,
    cadence: null,
  }) as unknown as Series;

describe("the grid of a series", () => {
  test("whose moments stand several times has no clock to go by", () => {
    const time = Float64Array.from({ length: 200_000 }, (_, i) => Math.floor(i / 200) * 3_600_000);
    const grid = regularGrid(seriesAt(time));
    expect(grid).toMatchObject({ step: 1, density: 1, dated: false });
    expect(grid.place[199_999]).toBe(199_999);
    expect(clockPeriods(grid, time.length)).toEqual([]);
  });

  test("of milliseconds is not laid on seconds", () => {
    const time = Float64Array.from({ length: 300_000 }, (_, i) => i);
    const grid = regularGrid(seriesAt(time));
    expect([grid.step, grid.place[299_999]]).toEqual([0.001, 299_999]);
    expect(clockPeriods(grid, time.length)).toEqual([]);
  });

  test("with a few moments that stand twice keeps its step", () => {
    const time = Float64Array.from({ length: 100 }, (_, i) => (i === 50 ? 49 : i) * 3_600_000);
    expect(regularGrid(seriesAt(time))).toMatchObject({ step: 3600, dated: true });
  });
});
