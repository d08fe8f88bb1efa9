import { expect, test } from "vitest";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
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
    const whole = w.every((weight: number) => weight > 0);
    // Over a gap the line goes from level to level; the oracle's goes from value to value.
    const tolerance = whole ? 1e-9 : 0.05 * noise;
    expect(own.found.map(({ row }) => row)).toEqual(found.map(([row]: number[]) => row));
    expect(
      farthest(
        own.found.map(({ size }) => size),
        found.map(([, size]: number[]) => size),
      ),
    ).toBeLessThan(tolerance);
    expect(Math.abs(own.noise - noise)).toBeLessThan(tolerance);
    expect(Math.abs(own.floor - floor)).toBeLessThan(tolerance);
    expect(own.widths).toEqual(widths);
    const known = (values: ArrayLike<number>): number[] => Array.from(values).filter((_, i) => w[i] > 0);
    expect(farthest(known(own.rest), known(rest))).toBeLessThan(tolerance);
    for (const [row, value] of strength)
      expect(Math.abs(own.strength.get(row)! / value - 1)).toBeLessThan(whole ? 1e-6 : 0.1);
    const pairs = pairChanges(own.found, x.length);
    expect(pairs.lasting.map(({ row }) => row)).toEqual(lasting.map(([row]: number[]) => row));
    expect(pairs.temporary.map(({ start, end }) => [start, end])).toEqual(
      temporary.map((pair: number[]) => pair.slice(0, 2)),
    );
  }
});

test("a stretch shorter than the width at which it strikes most is found at a narrower one", () => {
  const shape = [0, 0.02, -0.01, 0.08, 0.05, -0.1, -0.16];
  const right = Array.from({ length: 20 }, (_, seed) => {
    const random = createRandom(`short ${seed}`);
    const [from, to] = [363 + seed, 400 + seed];
    const x = Float64Array.from(
      { length: 750 },
      (_, i) => 2800 * (1 + shape[i % 7]) * (i >= from && i < to ? 0.7 : 1) + 80 * random.normal(),
    );
    const rows = findLevelChanges(x, new Float64Array(750).fill(1), 7, [7]).found.map(({ row }) => row);
    return rows.length === 2 && Math.abs(rows[0] - from) <= 1 && Math.abs(rows[1] - to) <= 1;
  });
  expect(right.filter(Boolean).length).toBeGreaterThanOrEqual(19);
});

test("of places that are as good in a stuck course the last digits choose none", () => {
  const random = createRandom(3694);
  const hours = Float64Array.from({ length: 1000 }, (_, i) =>
    i % 400 > 300 ? 42 : 50 + 10 * Math.sin((2 * Math.PI * i) / 24) + random.normal(),
  );
  const moved = hours.map((value) => value * (1 + 1e-15 * Math.sin(1e6 * value)));
  const of = (values: Float64Array): FoundChange[] => [
    ...findLevelChanges(values, new Float64Array(1000).fill(1), 24, [24]).found,
  ];
  expect(of(hours).length).toBeGreaterThan(0);
  expect(of(moved).map(({ row }) => row)).toEqual(of(hours).map(({ row }) => row));
});

test("changes that come back every year are season", () => {
  const { found, rows, n, unit, kept } = part("yearly");
  expect(withoutYearly(asChanges(found), rows, n, unit)).toEqual(asChanges(kept));
});

test("weeks that are missing are no other level", () => {
  const random = createRandom("gap");
  const x = Float64Array.from(
    { length: 900 },
    (_, i) => 200 + 40 * Math.sin((2 * Math.PI * i) / 7 + 1) + 5 * random.normal(),
  );
  for (let start = 100; start < 800; start += 13) {
    const w = x.map((_, i) => Number(i < start || i >= start + 41));
    const hidden = x.map((value, i) => (w[i] > 0 ? value : 0));
    expect(findLevelChanges(hidden, w, 7, [7]).found).toEqual([]);
  }
});
