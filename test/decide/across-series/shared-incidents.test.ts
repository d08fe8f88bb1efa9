import { sharedText } from "../../../kernel-lib/src/words/shared-incident.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leadLag } from "../../../kernel-lib/src/decide/across-series/lead-lag.js";
import { sharedIncidents } from "../../../kernel-lib/src/decide/across-series/shared-incidents.js";
import { rankSeries } from "../../../kernel-lib/src/decide/across-series/series-ranking.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import type { Incident, SeriesReport } from "../../../kernel-lib/src/report.js";
import { manyReport, plantedSeries } from "../../many-report.js";

const noise = (length: number, seed: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length }, () => random.normal());
};

describe("lead and lag", () => {
  test.each([0, 3, -5])("finds that one series follows the other by %d steps", (lag) => {
    const a = noise(300, 1);
    const b = noise(300, 2).map((value, i) => value / 2 - (a[i - lag] ?? 0));
    const found = leadLag(a, b, 8);
    expect(found.lag).toBe(lag);
    expect(found.correlation).toBeLessThan(-0.8);
    expect(found.certain).toBe(true);
  });

  test("calls independent series related about once in a hundred times at most", () => {
    const certain = Array.from(
      { length: 300 },
      (_, seed) => leadLag(noise(200, 2 * seed), noise(200, 2 * seed + 1), 10).certain,
    ).filter(Boolean);
    expect(certain.length).toBeLessThanOrEqual(9);
  });

  test("leaves missing values out and can not tell from a handful", () => {
    const a = noise(100, 3).map((value, i) => (i % 7 === 0 ? NaN : value));
    expect(leadLag(a, a, 4)).toMatchObject({ lag: 0, correlation: 1, certain: true });
    expect(leadLag(a.slice(0, 8), a.slice(0, 8), 2).correlation).toBeNaN();
    expect(leadLag(new Float64Array(50), a, 2).certain).toBe(false);
  });
});

describe("shared incidents", () => {
  test("join what happened at one moment, first to move first", () => {
    const cause = plantedSeries("orders", 11, [[60, 64, -12]]);
    const effect = plantedSeries("revenue", 12, [
      [61, 65, -12],
      [20, 20, 9],
    ]);
    const [shared, ...rest] = sharedIncidents([effect, plantedSeries("visits", 13, []), cause]);
    expect(rest).toEqual([]);
    expect(shared.members.map(({ kpi, index }) => [kpi, index])).toEqual([
      ["orders", 2],
      ["revenue", 0],
    ]);
    expect(sharedText(shared)).toBe("First: orders (down); 1 day later: revenue (down).");
    expect(shared).toMatchObject({ start: cause.time[60], end: effect.time[65], rank: 1 });
  });

  test("tell by how much one usually follows the other", () => {
    const cause = plantedSeries("orders", 21, [[60, 61, -12]]);
    const follows = cause.values.map(
      (value, i) =>
        cause.expected[i] +
        0.9 * ((cause.values[i - 2] ?? 100) - (cause.expected[i - 2] ?? 100)) +
        (value - cause.expected[i]) * 0.01,
    );
    const effect = { ...plantedSeries("revenue", 22, [[61, 63, -12]]), values: follows };
    const [{ members }] = sharedIncidents([cause, effect]);
    expect(members[1]).toMatchObject({ kpi: "revenue", lag: 2, related: true });
    expect(members[1].correlation).toBeGreaterThan(0.9);
  });

  test("know no lag without expected values", () => {
    const blind = (series: SeriesReport): SeriesReport => ({ ...series, expected: series.values.map(() => NaN) });
    const [{ members }] = sharedIncidents([
      blind(plantedSeries("a", 1, [[50, 52, 9]])),
      blind(plantedSeries("b", 2, [[50, 52, 9]])),
    ]);
    expect(members[1].lag).toBeNaN();
    expect(members[1].related).toBe(false);
  });

  test("do not chain: a long incident takes in what begins with it or fills half of it", () => {
    const long = plantedSeries("long", 31, [[10, 80, 5]]);
    const shared = sharedIncidents([
      long,
      plantedSeries("early", 32, [[11, 12, 9]]),
      plantedSeries("x", 33, [[40, 41, 9]]),
      plantedSeries("y", 34, [[60, 61, 9]]),
    ]);
    expect(shared.length).toBeGreaterThanOrEqual(1);
    expect(shared.every(({ members }) => new Set(members.map(({ index }) => index)).size === members.length)).toBe(
      true,
    );
  });

  test("hold each incident at most once and two series at least", () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 9 })), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(spans, { minLength: 1, maxLength: 6 }), (all) => {
        const series = all.map((some, index) =>
          plantedSeries(
            `k${index}`,
            index,
            some.map(([start, length]): [number, number, number] => [start, start + length, 8]),
          ),
        );
        const seen = new Set<string>();
        for (const { members } of sharedIncidents(series)) {
          expect(members.length).toBeGreaterThan(1);
          for (const { index, incident } of members) {
            expect(seen.has(`${index}/${incident}`)).toBe(false);
            seen.add(`${index}/${incident}`);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

test("series are ranked by their worst incident, then by how much of them is anomalous", () => {
  const { series } = manyReport([
    plantedSeries("calm", 1, []),
    plantedSeries("one day", 2, [[50, 50, 9]]),
    plantedSeries("one week", 3, [[50, 56, 9]]),
  ]);
  const worse = {
    ...series[1],
    incidents: series[1].incidents.map((incident): Incident => ({ ...incident, severity: 99 })),
  };
  expect(rankSeries(series).map(({ kpi }) => kpi)).toEqual(["one week", "one day", "calm"]);
  expect(rankSeries([...series, worse])[0]).toMatchObject({
    index: 3,
    worst: 99,
    incidents: 1,
    last: series[1].time[50],
  });
});
