import { describe, expect, it } from "vitest";
import { recurring, recurringAt } from "../../../kernel-lib/src/decide/score/recurrence-discount.js";
import type { Season } from "../../../kernel-lib/src/season/season.js";

const CYCLE = 24;

const seasonOf = (rows: number, cycle = CYCLE, placeOf = (row: number): number => row): Season =>
  ({
    cycle,
    grid: { place: Int32Array.from({ length: rows }, (_, row) => placeOf(row)) },
    periods: [],
  }) as unknown as Season;

/** Scores of 1, of `high` at place 7 of these cycles. */
const scoresOf = (cycles: number, busy: readonly number[], high = 6): Float64Array =>
  Float64Array.from({ length: cycles * CYCLE }, (_, row) =>
    row % CYCLE === 7 && busy.includes(Math.floor(row / CYCLE)) ? high : 1,
  );
const discounts = (scores: Float64Array, season = seasonOf(scores.length)): number[] => {
  const discount = recurring(scores, season)!;
  return Array.from(scores, (_, row) => recurringAt(discount, season, row));
};

describe("what recurs", () => {
  it("is taken off at its place of every cycle, and nowhere else", () => {
    expect(discounts(scoresOf(6, [0, 1, 2, 3, 4, 5]))).toEqual(
      Array.from({ length: 6 * CYCLE }, (_, row) => (row % CYCLE === 7 ? 5 : 0)),
    );
  });

  it("is what most cycles show, in three cycles what all of them show", () => {
    expect(discounts(scoresOf(7, [0, 1, 2, 3]))[7]).toBe(5);
    expect(discounts(scoresOf(7, [0, 1, 2]))[7]).toBe(0);
    expect(discounts(scoresOf(3, [0, 1]))[7]).toBe(0);
    expect(discounts(scoresOf(3, [0, 1, 2]))[7]).toBe(5);
  });

  it("never lifts a score that is usually low", () => {
    expect(Math.min(...discounts(scoresOf(6, [0, 1, 2, 3, 4, 5], -6)))).toBe(0);
  });

  it("goes by the place on the grid, not by the row", () => {
    // Every other place has a row: places 0, 2, 4, ... of cycles of 24.
    const scores = Float64Array.from({ length: 72 }, (_, row) => (row % 12 === 3 ? 6 : 1));
    const told = discounts(
      scores,
      seasonOf(72, CYCLE, (row) => 2 * row),
    );
    expect(told).toEqual(Array.from({ length: 72 }, (_, row) => (row % 12 === 3 ? 5 : 0)));
  });

  it("is taken off where three quarters of the weeks show it, once there are four of them", () => {
    const week = 7 * CYCLE;
    const told = (weeks: number, busy: readonly number[], accepted = true): number => {
      const scores = scoresOf(
        7 * weeks,
        busy.map((each) => 7 * each + 5),
      );
      const periods = [{ steps: week, label: "week", explained: 0.5, accepted }];
      return discounts(scores, { ...seasonOf(scores.length), periods } as Season)[5 * CYCLE + 7];
    };
    expect(told(5, [0, 1, 2, 3])).toBe(5);
    expect(told(5, [0, 1, 2])).toBe(0);
    expect(told(3, [0, 1, 2])).toBe(0);
    expect(told(5, [0, 1, 2, 3], false)).toBe(0);
  });

  it("is unknown in fewer than three cycles and without a cycle of five places", () => {
    expect(recurring(scoresOf(2, [0, 1]), seasonOf(48))).toBeNull();
    expect(recurring(scoresOf(6, [0]), seasonOf(144, 4))).toBeNull();
    expect(recurring(scoresOf(6, [0]), seasonOf(144, 0))).toBeNull();
    expect(recurring(new Float64Array(0), seasonOf(0))).toBeNull();
  });
});
