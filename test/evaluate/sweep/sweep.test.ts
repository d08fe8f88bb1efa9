import { sweepText } from "../../../kernel-lib/src/words/analyses/sweep.js";
import { describe, expect, test } from "vitest";
import { sweep } from "../../../kernel-lib/src/evaluate/sweep/sweep.js";
import { dailyTable, noisyValues } from "../made-table.js";

const table = dailyTable({ sales: noisyValues(300, { 100: 130, 200: 70 }) });

describe("sweep", () => {
  test("a threshold between the usual and two plain outliers is a plateau", async () => {
    const result = await sweep(table, {}, { detector: "zScore", option: "threshold", values: [5, 6, 7, 8] });
    const { points, plateau, current } = result;
    const text = sweepText(result);
    expect(current).toBe(3);
    expect(points.map(({ value }) => value)).toEqual([3, 5, 6, 7, 8]);
    expect(points.slice(1).map(({ flagged }) => flagged)).toEqual([2, 2, 2, 2]);
    expect(plateau![1]).toBe(8);
    expect(text).toContain("Z-score flags between 2 and");
  });

  test("without values it tries seven around the default, within the option's limits", async () => {
    const { points } = await sweep(table, {}, { detector: "zScore", option: "threshold" });
    expect(points.map(({ value }) => value)).toEqual([1.5, 1.95, 2.4, 3, 3.75, 4.8, 6]);
    expect(points.find(({ value }) => value === 3)!.overlap).toBe(1);
    expect(points.map(({ flagged }) => flagged)).toEqual(points.map(({ flagged }) => flagged).sort((a, b) => b - a));
  });

  test("an unknown detector or option is refused with what there is", async () => {
    await expect(sweep(table, {}, { detector: "magic", option: "threshold" })).rejects.toThrow('no detector "magic"');
    await expect(sweep(table, {}, { detector: "zScore", option: "magic" })).rejects.toThrow(
      'Z-score has no option "magic"',
    );
  });
});
