import fc from "fast-check";
import { expect, test } from "vitest";
import { thinLine } from "../../kernel-lib/src/numeric/thin-line.js";

test("a short line stays whole", () => {
  expect([...thinLine(new Float64Array(5), new Uint8Array(5), 10)]).toEqual([0, 1, 2, 3, 4]);
});

test("ends, extremes and points to keep stay; order and bound hold", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(NaN)), {
        minLength: 50,
        maxLength: 400,
      }),
      fc.array(fc.nat(49), { maxLength: 5 }),
      (list, kept) => {
        const values = Float64Array.from(list);
        const keep = new Uint8Array(values.length);
        for (const index of kept) keep[index] = 1;
        const shown = thinLine(values, keep, 30);
        const known = list.filter((value) => !Number.isNaN(value));
        for (const index of kept) expect(shown).toContain(index);
        if (known.length > 0)
          expect([...shown].map((index) => values[index])).toEqual(
            expect.arrayContaining([Math.max(...known), Math.min(...known)]),
          );
        expect([...shown]).toEqual([...new Set(shown)].sort((a, b) => a - b));
        expect(shown.length).toBeLessThanOrEqual(30 + kept.length + 2);
      },
    ),
  );
});
