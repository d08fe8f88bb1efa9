import { expect, test } from "vitest";
import { levelsOf } from "../../../kernel-lib/src/baseline/states/levels-of.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const DAY = 86_400;

test("a series that falls once and lacks some values has no levels: a gap ends no stay", () => {
  const random = createRandom(1);
  const values = Float64Array.from({ length: 260 }, (_, i) => (i < 190 ? 1 : 0.6) * (1 + 0.025 * random.normal()));
  for (const row of [20, 50, 80, 110, 140, 200, 215, 230, 245]) values[row] = NaN;
  expect(levelsOf(values, DAY)).toEqual([]);
});

test("a series that goes to and fro between two levels has them, gaps or not", () => {
  const random = createRandom(2);
  let high = 0;
  const values = Float64Array.from({ length: 400 }, () => {
    if (random.next() < 0.06) high = 1 - high;
    return 10 + 10 * high + 0.5 * random.normal();
  });
  expect(levelsOf(values, DAY)).toHaveLength(1);
  for (const row of [100, 200, 300]) values[row] = NaN;
  expect(levelsOf(values, DAY)).toHaveLength(1);
});
