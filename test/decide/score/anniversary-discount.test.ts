import { describe, expect, it } from "vitest";
import { anniversaryDiscount } from "../../../kernel-lib/src/decide/score/anniversary-discount.js";
import type { Season } from "../../../kernel-lib/src/season/season.js";

const ROWS = 900;
const DAY = 86_400;

/** Scores of 0 and deviations of 3, but for these rows. */
const withRows = (rows: Readonly<Record<number, number>>, usual: number): Float64Array =>
  Float64Array.from({ length: ROWS }, (_, row) => rows[row] ?? usual);

const seasonOf = (standardised: Float64Array, grid: object = {}): Season =>
  ({ grid: { step: DAY, dated: true, ...grid }, cycles: { standardised } }) as unknown as Season;

const up = withRows({}, 3);

describe("what comes back each year", () => {
  it("loses half of what both years have above the usual score", () => {
    const scores = withRows({ 100: 8, 464: 6, 300: 9 }, 1);
    const fresh = anniversaryDiscount(scores, seasonOf(up));
    expect([fresh[100], fresh[464], fresh[300]]).toEqual([8 - 2.5, 6 - 2.5, 9]);
    expect(fresh.filter((score, row) => score !== scores[row])).toHaveLength(2);
  });

  it("is found by date and by weekday, and not a day off", () => {
    for (const apart of [357, 364, 365, 366, 371])
      expect(anniversaryDiscount(withRows({ 100: 8, [100 + apart]: 8 }, 0), seasonOf(up))[100], String(apart)).toBe(4);
    for (const apart of [356, 358, 363, 367, 372])
      expect(anniversaryDiscount(withRows({ 100: 8, [100 + apart]: 8 }, 0), seasonOf(up))[100], String(apart)).toBe(8);
  });

  it("keeps its score where the other year went the other way", () => {
    const scores = withRows({ 100: 8, 465: 8 }, 0);
    expect(anniversaryDiscount(scores, seasonOf(withRows({ 465: -3 }, 3)))).toEqual(scores);
    expect(anniversaryDiscount(scores, seasonOf(withRows({ 465: -1, 100: 1 }, 3)))[100]).toBe(4);
  });

  it("is not looked for without dates, in other steps, in short series, or without cycles", () => {
    const scores = withRows({ 100: 8, 465: 8 }, 0);
    for (const grid of [{ dated: false }, { step: 3600 }, { step: 7 * DAY }])
      expect(anniversaryDiscount(scores, seasonOf(up, grid))).toBe(scores);
    expect(anniversaryDiscount(scores, { ...seasonOf(up), cycles: null })).toBe(scores);
    const short = withRows({ 10: 8, 375: 8 }, 0).subarray(0, 400);
    expect(anniversaryDiscount(short, seasonOf(up))).toBe(short);
  });
});
