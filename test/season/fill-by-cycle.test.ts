import { expect, test } from "vitest";
import { fillByCycle } from "../../kernel-lib/src/season/fill-by-cycle.js";

const week = [5, 6, 7, 8, 9, 1, 0];
const weeks = Float64Array.from({ length: 35 }, (_, i) => week[i % 7] + Math.floor(i / 7));
const unknown = (from: number, to: number): Uint8Array =>
  Uint8Array.from(weeks, (_, i) => Number(i >= from && i <= to));

test("a hole takes the same place of the cycles around, the nearer one more", () => {
  for (const [from, to] of [
    [15, 15],
    [12, 17],
    [10, 22],
  ]) {
    const filled = fillByCycle(
      weeks.map((value, i) => (i >= from && i <= to ? 99 : value)),
      unknown(from, to),
      7,
    );
    filled.forEach((value, i) => expect(value).toBeCloseTo(weeks[i], 12));
  }
});

test("at the ends one side is enough; without a cycle nothing is changed", () => {
  expect(fillByCycle(weeks, unknown(30, 34), 7)[33]).toBe(weeks[26]);
  expect(fillByCycle(weeks, unknown(0, 3), 7)[2]).toBe(weeks[9]);
  expect(fillByCycle(weeks, unknown(0, 34), 7)).toEqual(weeks);
  expect(fillByCycle(weeks, unknown(3, 4), 0)).toBe(weeks);
});
