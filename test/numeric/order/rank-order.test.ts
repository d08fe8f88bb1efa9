import fc from "fast-check";
import { expect, it } from "vitest";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { rankOrder } from "../../../kernel-lib/src/numeric/order/rank-order.js";

/** The slow, obvious twin: a stable sort by comparison. */
function naive(values: Float64Array): number[] {
  return Array.from(values, (_, i) => i)
    .filter((i) => Number.isFinite(values[i]))
    .sort((a, b) => values[a] - values[b] || a - b);
}

const someValue = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noDefaultInfinity: false }),
  fc.constantFrom(-0, 5e-324, -5e-324, 1.7e308, -1.7e308),
);

it("rankOrder is the order of a stable sort of the finite values, short or long", () => {
  const random = createRandom(3);
  fc.assert(
    fc.property(fc.array(someValue, { maxLength: 40 }), (list) => {
      const short = Float64Array.from(list);
      const long = Float64Array.from({ length: 700 }, (_, i) =>
        i < list.length
          ? list[i]
          : list.length > 0 && random.next() < 0.3
            ? list[random.integer(list.length)]
            : random.normal(),
      );
      for (const values of [short, long]) expect([...rankOrder(values)]).toEqual(naive(values));
    }),
    { numRuns: 50 },
  );
});
