import { diffText } from "../../../kernel-lib/src/words/analyses/diff.js";
import { describe, expect, test } from "vitest";
import { compareReports } from "../../../kernel-lib/src/evaluate/comparison/compare-reports.js";
import type { SeriesReport } from "../../../kernel-lib/src/report.js";
import { manyReport, plantedSeries, type Planted } from "../../many-report.js";

const sales = (planted: readonly Planted[], length: number = 100): SeriesReport =>
  plantedSeries("sales", 1, planted, { length });

describe("yesterday's report against today's", () => {
  const yesterday = manyReport([
    sales([
      [10, 12, 9],
      [30, 30, 8],
      [60, 62, 7],
    ]),
    plantedSeries("visits", 2, []),
  ]);
  const today = manyReport([
    sales(
      [
        [10, 12, 9],
        [60, 66, 7],
        [80, 80, 6],
        [104, 104, 9],
      ],
      105,
    ),
    plantedSeries("orders", 3, [[5, 5, 9]]),
  ]);
  const { incidents, series, newSeries, goneSeries, ...rest } = compareReports(yesterday, today);

  test("tells what is new, gone, changed and the same", () => {
    expect(
      incidents.map(({ kind, kpi, start, fresh }) => [
        kind,
        kpi,
        new Date(start).getUTCMonth() * 31 + new Date(start).getUTCDate() - 1,
        fresh,
      ]),
    ).toEqual([
      ["new", "orders", 5, false],
      ["new", "sales", expect.any(Number), true],
      ["new", "sales", expect.any(Number), false],
      ["gone", "sales", 30, false],
      ["changed", "sales", expect.any(Number), false],
      ["same", "sales", 10, false],
    ]);
  });

  test("tells which series came and went, and how the data differ", () => {
    expect(newSeries).toEqual([{ kpi: "orders", series: "" }]);
    expect(goneSeries).toEqual([{ kpi: "visits", series: "" }]);
    expect(series).toEqual([{ kpi: "sales", series: "", added: 5, dropped: 0, revised: expect.any(Number) }]);
    expect(series[0].revised).toBe(1 + 4 + 1);
    expect(diffText({ incidents, series, newSeries, goneSeries, ...rest })).toBe(
      "3 new incidents (1 of them in new data), 1 gone, 1 changed, 1 the same; 5 points were added and 6 earlier values revised.",
    );
  });

  test("an incident before the start of today's file is out of range, not gone", () => {
    const late = sales([[60, 62, 7]]);
    const cut = (values: Float64Array): Float64Array => values.slice(20);
    const shifted = {
      ...late,
      time: cut(late.time),
      values: cut(late.values),
      incidents: late.incidents.map((incident) => ({ ...incident, start: 40, end: 42 })),
    };
    expect(
      compareReports(manyReport([sales([[10, 12, 9]])]), manyReport([shifted])).incidents.map(({ kind }) => kind),
    ).toEqual(["new", "out of range"]);
  });

  test("a report is the same as itself, and empty ones have nothing to tell", () => {
    expect(new Set(compareReports(today, today).incidents.map(({ kind }) => kind))).toEqual(new Set(["same"]));
    expect(compareReports(manyReport([]), manyReport([])).incidents).toEqual([]);
  });
});
