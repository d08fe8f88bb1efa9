import { sweepText } from "../../kernel-lib/src/words/analyses/sweep.js";
import { describe, expect, test } from "vitest";
import type { BarTrace, Figure, HeatmapTrace, ScatterTrace } from "../../kernel-lib/src/display/figure.js";
import { figureToPng } from "../../kernel-lib/src/display/make-figure.js";
import { backtest } from "../../kernel-lib/src/evaluate/backtest/backtest.js";
import { inject } from "../../kernel-lib/src/evaluate/injection/inject.js";
import { sweep } from "../../kernel-lib/src/evaluate/sweep/sweep.js";
import { backtestCalendar } from "../../kernel-lib/src/plots/backtest-calendar.js";
import { injectionHeatMap } from "../../kernel-lib/src/plots/injection-heat-map.js";
import { scoreScatter } from "../../kernel-lib/src/plots/score-scatter.js";
import { sweepCurve } from "../../kernel-lib/src/plots/sweep-curve.js";
import { upset } from "../../kernel-lib/src/plots/upset.js";
import { dailyTable, distance, noisyValues, only } from "../evaluate/made-table.js";
import { detection, reportOf, salesReport, seriesReport } from "./hand-made-report.js";

function drawn(figure: Figure): Figure {
  expect(JSON.parse(JSON.stringify(figure))).toEqual(structuredClone(figure));
  expect(figureToPng(figure).length).toBeGreaterThan(500);
  return figure;
}

const table = dailyTable({ sales: noisyValues(200, { 150: 130, 180: 60 }) });

describe("upset", () => {
  test("shows each combination of detectors with its points", () => {
    const figure = drawn(upset.draw(salesReport(), { theme: "dark" }));
    expect((figure.data[0] as BarTrace).y).toEqual([7, 3]);
    expect(figure.layout.yaxis2!.ticktext).toEqual(["Near (3)", "Far (3)", "Noise (7)"]);
    expect(figure.alternative).toBe("sales, flagged points by who flags them: 7 by Noise alone; 3 by Near and Far.");
  });

  test("says so when nothing is flagged", () => {
    const quiet = reportOf([seriesReport(Float64Array.of(1, 2), [detection("a", Float64Array.of(0, 0), 1)])]);
    expect(drawn(upset.draw(quiet)).alternative).toBe("sales: no detector flags any point.");
  });
});

describe("score scatter", () => {
  test("sets the ranks of two detectors against each other, by who flags what", () => {
    const figure = drawn(scoreScatter.draw(salesReport(), { detectors: ["near", "noise"] }));
    expect(figure.data.map(({ name }) => name)).toEqual(["neither", "Near alone", "Noise alone", "both"]);
    expect((figure.data as ScatterTrace[]).map(({ x }) => x.length)).toEqual([169, 3, 7, 0]);
    expect((figure.data[1] as ScatterTrace).customdata).toEqual([40, 90, 91]);
  });

  test("refuses a detector that did not run, and bears one alone", () => {
    expect(() => scoreScatter.draw(salesReport(), { detectors: ["near", "magic"] })).toThrow('No detector "magic" ran');
    const alone = reportOf([seriesReport(Float64Array.of(1, 2), [detection("a", Float64Array.of(0, 0), 1)])]);
    expect(drawn(scoreScatter.draw(alone)).alternative).toContain("fewer than two detectors");
  });
});

test("the sweep curve marks the current value and the plateau", async () => {
  const result = await sweep(table, {}, { detector: "zScore", option: "threshold", values: [5, 6, 7] });
  const figure = drawn(sweepCurve.draw(result));
  expect(figure.layout.shapes!.map(({ type, x0, x1 }) => [type, x0, x1])).toEqual([
    ["rect", ...result.plateau!],
    ["line", 3, 3],
  ]);
  expect(figure.alternative).toBe(sweepText(result));
});

test("the backtest calendar shows alarms, and each anomaly with its delay", async () => {
  const result = await backtest(table, only(["distance"]), { looks: 5, detectors: { distance } });
  const figure = drawn(backtestCalendar.draw(result));
  const named = (name: string): ScatterTrace => figure.data.find((trace) => trace.name === name) as ScatterTrace;
  expect(named("alarm, confirmed").x).toHaveLength(2);
  expect(named("alarm, taken back").x).toHaveLength(0);
  expect(named("anomaly, known").x).toHaveLength(2);
  expect(figure.alternative).toContain("2 of the 2 anomalies of hindsight");
});

test("the injection heat map has a cell for each kind, size and detector", async () => {
  const result = await inject(table, only(["distance"]), {
    kinds: ["spike", "flatLine"],
    sizes: [2, 10],
    events: 3,
    detectors: { distance },
  });
  const map = drawn(injectionHeatMap.draw(result)).data[0] as HeatmapTrace;
  expect(map.y).toEqual(["spike, 2 σ", "spike, 10 σ", "flat line"]);
  expect(map.x).toEqual(["Distance from 100", "decision"]);
  expect(map.text![1]).toEqual(["3/3", "3/3"]);
});
