import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cohenKappa, flagAgreement, jaccard } from "../../../kernel-lib/src/evaluate/comparison/flag-agreement.js";

const flags = (text: string): Uint8Array => Uint8Array.from(text, Number);
const all = (length: number): Uint8Array => new Uint8Array(length).fill(1);

describe("agreement of flags", () => {
  // By hand: both 2, first alone 1, second alone 1, neither 4. Observed 6/8, chance (3·3 + 5·5)/64.
  const counts = flagAgreement(flags("11100000"), flags("11010000"), all(8));

  test("Jaccard and kappa by hand", () => {
    expect(counts).toEqual({ both: 2, first: 1, second: 1, neither: 4 });
    expect(jaccard(counts)).toBe(0.5);
    expect(cohenKappa(counts)).toBeCloseTo((6 / 8 - 34 / 64) / (1 - 34 / 64), 12);
  });

  test("kappa of Cohen's textbook table (20, 5, 10, 15 of 50) is 0.4", () => {
    expect(cohenKappa({ both: 20, first: 5, second: 10, neither: 15 })).toBeCloseTo(0.4, 12);
  });

  test("nothing flagged gives no Jaccard and no kappa", () => {
    const none = flagAgreement(flags("000"), flags("000"), all(3));
    expect([jaccard(none), cohenKappa(none)]).toEqual([NaN, NaN]);
  });

  test("points that do not count are left out", () => {
    expect(flagAgreement(flags("110"), flags("100"), flags("101"))).toEqual({
      both: 1,
      first: 0,
      second: 0,
      neither: 1,
    });
  });

  test("both are symmetric, 1 with itself, and kappa never exceeds 1", () => {
    const bits = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }).map((list) => Uint8Array.from(list, Number));
    fc.assert(
      fc.property(bits, bits, (a, b) => {
        const [forth, back, self] = [
          flagAgreement(a, b, all(12)),
          flagAgreement(b, a, all(12)),
          flagAgreement(a, a, all(12)),
        ];
        expect(jaccard(forth)).toEqual(jaccard(back));
        if (a.includes(1)) expect(jaccard(self)).toBe(1);
        if (a.includes(1) && a.includes(0)) expect(cohenKappa(self)).toBeCloseTo(1, 12);
        if (!Number.isNaN(cohenKappa(forth))) expect(cohenKappa(forth)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
