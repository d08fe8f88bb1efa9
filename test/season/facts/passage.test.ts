import { describe, expect, test } from "vitest";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { madeUpAt, passageOf } from "../../../kernel-lib/src/season/facts/passage.js";

interface Made {
  readonly rows?: number;
  readonly size?: number;
  readonly noise?: number;
  readonly memory?: number;
  readonly growth?: number;
  readonly seed?: number;
}

/** A level that goes to another one over so many rows, from row 30 on. */
function course({ rows = 1, size = 10, noise = 0.5, memory = 0, growth = 0, seed = 1 }: Made): Float64Array {
  const random = createRandom(seed);
  let deviation = 0;
  return Float64Array.from({ length: 60 }, (_, row) => {
    deviation = memory * deviation + Math.sqrt(1 - memory * memory) * random.normal();
    const share = Math.min(1, Math.max(0, (row - 29) / rows));
    return 100 + growth * row + size * share + noise * deviation;
  });
}

describe("passageOf", () => {
  test.each([0, 0.3])("tells a way of several rows, with its ends and levels (growth %d)", (growth) => {
    for (let seed = 1; seed <= 10; seed++) {
      const { start, end, from, to } = passageOf(course({ rows: 8, growth, seed }), 33)!;
      expect(Math.abs(start - 30)).toBeLessThanOrEqual(1);
      expect(Math.abs(end - 37)).toBeLessThanOrEqual(1);
      expect(Math.abs(from - 100 - 29 * growth)).toBeLessThan(1.5);
      expect(Math.abs(to - 110 - 37 * growth)).toBeLessThan(1.5);
    }
  });

  test("tells none of a step, however exact", () => {
    expect(passageOf(course({ noise: 0 }), 30)).toBeNull();
    expect(passageOf(course({ noise: 0, growth: 1 }), 30)).toBeNull();
    expect(passageOf(new Float64Array(60).fill(5), 30)).toBeNull();
  });

  test.each([0, 0.5])("takes few steps of five deviations for one (memory %d)", (memory) => {
    let told = 0;
    for (let seed = 1; seed <= 200; seed++) if (passageOf(course({ noise: 2, memory, seed }), 30)) told++;
    expect(told).toBeLessThanOrEqual(8);
  });

  test("knows no unit and no zero", () => {
    const values = course({ rows: 6 });
    const own = passageOf(values, 32)!;
    const moved = passageOf(
      values.map((value) => 1000 * value - 5e4),
      32,
    )!;
    expect([moved.start, moved.end]).toEqual([own.start, own.end]);
    expect(moved.to).toBeCloseTo(1000 * own.to - 5e4, 4);
  });

  test("bears a change near either end", () => {
    const values = course({ rows: 4 });
    for (const row of [0, 1, 2, 58, 59]) expect(() => passageOf(values, row)).not.toThrow();
  });
});

describe("madeUpAt", () => {
  const back = Float64Array.from({ length: 80 }, (_, row) => (row < 30 ? 10 : row < 50 ? 4 : 8));

  test("is the row from which half of a change is gone again", () => {
    expect(madeUpAt(back, 30, { from: 10, to: 4 }, 7)).toBe(50);
  });

  test("is none where the level is kept, or left to the other side", () => {
    expect(madeUpAt(back, 50, { from: 4, to: 8 }, 7)).toBeNull();
    const farther = back.map((value, row) => (row < 50 ? value : 1));
    expect(madeUpAt(farther, 30, { from: 10, to: 4 }, 7)).toBeNull();
  });

  test("is not one far row", () => {
    const spike = back.map((value, row) => (row === 40 ? 10 : row < 50 ? value : 4));
    expect(madeUpAt(spike, 30, { from: 10, to: 4 }, 7)).toBeNull();
  });
});
