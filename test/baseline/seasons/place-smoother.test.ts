import { expect, test } from "vitest";
import { smoothSeason } from "../../../kernel-lib/src/baseline/seasons/seasonal-profile.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const DAY = 48;
const WEEK = 7 * DAY;

/** Half-hours of so many weeks: weekends are a unit lower from midnight on, with a little noise. */
function weeks(count: number, seed: number, weekend = -1): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from(
    { length: count * WEEK },
    (_, i) => (i % WEEK >= 5 * DAY ? weekend : 0) + 0.1 * random.normal(),
  );
}

const all = (x: Float64Array): Float64Array => new Float64Array(x.length).fill(1);

test.each([Infinity, 16])("a weekend begins at midnight, not over several hours (stiffness %d)", (stiffness) => {
  const x = weeks(6, 3);
  const season = smoothSeason(x, all(x), WEEK, stiffness);
  const jump = (row: number): number => season[row] - season[row - 1];
  expect(jump(2 * WEEK + 5 * DAY)).toBeLessThan(-0.85);
  expect(jump(3 * WEEK)).toBeGreaterThan(0.85);
});

test("what one week shows is no jump of all of them, and fewer than four weeks show none", () => {
  const once = weeks(6, 4, 0);
  for (let i = 2 * WEEK + 100; i < 2 * WEEK + 160; i++) once[i] += 6;
  const season = smoothSeason(once, all(once), WEEK, Infinity);
  expect(Math.abs(season[100] - season[99])).toBeLessThan(0.6);
  const few = weeks(3, 5);
  const smooth = smoothSeason(few, all(few), WEEK, Infinity);
  expect(smooth[WEEK + 5 * DAY] - smooth[WEEK + 5 * DAY - 1]).toBeGreaterThan(-0.5);
});

test("noise without jumps is smoothed all along", () => {
  let rough = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const x = weeks(4, seed, 0);
    const wave = x.map((value, i) => value + Math.cos((2 * Math.PI * i) / DAY));
    const season = smoothSeason(wave, all(wave), WEEK, Infinity);
    for (let i = 1; i < WEEK; i++) if (Math.abs(season[i] - season[i - 1]) > 0.25) rough++;
  }
  expect(rough).toBeLessThan(3);
});
