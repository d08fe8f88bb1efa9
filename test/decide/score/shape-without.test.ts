import { describe, expect, it } from "vitest";
import type { ScoreWeight } from "../../../kernel-lib/src/detectors/detector.js";
import { combinedTrace, inOwnUnits } from "../../../kernel-lib/src/decide/score/combined-score.js";
import { shapeWithout, type NamedShare } from "../../../kernel-lib/src/decide/score/shape-without.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { analyseSeason } from "../../../kernel-lib/src/season/season.js";
import { evenSeries } from "../../bench/generated/labelled-series.js";

const ROWS = 24 * 21;
const TOP = 205;
const HOUR = 3600;

const noise = (seed: number, top = 0): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: ROWS }, (_, row) => (row === TOP ? top : 0) + random.normal());
};
const part = (detector: string, rule: ScoreWeight["rule"], scores: Float64Array): NamedShare => ({
  detector,
  share: { rule, weight: 0.5 },
  scores,
});

/** The part that the top keeps without each. */
function keptWithout(parts: readonly NamedShare[], step: number, ids: readonly string[], row = TOP): number[] {
  const daily = Float64Array.from(noise(9), (value, i) => 50 + value + 10 * Math.sin((2 * Math.PI * i) / 24));
  const season = analyseSeason(evenSeries("load", daily, step))!;
  const units = inOwnUnits(parts);
  const without = shapeWithout(season, units, combinedTrace(season, units, "sum"));
  return ids.map((id) => without(row, id));
}

describe("the score without one detector", () => {
  const sums = [part("loud", "sum", noise(1, 30)), part("soft", "sum", noise(2, 9)), part("still", "sum", noise(3))];

  it("keeps all without one that is not there, less the louder the detector was, and never less than nothing", () => {
    for (const step of [HOUR, 7 * 24 * HOUR]) {
      const [unheard, still, soft, loud] = keptWithout(sums, step, ["unheard of", "still", "soft", "loud"]);
      expect(unheard).toBe(1);
      expect(still).toBeGreaterThan(soft);
      expect(soft).toBeGreaterThan(loud);
      expect(loud).toBeGreaterThanOrEqual(0);
    }
  });

  it("keeps nothing without the only one", () => {
    expect(keptWithout([sums[0]], 7 * 24 * HOUR, ["loud"])[0]).toBeLessThan(0.05);
    // In hours its context goes with it.
    expect(keptWithout([sums[0]], HOUR, ["loud"])).toEqual([0]);
  });

  it("falls to the next floor where the highest one is left out", () => {
    const floor = (height: number): Float64Array =>
      Float64Array.from({ length: ROWS }, (_, row) => (row === TOP ? height : 0));
    const parts = [...sums.slice(2), part("high", "floor", floor(40)), part("low", "floor", floor(20))];
    const [high, low] = keptWithout(parts, 7 * 24 * HOUR, ["high", "low"]);
    expect(low).toBe(1);
    expect(high).toBeGreaterThan(0.4);
    expect(high).toBeLessThan(0.6);
  });

  it("hears a detector of whole cycles beside those of rows", () => {
    const parts = [...sums, part("cycle", "cycle", noise(4, 40))];
    const [cycle, still] = keptWithout(parts, HOUR, ["cycle", "still"]);
    expect(cycle).toBeLessThan(still);
    expect(cycle).toBeGreaterThan(0);
  });
});
