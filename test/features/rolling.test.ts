import { describe, expect, it } from "vitest";
import { rolling } from "../../kernel-lib/src/features/rolling.js";
import { paramValues } from "../../kernel-lib/src/config/params.js";
import { quantile } from "../../kernel-lib/src/numeric/statistics.js";
import { hourlySeries } from "../series.js";

describe("rolling", () => {
  const series = hourlySeries(24 * 20);
  const columns = rolling.columns(series, paramValues(rolling.params, { windows: [24, 5], quantiles: [0.5, 0.9, 7] }));

  it("adds the quantiles asked for to mean and deviation of each window", () => {
    expect(rolling.columns(series, paramValues(rolling.params, { windows: [24] })).map(({ name }) => name)).toEqual([
      "rolling_mean_24",
      "rolling_deviation_24",
    ]);
    expect(columns.map(({ name }) => name)).toEqual([
      "rolling_mean_24",
      "rolling_deviation_24",
      "rolling_median_24",
      "rolling_quantile_0.9_24",
      "rolling_quantile_1_24",
      "rolling_mean_5",
      "rolling_deviation_5",
      "rolling_median_5",
      "rolling_quantile_0.9_5",
      "rolling_quantile_1_5",
    ]);
  });

  it("takes quantiles of the window before the point", () => {
    for (const [index, share, window] of [
      [2, 0.5, 24],
      [3, 0.9, 24],
      [4, 1, 24],
      [7, 0.5, 5],
      [9, 1, 5],
    ] as const) {
      const part = new Float64Array(100);
      columns[index].fill(part, 200);
      for (let i = 0; i < part.length; i++)
        expect(part[i]).toBeCloseTo(quantile(series.values.slice(200 + i - window, 200 + i), share), 12);
    }
  });

  it("knows nothing before half a window of values", () => {
    const start = new Float64Array(24);
    columns[2].fill(start, 0);
    expect([...start].map(Number.isNaN)).toEqual(Array.from({ length: 24 }, (_, i) => i < 12));
  });

  it("a quantile never looks ahead", () => {
    const changed = { ...series, values: series.values.map((value, i) => (i > 300 ? value * 7 + 1 : value)) };
    const others = rolling.columns(
      changed,
      paramValues(rolling.params, { windows: [24, 5], quantiles: [0.5, 0.9, 7] }),
    );
    columns.forEach((column, index) => {
      const [a, b] = [new Float64Array(302), new Float64Array(302)];
      column.fill(a, 0);
      others[index].fill(b, 0);
      expect(b).toEqual(a);
    });
  });
});
