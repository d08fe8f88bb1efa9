import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCommand } from "../run-command.js";
import { days, fast, tenTimes } from "./ten-times.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-compare-"));
afterAll(() => rmSync(folder, { recursive: true }));
const sales = tenTimes(folder);

test("whether the detectors agree is told for each series, with those that fit the file", async () => {
  const { code, stdout } = await runCommand("compare", sales, ...fast, "--json");
  expect(code).toBe(0);
  const { file, series } = JSON.parse(stdout) as { file: string; series: { kpi: string; suggestion: object }[] };
  expect([file, series.map(({ kpi }) => kpi)]).toEqual(["sales.csv", ["<b>revenue</b>"]]);
  expect(series[0].suggestion).toHaveProperty("text", expect.stringMatching(/Z-score/));
});

describe("kpi-anomaly compare --labels", () => {
  /** The file with labels: what stands on day 90, and on all others. */
  function labelled(name: string, yes: string, no: string): string {
    const file = join(folder, name);
    const lines = days.map((line, day) => `${line},${day === 90 ? yes : no}`);
    writeFileSync(file, `date,revenue,anomaly\n${lines.join("\n")}\n`);
    return file;
  }

  test.each([
    ["numbers", "1", "0"],
    ["words", "Yes", "no"],
    ["kinds", "spike", "Normal"],
  ])("tells how well each method agrees with labels in %s, and leaves their column out", async (name, yes, no) => {
    const { stdout } = await runCommand(
      "compare",
      labelled(`${name}.csv`, yes, no),
      ...fast,
      "--labels",
      "anomaly",
      "--json",
    );
    const { series } = JSON.parse(stdout) as {
      series: { kpi: string; labelled: { id: string; areaUnderRoc: number; events: { f1: number } }[] }[];
    };
    expect(series.map(({ kpi }) => kpi)).toEqual(["revenue"]);
    expect(series[0].labelled.map(({ id, areaUnderRoc, events }) => [id, areaUnderRoc, events.f1])).toEqual([
      ["decision", 1, 1],
      ["zScore", 1, 1],
      ["interquartileRange", 1, 1],
    ]);
  });

  test("prints the methods, best first", async () => {
    const { stdout } = await runCommand("compare", labelled("told.csv", "1", "0"), ...fast, "--labels", "anomaly");
    expect(stdout).toMatch(/Against the labels, best first\.[^]*Decision +1/);
  });
});

test("an unknown detector and a column that is not there are refused", async () => {
  const magic = await runCommand("compare", sales, "--detectors", "magic");
  expect([magic.code, magic.stderr]).toEqual([2, expect.stringContaining('no detector "magic"')]);
  const { stdout } = await runCommand("compare", sales, ...fast, "--labels", "truth", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: "column_not_found" } });
});
