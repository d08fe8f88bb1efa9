import { reasonOf } from "../kernel-lib/src/words/incident.js";
import { expect, test } from "vitest";
import { resolveConfig } from "../kernel-lib/src/config/resolve-config.js";
import { correlated } from "../kernel-lib/src/detectors/correlated.js";
import { seasonalResidual } from "../kernel-lib/src/detectors/seasonal-residual.js";
import type { Detector } from "../kernel-lib/src/detectors/detector.js";
import { relateSeries } from "../kernel-lib/src/relate-series.js";
import type { Detection, Pattern, SeriesReport } from "../kernel-lib/src/report.js";
import { contextOf } from "./detectors/sample.js";
import { plantedSeries } from "./many-report.js";

const register: Readonly<Record<string, Detector>> = { seasonalResidual, correlated };
const config = resolveConfig({ mode: "auto" }, register);
const relate = (reports: readonly SeriesReport[], total?: string): Promise<SeriesReport[]> =>
  relateSeries(reports, register, config, total, contextOf());

const LENGTH = 300;
const pattern: Pattern = {
  rhythm: "days",
  cycle: 7,
  cycleLabel: "week",
  wholeCycles: true,
  periods: [],
  spread: 1,
  known: new Uint8Array(LENGTH),
};

/** A series of which its own round found nothing. */
const quiet = (series: SeriesReport): SeriesReport => ({
  ...series,
  pattern,
  combined: new Float64Array(series.values.length).fill(0.2),
});
const orders = quiet(plantedSeries("orders", 1, [], { length: LENGTH }));

/** Moves as another series does, but for some days. */
const following = (other: SeriesReport, kpi: string, series: string, broken: readonly number[]): SeriesReport =>
  quiet({
    ...plantedSeries(kpi, 2, [], { length: LENGTH, series }),
    values: other.values.map(
      (value, i) => 100 + (broken.includes(i) ? -3 : 1) * (value - 100) + 0.05 * Math.sin(7 * i),
    ),
  });

const ofCorrelated = ({ detections }: SeriesReport): Detection =>
  detections.find(({ detector }) => detector === "correlated")!;

test("two KPIs that leave the others together are told apart from those, not from each other", async () => {
  const day = orders.values.findIndex((value, i) => i > 50 && Math.abs(value - 100) > 0.8);
  const [, , revenue, refunds] = await relate([
    orders,
    following(orders, "visits", "", []),
    following(orders, "revenue", "", [day]),
    following(orders, "refunds", "", [day]),
  ]);
  const named = (series: SeriesReport): readonly string[] =>
    [...(series.incidents[0].explanation?.relation?.with ?? [])].sort();
  expect(named(revenue)).toEqual(["orders", "visits"]);
  expect(named(refunds)).toEqual(["orders", "visits"]);
});

test("a KPI that stops moving with another one is an incident that names the other one", async () => {
  const day = orders.values.findIndex((value, i) => i > 50 && Math.abs(value - 100) > 0.8);
  const [, revenue] = await relate([orders, following(orders, "revenue", "", [day])]);
  expect([...ofCorrelated(revenue).flags.keys()].filter((i) => ofCorrelated(revenue).flags[i])).toEqual([day]);
  expect(revenue.incidents.map(({ start, end }) => [start, end])).toEqual([[day, day]]);
  expect(revenue.incidents[0].explanation?.relation).toEqual({ with: ["orders"], own: expect.any(Number) });
  expect(reasonOf(revenue.incidents[0], revenue)).toMatch(
    /It no longer moves with orders as usual; \d+% of that comes from this KPI itself\.$/,
  );
});

test("a total is not compared with its parts", async () => {
  const part = { ...orders, series: "A" };
  for (const report of await relate([part, following(part, "orders", "Total", [])], "Total"))
    expect(ofCorrelated(report).skipped).toEqual({ code: "no_other_kpi", facts: {} });
});

test("series of other times are compared where they share them", async () => {
  const later = following(orders, "revenue", "", [200]);
  const cut = (values: Float64Array): Float64Array => values.slice(100);
  const [, revenue] = await relate([
    orders,
    {
      ...later,
      time: cut(later.time),
      values: cut(later.values),
      expected: cut(later.expected),
      combined: cut(later.combined),
      records: later.records.slice(100),
      pattern: { ...pattern, known: new Uint8Array(200) },
    },
  ]);
  expect(ofCorrelated(revenue).scores).toHaveLength(200);
  expect(ofCorrelated(revenue).skipped).toBeNull();
});

test("many series are decided together: what one alone would show has to stand out of all", async () => {
  const reaching = (series: SeriesReport, most: number): SeriesReport => ({
    ...series,
    combined: series.combined.map((score, i) => (i === 150 ? most : score)),
  });
  const others = Array.from({ length: 40 }, (_, k) => quiet(plantedSeries(`kpi ${k}`, 10 + k, [], { length: LENGTH })));
  const decided = async (around: readonly SeriesReport[]): Promise<SeriesReport> =>
    (await relate([reaching(orders, 1.2), ...around]))[0];
  const [alone, amongQuiet, amongRestless] = await Promise.all([
    decided([others[0]]),
    decided(others),
    decided(others.map((other) => reaching(other, 0.9))),
  ]);
  for (const series of [alone, amongQuiet]) expect(series.incidents).toHaveLength(1);
  expect(amongQuiet.threshold).toBe(alone.threshold);
  expect(amongRestless.incidents).toHaveLength(0);
  expect(amongRestless.threshold).toBeGreaterThan(1.2);
});

test("a single series stays as it is", async () => {
  expect(await relate([orders])).toEqual([orders]);
  expect(await relate([])).toEqual([]);
});
