import fc from "fast-check";
import { expect, test } from "vitest";
import { pairCorrelations } from "../../../kernel-lib/src/numeric/linear-algebra/pair-correlations.js";
import { pairCorrelation } from "../../../kernel-lib/src/numeric/linear-algebra/shrunk-correlation.js";

test("correlations with many columns at once are those of each pair, to the byte, gaps and all", () => {
  const value = fc.oneof({ weight: 9, arbitrary: fc.double({ min: -6, max: 6, noNaN: true }) }, fc.constant(NaN));
  const column = (rows: number): fc.Arbitrary<Float64Array> =>
    fc.oneof(
      fc.float64Array({ minLength: rows, maxLength: rows, min: -6, max: 6, noNaN: true }),
      fc.array(value, { minLength: rows, maxLength: rows }).map((values) => Float64Array.from(values)),
      fc.constant(new Float64Array(rows).fill(2)),
    );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }).chain((rows) => fc.array(column(rows), { minLength: 1, maxLength: 11 })),
      ([own, ...others]) => {
        const pairs = others.map((other) => pairCorrelation(own, other, new Uint8Array(0)));
        expect(pairCorrelations(own, others)).toEqual(pairs);
      },
    ),
  );
});
