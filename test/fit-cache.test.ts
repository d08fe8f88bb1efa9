import { expect, test } from "vitest";
import type { Config } from "../kernel-lib/src/config/config.js";
import { detect } from "../kernel-lib/src/detect.js";
import { createFitCache, type FitCache } from "../kernel-lib/src/fit-cache.js";
import { readTable } from "../kernel-lib/src/io/read-table.js";
import { createRandom } from "../kernel-lib/src/numeric/random.js";
import type { Report } from "../kernel-lib/src/report.js";
import type { Table } from "../kernel-lib/src/table.js";

function tableOf(days: number): Table {
  const random = createRandom(8);
  const lines = Array.from({ length: days }, (_, i) => {
    const week = 20 * Number(i % 7 > 4);
    const value = (shift: number): string => (100 + week + shift + random.normal()).toFixed(2);
    const date = new Date(Date.UTC(2023, 0, 1 + i)).toISOString().slice(0, 10);
    return `${date},${value(i === 200 ? 40 : 0)},${value(i === 201 ? -40 : 0)}`;
  });
  return readTable(`date,sales,visits\n${lines.join("\n")}\n`);
}

const table = tableOf(300);
const without = (id: string): Config => ({ votes: false, detectors: { [id]: { enabled: false } } });
const fitted = ({ timings }: Report): string[] => Object.keys(timings).filter((step) => /detectors|season/.test(step));
/** A report without how long it took. */
const found = ({ timings: _, ...report }: Report): object => report;
const run = (config: Config, cache: FitCache): Promise<Report> => detect(table, config, { cache });

test("what is switched off, and on again, is decided without a fit, to the byte as a new run says it", async () => {
  const cache = createFitCache();
  const first = await run({ votes: false }, cache);
  expect(fitted(first).length).toBeGreaterThan(3);
  for (const id of ["windowedPca", "seasonalResidual"]) {
    const next = await run(without(id), cache);
    expect(found(next)).toEqual(found(await detect(table, without(id))));
    expect(next.series[0].combined).not.toEqual(first.series[0].combined);
    expect(fitted(next).filter((step) => step !== "season")).toEqual([]);
  }
  expect(found(await run({ votes: false, sensitivity: 70 }, cache))).toEqual(
    found(await detect(table, { votes: false, sensitivity: 70 })),
  );
});

test("a detector that has not run yet is the only one that is fitted", async () => {
  const cache = createFitCache();
  await run({ votes: false }, cache);
  const config: Config = { votes: false, detectors: { zScore: { enabled: true } } };
  const next = await run(config, cache);
  expect(fitted(next).filter((step) => step !== "season")).toEqual(["detectors/zScore"]);
  expect(found(next)).toEqual(found(await detect(table, config)));
});

test("another table, another seed, season or events are fitted anew", async () => {
  const cache = createFitCache();
  await run({ votes: false }, cache);
  for (const config of [{ seed: 7 }, { season: [] }, { events: [{ name: "fair", date: "2023-05-01" }] }] as Config[]) {
    const next = await run({ votes: false, ...config }, cache);
    expect(fitted(next).length, JSON.stringify(config)).toBeGreaterThan(3);
  }
  const other = await detect(tableOf(280), { votes: false }, { cache });
  expect(found(other)).toEqual(found(await detect(tableOf(280), { votes: false })));
});

test("models of long series are not kept, what their detectors said is", async () => {
  const cache = createFitCache({ mostRows: 300 });
  await run({ votes: false }, cache);
  const fits = cache.of(table, (await run({ votes: false }, cache)).config);
  expect([fits("sales", "").season === undefined, fits("visits", "").season === undefined]).toEqual([false, true]);
  expect(fits("visits", "").detections.size).toBeGreaterThan(3);
});
