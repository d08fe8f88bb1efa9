import { expect, test } from "vitest";
import type { MergedAnswer, RankedIncident } from "../../kernel-lib/src/batch/merge.js";
import { foundIn, summaryPage } from "../../kernel-lib/src/batch/summary-page.js";
import { incident } from "./filled-folder.js";

const ranked = (rank: number, more: Partial<RankedIncident> = {}): RankedIncident => {
  const { kind: _kind, dated: _dated, ...line } = incident();
  return { ...line, rank, file: "a.csv", ...more };
};
const nothing: MergedAnswer = {
  jobs: { planned: 3, done: 3, missing: 0 },
  series: 12,
  rows: 1200,
  affected: 0,
  cut: null,
  withdrawn: 0,
  found: 0,
  incidents: [],
  moments: { count: 0, worst: [], lines: () => [] },
  unusable: [],
  givenUp: [],
};

test("a batch in which nothing was found is one sentence, without tables", () => {
  const page = summaryPage(nothing, "en");
  expect(page).toContain("<p>No incidents in 0 of 12 series (1,200 values from 3 jobs).</p>");
  expect(page).not.toContain("<table");
  expect(page).not.toMatch(/<script|https?:\/\//);
});

test("jobs whose file could not be used are not among those that were done", () => {
  const unusable = [{ file: "b.csv", code: "empty_file", message: "Empty." }];
  expect(foundIn({ ...nothing, unusable })).toEqual({ incidents: 0, affected: 0, series: 12, rows: 1200, jobs: 2 });
});

test("the page holds the worst hundred and says how many more there are; names stay text", () => {
  const incidents = Array.from({ length: 100 }, (_, i) => ranked(i + 1, { file: `<b>${i + 1}.csv` }));
  const page = summaryPage({ ...nothing, found: 103, incidents, affected: 5 }, "en");
  expect(page.match(/&lt;b&gt;\d+\.csv|&#60;b&#62;\d+\.csv/g)).toHaveLength(100);
  expect(page).not.toContain("<b>1.csv");
  expect(page).toContain("103 incidents in 5 of 12 series");
  expect(page).toMatch(/<p>[^<]*\b3\b[^<]*more[^<]*<\/p>/);
});

test("what is missing, withdrawn, shared and failed is said, in the language of the batch", () => {
  const moment = { from: 0, to: 0, start: "1970-01-01", end: "1970-01-02", severity: 50, files: 2 };
  const first = {
    file: "a.csv",
    kpi: "sales",
    series: "",
    start: "1970-01-01",
    severity: 50,
    direction: "up" as const,
  };
  const answer: MergedAnswer = {
    ...nothing,
    jobs: { planned: 4, done: 2, missing: 1 },
    cut: 1.5,
    withdrawn: 4,
    found: 1,
    incidents: [ranked(1)],
    moments: { count: 1, worst: [{ ...moment, rank: 1, series: 2, first }], lines: () => [] },
    unusable: [{ file: "b.csv", code: "empty_file", message: "The file is empty." }],
    givenUp: [{ id: "0f", file: "c.csv", part: { index: 0, of: 1 }, tries: 3, reason: "It ended." }],
  };
  const page = summaryPage(answer, "en");
  for (const said of [
    "4 further incidents do not stand out of what 12 series give by chance.",
    "1 job is not done yet; the same command goes on with it.",
    "2 series in 2 files, first a.csv: sales.",
    "The file is empty.",
    "Given up after 3 tries: It ended.",
  ])
    expect(page).toContain(said);
  const german = summaryPage(answer, "de");
  expect(german).toContain('lang="de"');
  for (const title of ["Anomalien der KPIs aller Dateien", "Zur selben Zeit", "Nicht ausgewertet"])
    expect(german).toContain(title);
  expect(german).not.toMatch(/At the same time|Not analysed|further incidents/);
});
