import { suggestionReason, suggestionText } from "../../kernel-lib/src/words/analyses/suggestion.js";
import { describe, expect, test } from "vitest";
import { inject } from "../../kernel-lib/src/evaluate/injection/inject.js";
import { stability } from "../../kernel-lib/src/evaluate/stability/stability.js";
import { suggest } from "../../kernel-lib/src/evaluate/suggest.js";
import { detection, reportOf, salesReport, seriesReport } from "../plots/hand-made-report.js";
import { dailyTable, dice, distance, noisyValues, only } from "./made-table.js";

describe("suggest", () => {
  test("leaves out a twin, one that flags too much, one that flags nothing and one that did not run", () => {
    const [series] = salesReport().series;
    const [near] = series.detections;
    const wild = detection("wild", near.scores, -1, "Wild");
    const twin = detection(
      "twin",
      near.scores.map((score) => 2 * score),
      24,
      "Twin",
    );
    const silent = detection("silent", near.scores, Infinity, "Silent");
    const lazy = {
      ...detection(
        "lazy",
        near.scores.map(() => NaN),
        NaN,
        "Lazy",
      ),
      skipped: { code: "own", facts: { text: "Too few points." } } as const,
    };
    const suggestion = suggest(reportOf([seriesReport(series.values, [near, wild, twin, silent, lazy])]));
    const { detectors, consensus } = suggestion;
    expect(detectors.map(({ id, use }) => [id, use])).toEqual([
      ["near", true],
      ["wild", false],
      ["twin", false],
      ["silent", false],
      ["Lazy", false],
    ]);
    expect(detectors.map((each) => suggestionReason(each)).slice(1)).toEqual([
      expect.stringContaining("of all points"),
      expect.stringContaining("the same as Near"),
      expect.stringContaining("flags nothing"),
      "It did not run: Too few points.",
    ]);
    expect([consensus, suggestionText(suggestion)]).toEqual([1, "Use Near."]);
  });

  test("leaves out what changes its mind or catches nothing, once that is known", async () => {
    const table = dailyTable({ sales: noisyValues(300, { 100: 130 }) });
    const config = only(["distance", "dice"], { contamination: 0.5 });
    const detectors = { distance, dice };
    const tested = await stability(table, config, { runs: 2, detectors });
    const injection = await inject(table, config, { kinds: ["spike"], sizes: [10], detectors });
    const result = suggest(tested.report, { stability: tested, injection });
    expect(result.detectors.map(({ id, use }) => [id, use])).toEqual([
      ["distance", true],
      ["dice", false],
    ]);
    expect(suggestionReason(result.detectors[0])).toBe(
      "Its flags are steady (100%) and it catches 100% of what is planted.",
    );
    expect(suggestionReason(result.detectors[1])).toContain("when it is fitted again");
  });

  test("says so when nothing fits", () => {
    const values = Float64Array.from({ length: 50 }, (_, i) => i);
    expect(suggestionText(suggest(reportOf([seriesReport(values, [detection("all", values, -1)])])))).toContain(
      "No detector fits",
    );
  });
});
