import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paramValues } from "../../kernel-lib/src/config/params.js";
import type { Detector, Sample } from "../../kernel-lib/src/detectors/detector.js";
import { detectors } from "../../kernel-lib/src/detectors/index.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { analyseSeason } from "../../kernel-lib/src/season/season.js";
import { spearman } from "../../kernel-lib/src/numeric/statistics.js";
import { skipText } from "../../kernel-lib/src/words/assumption.js";
import { contextOf, sampleOf } from "../detectors/sample.js";

/** What every detector of the register promises. A new entry is tested by standing in the register. */

/** Fits and scores the same sample; null when the detector says why it can not. */
async function run(detector: Detector, sample: Sample, seed = 1): Promise<Float64Array | null> {
  const scorer = await detector.fit(sample, paramValues(detector.params), contextOf(seed));
  if (typeof scorer === "function") return scorer(sample);
  const { skipped } = scorer;
  expect(typeof skipped === "string" ? skipped : skipText(skipped)).toMatch(/^[A-Za-z].*\.$/);
  return null;
}

/** Three features a point, as a table of lags would give: no rows for the warm-up, none where a value is missing. */
function withFeatures(values: readonly number[], order: readonly number[] = [0, 1, 2], factor = 1): Sample {
  const sample = sampleOf(values.map((value) => value * factor));
  const points: number[] = [];
  const features: number[] = [];
  for (let i = 2; i < values.length; i++) {
    const row = [values[i], values[i - 1], values[i - 2]].map((value) => value * factor);
    if (!row.every((value) => !Number.isNaN(value))) continue;
    points.push(i);
    features.push(...order.map((column) => row[column]));
  }
  return {
    ...sample,
    season: analyseSeason(sample.series),
    features: {
      names: order.map((column) => `lag_${column}`),
      points: Uint32Array.from(points),
      values: Float64Array.from(features),
    },
  };
}

/** Weekly rhythm and noise over 40 weeks, one spike. */
function usualValues(): number[] {
  const random = createRandom(42);
  const values = Array.from(
    { length: 280 },
    (_, i) => 100 + 20 * Math.sin((2 * Math.PI * i) / 7) + 3 * random.normal(),
  );
  values[200] = 400;
  return values;
}

/** Rank correlation; 1 for two detectors that both see nothing anywhere. */
function likeness(a: Float64Array, b: Float64Array): number {
  const flat = [a, b].every((scores) => new Set(scores.filter(Number.isFinite)).size === 1);
  return flat ? 1 : spearman(a, b);
}

function expectNoInfinity(scores: Float64Array | null, length: number): void {
  if (scores === null) return;
  expect(scores.length).toBe(length);
  expect(scores.filter((score) => Math.abs(score) === Infinity).length).toBe(0);
}

it("those whose cost grows fastest say so and stand behind the others, so that the fast ones are seen first", () => {
  const asked = Object.values(detectors).filter((detector) => !detector.onRequest && !detector.companions);
  const slow = asked.map((detector) => detector.seconds !== undefined);
  expect(slow).toEqual([...slow].sort());
  for (const detector of asked) {
    const [small, large] = [10_000, 100_000].map(
      (rows) => detector.seconds?.({ points: rows, rows, columns: 18 }, paramValues(detector.params)) ?? 0,
    );
    if (detector.seconds) expect(large / small).toBeGreaterThan(10 * (Math.log(1e5) / Math.log(1e4)));
  }
});

