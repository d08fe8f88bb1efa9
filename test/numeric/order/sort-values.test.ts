import fc from "fast-check";
import { expect, it } from "vitest";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { sortValues } from "../../../kernel-lib/src/numeric/order/sort-values.js";

const someValue = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double(),
  fc.constantFrom(0, -0, 5e-324, -5e-324, 1.7e308, -1.7e308, NaN, Infinity, -Infinity),
);

it("sortValues puts numbers in the order of their own sort, short or long, in place", () => {
  const random = createRandom(4);
  fc.assert(
    fc.property(fc.array(someValue, { maxLength: 40 }), (list) => {
      const pick = (i: number): number =>
        i < list.length ? list[i] : random.next() < 0.3 ? (list[random.integer(40)] ?? -0) : random.normal();
      for (const length of [list.length, 3000]) {
        const values = Float64Array.from({ length }, (_, i) => pick(i));
        const expected = values.slice().sort();
        expect(sortValues(values)).toBe(values);
        expect(values.every((value, i) => Object.is(value, expected[i]))).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

it("sortValues sorts a part of a longer array and leaves the rest, also where all are alike or all are missing", () => {
  const long = Float64Array.from({ length: 5000 }, (_, i) => (i * 7919) % 5000);
  sortValues(long.subarray(1000, 4000));
  expect(long[999]).toBe((999 * 7919) % 5000);
  expect(long[4000]).toBe((4000 * 7919) % 5000);
  for (let i = 1001; i < 4000; i++) expect(long[i] >= long[i - 1]).toBe(true);
  for (const one of [7, -0, NaN]) {
    const same = new Float64Array(2000).fill(one);
    expect(sortValues(same).every((value) => Object.is(value, one))).toBe(true);
  }
});
