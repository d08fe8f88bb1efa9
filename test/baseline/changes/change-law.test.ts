import { expect, test } from "vitest";
import { changeLog10p, lawOfChanges } from "../../../kernel-lib/src/baseline/changes/change-law.js";
import { findLevelChanges } from "../../../kernel-lib/src/baseline/changes/level-changes.js";
import { column, golden, type GoldenPart } from "../golden/golden.js";

const part = (name: string): GoldenPart => golden("core.json", name);

test("the law of the largest change as the oracle's, up to its draws", () => {
  for (const { x, w, periods, unit, law } of part("changes")) {
    const own = lawOfChanges(findLevelChanges(column(x), column(w), unit, periods), column(w))!;
    // Thirty draws each: the means of two such samples differ by less than four of their standard errors.
    expect(Math.abs(own.place - law[0])).toBeLessThan(4 * law[1] * Math.sqrt(2 / 30) * 1.3);
    expect(own.spread / law[1]).toBeGreaterThan(0.5);
    expect(own.spread / law[1]).toBeLessThan(2);
  }
});

test("chance of a change by the law", () => {
  for (const { q, law, p } of part("change p"))
    expect(changeLog10p(q, law && { place: law[0], spread: law[1] })).toBeCloseTo(p, 9);
});
