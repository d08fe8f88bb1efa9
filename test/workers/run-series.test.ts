import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { detect } from "../../kernel-lib/src/detect.js";
import { stability } from "../../kernel-lib/src/evaluate/stability/stability.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import type { Report } from "../../kernel-lib/src/report.js";
import { createSeriesRunner, type SeriesWorkers } from "../../kernel-lib/src/workers/run-series.js";
import { bundledScript } from "../bundled-script.js";

const random = createRandom(3);
const names = Array.from({ length: 7 }, (_, k) => `kpi${k}`);
const csv = `date,${names.join()}\n${Array.from({ length: 200 }, (_, day) => `${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)},${names.map((_, k) => (day === 100 + k ? 900 : 100 + random.normal()).toFixed(3)).join()}`).join("\n")}\n`;
const table = readTable(csv);
const withoutTimings = (report: Report): Report => ({ ...report, timings: {} });

let script: string;
const open: SeriesWorkers[] = [];
const runner = (workers: number): SeriesWorkers => {
  open.push(createSeriesRunner({ workers, script }));
  return open.at(-1)!;
};

beforeAll(async () => {
  script = await bundledScript("workers/series-worker.ts");
});
afterAll(async () => {
  await Promise.all(open.map((one) => one.dispose()));
  rmSync(dirname(script), { recursive: true });
});

describe("many series on workers", () => {
  test.each([1, 2, 9])("%d of them give the same report as none", async (workers) => {
    const { runSeries } = runner(workers);
    const here = withoutTimings(await detect(table));
    expect(withoutTimings(await detect(table, {}, { runSeries }))).toEqual(here);
    expect(withoutTimings(await detect(table, {}, { runSeries }))).toEqual(here);
  });

  test("tell the first line, then each series as it comes", async () => {
    const seen: { kpi: string; judged: number }[] = [];
    await detect(
      table,
      {},
      {
        runSeries: runner(2).runSeries,
        partial: ({ series }) =>
          seen.push({ kpi: series[0].kpi, judged: series.filter(({ detections }) => detections.length > 0).length }),
      },
    );
    expect(seen.map(({ judged }) => judged)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(new Set(seen.map(({ kpi }) => kpi))).toEqual(new Set(["kpi0"]));
  });

  test("can be cancelled, and used again", async () => {
    const { runSeries } = runner(2);
    const abort = new AbortController();
    await expect(detect(table, {}, { runSeries, signal: abort.signal, partial: () => abort.abort() })).rejects.toThrow(
      /abort/i,
    );
    expect((await detect(table, {}, { runSeries })).series).toHaveLength(7);
  });

  test("several runs go on side by side, and one that is cancelled leaves the others alone", async () => {
    const { runSeries } = runner(2);
    const here = withoutTimings(await detect(table));
    const abort = new AbortController();
    const [first, cancelled, second] = await Promise.allSettled([
      detect(table, {}, { runSeries }),
      detect(table, {}, { runSeries, signal: abort.signal, partial: () => abort.abort() }),
      detect(table, { columns: { kpis: ["kpi3"] } }, { runSeries, sideBySide: true }),
    ]);
    expect(cancelled.status).toBe("rejected");
    expect(first.status === "fulfilled" && withoutTimings(first.value)).toEqual(here);
    expect(second.status === "fulfilled" && second.value.series[0].combined).toEqual(
      (await detect(table, { columns: { kpis: ["kpi3"] } })).series[0].combined,
    );
  });

  test("workers that have nothing to do can be sent away; those at work go on, and new ones come", async () => {
    const { runSeries, retire } = runner(2);
    const here = withoutTimings(await detect(table));
    const underWay = detect(table, {}, { runSeries, partial: () => void retire() });
    expect(withoutTimings(await underWay)).toEqual(here);
    await retire();
    expect(withoutTimings(await detect(table, {}, { runSeries }))).toEqual(here);
  });

  test("stability is the same on workers", async () => {
    const { runSeries } = runner(2);
    const config = { columns: { kpis: ["kpi2"] } };
    const options = { runs: 2, kinds: ["seeds", "noise"] as const };
    const here = await stability(table, config, options);
    const there = await stability(table, config, { ...options, runSeries, concurrency: 2 });
    expect(there.series).toEqual(here.series);
  });

  test("carry a failure back", async () => {
    const { runSeries } = runner(1);
    await expect(runSeries([{ series: null } as never], () => {})).rejects.toThrow();
    expect(await runSeries([], () => {})).toEqual([]);
  });
});
