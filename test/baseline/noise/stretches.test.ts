import { describe, expect, it } from "vitest";
import {
  countAbove,
  everyRow,
  gatherStretches,
  MANY_ROWS,
  stretchesOf,
  strideOf,
} from "../../../kernel-lib/src/baseline/noise/stretches.js";

const numbered = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => i);

describe("stretches of a long column", () => {
  it("are whole cycles from the first to the last rows, and less than half of all", () => {
    for (const [n, cycle] of [
      [300_000, 24],
      [500_000, 168],
      [1_500_000, 1],
    ]) {
      const { starts, rows } = stretchesOf(n, cycle)!;
      expect(rows % cycle).toBe(0);
      expect(starts.every((start, k) => start % cycle === 0 && (k === 0 || start >= starts[k - 1] + rows))).toBe(true);
      expect(starts[0]).toBe(0);
      expect(n - starts.at(-1)! - rows).toBeLessThan(cycle);
      expect(2 * rows * starts.length).toBeLessThanOrEqual(n);
    }
  });

  it("are none where all rows are hardly more", () => {
    expect(stretchesOf(MANY_ROWS)).toBeNull();
    expect(stretchesOf(150_000)).toBeNull();
    expect(stretchesOf(500_000, 10_080)).toBeNull();
  });

  it("keep neighbours", () => {
    expect([...gatherStretches(numbered(20), { starts: [0, 7], rows: 3 })]).toEqual([0, 1, 2, 7, 8, 9]);
    expect(countAbove(numbered(20), 16)).toBe(3);
  });
});

describe("every k-th row", () => {
  it("passes through all places of a cycle, a thousand times each", () => {
    for (const cycle of [0, 7, 24, 168]) {
      const stride = strideOf(1_500_000, cycle);
      expect(stride).toBeGreaterThan(1);
      const places = new Set(numbered(Math.max(1, cycle)).map((k) => (k * stride) % Math.max(1, cycle)));
      expect(places.size).toBe(Math.max(1, cycle));
      expect(1_500_000 / stride).toBeGreaterThanOrEqual(1000 * cycle);
    }
    expect(strideOf(MANY_ROWS, 24)).toBe(1);
    expect(strideOf(150_000, 168)).toBe(1);
  });

  it("is from the first on", () => {
    expect([...everyRow(numbered(8), 3)]).toEqual([0, 3, 6]);
  });
});
