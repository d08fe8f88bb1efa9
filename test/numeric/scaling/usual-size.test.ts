import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOwnSize, inUsualSize, timesPowerOfTwo } from "../../../kernel-lib/src/numeric/scaling/usual-size.js";

describe("numbers of a usual size", () => {
  it("are given back as they are", () => {
    const values = Float64Array.of(0, -3, NaN, 1e9, 1e-9, Infinity);
    expect(inUsualSize(values)).toEqual({ values, exponent: 0 });
    expect(inUsualSize(values).values).toBe(values);
  });

  it("come from numbers of any size and lead back to them, to the last digit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 2, noNaN: true }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: -1022, max: 1022 }),
        (numbers, exponent) => {
          const values = Float64Array.from(numbers, (value, i) => timesPowerOfTwo(i % 2 ? value : -value, exponent));
          const sized = inUsualSize(values);
          for (const value of sized.values) {
            expect(Math.abs(value)).toBeLessThan(2e60);
            expect(Math.abs(value)).toBeGreaterThan(0.5e-60);
          }
          expect(inOwnSize(sized.values, sized.exponent)).toEqual(values);
        },
      ),
    );
  });

  it("leave out what is nothing beside the largest, and never become infinite again", () => {
    const { values, exponent } = inUsualSize(Float64Array.of(1e300, 1e-300, 1.5e300, NaN));
    expect(values[1]).toBe(0);
    expect(values[2] / values[0]).toBeCloseTo(1.5, 12);
    expect(values[3]).toBeNaN();
    expect([...inOwnSize(Float64Array.of(1e20, -1e20, NaN), exponent)]).toEqual([
      Number.MAX_VALUE,
      -Number.MAX_VALUE,
      NaN,
    ]);
  });

  it("come from the smallest numbers as well", () => {
    const { values, exponent } = inUsualSize(Float64Array.of(5e-324, 2e-323));
    expect([...values]).toEqual([0.25, 1]);
    expect([...inOwnSize(values, exponent)]).toEqual([5e-324, 2e-323]);
  });
});
