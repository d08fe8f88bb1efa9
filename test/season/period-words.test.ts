import { expect, test } from "vitest";
import { detect } from "../../kernel-lib/src/detect.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { profile } from "../../kernel-lib/src/profile/profile.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { acceptedWords, refusedLabels, toldPeriods } from "../../kernel-lib/src/season/period-words.js";
import type { Table } from "../../kernel-lib/src/table.js";

const HOUR = 3_600_000;

/** A file of one KPI, so many hours a row. */
function tableOf(rows: number, hours: number, value: (i: number, noise: number) => number): Table {
  const random = createRandom("seasons");
  const lines = Array.from(
    { length: rows },
    (_, i) =>
      `${new Date(Date.UTC(2024, 0, 1) + i * hours * HOUR).toISOString()},${value(i, random.normal()).toFixed(3)}`,
  );
  return readTable(`time,kpi\n${lines.join("\n")}\n`, { file: "made.csv" });
}

const daily = (i: number): number => 10 * Math.sin((2 * Math.PI * i) / 24);
const files: Record<string, Table> = {
  "a day that weekends change": tableOf(
    1500,
    1,
    (i, e) => (Math.floor(i / 24) % 7 > 4 ? 0.3 : 1) * (20 + daily(i)) + e,
  ),
  "a day": tableOf(1000, 1, (i, e) => daily(i) + e),
  "a week": tableOf(300, 24, (i, e) => (i % 7 === 6 ? 30 : 0) + e),
  "a year of days": tableOf(1100, 24, (i, e) => 12 * Math.sin((2 * Math.PI * i) / 365.25) + 3 * e),
  "no season": tableOf(400, 24, (_, e) => e),
};

test.each(Object.keys(files))("profile and detection tell the same seasons of %s", async (name) => {
  const { kpis, summary, assumptions } = profile(files[name]);
  const report = await detect(files[name], { detectors: { seasonalResidual: { enabled: true } } });
  const told = report.series[0].pattern!.periods;
  expect(kpis[0].seasons.map(({ words }) => words)).toEqual(acceptedWords(told));
  const said = report.assumptions.find(({ id }) => id === "seasons")?.text ?? "";
  for (const { words } of kpis[0].seasons) {
    expect(summary).toContain(`It repeats itself by the ${words}.`);
    expect(said).toContain(words);
  }
  if (kpis[0].seasons.length === 0) {
    expect(summary).toContain("No season was found.");
    expect(said).not.toContain("The seasons are");
  }
  expect(assumptions.join(" ")).not.toContain("not found");
});

test("a week that contains the day says so, and does not say that no day was found", async () => {
  const report = await detect(files["a day that weekends change"]);
  const said = report.assumptions.find(({ id }) => id === "seasons")!.text;
  expect(said).toBe("The seasons are week (which contains the day).");
});

test("a shorter period that explains nothing by itself is not contained but not found", () => {
  const told = toldPeriods([
    { steps: 24, label: "day", explained: 0.01, accepted: false },
    { steps: 168, label: "week", explained: 0.4, accepted: true },
  ]);
  expect(acceptedWords(told)).toEqual(["week"]);
  expect(refusedLabels(told)).toEqual(["day"]);
});
