import { describe, expect, test } from "vitest";
import { changeLog10p, lawOfChanges } from "../../../kernel-lib/src/baseline/changes/change-law.js";
import { largestRoot } from "../../../kernel-lib/src/baseline/changes/largest-root.js";
import { findLevelChanges, withoutYearly } from "../../../kernel-lib/src/baseline/changes/level-changes.js";
import { pairChanges, type FoundChange } from "../../../kernel-lib/src/baseline/pair-changes.js";
import { column, farthest, golden, type GoldenPart } from "../golden/golden.js";

const part = (name: string): GoldenPart => golden("core.json", name);
const asChanges = (pairs: [number, number][]): FoundChange[] => pairs.map(([row, size]) => ({ row, size }));

describe("as the oracle", () => {
  test("changes, their sizes and strengths, and what is left without them", () => {
    for (const { x, w, periods, unit, found, noise, floor, widths, rest, strength, lasting, temporary } of part("changes")) {
      const own = findLevelChanges(column(x), column(w), unit, periods);
      expect(own.found.map(({ row }) => row)).toEqual(found.map(([row]: number[]) => row));
      expect(farthest(own.found.map(({ size }) => size), found.map(([, size]: number[]) => size))).toBeLessThan(1e-9);
      expect(own.noise).toBeCloseTo(noise, 9);
      expect(own.floor).toBeCloseTo(floor, 9);
      expect(own.widths).toEqual(widths);
      expect(farthest(own.rest, rest)).toBeLessThan(1e-9);
      for (const [row, value] of strength) expect(own.strength.get(row)).toBeCloseTo(value, 6);
      const pairs = pairChanges(own.found, x.length);
      expect(pairs.lasting.map(({ row }) => row)).toEqual(lasting.map(([row]: number[]) => row));
      expect(pairs.temporary.map(({ start, end }) => [start, end])).toEqual(temporary.map((pair: number[]) => pair.slice(0, 2)));
    }
  });

  test("the law of the largest change, up to its draws", () => {
    for (const { x, w, periods, unit, law } of part("changes")) {
      const own = lawOfChanges(findLevelChanges(column(x), column(w), unit, periods), column(w))!;
      // Thirty draws each: the means of two such samples differ by less than four of their standard errors.
      expect(Math.abs(own.place - law[0])).toBeLessThan(4 * law[1] * Math.sqrt(2 / 30) * 1.3);
      expect(own.spread / law[1]).toBeGreaterThan(0.5);
      expect(own.spread / law[1]).toBeLessThan(2);
    }
  });

  test("chance of a change by the law", () => {
    for (const { q, law, p } of part("change p")) expect(changeLog10p(q, law && { place: law[0], spread: law[1] })).toBeCloseTo(p, 9);
  });

  test("changes that come back every year are season", () => {
    const { found, rows, n, unit, kept } = part("yearly");
    expect(withoutYearly(asChanges(found), rows, n, unit)).toEqual(asChanges(kept));
  });

  test("there and back", () => {
    for (const { found, n, lasting, temporary } of part("pairs")) {
      const own = pairChanges(asChanges(found), n);
      expect(own.lasting).toEqual(asChanges(lasting));
      expect(own.temporary).toEqual(temporary.map(([start, end, size]: number[]) => ({ start, end, size })));
    }
  });
});

test("the largest root of an autoregression", () => {
  expect(largestRoot(new Float64Array([0.5]))).toBeCloseTo(0.5, 12);
  expect(largestRoot(new Float64Array([1.2, -0.72]))).toBeCloseTo(Math.sqrt(0.72), 10);
  // (1 − 0.9 B)(1 − 0.5 B)(1 + 0.3 B)
  expect(largestRoot(new Float64Array([1.1, -0.03, -0.135]))).toBeCloseTo(0.9, 10);
});
