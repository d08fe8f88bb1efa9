import { expect, test } from "vitest";
import { backtest } from "../../kernel-lib/src/evaluate/backtest/backtest.js";
import { inject } from "../../kernel-lib/src/evaluate/injection/inject.js";
import { stability } from "../../kernel-lib/src/evaluate/stability/stability.js";
import { profile } from "../../kernel-lib/src/profile/profile.js";
import { backtestText } from "../../kernel-lib/src/words/analyses/backtest.js";
import { injectionText } from "../../kernel-lib/src/words/analyses/injection.js";
import { alertText } from "../../kernel-lib/src/words/analyses/profile.js";
import { stabilityText } from "../../kernel-lib/src/words/analyses/stability.js";
import { dailyTable } from "../evaluate/made-table.js";
import { detect } from "../../kernel-lib/src/detect.js";
import { reportMarkdown } from "../../kernel-lib/src/export/report-markdown.js";
import { reportSummary } from "../../kernel-lib/src/export/report-summary.js";
import { reportText } from "../../kernel-lib/src/export/report-text.js";
import { read } from "../../kernel-lib/src/read.js";
import { tooFewToJudge } from "../../kernel-lib/src/season/too-few-to-judge.js";

const months = (values: readonly number[]): string =>
  `month,sales\n${values.map((value, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-01,${value}`).join("\n")}\n`;
const plain = Array.from({ length: 18 }, (_, i) => 96 + ((i * 7) % 9));
const withOne = plain.map((value, i) => (i === 14 ? 900 : value));

test("eighteen months are too few, said in the headline, with the value that stands out", async () => {
  const report = await detect(read(months(withOne), {}, "sales.csv"));
  const text = reportText(report);
  expect(text).toMatch(/^sales\.csv: not judged, 18 rows are too few \(24 needed\)\.\n/);
  expect(text).toContain("One value stands out by far: 900");
  expect(text).not.toMatch(/no incidents/i);
  expect(reportMarkdown(report)).toContain("stands out by far");
  expect(reportText(report, "de")).toContain("Ein Wert ragt weit heraus: 900");
  expect(reportSummary(report).series[0].tooFew).toEqual({
    values: 18,
    needed: 24,
    standout: { at: "2024-03-01T00:00:00", row: 15, value: 900, others: 100 },
  });
});

test("without such a value no more is said than that they are too few", async () => {
  const text = reportText(await detect(read(months(plain))));
  expect(text).toContain("sales: not judged, 18 values are too few (24 needed).\n");
});

test("from 24 known values on a series is judged", () => {
  const values = Float64Array.from({ length: 30 }, (_, i) => (i < 6 ? NaN : i));
  expect(tooFewToJudge(values)).toBeNull();
  expect(tooFewToJudge(values.subarray(0, 29))).toEqual({ values: 23, needed: 24, standout: null });
});

test("every door says that too few values are not judged, and profile names the value that stands out", async () => {
  const table = dailyTable({ sales: Array.from({ length: 18 }, (_, i) => (i === 10 ? 900 : 95 + (i % 7))) });
  const said = "sales: not judged, 18 values are too few (24 needed).";
  expect(stabilityText(await stability(table, {}, { runs: 1 }))).toBe(said);
  expect(backtestText(await backtest(table, {}, { looks: 2 }))).toBe(said);
  expect((await inject(table, {}, { events: 1 })).tooFew).toEqual({ values: 18, needed: 24 });
  expect(injectionText(await inject(table, {}, { events: 1 })).startsWith(`${said} `)).toBe(true);
  expect(profile(table).alerts.map((alert) => alertText(alert))).toContain(
    "One value of sales stands out by far: 900 (Thu 11 Jan 2024); all others are near 97.",
  );
});
