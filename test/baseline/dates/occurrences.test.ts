import { expect, test } from "vitest";
import { ownOfOccurrences } from "../../../kernel-lib/src/baseline/dates/occurrences.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const random = createRandom("occurrences");
const effect = new Float64Array(40).fill(-60);
const doubt = new Float64Array(40).fill(0.5);

test("what occurrences of all dates differ by is their own, and what is far beyond is not", () => {
  const off = Float64Array.from(effect, () => 4 * random.normal());
  off[7] = 50;
  const { own, doubt: open, isOwn } = ownOfOccurrences(off, effect, doubt);
  expect(isOwn[7]).toBe(0);
  expect(own[7]).toBe(0);
  expect(open[7]).toBeGreaterThan(5);
  for (let k = 0; k < off.length; k++) {
    if (isOwn[k] === 0) continue;
    expect(own[k] / off[k]).toBeGreaterThan(0.85);
    expect(own[k] / off[k]).toBeLessThan(1);
    expect(open[k]).toBeLessThan(1);
  }
  expect(isOwn.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(36);
});

test("occurrences that are alike leave open what noise leaves open", () => {
  const off = Float64Array.from(effect, () => random.normal());
  off[7] = 8;
  const { doubt: open, isOwn } = ownOfOccurrences(off, effect, doubt);
  expect(isOwn[7]).toBe(0);
  expect(open[7]).toBeCloseTo(0.5, 1);
});

test("one date of two occurrences does not tell how far they differ, and days without one have nothing", () => {
  const off = Float64Array.of(NaN, 20, -20, NaN);
  const { own, isOwn } = ownOfOccurrences(off, Float64Array.of(0, -60, -60, 0), Float64Array.of(0, 1, 1, 0));
  expect([...own]).toEqual([0, 0, 0, 0]);
  expect([...isOwn]).toEqual([0, 0, 0, 0]);
});
