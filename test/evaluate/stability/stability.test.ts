import { stabilityText } from "../../../kernel-lib/src/words/analyses/stability.js";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { refitKinds } from "../../../kernel-lib/src/evaluate/stability/refit-kinds.js";
import { stability } from "../../../kernel-lib/src/evaluate/stability/stability.js";
import { dailyTable, dice, distance, noisyValues, only } from "../made-table.js";

const table = dailyTable({ sales: noisyValues(200, { 50: 130, 120: 70, 121: 71 }) });

describe("stability", () => {
  test("of a detector without chance is exactly 1 under other seeds, of pure noise it is low", async () => {
    const { series, refits } = await stability(
      table,
      only(["distance", "dice"], { consensus: 1, contamination: 0.5 }),
      { runs: 6, kinds: ["seeds"], detectors: { distance, dice } },
    );
    expect(refits).toEqual({ seeds: 6 });
    const [steady, noise] = series[0].detectors;
    expect([steady.overlap, steady.grade, steady.weakest]).toEqual([1, "steady", null]);
    // Two sets of 5 % at random share 0.05 / 1.95 = 0.026 of their union.
    expect(noise.overlap).toBeLessThan(0.15);
    expect(noise.grade).toBe("unstable");
  });

  test("a true anomaly is found by every refit that can see it, whatever else changes", async () => {
    const result = await stability(table, only(["distance"]), { runs: 4, detectors: { distance } });
    const { series } = result;
    const text = stabilityText(result);
    expect(series[0].anomalies.map(({ start, end, confidence }) => [start, end, confidence])).toEqual([
      [50, 50, 1],
      [120, 121, 1],
    ]);
    expect(series[0].decision.overlap).toBe(1);
    expect(text).toContain("of 2 anomalies, 2 stand in at least 90% of 28 refits");
  });

  test("what only one seed finds is not sure", async () => {
    const { series } = await stability(table, only(["dice"], { contamination: 0.5 }), {
      runs: 10,
      kinds: ["seeds"],
      detectors: { dice },
    });
    const mean = series[0].anomalies.reduce((sum, { confidence }) => sum + confidence, 0) / series[0].anomalies.length;
    expect(series[0].anomalies.length).toBeGreaterThan(2);
    expect(mean).toBeLessThan(0.3);
  });

  test("is the same however many refits run at once", async () => {
    const run = (concurrency: number): ReturnType<typeof stability> =>
      stability(table, only(["distance", "dice"]), { runs: 3, detectors: { distance, dice }, concurrency });
    const [one, three] = await Promise.all([run(1), run(3)]);
    expect(three.series).toEqual(one.series);
  });

  test("tells how far it is and stops when told to", async () => {
    const abort = new AbortController();
    const fractions: number[] = [];
    const running = stability(table, only(["distance"]), {
      runs: 5,
      detectors: { distance },
      signal: abort.signal,
      progress: ({ fraction }) => {
        fractions.push(fraction);
        if (fractions.length === 4) abort.abort(new Error("enough"));
      },
    });
    await expect(running).rejects.toThrow("enough");
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  });
});

test.each(Object.entries(refitKinds))("%s changes only what it says and is seeded", (id, kind) => {
  const input = (seed: number) => ({ table, config: {}, kpis: ["sales"], random: createRandom(seed), run: 0, runs: 3 });
  const before = structuredClone(table);
  const first = kind.vary(input(1));
  expect(table).toEqual(before);
  expect(kind.vary(input(1))).toEqual(first);
  const [column] = first.table.columns;
  const hidden = column.kind === "number" ? column.values.filter(Number.isNaN).length : NaN;
  const limits = {
    seeds: [0, 0],
    noise: [0, 0],
    blockDrop: [9, 21],
    missingWeek: [6, 8],
    blockBootstrap: [17, 150],
    rollingOrigin: [20, 30],
    featureAblation: [0, 0],
  }[id]!;
  expect(hidden).toBeGreaterThanOrEqual(limits[0]);
  expect(hidden).toBeLessThanOrEqual(limits[1]);
  expect(first.table.time).toBe(table.time);
});
