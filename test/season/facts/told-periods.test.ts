import type { Report } from "../../../kernel-lib/src/report.js";
import { assumptionText } from "../../../kernel-lib/src/words/assumption.js";
import { profileSummary } from "../../../kernel-lib/src/words/analyses/profile.js";
import { expect, test } from "vitest";
import { detect } from "../../../kernel-lib/src/detect.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { profile } from "../../../kernel-lib/src/profile/profile.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { refusedLabels, toldPeriods } from "../../../kernel-lib/src/season/facts/told-periods.js";
import type { Table } from "../../../kernel-lib/src/table.js";

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
  const result = profile(files[name]);
  const report = await detect(files[name], { detectors: { seasonalResidual: { enabled: true } } });
  const told = report.series[0].pattern!.periods;
  const labels = (by: "accepted" | "contained"): string[] => told.filter((each) => each[by]).map(({ label }) => label);
  const { seasons } = result.kpis[0];
  expect(seasons.map(({ label }) => label)).toEqual(labels("accepted"));
  for (const { contained } of seasons) expect(contained).toEqual(labels("contained"));
  const said = seasonsOf(report);
  const summary = profileSummary(result)[2];
  for (const { label, contained } of seasons) {
    for (const text of [said, summary]) for (const each of [label, ...contained]) expect(text).toContain(each);
  }
  if (seasons.length === 0) {
    expect(summary).toBe("No repeating pattern was found.");
    expect(said).not.toContain("Repeats");
  }
  expect(result.assumptions.map(({ id }) => id)).not.toContain("seasons");
});

function seasonsOf({ assumptions }: Report): string {
  const found = assumptions.find(({ id }) => id === "seasons");
  return found ? assumptionText(found) : "";
}

test("a day that weekends change is told with the week, since each explains a part of its own", async () => {
  const report = await detect(files["a day that weekends change"]);
  expect(seasonsOf(report)).toBe("Repeats every day and every week.");
});

test("a week that contains the day says so, and does not say that no day was found", () => {
  const told = toldPeriods([
    { steps: 24, label: "day", explained: 0.1, accepted: false },
    { steps: 168, label: "week", explained: 0.4, accepted: true },
  ]);
  expect(told.map(({ contained }) => contained)).toEqual([true, undefined]);
  expect(refusedLabels(told)).toEqual([]);
});

test("a shorter period that explains nothing by itself is not contained but not found", () => {
  const told = toldPeriods([
    { steps: 24, label: "day", explained: 0.01, accepted: false },
    { steps: 168, label: "week", explained: 0.4, accepted: true },
  ]);
  expect(told.map(({ contained }) => contained)).toEqual([undefined, undefined]);
  expect(refusedLabels(told)).toEqual(["day"]);
});