describe.each(Object.entries(detectors))("%s", (id, detector) => {
  it("describes itself", () => {
    expect(id).toMatch(/^[a-z][A-Za-z]+$/);
    expect(detector.title).toMatch(/^[A-Z]/);
    expect(detector.summary).toMatch(/^[A-Z].*\.$/);
    for (const param of Object.values(detector.params)) {
      expect(param.description).toMatch(/^[A-Z].*\.$/);
      if (param.type !== "number" && param.type !== "integer") continue;
      expect(param.default).toBeGreaterThanOrEqual(param.minimum ?? -Infinity);
      expect(param.default).toBeLessThanOrEqual(param.maximum ?? Infinity);
      expect(param.default).toBeGreaterThan(param.exclusiveMinimum ?? -Infinity);
    }
    const threshold =
      typeof detector.threshold === "function" ? detector.threshold(paramValues(detector.params)) : detector.threshold;
    expect(Number.isFinite(threshold.value)).toBe(true);
  });

  it("gives the same bytes when fitted twice with one seed", async () => {
    const first = await run(detector, withFeatures(usualValues()), 5);
    const second = await run(detector, withFeatures(usualValues()), 5);
    expect(second).toEqual(first);
  });

  it("leaves its input as it was", async () => {
    const sample = withFeatures(usualValues());
    const before = structuredClone(sample);
    await run(detector, sample);
    expect(sample).toEqual(before);
  });

  it("gives each point one score, none where the value is missing", async () => {
    const values = usualValues();
    for (const gap of [50, 51, 52, 120]) values[gap] = NaN;
    const scores = await run(detector, withFeatures(values));
    expectNoInfinity(scores, values.length);
    if (scores) for (const gap of [50, 51, 52, 120]) expect(scores[gap]).toBeNaN();
    if (scores) expect(scores.filter(Number.isFinite).length).toBeGreaterThan(values.length / 2);
  });

  it("takes an empty series, one row, and a few rows", async () => {
    for (const values of [[], [3], [3, 4], [1, 2, 3, 4, 50]])
      expectNoInfinity(await run(detector, withFeatures(values)), values.length);
  });

  it("takes a series without a single value", async () => {
    expectNoInfinity(await run(detector, withFeatures(new Array<number>(60).fill(NaN))), 60);
  });

  it("sees nothing in a constant series", async () => {
    const scores = await run(detector, withFeatures(new Array<number>(120).fill(12.5)));
    expectNoInfinity(scores, 120);
    const threshold =
      typeof detector.threshold === "function" ? detector.threshold(paramValues(detector.params)) : detector.threshold;
    if (scores && threshold.kind === "fixed")
      expect(Math.max(...scores.filter(Number.isFinite))).toBeLessThan(threshold.value);
  });

  it("never gives an infinity, whatever the numbers", async () => {
    const extremes = [
      0,
      -0,
      1,
      -1,
      1e-300,
      -1e-300,
      5e-324,
      1e300,
      -1e300,
      Number.MAX_VALUE,
      -Number.MAX_VALUE,
      1e15,
      NaN,
      Infinity,
      -Infinity,
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...extremes), { minLength: 20, maxLength: 60 }), async (values) => {
        expectNoInfinity(await run(detector, withFeatures(values)), values.length);
      }),
      { numRuns: 40 },
    );
  });

  it("does not care about the unit of the values", async () => {
    const values = usualValues();
    const scores = await run(detector, withFeatures(values));
    for (const factor of [2 ** 40, 2 ** -40]) {
      const other = await run(detector, withFeatures(values, [0, 1, 2], factor));
      if (scores && other) expect(likeness(scores, other)).toBeGreaterThan(0.999);
    }
  });

  it("hardly cares about the order of the features", async () => {
    const scores = await run(detector, withFeatures(usualValues()));
    const other = await run(detector, withFeatures(usualValues(), [2, 0, 1]));
    if (scores && other) expect(likeness(scores, other)).toBeGreaterThan(0.9);
  });

  it("can score a part of what it learnt from", async () => {
    const values = usualValues();
    const scorer = await detector.fit(withFeatures(values), paramValues(detector.params), contextOf());
    const part = withFeatures(values.slice(0, 150));
    if (typeof scorer === "function") expectNoInfinity(await scorer(part), 150);
  });

  if (detector.family === "series") return;

  it("puts a plain spike among its ten highest scores", async () => {
    const scores = await run(detector, withFeatures(usualValues()));
    const higher = scores?.filter((score) => score > scores[200]).length;
    expect(higher).toBeLessThan(10);
  });
});

describe("what is named as the cause of a score", () => {
  const sample = withFeatures(usualValues());
  const { features } = sample;
  const width = features.names.length;

  it.each(Object.entries(detectors).filter(([, { attributes }]) => attributes !== undefined))(
    "%s is what the contract of the detector says",
    async (_, detector) => {
      const scorer = await detector.fit(sample, paramValues(detector.params), contextOf(1));
      if (typeof scorer !== "function") throw new Error("It has to run on a usual series.");
      const whole = await scorer(sample);
      if (detector.attributes === "kpi") {
        const others = await scorer({ ...sample, features: { ...features, values: features.values.map(() => 7) } });
        expect([...others]).toEqual([...whole]);
        return;
      }
      // A few rows in another order, among values that are not theirs: each scores as it did.
      const points = [200, 17, 120, 33];
      const rows = points.map((point) => features.points.indexOf(point));
      const few: Sample = {
        ...sample,
        series: {
          ...sample.series,
          records: Uint32Array.from(points),
          time: Float64Array.from(points, (point) => sample.series.time[point]),
          values: Float64Array.from(points, () => -5),
        },
        features: {
          names: features.names,
          points: Uint32Array.from(points, (_, k) => k),
          values: Float64Array.from(
            rows.flatMap((row) => [...features.values.subarray(row * width, (row + 1) * width)]),
          ),
        },
      };
      const scores = await scorer(few);
      points.forEach((point, k) => expect(scores[k]).toBeCloseTo(whole[point], 9));
    },
  );
});
