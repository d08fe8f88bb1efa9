import { sharedText } from "../../../kernel-lib/src/words/shared-incident.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedIncidents } from "../../../kernel-lib/src/decide/across-series/shared-incidents.js";
import type { SeriesReport } from "../../../kernel-lib/src/report.js";
import { plantedSeries } from "../../many-report.js";

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

  test("a rise before a crash is not the first sign of it: who moved first is told by the farther side", () => {
    const open = plantedSeries("open", 31, [
      [50, 53, 4],
      [54, 70, -20],
    ]);
    const [incident] = open.incidents;
    const led = { ...open, incidents: [{ ...incident, start: 50, end: 70, direction: "mixed" as const }] };
    const [shared] = sharedIncidents([led, plantedSeries("close", 32, [[54, 70, -20]])]);
    expect(shared.members.map(({ delay }) => delay)).toEqual([0, 0]);
    expect(shared.start).toBe(open.time[54]);
    expect(sharedText(shared)).toBe("close (down) and open at the same time.");
  });

  test("of business days the working days between are counted, not the weekends", () => {
    const days = Float64Array.from({ length: 100 }, (_, i) => Date.UTC(2024, 0, 1 + Math.floor(i / 5) * 7 + (i % 5)));
    const on = (kpi: string, seed: number, from: number): SeriesReport => ({
      ...plantedSeries(kpi, seed, [[from, 75, -12]]),
      time: days,
      cadence: "business-daily",
    });
    const [{ members }] = sharedIncidents([on("open", 33, 52), on("close", 34, 60)]);
    expect(members.map(({ delay }) => delay)).toEqual([0, 8]);
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

  test("are not led by what is set rather than measured, nor as bad as that", () => {
    const price = plantedSeries("price", 41, [
      [20, 20, 90],
      [60, 60, 90],
    ]);
    const list = {
      ...price,
      values: Float64Array.from(price.values, (_, i) => 100 + Math.floor(i / 4) * 3 + (i % 4) * 0.75),
    };
    const sales = plantedSeries("sales", 42, [[60, 60, -9]]);
    const [first, second] = sharedIncidents([list, sales, { ...list, kpi: "other price" }]);
    expect(first.members.map(({ kpi }) => kpi)).toEqual(["sales", "price", "other price"]);
    expect(first.severity).toBe(first.members[0].severity);
    expect(second.members.map(({ kpi }) => kpi)).toEqual(["price", "other price"]);
    expect(second.severity).toBeGreaterThan(first.severity);
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
