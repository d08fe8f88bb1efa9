import { afterEach, describe, expect, it } from "vitest";
import { featureMatrix, type FeatureChoice } from "../../../kernel-lib/src/features/matrix/feature-matrix.js";
import { defineFeature } from "../../../kernel-lib/src/features/feature.js";
import { features } from "../../../kernel-lib/src/features/index.js";
import { threadedFeatureMatrix } from "../../../kernel-lib/src/features/matrix/threaded-feature-matrix.js";
import { ownThread, type Compute } from "../../../kernel-lib/src/numeric/compute.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { createCompute } from "../../../kernel-lib/src/parallel/compute.js";
import type { Series } from "../../../kernel-lib/src/table.js";
import { hourlySeries } from "../../series.js";

const random = createRandom(4);

/** A feature of a person's own, which has no recipe. */
const rank = defineFeature({
  title: "Rank",
  summary: "The point's number.",
  params: {},
  columns: () => [
    {
      name: "rank",
      fill: (target, from) => target.forEach((_, i) => (target[i] = from + i === 5000 ? NaN : from + i)),
    },
  ],
});

/** An odd number of columns, with and without what has no recipe. */
const choices: Record<string, FeatureChoice[]> = {
  "all features": [
    { feature: features.value, params: {} },
    { feature: features.lags, params: { steps: [1, 2, 300, 5000] } },
    { feature: features.rolling, params: { windows: [2, 7, 24, 168, 1000, 3000, 24] } },
    { feature: features.change, params: { steps: [1, 24, 5001], symmetric: true } },
    { feature: features.change, params: { steps: [1, 7], symmetric: false } },
    { feature: features.calendar, params: {} },
  ],
  "one of one's own": [
    { feature: rank, params: {} },
    { feature: features.value, params: {} },
    { feature: features.rolling, params: { windows: [5], quantiles: [0.5] } },
  ],
  "one column": [{ feature: features.lags, params: { steps: [3] } }],
  none: [],
};

const noise = (i: number): number => 100 + random.normal() + Math.sin(i / 4);

/** Series that a kernel could get wrong. */
const shapes: Record<string, (i: number) => number> = {
  noise,
  "noise with gaps and infinities": (i) => (i % 97 === 0 ? NaN : i % 1013 === 0 ? Infinity : noise(i)),
  "only known from the middle on": (i) => (i < 9000 ? NaN : noise(i)),
  "known here and there": (i) => (Math.floor(i / 700) % 3 === 0 ? noise(i) : NaN),
  "zeros, of which some are negative": (i) => [0, -0, 0, 3, -2][random.integer(5)] * (i % 3),
  "a large offset and a spike": (i) => 1e9 + noise(i) + (i === 7777 ? 1e15 : 0),
  "numbers from 1e-300 to 1e300": () => random.normal() * 10 ** (random.integer(601) - 300),
};

function seriesOf(shape: string, length: number): Series {
  const series = hourlySeries(length);
  for (let i = 0; i < length; i++) series.values[i] = shapes[shape](i);
  // A clock that jumps, as at a change to winter time, and a day that is missing.
  for (let i = Math.floor(length / 2); i < length; i++) series.time[i] += 47 * 1_800_000;
  return series;
}

const made: Compute[] = [];
afterEach(() => made.splice(0).forEach((compute) => compute.dispose()));

describe("threadedFeatureMatrix", () => {
  it.each(Object.keys(shapes).flatMap((shape) => Object.keys(choices).map((choice) => [shape, choice] as const)))(
    "is the plain matrix to the byte: %s, %s",
    async (shape, choice) => {
      const series = seriesOf(shape, 40_001);
      const before = series.values.slice();
      expect(await threadedFeatureMatrix(series, choices[choice], ownThread())).toEqual(
        featureMatrix(series, choices[choice]),
      );
      expect(series.values).toEqual(before);
    },
  );

  it.each([0, 1, 4095, 4096, 4097, 16_384, 16_385])("whatever the length: %i", async (length) => {
    const series = seriesOf("noise", length);
    expect(await threadedFeatureMatrix(series, choices["all features"], ownThread())).toEqual(
      featureMatrix(series, choices["all features"]),
    );
  });

  it("gives the same bytes with 0, 1, 2 and 3 workers", async () => {
    const series = seriesOf("noise with gaps and infinities", 100_000);
    const plain = featureMatrix(series, choices["all features"]);
    for (const workers of [0, 1, 2, 3]) {
      const compute = createCompute({ workers });
      made.push(compute);
      for (let again = 0; again < 2; again++)
        expect(await threadedFeatureMatrix(series, choices["all features"], compute)).toEqual(plain);
    }
  });

  it("goes without WebAssembly", async () => {
    const series = seriesOf("noise", 20_000);
    const nowhere: Compute = { threads: 1, use: (work) => work(null), dispose: () => {} };
    expect(await threadedFeatureMatrix(series, choices["all features"], nowhere)).toEqual(
      featureMatrix(series, choices["all features"]),
    );
  });

  it("can be cancelled", async () => {
    const checkpoint = (fraction: number): void => {
      if (fraction > 0.3) throw new Error("cancelled");
    };
    await expect(
      threadedFeatureMatrix(seriesOf("noise", 100_000), choices["all features"], ownThread(), checkpoint),
    ).rejects.toThrow("cancelled");
  });
});
