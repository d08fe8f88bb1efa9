import { expect, test } from "vitest";
import { shareBelow } from "../../../kernel-lib/src/baseline/noise/share-below.js";
import { rowNoise } from "../golden/rows.js";

test("ranks of a short column", () => {
  expect(Array.from(shareBelow(Float64Array.of(3, 1, 2, 5)))).toEqual([0.5, 0, 0.25, 0.75]);
});

test("a long column is placed to within a hundredth, in order", () => {
  const values = rowNoise(60_000);
  const share = shareBelow(values);
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b]);
  let [farthest, before] = [0, 0];
  order.forEach((row, rank) => {
    farthest = Math.max(farthest, Math.abs(share[row] - rank / values.length));
    expect(share[row]).toBeGreaterThanOrEqual(before);
    before = share[row];
  });
  expect(farthest).toBeLessThan(0.015);
});

test("a long constant has one share", () => {
  expect(new Set(shareBelow(new Float64Array(50_000).fill(2))).size).toBe(1);
});
