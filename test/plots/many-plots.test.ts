import { describe, expect, test } from "vitest";
import type { BarTrace, HeatmapTrace, ScatterTrace } from "../../kernel-lib/src/display/figure.js";
import { figureToPng } from "../../kernel-lib/src/display/make-figure.js";
import { templates } from "../../kernel-lib/src/display/palette.js";
import { InputError } from "../../kernel-lib/src/errors.js";
import { contributionBars } from "../../kernel-lib/src/plots/contribution-bars.js";
import { leadLagChart } from "../../kernel-lib/src/plots/lead-lag.js";
import { smallMultiples } from "../../kernel-lib/src/plots/small-multiples.js";
import { swimLanes } from "../../kernel-lib/src/plots/swim-lanes.js";
import type { Report, SeriesReport } from "../../kernel-lib/src/report.js";
import { manyReport, plantedSeries } from "../many-report.js";
import { reportOf, seriesReport } from "./hand-made-report.js";

const stores = ["A", "B", "C", "D"].map((series, i) =>
  plantedSeries("sales", 40 + i, series === "B" ? [[60, 64, -12]] : [], { series }),
);
const summed = (of: (part: SeriesReport) => Float64Array): Float64Array =>
  stores[0].values.map((_, i) => stores.reduce((sum, part) => sum + of(part)[i], 0));
const total = {
  ...plantedSeries("sales", 1, [[61, 64, -9]], { series: "Total" }),
  values: summed(({ values }) => values),
  expected: summed(({ expected }) => expected),
};
const report: Report = manyReport([total, ...stores], {
  keys: ["store"],
  total: "Total",
  others: null,
  values: { A: ["A"], B: ["B"], C: ["C"], D: ["D"] },
  how: { sales: "sum" },
});

describe.each(Object.entries({ swimLanes, smallMultiples, contributionBars, leadLagChart }))("%s", (_name, plot) => {
  test("is plain data on a light or a dark page, with words for who can not see it", () => {
    const figure = plot.draw(report, { theme: "dark" });
    expect(JSON.parse(JSON.stringify(figure))).toEqual(structuredClone(figure));
    expect(figure.layout.template).toEqual(templates.dark);
    expect(figure.alternative).toMatch(/^.*sales.*\.$/s);
    expect(figureToPng(figure).length).toBeGreaterThan(100);
  });

  test("says which series there are when the named one is not there, and leaves its input alone", () => {
    const before = structuredClone(report);
    expect(() => plot.draw(report, { kpi: "profit" })).toThrow(InputError);
    expect(report).toEqual(before);
  });
});

test.each([
  ["swim lanes", swimLanes],
  ["small multiples", smallMultiples],
])("%s can be drawn with fifty series, with none in trouble, and without values or dates", (_name, plot) => {
  const fifty = manyReport(
    Array.from({ length: 60 }, (_, i) =>
      plantedSeries(`a KPI with quite a long name, number ${i}`, i, i < 9 ? [[i * 10, i * 10 + 2, 8]] : []),
    ),
  );
  const figure = plot.draw(fifty);
  expect(figure.alternative).toContain("60 series");
  expect(JSON.stringify(figure).length).toBeLessThan(1_500_000);
  for (const each of [
    fifty,
    reportOf([seriesReport(new Float64Array(0), [])]),
    reportOf([seriesReport(new Float64Array(3).fill(NaN), [])], { date: null }),
  ])
    expect(figureToPng(plot.draw(each)).length).toBeGreaterThan(100);
});

test("swim lanes show the worst first, below and above told apart", () => {
  const [lanes] = swimLanes.draw(
    manyReport([
      plantedSeries("calm", 1, []),
      plantedSeries("up", 2, [[10, 12, 5]]),
      plantedSeries("down", 3, [[90, 95, -9]]),
    ]),
    { columns: 10 },
  ).data as [HeatmapTrace];
  expect(lanes.y).toEqual(["down", "up", "calm"]);
  expect(lanes.z.map((lane) => [...lane].map((value) => value! + 0))).toEqual([
    [0, 0, 0, 0, 0, 0, 0, 0, 0, -90],
    [0, 50, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ]);
});

test("swim lanes cut long names but keep them apart", () => {
  const long = "the same forty characters of a long name ";
  const [lanes] = swimLanes.draw(manyReport([plantedSeries(`${long}1`, 1, []), plantedSeries(`${long}2`, 2, [])]))
    .data as [HeatmapTrace];
  expect(new Set(lanes.y).size).toBe(2);
});

test("small multiples draw each series on axes of its own, with its anomalies", () => {
  const { data, layout } = smallMultiples.draw(report);
  expect(data.map(({ name }) => name)).toEqual([
    "sales · B",
    "sales · B, anomaly",
    "sales · Total",
    "sales · Total, anomaly",
    "sales · A",
    "sales · C",
    "sales · D",
  ]);
  expect(Object.keys(layout).filter((name) => name.startsWith("yaxis"))).toHaveLength(5);
  expect((data[1] as ScatterTrace).customdata).toEqual([60, 61, 62, 63, 64]);
});

test("contribution bars say what the words say", () => {
  const { data, alternative } = contributionBars.draw(report);
  const [bars] = data as [BarTrace];
  expect(bars.y[0]).toBe("B");
  expect(bars.text![0]).toMatch(/^-4\d.*\(100%\)$/);
  expect(alternative).toContain("B (");
  expect(() => contributionBars.draw({ ...report, segments: undefined })).toThrow(InputError);
  expect((contributionBars.draw(report, { bars: 2 }).data[0] as BarTrace).y).toEqual([
    "B",
    expect.any(String),
    "2 more",
  ]);
});

test("the lead and lag chart tells who moved when", () => {
  const { data, alternative } = leadLagChart.draw(report);
  expect((data[0] as ScatterTrace).y).toEqual(["sales · B", "sales · Total"]);
  expect((data[0] as ScatterTrace).x).toEqual([0, 1]);
  expect(alternative).toContain("First: sales of B (down); 1 day later: sales of Total (down).");
  expect(() => leadLagChart.draw(report, { incident: 7 })).toThrow("There is no shared incident 7; there are 1.");
  expect(() => leadLagChart.draw(manyReport([stores[0]]))).toThrow(InputError);
});
