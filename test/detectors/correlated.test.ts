import { describe, expect, test } from "vitest";
import { paramValues } from "../../kernel-lib/src/config/params.js";
import { correlated } from "../../kernel-lib/src/detectors/correlated.js";
import type { Companion, Sample, Scorer } from "../../kernel-lib/src/detectors/detector.js";
import { detectors } from "../../kernel-lib/src/detectors/index.js";
import { featureMatrix } from "../../kernel-lib/src/features/matrix/feature-matrix.js";
import { features } from "../../kernel-lib/src/features/index.js";
import { cholesky, choleskySolve } from "../../kernel-lib/src/numeric/linear-algebra/cholesky.js";
import { rowDistances } from "../../kernel-lib/src/numeric/neighbours/row-distances.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { shrunkCorrelation } from "../../kernel-lib/src/numeric/linear-algebra/shrunk-correlation.js";
import type { SkipCode } from "../../kernel-lib/src/skip-reason.js";
import { contextOf, sampleOf } from "./sample.js";

const LENGTH = 600;
const BROKEN = [300, 301, 302];

/** KPIs by name as samples of each other, remainders as given. */
function samplesOf(remainders: Readonly<Record<string, Float64Array>>): Record<string, Sample & Companion> {
  const all = Object.entries(remainders).map(([kpi, remainder]) => {
    const base = sampleOf(remainder.map((z) => 100 + z));
    return { ...base, series: { ...base.series, kpi }, remainder };
  });
  return Object.fromEntries(
    all.map((sample) => [sample.series.kpi, { ...sample, companions: all.filter((other) => other !== sample) }]),
  );
}

/** Orders and revenue move together; for three days revenue goes the other way, both well inside their own range. */
function brokenRelation(): Record<string, Sample & Companion> {
  const random = createRandom(4);
  const common = Float64Array.from({ length: LENGTH }, () => random.normal());
  for (const row of BROKEN) common[row] = 1.3;
  const own = (): number => 0.15 * random.normal();
  return samplesOf({
    orders: common.map((value) => value + own()),
    revenue: common.map((value, row) => (BROKEN.includes(row) ? -value : value) + own()),
    visits: common.map((value) => -value + 0.5 * random.normal()),
    weather: common.map(() => random.normal()),
  });
}

async function scorerOf(sample: Sample): Promise<Scorer> {
  const fitted = await correlated.fit(sample, paramValues(correlated.params), contextOf());
  if ("skipped" in fitted) throw new Error(JSON.stringify(fitted.skipped));
  return fitted;
}

