import { expect, test } from "vitest";
import { tableFromColumns } from "../kernel-lib/src/adapters/table-from-columns.js";
import { detect } from "../kernel-lib/src/detect.js";
import { analyseSeries } from "../kernel-lib/src/analyse-series.js";
import { resolveConfig } from "../kernel-lib/src/config/resolve-config.js";
import type { Report } from "../kernel-lib/src/report.js";
import { hourlySeries } from "./series.js";
import { createRandom } from "../kernel-lib/src/numeric/random.js";
import { createCompute } from "../kernel-lib/src/parallel/compute.js";

test("the answer comes before the detectors that only vote, and progress never falls", async () => {
  const random = createRandom(2);
  const hours = Array.from({ length: 21_000 }, (_, i) => i);
  const table = tableFromColumns({
    time: hours.map((i) => new Date(Date.UTC(2015, 0, 1) + i * 3_600_000)),
    load: hours.map((i) => (i === 9000 ? 900 : 100) + 10 * Math.sin((2 * Math.PI * i) / 24) + random.normal()),
  });
  const config = { detectors: { localOutlierFactor: { enabled: false } } };
  const compute = createCompute({ workers: 1 });
  const fractions: number[] = [];
  try {
    const given: Report[] = [];
    const onThreads = await detect(table, config, {
      compute,
      progress: ({ fraction }) => fractions.push(fraction),
      partialWanted: () => false,
      partial: (report) => given.push(report),
    });
    // Asked for or not: the bare series, then what was decided.
    expect(given).toHaveLength(2);
    expect(given[1].series[0].flags).toEqual(onThreads.series[0].flags);
    expect(given[1].series[0].detections.every(({ votes }) => !votes)).toBe(true);
    expect({ ...onThreads, timings: {} }).toEqual({ ...(await detect(table, config)), timings: {} });
  } finally {
    compute.dispose();
  }
  expect(fractions.every((fraction, i) => i === 0 || fraction >= fractions[i - 1])).toBe(true);
});

test("the usual range of a KPI that is never negative does not go below zero", async () => {
  const series = hourlySeries(300, 4);
  const rare = { ...series, values: series.values.map((value, i) => (i % 11 === 0 ? Math.abs(value - 100) : 0)) };
  const judge = async (values: Float64Array): Promise<Float64Array> =>
    (
      await analyseSeries({
        series: { ...rare, values },
        lines: rare.records,
        decimals: 2,
        config: resolveConfig(),
      })
    ).report.lower;
  expect(Math.min(...(await judge(rare.values)).filter(Number.isFinite))).toBeGreaterThanOrEqual(0);
  expect(Math.min(...(await judge(rare.values.map((value) => value - 5))).filter(Number.isFinite))).toBeLessThan(0);
});
