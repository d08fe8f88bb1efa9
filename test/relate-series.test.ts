import { expect, test } from "vitest";
import { resolveConfig } from "../kernel-lib/src/config/resolve-config.js";
import { correlated } from "../kernel-lib/src/detectors/correlated.js";
import type { Detector } from "../kernel-lib/src/detectors/detector.js";
import { relateSeries } from "../kernel-lib/src/relate-series.js";
import type { SeriesReport } from "../kernel-lib/src/report.js";
import { contextOf } from "./detectors/sample.js";
import { plantedSeries } from "./many-report.js";

const register: Readonly<Record<string, Detector>> = { correlated };
const config = resolveConfig({}, register);
const relate = (reports: readonly SeriesReport[], total?: string): ReturnType<typeof relateSeries> => relateSeries(reports, register, config, total, contextOf());

const orders = plantedSeries("orders", 1, [], { length: 300 });
/** Moves as another series does, but for some days. */
const following = (other: SeriesReport, kpi: string, series: string, broken: readonly number[]): SeriesReport => ({
  ...plantedSeries(kpi, 2, [], { length: 300, series }),
  values: other.values.map((value, i) => 100 + (broken.includes(i) ? -3 : 1) * (value - 100) + 0.05 * Math.sin(7 * i)),
});

test("a KPI that stops moving with another one is found in the second round", async () => {
  const day = orders.values.findIndex((value, i) => i > 50 && Math.abs(value - 100) > 0.8);
  const [[ofOrders], [ofRevenue]] = await relate([orders, following(orders, "revenue", "", [day])]);
  expect([...ofRevenue.flags.keys()].filter((i) => ofRevenue.flags[i])).toEqual([day]);
  expect(ofRevenue).toMatchObject({ detector: "correlated", votes: false, skipped: null });
  expect(ofOrders.scores.filter((score) => score > 5).length).toBeLessThanOrEqual(1);
});

test("a total is not compared with its parts", async () => {
  const part = { ...orders, series: "A" };
  const [[first], [second]] = await relate([part, following(part, "orders", "Total", [])], "Total");
  expect(first.skipped).toBe("There is no other KPI to compare with.");
  expect(second.skipped).toBe("There is no other KPI to compare with.");
});

test("series of other times are compared where they share them", async () => {
  const later = following(orders, "revenue", "", [200]);
  const cut = { ...later, time: later.time.slice(100), values: later.values.slice(100), expected: later.expected.slice(100), records: later.records.slice(100) };
  const [, [ofRevenue]] = await relate([orders, cut]);
  expect(ofRevenue.scores).toHaveLength(200);
  expect(ofRevenue.skipped).toBeNull();
});

test("there is nothing to relate in a single series", async () => {
  expect(await relate([orders])).toEqual([[]]);
  expect(await relate([])).toEqual([]);
});
