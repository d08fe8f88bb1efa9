import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stretches } from "../../../kernel-lib/src/decide/incident/stretches.js";

describe("stretches", () => {
  test.each([
    [
      [0, 1, 1, 0, 1],
      0,
      [
        [1, 2],
        [4, 4],
      ],
    ],
    [[0, 1, 1, 0, 1], 1, [[1, 4]]],
    [[0, 0], 3, []],
    [[1, 1], 0, [[0, 1]]],
  ])("of %j with gap %i", (flags, gap, expected) => {
    expect(stretches(Uint8Array.from(flags), gap).map(({ start, end }) => [start, end])).toEqual(expected);
  });

  test("hold every flagged point once, begin and end with one, and lie more than the gap apart", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), fc.integer({ min: 0, max: 5 }), (marks, gap) => {
        const flags = Uint8Array.from(marks, Number);
        const found = stretches(flags, gap);
        for (const [i, flag] of flags.entries()) {
          const around = found.filter(({ start, end }) => start <= i && i <= end);
          expect(around.length).toBeGreaterThanOrEqual(flag);
          expect(around.length).toBeLessThanOrEqual(1);
        }
        for (const [place, { start, end }] of found.entries()) {
          expect([flags[start], flags[end]]).toEqual([1, 1]);
          if (place > 0) expect(start - found[place - 1].end - 1).toBeGreaterThan(gap);
        }
      }),
    );
  });
});