describe("a broken relation", () => {
  const samples = brokenRelation();

  test("is found where it broke, and hardly anywhere else", async () => {
    const scores = await (await scorerOf(samples.revenue))(samples.revenue);
    for (const row of BROKEN) expect(scores[row]).toBeGreaterThan(5);
    expect(scores.filter((score, row) => !BROKEN.includes(row) && score > 5)).toHaveLength(0);
  });

  test("is found by no detector that looks at one KPI", async () => {
    const choices = Object.values(features).map((feature) => ({ feature, params: paramValues(feature.params) }));
    for (const kpi of ["orders", "revenue"]) {
      const sample = { ...samples[kpi], features: featureMatrix(samples[kpi].series, choices) };
      for (const [id, detector] of Object.entries(detectors).filter(([, entry]) => entry !== (correlated as unknown))) {
        const params = paramValues(detector.params) as never;
        const scorer = await detector.fit(sample, params, contextOf(`${id}/${kpi}`));
        if ("skipped" in scorer) continue;
        const scores = await scorer(sample);
        const worst = Math.max(...BROKEN.map((row) => scores[row]));
        expect(scores.filter((score) => score > worst).length, `${id} on ${kpi}`).toBeGreaterThan(LENGTH * 0.01);
      }
    }
  });

  test("names the KPI that broke it", async () => {
    const scorer = await scorerOf(samples.revenue);
    const shares = scorer.attributions!(samples.revenue, 301);
    expect(shares.map(({ name }) => name).sort()).toEqual(["orders", "revenue", "visits"]);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(Object.fromEntries(shares.map(({ name, share }) => [name, share])).revenue).toBeGreaterThan(0.4);
  });

  test("is not blamed on a KPI that only stands beside it", async () => {
    const alone = brokenRelation();
    alone.orders.remainder[100] = 7;
    const orders = await (await scorerOf(alone.orders))(alone.orders);
    const visits = await (await scorerOf(alone.visits))(alone.visits);
    expect(orders[100]).toBeGreaterThan(5);
    expect(visits[100]).toBeLessThan(orders[100] / 2);
  });

  test("is not sought where there is nothing to compare with", () => {
    const skipped = (sample: Sample): unknown => correlated.fit(sample, paramValues(correlated.params), contextOf());
    const why = (code: SkipCode): object => ({ skipped: { code, facts: {} } });
    expect(skipped({ ...samples.orders, companions: [] })).toEqual(why("no_other_kpi"));
    expect(skipped({ ...samples.orders, remainder: undefined })).toEqual(why("nothing_expected"));
    expect(skipped(samples.weather)).toEqual(why("no_related_kpi"));
  });

  test("can not be told where the KPI is missing, but where another one is", async () => {
    const holes = brokenRelation();
    holes.revenue.remainder[10] = NaN;
    holes.orders.remainder[20] = NaN;
    const scores = await (await scorerOf(holes.revenue))(holes.revenue);
    expect(scores[10]).toBeNaN();
    expect(scores[20]).toBeGreaterThanOrEqual(0);
  });

  test("does not depend on how the records of another KPI are laid out", async () => {
    const shorter = brokenRelation();
    const cut = shorter.revenue.companions!.map(({ series, remainder }) => ({
      series: { ...series, time: series.time.slice(5), values: series.values.slice(5) },
      remainder: remainder.slice(5),
    }));
    const scores = await (await scorerOf({ ...shorter.revenue, companions: cut }))({
      ...shorter.revenue,
      companions: cut,
    });
    expect(scores[301]).toBeGreaterThan(5);
    expect(scores[2]).toBeNaN();
  });
});

describe("distances", () => {
  test("are those of the inverse matrix, and their parts add up to them", () => {
    const correlation = Float64Array.of(1, 0.6, 0.2, 0.6, 1, -0.1, 0.2, -0.1, 1);
    // xᵀ C⁻¹ x for x = (1, -1, 2) in exact fractions
    const { squares, parts } = rowDistances(
      [Float64Array.of(1, NaN), Float64Array.of(-1, 1), Float64Array.of(2, 1)],
      correlation,
    );
    expect(squares[0]).toBeCloseTo(1915 / 283, 10);
    expect(parts(0).reduce((sum, part) => sum + part, 0)).toBeCloseTo(squares[0], 10);
    expect(squares[1]).toBeNaN();
  });

  test("a factor solves its own system, and there is none for a matrix that is not positive", () => {
    const matrix = Float64Array.of(4, 2, 2, 3);
    const x = choleskySolve(cholesky(matrix, 2)!, 2, Float64Array.of(2, 5));
    expect([4 * x[0] + 2 * x[1], 2 * x[0] + 3 * x[1]]).toEqual([expect.closeTo(2, 12), expect.closeTo(5, 12)]);
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
  });

  test("correlations of chance are drawn to none, real ones stay", () => {
    const random = createRandom(9);
    const noise = (): Float64Array => Float64Array.from({ length: 40 }, () => random.normal());
    expect(shrunkCorrelation([noise(), noise(), noise(), noise()], new Uint8Array(0)).shrinkage).toBeGreaterThan(0.5);
    const common = Float64Array.from({ length: 1000 }, () => random.normal());
    const { matrix, shrinkage } = shrunkCorrelation(
      [common, common.map((value) => value + 0.1 * random.normal())],
      new Uint8Array(0),
    );
    expect(shrinkage).toBeLessThan(0.01);
    expect(matrix[1]).toBeGreaterThan(0.98);
  });
});
