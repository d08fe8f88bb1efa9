import { beforeEach, expect, test } from "vitest";
import type { Findings } from "../../../../extension/src/api.js";
import { newSince, sinceText, sparkText, summaryOf, summaryText } from "../../../../extension/src/home/file-summary.js";
import { HomeFiles, mostUnasked, type Look } from "../../../../extension/src/home/home-files.js";

/** What an analysis of a file with incidents at these times finds. */
const found = (values: readonly number[], times: readonly number[]): Findings =>
  ({
    results: {
      kpis: [{ incidents: times.length }],
      moments: times.length,
      chosen: { kpi: "sales", decimals: 0, whole: { value: Float64Array.from(values) } },
    },
    incidents: times.map((startTime) => ({ kpi: "sales", series: "", startTime, hushed: null })),
  }) as unknown as Findings;

let files: Record<string, { stamp: string; times: number[] }>;
let looks: Record<string, Look>;
let analysed: string[];
let home: HomeFiles;

beforeEach(() => {
  files = { "a.csv": { stamp: "1", times: [10] }, "b.csv": { stamp: "1", times: [] } };
  looks = {};
  analysed = [];
  home = new HomeFiles({
    find: () => Promise.resolve(Object.keys(files)),
    stamp: (file) => Promise.resolve(files[file]?.stamp ?? null),
    analyse: (file) => {
      analysed.push(file);
      return file === "bad.csv"
        ? Promise.reject(new Error("No number."))
        : Promise.resolve(found([1, 2, 9], files[file].times));
    },
    lookAt: (file) => looks[file],
    keepLook: (file, look) => (looks[file] = look),
    now: () => 1000,
    changed: () => undefined,
  });
});

test("each table is analysed once, again only when it changes; what is new since the last look is told until somebody looks", async () => {
  await home.refresh();
  await home.refresh();
  expect(analysed).toEqual(["a.csv", "b.csv"]);
  expect(home.newsOf("a.csv")).toBeNull();
  files["a.csv"] = { stamp: "2", times: [10, 20, 30] };
  await home.refresh();
  expect(analysed).toEqual(["a.csv", "b.csv", "a.csv"]);
  expect(home.newsOf("a.csv")).toEqual({ count: 2, since: 1000 });
  home.seen("a.csv");
  expect(home.newsOf("a.csv")).toBeNull();
});

test("a folder of many tables waits to be asked", async () => {
  files = Object.fromEntries(
    Array.from({ length: mostUnasked + 1 }, (_, i) => [`${i}.csv`, { stamp: "1", times: [] }]),
  );
  await home.refresh();
  expect([analysed.length, home.waitsForAsking]).toEqual([0, true]);
  await home.askAll();
  expect([analysed.length, home.waitsForAsking]).toEqual([mostUnasked + 1, false]);
});

test("a table that cannot be analysed says why, and the others go on", async () => {
  files = { "bad.csv": { stamp: "1", times: [] }, ...files };
  await home.refresh();
  expect(home.stateOf("bad.csv")).toEqual({ kind: "failed", message: "No number." });
  expect(home.stateOf("b.csv").kind).toBe("done");
});

test("a table in words: course, last value, what was found, what is new", () => {
  const summary = summaryOf(found([1, 1, 8, 1234], [10, 20]));
  expect(summary).toMatchObject({ kpi: "sales", last: "1,234", found: "2 incidents", spark: "▁▁▁█" });
  expect(summaryText(summary, 1, "yesterday")).toBe("1 new since yesterday · ▁▁▁█ 1,234 · 2 incidents");
  expect(summaryText(summary, 0, "")).toBe("▁▁▁█ 1,234 · 2 incidents");
  expect(newSince(summary, undefined)).toBe(0);
  expect(newSince(summary, [summary.incidents[0]])).toBe(1);
  expect(sparkText([])).toBe("");
  expect(sparkText([5, 5])).toBe("▄▄");
  const [noon, hour] = [new Date(2024, 4, 10, 12).getTime(), 3_600_000];
  expect(sinceText(noon - hour, noon, "en")).toMatch(/^11:00/);
  expect(sinceText(noon - 20 * hour, noon, "en")).toBe("yesterday");
  expect(sinceText(noon - 900 * hour, noon, "en")).toMatch(/2024/);
});
