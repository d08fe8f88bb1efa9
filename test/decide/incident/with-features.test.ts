import { describe, expect, test } from "vitest";
import { withFeatures, worstFlagged } from "../../../kernel-lib/src/decide/incident/with-features.js";
import type { Detection, Explanation, FeatureAttribution, Incident } from "../../../kernel-lib/src/report.js";
import { detection } from "../../plots/hand-made-report.js";
import { plantedSeries } from "../../many-report.js";

const explanation: Explanation = {
  lower: 97,
  upper: 103,
  deviation: 9,
  deviationPercent: 9,
  totalDeviation: 9,
  rarity: { rank: 1, of: 100 },
  compared: { label: "week", points: [] },
  shares: [],
};
const [bare] = plantedSeries("sales", 1, [[20, 29, 9]]).incidents;
const incident: Incident = { ...bare, peak: 25, explanation };

const push = (point: number, ...names: string[]): FeatureAttribution => ({
  point,
  features: names.map((name) => ({ name, share: 1 / names.length })),
});
const pushed = (id: string, ...pushes: FeatureAttribution[]): Detection => ({
  ...detection(id, new Float64Array(100), 1),
  pushes,
});
const told = (...detections: Detection[]) => withFeatures([incident], detections)[0].explanation?.features;

describe("features of an incident", () => {
  test("are those of the push nearest its peak, of two as near the earlier one, for each detector", () => {
    expect(
      told(
        pushed("forest", push(20, "far"), push(27, "later"), push(23, "earlier")),
        pushed("other", push(29, "last")),
      ),
    ).toEqual([
      { detector: "forest", point: 23, features: [{ name: "earlier", share: 1 }] },
      { detector: "other", point: 29, features: [{ name: "last", share: 1 }] },
    ]);
  });

  test("pushes outside, and pushes that tell nothing, say nothing", () => {
    expect(told(pushed("forest", push(19, "before"), push(30, "after"), push(25)))).toBeUndefined();
    expect(told(detection("silent", new Float64Array(100), 1))).toBeUndefined();
    expect(told(pushed("forest", push(25), push(21, "known")))).toMatchObject([{ point: 21 }]);
  });

  test("an incident about which nothing is known stays as it is", () => {
    const [same] = withFeatures([bare], [pushed("forest", push(25, "any"))]);
    expect(same).toBe(bare);
    expect(withFeatures([incident], [])).toEqual([incident]);
  });
});

describe("the worst points that a detector flags", () => {
  const flagged = detection("any", Float64Array.of(5, 1, 9, NaN, 5, 9, 7), 5);

  test("come by score, equal ones by position", () => {
    expect(worstFlagged(flagged, 9)).toEqual([2, 5, 6, 0, 4]);
    expect(worstFlagged(flagged, 2)).toEqual([2, 5]);
  });

  test("are none where nothing is flagged, or none are wanted", () => {
    expect(worstFlagged(detection("any", new Float64Array(3), 5), 9)).toEqual([]);
    expect(worstFlagged(flagged, 0)).toEqual([]);
  });
});
