import { describe, expect, test } from "vitest";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import type { NormalChange } from "../../../kernel-lib/src/report.js";
import { normalFacts } from "../../../kernel-lib/src/season/facts/normal-facts.js";
import { analyseSeason } from "../../../kernel-lib/src/season/season.js";
import { evenSeries } from "../../bench/generated/labelled-series.js";

const DAY = 86_400;

const changesOf = (values: Float64Array, step: number): readonly NormalChange[] =>
  normalFacts(analyseSeason(evenSeries("price", values, step))!).changes;

/** A price that goes on smoothly from week to week, and rises by so much within so many of them. */
function price(seed: number, rows: number): Float64Array {
  const random = createRandom(seed);
  let [drift, walk] = [0, 0];
  return Float64Array.from({ length: 143 }, (_, week) => {
    drift = 0.5 * drift + 0.015 * random.normal();
    walk += drift;
    return 3 + walk + 1.2 * Math.min(1, Math.max(0, (week - 55) / rows));
  });
}

describe("a lasting change of level", () => {
  test("that comes over several weeks is told as such, with the levels at both ends", () => {
    let told = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const values = price(seed, 5);
      for (const { point, end, passage } of changesOf(values, 7 * DAY)) {
        if (end !== null || point < 54 || point > 62) continue;
        expect(passage).toBeDefined();
        told++;
        expect(passage!.end - passage!.start).toBeGreaterThanOrEqual(2);
        expect(Math.abs(passage!.from - values[passage!.start - 1])).toBeLessThan(0.3);
        expect(Math.abs(passage!.to - values[passage!.end])).toBeLessThan(0.3);
      }
    }
    expect(told).toBeGreaterThanOrEqual(4);
  });

  test("from one day to the next is a step, beside a week as well", () => {
    for (let seed = 1; seed <= 6; seed++) {
      const random = createRandom(seed);
      const values = Float64Array.from(
        { length: 300 },
        (_, day) => (day < 150 ? 100 : 130) + (day % 7 > 4 ? -20 : 0) + 2 * random.normal(),
      );
      const [change] = changesOf(values, DAY);
      expect(change).toMatchObject({ point: 150, end: null });
      expect(change).not.toHaveProperty("passage");
      expect(change).not.toHaveProperty("madeUp");
    }
  });

  test("that growth makes up for has the moment from which half of it is gone", () => {
    const random = createRandom(5);
    const values = Float64Array.from(
      { length: 600 },
      (_, day) => 100 + day / 10 - (day < 200 ? 0 : 40) + random.normal(),
    );
    const [{ point, madeUp }] = changesOf(values, DAY);
    expect(point).toBe(200);
    expect(Math.abs(madeUp! - 400)).toBeLessThan(15);
  });
});
