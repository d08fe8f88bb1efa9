import { expect, test } from "vitest";
import { longStays } from "../../../kernel-lib/src/baseline/states/long-stays.js";
import { farthest, golden } from "../golden/golden.js";

interface StayCase { states: number[]; starts: number[]; n: number; main: number; first: boolean; stays: [number, number, number][] }

test.each(golden("kinds.json", "stays") as StayCase[])("stays are as odd as in the oracle (%#)", ({ states, starts, n, main, first, stays }) => {
  const found = longStays({ states, starts, n, main, judgesFew: first });
  expect(found.map(({ start, end }) => [start, end])).toEqual(stays.map(([start, end]) => [start, end]));
  expect(farthest(found.map(({ logP }) => logP), stays.map(([, , logP]) => logP))).toBeLessThan(1e-8);
});
