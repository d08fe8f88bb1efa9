import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { runCommand } from "./run-command.js";

const folder = mkdtempSync(join(tmpdir(), "many-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Sales of three stores over 120 days, two records a day and store; store 2 loses half on days 80 to 84. */
function storeFile(name: string, days: number, lost = 0.5): string {
  const random = createRandom(8);
  const lines = Array.from({ length: days }, (_, day) => day).flatMap((day) =>
    [1, 2, 3].flatMap((store) =>
      [9, 17].map(
        (hour) =>
          `${new Date(Date.UTC(2024, 0, 1 + day, hour)).toISOString().slice(0, 16).replace("T", " ")},${store},${((store === 2 && day >= 80 && day < 85 ? 1 - lost : 1) * (100 + 10 * Math.sin((2 * Math.PI * day) / 7)) + random.normal()).toFixed(2)}`,
      ),
    ),
  );
  const file = join(folder, name);
  writeFileSync(file, `time,store,sales\n${lines.join("\n")}\n`);
  return file;
}

const stores = storeFile("stores.csv", 120);
const byDay = ["--aggregate", "day", "--segments", "store", "--kpi", "sales"];

describe("kpi-anomaly drivers", () => {
  test("names the store behind the drop of the total", async () => {
    const { code, stdout, stderr } = await runCommand("drivers", stores, ...byDay);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^sales, from 21 to 25 Mar 2024: [\d.]+ below what was expected \([\d.]+%\)\. store 2 \(.* below, .* of its own\) explains 100% of what stands out\./,
    );
    expect(stdout).toContain(
      'Note: Each of the 3 values of store is a series; "Total" is the whole, by day: sales added up.',
    );
  });

  test("explains a stretch of time as JSON", async () => {
    const { stdout } = await runCommand(
      "drivers",
      stores,
      ...byDay,
      "--from",
      "2024-03-21",
      "--to",
      "2024-03-22",
      "--json",
    );
    expect(JSON.parse(stdout)).toMatchObject({
      kpi: "sales",
      from: "2024-03-21T00:00:00.000Z",
      keys: ["store"],
      segments: [{ segment: "2", cause: 1 }, {}, {}],
    });
  });

  test("without segments tells which features the detectors saw", async () => {
    const { code, stdout, stderr } = await runCommand(
      "drivers",
      stores,
      "--aggregate",
      "day",
      "--key",
      "store",
      "--kpi",
      "sales",
      "--of",
      "2",
    );
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^sales of 2, \w+ \d\d Mar: .+\n\nShare of each feature in the scores:\n {2}/);
    expect(stdout).toContain("(by leaving each feature out)");
  });

  test("says what is missing", async () => {
    expect((await runCommand("drivers", stores, "--from", "2024-03-21")).stderr).toContain("Add --segments");
    expect((await runCommand("drivers", stores, ...byDay, "--from", "yesterday")).stderr).toContain(
      "--from needs a date",
    );
    expect((await runCommand("drivers", stores, "--segments", "store", "--how", "sales")).stderr).toContain(
      "--how needs a column",
    );
  });
});

describe("kpi-anomaly diff", () => {
  test("tells what changed from one export to the next", async () => {
    const { code, stdout, stderr } = await runCommand("diff", storeFile("before.csv", 120, 0), stores, ...byDay);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d new incidents? \(0 of them in new data\)/);
    expect(stdout).toMatch(/sales of 2, \w+ 21 Mar/);
  });
});

describe("kpi-anomaly detect", () => {
  test("puts transactions together and writes the records it judged", async () => {
    const anomalies = join(folder, "anomalies.csv");
    const { code, stderr, stdout } = await runCommand(
      "detect",
      stores,
      "--aggregate",
      "day",
      "--key",
      "store",
      "--kpi",
      "sales",
      "--anomalies",
      anomalies,
      "--json",
    );
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const { series } = JSON.parse(stdout) as {
      series: { series: string; rows: number; incidents: { start: string; severity: number }[] }[];
    };
    expect(series.map((one) => [one.series, one.rows])).toEqual([
      ["1", 120],
      ["2", 120],
      ["3", 120],
    ]);
    expect(series[1].incidents[0].start).toContain("2024-03-21");
    expect(readFileSync(anomalies, "utf8")).toMatch(
      /^timestamp,store,sales,anomaly_kpi.*\n(?:.*\n)*2024-03-2\dT00:00:00,2,\d+/,
    );
  });

  test("does not put together by nothing", async () => {
    expect((await runCommand("detect", stores, "--how", "sales=sum")).stderr).toContain(
      "how records are put together (how), but not by what.",
    );
    expect((await runCommand("detect", stores, "--aggregate", "fortnight")).stderr).toContain(
      "--aggregate knows hour, day, week, month",
    );
  });
});
