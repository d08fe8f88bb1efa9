import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { detect } from "../../kernel-lib/src/detect.js";
import { annotatedCsv } from "../../kernel-lib/src/export/annotated-csv.js";
import { anomaliesCsv } from "../../kernel-lib/src/export/anomalies-csv.js";
import { reportHtml } from "../../kernel-lib/src/export/report-html.js";
import { reportMarkdown } from "../../kernel-lib/src/export/report-markdown.js";
import { reportTypescript } from "../../kernel-lib/src/export/report-typescript.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { palette } from "../../kernel-lib/src/display/palette.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { manyReport, plantedSeries } from "../many-report.js";

const random = createRandom(1);
const hostile = "<img src=x onerror=alert(1)>";
const lines = Array.from(
  { length: 200 },
  (_, day) =>
    `${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)},${day === 150 ? 1000 : (100 + 9 * Math.sin((2 * Math.PI * day) / 7) + random.normal()).toFixed(2)},=cmd()`,
);
const csv = `date,${hostile},</script>|x\n${lines.join("\n")}\n`;
const report = await detect(readTable(csv, { file: `${hostile}.csv` }), {
  detectors: { oneClassSvm: { enabled: false } },
});

describe("annotatedCsv", () => {
  test("keeps every record's own cells and adds the verdict", () => {
    const rows: string[][] = parse(annotatedCsv(report, csv));
    expect(rows).toHaveLength(201);
    expect(rows[0].slice(0, 3)).toEqual(["date", hostile, "</script>|x"]);
    expect(rows[151].slice(0, 3)).toEqual(["2024-05-30", "1000", "'=cmd()"]);
    expect(rows[151][rows[0].indexOf(`${hostile} anomaly`)]).toBe("1");
    expect(rows[1][rows[0].indexOf(`${hostile} anomaly`)]).toBe("0");
    for (const name of ["expected", "lower", "upper"])
      for (const row of rows.slice(1))
        expect(row[rows[0].indexOf(`${hostile} ${name}`)]).toMatch(/^(-?\d+(\.\d{1,3})?)?$/);
  });
});

describe("anomaliesCsv", () => {
  test("holds the anomalous records only", () => {
    const rows: string[][] = parse(anomaliesCsv(report, csv));
    expect(rows.slice(1).map(([date]) => date)).toContain("2024-05-30");
    expect(rows.length).toBeLessThan(10);
  });
});

describe("reportHtml", () => {
  test("is one page in which text from the file is only text", () => {
    const page = reportHtml(report);
    expect(page).toContain("<svg");
    expect(page).toContain("&#60;img src=x onerror=alert(1)&#62;");
    expect(page).not.toMatch(/<img|<script|<\/script>/);
    expect(page).not.toMatch(/(src|href)="http/);
  });

  test("shows actual, expected and the difference, rounded as the column is, and the year where the file spans several", async () => {
    const days = (year: number): string[] =>
      Array.from({ length: 300 }, (_, day) => {
        const value = 1000 + 90 * Math.sin((2 * Math.PI * day) / 7) + 5 * random.normal() - (day === 200 ? 500 : 0);
        return `${new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10)},${value.toFixed(1)}`;
      });
    const years = await detect(
      readTable(`date,visits\n${[...days(2023), ...days(2024)].join("\n")}\n`, { file: "visits.csv" }),
    );
    const page = reportHtml(years);
    expect(page).toContain("visits.csv");
    const cells = [...page.matchAll(/<t[hd](?: [^>]*)?>([^<]*)</g)].map(([, text]) => text);
    expect(cells.slice(0, 8)).toEqual(["#", "severity", "from", "to", "actual", "expected", "off by", "why"]);
    const dip = cells.findIndex((text) => text.includes("19 Jul 2024"));
    expect(cells[dip + 2]).toMatch(/^[\d,]+(\.\d)?$/);
    expect(cells[dip + 3]).toMatch(/^[\d,]+(\.\d)?$/);
    expect(cells[dip + 4]).toMatch(/^−\d+%$/);
  });

  test("goes light and dark with the reader's screen, pictures and all, in the colours of the panel", () => {
    const page = reportHtml(report);
    expect(page).toContain("@media (prefers-color-scheme:dark)");
    expect(page).toMatch(/<rect width="100%" height="100%" fill="var\(--page\)"/);
    expect(page).toContain('fill="var(--text)"');
    for (const name of ["anomaly", "expected", "actual"])
      expect(page).toMatch(new RegExp(`(fill|stroke)="var\\(--${name}\\)"`));
    expect(page).toMatch(/--anomaly:#b75d00;.*--anomaly:#e8912d;/s);
    expect(page).not.toContain(palette.anomaly);
    expect(page).not.toContain('="#ffffff"');
  });

  test("counts as panel and status bar do: one moment in several KPIs is one", () => {
    const both = manyReport([
      plantedSeries("orders", 1, [[60, 64, -12]]),
      plantedSeries("revenue", 2, [[60, 64, -12]]),
      plantedSeries("weather", 3, []),
    ]);
    for (const text of [reportHtml(both), reportMarkdown(both)])
      expect(text).toContain("1 moment in 2 KPIs; looked at:");
    expect(reportHtml(both)).toMatch(/<li>[^<]*orders[^<]*revenue[^<]* at the same time\./);
  });
});

describe("reportMarkdown", () => {
  test("escapes what Markdown would read", () => {
    const text = reportMarkdown(report);
    expect(text).toMatch(/\| 1 \| \d+ \| Thu 30 May/);
    expect(text).not.toContain("<img");
  });
});

describe("reportTypescript", () => {
  test("says file and configuration", () => {
    expect(reportTypescript('a "b".csv', { consensus: 3, read: { delimiter: ";" } })).toMatch(
      /readCsv\("a \\"b\\".csv", \{"delimiter":";"\}\)[^]*"consensus": 3/,
    );
  });
});
