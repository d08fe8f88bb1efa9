import { describe, expect, it } from "vitest";
import { EVENT_ROWS } from "../../../kernel-lib/src/decide/evidence/block-maxima.js";
import { alarmLevel } from "../../../kernel-lib/src/decide/score/alarm-level.js";
import type { Rhythm, Season } from "../../../kernel-lib/src/season/season.js";

/** The level of a series of so many places. */
const levelOf = (places: number, rhythm: Rhythm, wholeCycles = false): number =>
  alarmLevel({
    filled: { length: places * EVENT_ROWS[rhythm] },
    rhythm,
    cycles: wholeCycles ? {} : null,
  } as unknown as Season);

describe("the alarm level", () => {
  it("hangs on the number of places, not on how many rows an event spans", () => {
    for (const places of [1, 10, 34, 200])
      expect(new Set((["minutes", "hours", "days"] as const).map((rhythm) => levelOf(places, rhythm))).size).toBe(1);
  });

  it("rises with every doubling by the same, more slowly in long series", () => {
    for (const wholeCycles of [false, true]) {
      const level = (places: number): number => levelOf(places, "days", wholeCycles);
      const [early, late] = [level(4) - level(2), level(4000) - level(2000)];
      expect(level(16) - level(8)).toBeCloseTo(early, 12);
      expect(level(800) - level(400)).toBeCloseTo(late, 12);
      expect(late).toBeGreaterThan(0);
      expect(early).toBeGreaterThanOrEqual(late);
      if (!wholeCycles) expect(early).toBeGreaterThan(1.5 * late);
    }
  });

  it("has no jump and stays above 0, also for no row at all", () => {
    for (const wholeCycles of [false, true]) {
      const levels = Array.from({ length: 200 }, (_, places) => levelOf(places, "hours", wholeCycles));
      levels.slice(1).forEach((level, k) => {
        expect(level).toBeGreaterThanOrEqual(levels[k]);
        expect(level - levels[k]).toBeLessThan(1);
      });
      expect(levels[0]).toBe(levels[1]);
      expect(levels[0]).toBeGreaterThan(0);
    }
  });
});
