import { expect, test } from "vitest";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { deviation } from "../../kernel-lib/src/numeric/statistics.js";
import { analyseSeason } from "../../kernel-lib/src/season/season.js";
import { evenSeries } from "../bench/generated/labelled-series.js";

const DAY = 86_400;
const week = [1, 1.02, 1, 1.03, 1.1, 1.3, 0.8];

test("a week that grows in proportion is brought to one level with noise of one size", () => {
  const random = createRandom(11);
  const n = 420;
  const values = Float64Array.from(
    { length: n },
    (_, i) => 1000 * Math.exp((2 * i) / n) * week[i % 7] * (1 + 0.04 * random.normal()),
  );
  const { baseline, levelled } = analyseSeason(evenSeries("sales", values, DAY))!;
  expect(baseline.transform).toBe("logarithm");
  const sizeOf = (from: number): number =>
    deviation(Float64Array.from({ length: 98 }, (_, i) => levelled[from + i + 7] - levelled[from + i]));
  const ratio = sizeOf(0) / sizeOf(n - 105);
  expect(ratio).toBeGreaterThan(0.75);
  expect(ratio).toBeLessThan(1.33);
});
