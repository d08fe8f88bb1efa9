import { expect, test } from "vitest";
import { paramValues } from "../../../kernel-lib/src/config/params.js";
import { defineDetector, type Detector } from "../../../kernel-lib/src/detectors/detector.js";
import { isolationForest } from "../../../kernel-lib/src/detectors/isolation-forest.js";
import { localOutlierFactor } from "../../../kernel-lib/src/detectors/local-outlier-factor.js";
import { zScore } from "../../../kernel-lib/src/detectors/z-score.js";
import { featureShares } from "../../../kernel-lib/src/evaluate/drivers/feature-shares.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { contextOf, sampleOf } from "../../detectors/sample.js";

const random = createRandom(5);
const features = Float64Array.from({ length: 300 * 3 }, () => random.normal());
features[100 * 3 + 1] = 9;
const sample = sampleOf(
  Array.from({ length: 300 }, (_, i) => (i === 100 ? 50 : Math.sin(i))),
  3,
  features,
);
const sharesOf = (detector: Detector, points: number[] = [100]): ReturnType<typeof featureShares> =>
  featureShares(sample, detector, paramValues(detector.params), points, contextOf());

test.each([
  ["Isolation Forest", isolationForest],
  ["Local Outlier Factor", localOutlierFactor],
] as [string, Detector][])(
  "%s: the feature that is off has most of the score, by ablation",
  async (_title, detector) => {
    const { method, shares } = await sharesOf(detector);
    expect(method).toBe("ablation");
    expect(shares[0].name).toBe("feature_1");
    expect(shares[0].share).toBeGreaterThan(0.6);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  },
);

test("a detector that looks at the value alone has it exactly", async () => {
  expect(await sharesOf(zScore)).toEqual({ method: "exact", shares: [{ name: "kpi", share: 1 }] });
});

test("a detector that knows its shares is asked for them", async () => {
  const knowing = defineDetector({
    title: "Knowing",
    summary: "Knows.",
    family: "point",
    params: {},
    threshold: { kind: "fixed", value: 1 },
    fit: () =>
      Object.assign(() => new Float64Array(300).fill(2), {
        attributions: () => [
          { name: "a", share: 0.25 },
          { name: "b", share: 0.75 },
        ],
      }),
  });
  expect(await sharesOf(knowing)).toEqual({
    method: "exact",
    shares: [
      { name: "b", share: 0.75 },
      { name: "a", share: 0.25 },
    ],
  });
});

test("nothing is made up where nothing is known", async () => {
  const skipping = defineDetector({
    title: "Skips",
    summary: "Skips.",
    family: "point",
    params: {},
    threshold: { kind: "fixed", value: 1 },
    fit: () => ({ skipped: "Not today." }),
  });
  expect(await sharesOf(skipping)).toEqual({ method: "unknown", shares: [] });
  expect(await sharesOf(zScore, [])).toEqual({ method: "unknown", shares: [] });
});

test("the sample is left as it was", async () => {
  const before = structuredClone(sample);
  await sharesOf(isolationForest);
  expect(sample).toEqual(before);
});
