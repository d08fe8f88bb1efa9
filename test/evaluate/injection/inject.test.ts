import { injectionText } from "../../../kernel-lib/src/words/analyses/injection.js";
import { describe, expect, test } from "vitest";
import { inject } from "../../../kernel-lib/src/evaluate/injection/inject.js";
import {
  DECISION,
  injectionKinds,
  type InjectionKindId,
} from "../../../kernel-lib/src/evaluate/injection/injection-kinds.js";
import { plantEvents } from "../../../kernel-lib/src/evaluate/injection/plant-events.js";
import { sampleOf } from "../../../kernel-lib/src/evaluate/sample-of.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { dailyTable, noisyValues, only } from "../made-table.js";

const table = dailyTable({ sales: noisyValues(400), other: noisyValues(400, {}, 2) });
const { series } = sampleOf(table);
const kinds = Object.keys(injectionKinds) as InjectionKindId[];

describe.each(kinds)("planting a %s", (kind) => {
  const plan = (seed: number) => ({ kind, size: 5, count: 6, random: createRandom(seed) });

  test("changes only the planted points of the one KPI, and is seeded", () => {
    const { table: planted, events, spread } = plantEvents(table, series, new Uint8Array(400), plan(1));
    expect(events).toHaveLength(6);
    expect(spread).toBeGreaterThan(0.8);
    expect(spread).toBeLessThan(1.2);
    const inside = new Set(
      events.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, i) => start + i)),
    );
    const [before, after] = [table, planted].map(({ columns }) =>
      columns[0].kind === "number" ? columns[0].values : new Float64Array(0),
    );
    for (let i = 0; i < 400; i++) if (!inside.has(i)) expect(after[i]).toBe(before[i]);
    expect([...inside].some((i) => after[i] !== before[i])).toBe(true);
    expect(planted.columns[1]).toBe(table.columns[1]);
    expect(plantEvents(table, series, new Uint8Array(400), plan(1)).events).toEqual(events);
  });

  test("keeps clear of the first quarter, of what is flagged and of missing values", () => {
    const flagged = Uint8Array.from({ length: 400 }, (_, i) => (i % 40 < 20 ? 1 : 0));
    for (const { start, end } of plantEvents(table, series, flagged, plan(2)).events) {
      expect(start).toBeGreaterThanOrEqual(100);
      expect(flagged.subarray(start, end + 1)).not.toContain(1);
    }
    expect(plantEvents(table, series, new Uint8Array(400).fill(1), plan(3)).events).toEqual([]);
  });
});

describe("inject", () => {
  const spikeDetectors = ["zScore", "interquartileRange", "isolationForest", "localOutlierFactor"];

  test("a spike of ten deviations is caught by every detector that looks for spikes", async () => {
    for (const seed of [1, 2, 3]) {
      const { recalls } = await inject(table, only(spikeDetectors, { consensus: 2, seed }), {
        kinds: ["spike", "dip"],
        sizes: [10],
        events: 1,
      });
      for (const id of [...spikeDetectors, DECISION])
        for (const { caught, planted } of recalls.filter(({ detector }) => detector === id))
          expect([id, caught]).toEqual([id, planted]);
    }
  });

  test("nothing is caught of what is not there: size 0", async () => {
    const { recalls } = await inject(table, only(["zScore"]), { kinds: ["spike", "levelShift"], sizes: [0] });
    expect(recalls.map(({ caught }) => caught)).toEqual([0, 0, 0, 0]);
  });

  test("says it in words and by kind, size and detector", async () => {
    const result = await inject(table, only(["zScore"]), {
      kpi: "other",
      kinds: ["spike", "flatLine"],
      sizes: [2, 10],
    });
    expect(result.kpi).toBe("other");
    expect(result.runs.map(({ kind, size }) => [kind, size])).toEqual([
      ["spike", 2],
      ["spike", 10],
      ["flatLine", NaN],
    ]);
    expect(injectionText(result)).toMatch(
      /^Of what was planted into other, the decision catches \d+%: spike \d+%, flat line 0%\.$/,
    );
  });

  test("values that are missing for a while are caught by the decision that tells of them", async () => {
    const week = dailyTable({ sales: noisyValues(500).map((value, i) => value + 8 * Math.sin((2 * Math.PI * i) / 7)) });
    const result = await inject(week, {}, { kinds: ["missingPeriod"], events: 3 });
    expect(result.recalls.find(({ detector }) => detector === DECISION)).toMatchObject({ caught: 3, planted: 3 });
    expect(injectionText(result)).toContain("the decision catches 100%");
  });

  test("kinds that a short file has no room for are left out and named; what has room is planted", async () => {
    const short = dailyTable({ sales: noisyValues(60) });
    const some = await inject(short, only(["zScore"]), { sizes: [5] });
    expect(some.recalls.some(({ kind }) => kind === "levelShift")).toBe(true);
    const tiny = await inject(dailyTable({ sales: noisyValues(18) }), only(["zScore"]), { sizes: [5] });
    expect(tiny.leftOut).toEqual(["levelShift", "drift", "flatLine", "varianceBurst", "missingPeriod"]);
    expect(tiny.runs.map(({ kind }) => kind)).toEqual(["spike", "dip"]);
    expect(injectionText(tiny)).toMatch(
      /No room in it for: level shift, drift, flat line, variance burst, missing period\.$/,
    );
    await expect(
      inject(dailyTable({ sales: noisyValues(18) }), only(["zScore"]), { kinds: ["drift"] }),
    ).rejects.toMatchObject({ code: "too_few_rows" });
  });

  test("a KPI that is not there is refused", async () => {
    await expect(inject(table, {}, { kpi: "profit" })).rejects.toThrow('no column "profit"');
  });
});
