import { expect, test } from "vitest";
import { reportFromJson, reportToJson } from "../../kernel-lib/src/export/report-json.js";
import { detect, displayOf, rethreshold } from "../../kernel-lib/src/index.js";
import { dailyTable, noisyValues } from "../evaluate/made-table.js";

const table = dailyTable({ sales: noisyValues(120, { 60: 150 }) });
const shown = Symbol.for("Jupyter.display");

test("a result shows itself after a clone, JSON and back, and another threshold, in every language", async () => {
  const report = await detect(table, { detectors: { zScore: { enabled: true } } });
  const text = displayOf(report)!["text/plain"];
  expect(text).toContain("made.csv");
  for (const copy of [structuredClone(report), reportFromJson(reportToJson(report, "de")), rethreshold(report, {})])
    expect(displayOf(copy)!["text/plain"]).toBe(text);
  expect(displayOf(report, "de")!["text/plain"]).toContain("erwartet");
  expect((report as unknown as Record<symbol, unknown>)[shown]).toBeTypeOf("function");
  expect(reportFromJson(reportToJson(report))).toEqual(structuredClone(report));
});
