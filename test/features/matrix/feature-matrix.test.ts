import { describe, expect, test } from "vitest";
import { paramValues } from "../../../kernel-lib/src/config/params.js";
import { featureMatrix } from "../../../kernel-lib/src/features/matrix/feature-matrix.js";
import { features } from "../../../kernel-lib/src/features/index.js";
import { hourlySeries } from "../../series.js";

const all = Object.values(features).map((feature) => ({ feature, params: paramValues(feature.params) }));

describe("featureMatrix", () => {
  test("describes an hourly series by what a person would look at", () => {
    const { names } = featureMatrix(hourlySeries(24 * 40), all);
    expect(names).toEqual([
      "value",
      "lag_1",
      "lag_24",
      "lag_168",
      "rolling_mean_24",
      "rolling_deviation_24",
      "rolling_mean_168",
      "rolling_deviation_168",
      "change_1",
      "change_24",
      "change_168",
      "hour",
      "day_of_week",
      "weekend",
      "month",
    ]);
  });

  test("leaves out the warm-up and every row that a missing value touches", () => {
    const series = hourlySeries(24 * 40);
    series.values[500] = NaN;
    const { points } = featureMatrix(series, all);
    expect(points[0]).toBe(168);
    expect([500, 501, 524, 668].filter((point) => points.includes(point))).toEqual([]);
    expect(points.includes(502)).toBe(true);
  });

  test("holds each row together", () => {
    const series = hourlySeries(24 * 40);
    const { names, points, values } = featureMatrix(series, all);
    const row = 10;
    const point = points[row];
    const cell = (name: string): number => values[row * names.length + names.indexOf(name)];
    expect(cell("value")).toBe(series.values[point]);
    expect(cell("lag_24")).toBe(series.values[point - 24]);
    expect(cell("hour")).toBe(point % 24);
    expect(cell("rolling_mean_24")).toBeCloseTo(
      series.values.slice(point - 24, point).reduce((sum, value) => sum + value) / 24,
      9,
    );
  });

  test("is the same whatever part of a column is asked for at a time", () => {
    const series = hourlySeries(24 * 30);
    for (const { feature, params } of all) {
      for (const column of feature.columns(series, params as never)) {
        const whole = new Float64Array(series.values.length);
        column.fill(whole, 0);
        for (const from of [0, 1, 100, 167, 168, 169, 600]) {
          const part = new Float64Array(90);
          column.fill(part, from);
          expect(part).toEqual(whole.slice(from, from + 90));
        }
      }
    }
  });

  test("keeps only the rows there are when many are missing", () => {
    const series = hourlySeries(24 * 40);
    for (let i = 0; i < series.values.length; i += 5) series.values[i] = NaN;
    const { points, values } = featureMatrix(series, [{ feature: features.value, params: {} }]);
    expect(points.length).toBe(768);
    expect(values.buffer.byteLength).toBe(768 * 8);
    expect([...values]).toEqual([...series.values.filter((value) => !Number.isNaN(value))]);
  });

  test("is empty without rows", () => {
    expect(featureMatrix(hourlySeries(0), all).points.length).toBe(0);
  });
});

describe("every feature", () => {
  test.each(Object.entries(features))("%s never looks ahead", (_id, feature) => {
    const series = hourlySeries(24 * 20);
    const changed = { ...series, values: series.values.map((value, i) => (i > 300 ? value * 7 + 1 : value)) };
    const before = feature.columns(series, paramValues(feature.params));
    const after = feature.columns(changed, paramValues(feature.params));
    before.forEach((column, index) => {
      const [a, b] = [new Float64Array(480), new Float64Array(480)];
      column.fill(a, 0);
      after[index].fill(b, 0);
      expect(b.slice(0, 301)).toEqual(a.slice(0, 301));
    });
  });
});
