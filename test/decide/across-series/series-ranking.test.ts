import { expect, test } from "vitest";
import { isStepped, rankSeries } from "../../../kernel-lib/src/decide/across-series/series-ranking.js";
import type { Incident, SeriesReport } from "../../../kernel-lib/src/report.js";
import { manyReport, plantedSeries } from "../../many-report.js";

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

test("series that are set come after measured ones with incidents, before those without", () => {
  const { series } = manyReport([
    plantedSeries("calm", 1, []),
    plantedSeries("one day", 2, [[50, 50, 9]]),
    plantedSeries("prices", 3, [[50, 56, 9]]),
  ]);
  const line = Float64Array.from(series[2].values, (_, i) => Math.abs((i % 20) - 10));
  const prices: SeriesReport = { ...series[2], values: line };
  expect(isStepped(prices)).toBe(true);
  expect(rankSeries([series[0], series[1], prices]).map(({ kpi, stepped }) => [kpi, stepped])).toEqual([
    ["one day", false],
    ["prices", true],
    ["calm", false],
  ]);
});

test("a series without anomalies has no last one, and ties stay as in the file", () => {
  const { series } = manyReport([plantedSeries("calm", 1, []), plantedSeries("still", 4, [])]);
  expect(rankSeries(series)).toMatchObject([
    { index: 0, worst: 0, incidents: 0, share: 0, last: NaN },
    { index: 1, worst: 0, incidents: 0, share: 0, last: NaN },
  ]);
  expect(rankSeries([])).toEqual([]);
});
