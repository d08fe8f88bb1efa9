import { describe, expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import type { Baseline } from "../../../kernel-lib/src/baseline/types.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const DAY = 86_400;
const WEEK = 7 * DAY;

/** Three years of weeks; the week of the second Monday of each quarter's second month sells more. */
function promotions(seed: number): { readonly values: Float64Array; readonly times: Float64Array } {
  const random = createRandom(`promotions ${seed}`);
  const times = Float64Array.from({ length: 156 }, (_, i) => Date.UTC(2021, 0, 4) / 1000 + i * WEEK);
  const values = times.map((time, i) => {
    const date = new Date(time * 1000);
    const day = date.getUTCDate();
    const promoted = date.getUTCMonth() % 3 === 1 && day > 7 && day <= 14;
    return 1000 * (1 + 0.15 * Math.sin(i / 8.3)) * (promoted ? 1.4 : 1) * (1 + 0.035 * random.normal());
  });
  return { values, times };
}

/** Five months of days; the first of each sells more. */
function paydays(seed: number): { readonly values: Float64Array; readonly times: Float64Array } {
  const random = createRandom(`paydays ${seed}`);
  const times = Float64Array.from({ length: 155 }, (_, i) => Date.UTC(2023, 0, 9) / 1000 + i * DAY);
  const isFirst = (time: number): boolean => new Date(time * 1000).getUTCDate() === 1;
  return { values: times.map((time) => (isFirst(time) ? 1600 : 1000) * (1 + 0.04 * random.normal())), times };
}

const of = (made: { values: Float64Array; times: Float64Array }, step: number): Baseline =>
  baseline({ ...made, step, excluded: null });

describe("a table of fewer than 200 rows", () => {
  test("of weeks takes promotions that are 52 or 53 weeks apart for what they are, and tells a week without stock", () => {
    for (let seed = 0; seed < 4; seed++) {
      const made = promotions(seed);
      expect(of(made, WEEK)).toMatchObject({ kind: "short", findings: [] });
      made.values[120] *= 0.45;
      expect(of(made, WEEK).findings).toMatchObject([{ kind: "row", start: 120, end: 121 }]);
    }
  });

  test("of days takes paydays for what they are, and tells one that is missing", () => {
    for (let seed = 0; seed < 4; seed++) {
      const made = paydays(seed);
      expect(of(made, DAY).findings).toEqual([]);
      made.values[112] = 1000;
      expect(new Date(made.times[112] * 1000).getUTCDate()).toBe(1);
      expect(of(made, DAY).findings).toMatchObject([{ start: 112, end: 113 }]);
    }
  });
});
