import { describe, expect, test } from "vitest";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { deviation } from "../../kernel-lib/src/numeric/statistics.js";
import { profile } from "../../kernel-lib/src/profile/profile.js";
import { dailyTable } from "../evaluate/made-table.js";

/** Days with a year's wave, a week and noise. */
function days(memory: number, seed: number): Float64Array {
  const random = createRandom(seed);
  let air = 0;
  return Float64Array.from({ length: 1461 }, (_, day) => {
    air = memory * air + random.normal();
    return 50 + 0.004 * day - 8 * Math.cos((2 * Math.PI * day) / 365.25) + (day % 7 === 0 ? 2 : 0) + air;
  });
}

describe("a series taken apart", () => {
  test.each([0, 0.5, 0.85])("a year that is told is in its seasons, not in what is left (memory %f)", (memory) => {
    for (let seed = 1; seed <= 3; seed++) {
      const [{ seasons, course }] = profile(dailyTable({ sales: days(memory, seed) })).kpis;
      const year = seasons.find(({ label }) => label === "year");
      expect(year?.strength).toBeGreaterThan(0.5);
      // The wave alone has a deviation of 8 / √2.
      expect(deviation(course.seasonal)).toBeGreaterThan(4.5);
      expect(deviation(course.remainder)).toBeLessThan(4);
      expect(deviation(year!.profile)).toBeGreaterThan(4.5);
    }
  });
});
