import { expect, test } from "vitest";
import { longStays } from "../../../kernel-lib/src/baseline/states/long-stays.js";
import { farthest, golden } from "../golden/golden.js";

interface StayCase {
  states: number[];
  starts: number[];
  n: number;
  main: number;
  first: boolean;
  stays: [number, number, number][];
}

test.each(golden("kinds.json", "stays") as StayCase[])(
  "stays are as odd as in the oracle (%#)",
  ({ states, starts, n, main, first, stays }) => {
    const found = longStays({ states, starts, n, main, judgesFew: first });
    expect(found.map(({ start, end }) => [start, end])).toEqual(stays.map(([start, end]) => [start, end]));
    expect(
      farthest(
        found.map(({ logP }) => logP),
        stays.map(([, , logP]) => logP),
      ),
    ).toBeLessThan(1e-8);
  },
);

test("a value of two that was hardly ever seen is odd whenever it comes", () => {
  const rare = longStays({
    states: [1, 0, 1, 0, 1],
    starts: [0, 500, 510, 1500, 1512],
    n: 2000,
    main: 1,
    judgesFew: true,
  });
  // Two of 2,000 rows, per row.
  for (const { logP } of rare) expect(logP).toBeCloseTo(2 * Math.log(1 / 2000) + Math.log(2), 9);
  const common = longStays({
    states: [1, 0, 1, 0, 1],
    starts: [0, 500, 510, 1500, 1652],
    n: 2000,
    main: 1,
    judgesFew: true,
  });
  expect(common[0].logP).toBeGreaterThan(Math.log(0.02 / 2000));
});
