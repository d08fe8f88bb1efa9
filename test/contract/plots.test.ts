import { beforeAll, describe, expect, test } from "vitest";
import type { Figure } from "../../kernel-lib/src/display/figure.js";
import { figureToSvg } from "../../kernel-lib/src/display/make-figure.js";
import { InputError } from "../../kernel-lib/src/errors.js";
import { backtest } from "../../kernel-lib/src/evaluate/backtest/backtest.js";
import { inject } from "../../kernel-lib/src/evaluate/injection/inject.js";
import { sampleOf } from "../../kernel-lib/src/evaluate/sample-of.js";
import { stability } from "../../kernel-lib/src/evaluate/stability/stability.js";
import { sweep } from "../../kernel-lib/src/evaluate/sweep/sweep.js";
import * as register from "../../kernel-lib/src/plots/index.js";
import type { Plot, PlotInput } from "../../kernel-lib/src/plots/plot.js";
import type { Language } from "../../kernel-lib/src/words/language.js";
import { profile } from "../../kernel-lib/src/profile/profile.js";
import type { Report } from "../../kernel-lib/src/report.js";
import { dailyTable, distance, noisyValues, only } from "../evaluate/made-table.js";
import { manyReport, plantedSeries } from "../many-report.js";
import { detection, reportOf, salesReport, seriesReport } from "../plots/hand-made-report.js";

/** What every plot of the register promises. A new entry is tested by standing in the register. */

const plots = Object.entries(register as unknown as Record<string, Plot<unknown>>);
const usual = new Map<PlotInput, readonly unknown[]>();
const strange = new Map<PlotInput, readonly unknown[]>();
const crowded = new Map<PlotInput, readonly unknown[]>();

/** Values that have nothing, one point, no value at all, or no spread. */
const bare = [[], [5], [NaN, NaN, NaN], [1, 1, 1, 1]];

function bareReport(values: readonly number[]): Report {
  const scores = Float64Array.from(values, () => 0);
  return reportOf([seriesReport(Float64Array.from(values), [detection("a", scores, 1), detection("b", scores, 1)])]);
}

beforeAll(async () => {
  const table = dailyTable({ sales: noisyValues(200, { 150: 130, 180: 60 }) });
  const weekly = noisyValues(140).map((value, day) => value + 10 * Math.sin((2 * Math.PI * day) / 7));
  const config = only(["distance"]);
  const options = { detectors: { distance } };
  const stores = ["A", "B", "C"].map((series, i) => plantedSeries("sales", i, [[60, 64, -12]], { series }));
  const total = plantedSeries("sales", 9, [[60, 64, -9]], { series: "Total", level: 300 });
  const several = manyReport([total, ...stores], {
    keys: ["store"],
    total: "Total",
    others: null,
    values: { A: ["A"], B: ["B"], C: ["C"] },
    how: { sales: "sum" },
  });
  usual.set("report", [salesReport(), several]);
  const years = noisyValues(800).map((value, day) => value + 10 * Math.sin((2 * Math.PI * day) / 7));
  usual.set("profile", [
    profile(dailyTable({ sales: weekly })),
    profile(dailyTable({ sales: years, costs: noisyValues(800, { 50: NaN }, 2) })),
  ]);
  const many = Array.from({ length: 40 }, (_, i) => [`kpi ${i}`, noisyValues(40, {}, i)] as const);
  crowded.set("profile", [profile(dailyTable(Object.fromEntries(many)))]);
  crowded.set("report", [
    manyReport(Array.from({ length: 60 }, (_, i) => plantedSeries(`kpi ${i}`, i, [[60, 64, -12]]))),
  ]);
  usual.set("sample", [sampleOf(table)]);
  usual.set("stability", [await stability(table, config, { ...options, runs: 1, kinds: ["seeds"] })]);
  usual.set("backtest", [await backtest(table, config, options)]);
  usual.set("injection", [await inject(table, config, { ...options, kinds: ["spike"], sizes: [7], events: 2 })]);
  usual.set("sweep", [await sweep(table, {}, { detector: "zScore", option: "threshold", values: [5, 6] })]);
  strange.set("report", [reportOf([]), ...bare.map(bareReport)]);
  strange.set(
    "profile",
    bare.map((values) => profile(dailyTable({ sales: values }))),
  );
});

/** Plain data that a screen reader, Plotly and our own drawing can take. */
function expectWhole(figure: Figure): void {
  expect(figure.alternative.trim()).toMatch(/\S{2}.*\.$/s);
  expect(figure.alternative).not.toMatch(/\b(NaN|undefined|null|Infinity|\[object)\b/);
  expect(JSON.parse(JSON.stringify(figure))).toEqual(structuredClone(figure));
  for (const trace of figure.data)
    if (trace.type !== "heatmap") expect(trace.x.length, trace.name).toBe(trace.y.length);
  expect(figureToSvg(figure)).not.toMatch(/NaN|undefined|Infinity/);
}

/** A figure, or undefined where the plot says what is missing and what to do. */
function drawn(plot: Plot<unknown>, input: unknown, language?: Language): Figure | undefined {
  try {
    return plot.draw(input, { language });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.hint).not.toBe("");
    return undefined;
  }
}

test("every plot has a title and a question of its own", () => {
  const titles = plots.map(([, { title }]) => title);
  expect(new Set(titles).size).toBe(plots.length);
  for (const [id, { title, summary }] of plots) {
    expect(title, id).toMatch(/^[A-Z]/);
    expect(summary, id).toMatch(/^[A-Z].*[.?]$/);
  }
});

describe.each(plots)("%s", (_id, plot) => {
  test("draws what it is for, in words too, and leaves its input alone", () => {
    const inputs = usual.get(plot.input)!;
    const before = structuredClone(inputs);
    const figures = inputs.map((input) => drawn(plot, input)).filter((figure) => figure !== undefined);
    for (const figure of figures) expectWhole(figure);
    expect(figures.some(({ data }) => data.length > 0)).toBe(true);
    expect(inputs).toEqual(before);
  });

  test("is seen whole on one screen, however many there are to draw", () => {
    for (const input of crowded.get(plot.input) ?? usual.get(plot.input)!)
      expect(drawn(plot, input)?.layout.height ?? 0).toBeLessThanOrEqual(900);
  });

  test("says everything in German on request", () => {
    for (const input of usual.get(plot.input)!) {
      const [english, german] = [drawn(plot, input, "en"), drawn(plot, input, "de")];
      if (!english || !german) continue;
      expectWhole(german);
      expect(german.alternative).not.toBe(english.alternative);
      // Of what stands on the figure nothing reads as English; names of the data, of detectors and of features stay.
      const { title, annotations = [], xaxis } = german.layout;
      const said = [title?.text, ...annotations.map(({ text }) => text), xaxis?.title?.text, german.alternative];
      const englishWord = /\b(the|and|of|with|points?|series|anomal(y|ies)|records?|usual|which|where)\b/;
      expect([...said, ...german.data.map(({ name }) => name)].filter((text) => englishWord.test(text ?? ""))).toEqual(
        [],
      );
    }
  });

  test("bears nothing, one point, no values and no spread, or says what is missing", () => {
    for (const input of strange.get(plot.input) ?? []) {
      const figure = drawn(plot, input);
      if (figure) expectWhole(figure);
    }
  });
});
