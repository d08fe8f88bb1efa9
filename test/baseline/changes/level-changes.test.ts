import { expect, test } from "vitest";
import { findLevelChanges, withoutYearly } from "../../../kernel-lib/src/baseline/changes/level-changes.js";
import { pairChanges, type FoundChange } from "../../../kernel-lib/src/baseline/pair-changes.js";
import { column, farthest, golden, type GoldenPart } from "../golden/golden.js";

const part = (name: string): GoldenPart => golden("core.json", name);
const asChanges = (pairs: [number, number][]): FoundChange[] => pairs.map(([row, size]) => ({ row, size }));

test("as the oracle's: changes, their sizes and strengths, and what is left without them", () => {
  for (const { x, w, periods, unit, found, noise, floor, widths, rest, strength, lasting, temporary } of part(
    "changes",
  )) {
    const own = findLevelChanges(column(x), column(w), unit, periods);
    expect(own.found.map(({ row }) => row)).toEqual(found.map(([row]: number[]) => row));
    expect(
      farthest(
        own.found.map(({ size }) => size),
        found.map(([, size]: number[]) => size),
      ),
    ).toBeLessThan(1e-9);
    expect(own.noise).toBeCloseTo(noise, 9);
    expect(own.floor).toBeCloseTo(floor, 9);
    expect(own.widths).toEqual(widths);
    expect(farthest(own.rest, rest)).toBeLessThan(1e-9);
    for (const [row, value] of strength) expect(own.strength.get(row)).toBeCloseTo(value, 6);
    const pairs = pairChanges(own.found, x.length);
    expect(pairs.lasting.map(({ row }) => row)).toEqual(lasting.map(([row]: number[]) => row));
    expect(pairs.temporary.map(({ start, end }) => [start, end])).toEqual(
      temporary.map((pair: number[]) => pair.slice(0, 2)),
    );
  }
});

test("changes that come back every year are season", () => {
  const { found, rows, n, unit, kept } = part("yearly");
  expect(withoutYearly(asChanges(found), rows, n, unit)).toEqual(asChanges(kept));
});
