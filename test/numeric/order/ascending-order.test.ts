import fc from "fast-check";
import { expect, it } from "vitest";
import { ascendingOrder } from "../../../kernel-lib/src/numeric/order/ascending-order.js";

const someValues = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: -30, max: 30 }) },
    { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) },
  ),
  { maxLength: 200 },
);

it("ascendingOrder is the order of a stable sort of the finite values", () => {
  fc.assert(
    fc.property(someValues, fc.nat(20), (list, from) => {
      const values = Float64Array.from(list);
      const to = Math.max(from, values.length);
      const order = new Int32Array(to - from);
      const count = ascendingOrder(values, from, Math.min(to, values.length), order, new Int32Array(to - from));
      const wanted = list
        .slice(from)
        .flatMap((value, place) => (Number.isFinite(value) ? [place] : []))
        .sort((a, b) => list[from + a] - list[from + b] || a - b);
      expect([...order.subarray(0, count)]).toEqual(wanted);
    }),
  );
});
