import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "csv-parse/sync";
import { fast, quietSales } from "../quiet-sales.js";
import { runCommand } from "../run-command.js";
import { storeSales } from "./store-sales.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-detect-"));
afterAll(() => rmSync(folder, { recursive: true }));
const sales = quietSales(folder);

describe("kpi-anomaly detect", () => {
  test("leaves out what was marked as expected, when it is told to", async () => {
    const said = {
      version: 1,
      verdicts: [
        {
          kpi: "revenue",
          series: "",
          start: "2024-05-30T00:00:00Z",
          end: "2024-05-31T00:00:00Z",
          verdict: "expected",
          note: "",
        },
      ],
    };
    writeFileSync(`${sales}.anomalies.json`, JSON.stringify(said));
    const ranked = async (...more: string[]): Promise<number> =>
      JSON.parse((await runCommand("detect", sales, ...fast, "--json", ...more)).stdout).series[0].incidents.length;
    expect([await ranked(), await ranked("--verdicts"), await ranked("--verdicts", `${sales}.anomalies.json`)]).toEqual(
      [1, 0, 0],
    );
    const { code, stdout } = await runCommand(
      "detect",
      sales,
      ...fast,
      "--json",
      "--verdicts",
      join(folder, "none.json"),
    );
    expect([code, JSON.parse(stdout).error.code]).toEqual([2, "file_not_found"]);
    rmSync(`${sales}.anomalies.json`);
  });

  test("finds the day and writes the files it is asked for", async () => {
    const [anomalies, scores, clean] = ["anomalies.csv", "new/scores.csv", "clean.csv"].map((name) =>
      join(folder, name),
    );
    const { code, stdout } = await runCommand(
      "detect",
      sales,
      ...fast,
      "--anomalies",
      anomalies,
      "--scores",
      scores,
      "--clean",
      clean,
      "--json",
    );
    expect(code).toBe(0);
    const [series] = JSON.parse(stdout).series;
    expect(series.incidents[0]).toMatchObject({
      rank: 1,
      start: "2024-05-30T00:00:00",
      actual: 1000,
      row: 151,
      line: 152,
      direction: "up",
    });

    const rows: Record<string, string>[] = parse(readFileSync(scores), { columns: true });
    expect(Object.keys(rows[0])).toEqual([
      "row",
      "timestamp",
      "series",
      "kpi",
      "value",
      "expected",
      "lower",
      "upper",
      "score",
      "flag",
      "incident",
      "votes",
      "zScore_score",
      "zScore_flag",
      "interquartileRange_score",
      "interquartileRange_flag",
      "usual",
      "usual_lower",
      "usual_upper",
    ]);
    expect(rows).toHaveLength(200);
    expect(rows[150]).toMatchObject({
      row: "151",
      timestamp: "2024-05-30T00:00:00",
      series: "",
      kpi: "revenue",
      value: "1000",
      flag: "1",
      incident: "1",
      votes: "2",
    });
    expect(rows.filter((row) => row.flag === "1")).toHaveLength(1);

    const [found] = parse(readFileSync(anomalies), { columns: true }) as Record<string, string>[];
    expect(found).toMatchObject({
      date: "2024-05-30",
      revenue: "1000",
      note: "'=cmd()",
      anomaly_kpi: "revenue",
      anomaly_incident: "1",
    });
    expect(readFileSync(clean, "utf8")).toMatch(/^timestamp,revenue\n2024-01-01T00:00:00,100\n/);
    expect(readdirSync(folder).filter((name) => name.includes(".part"))).toEqual([]);
  });

  test("prints the same bytes twice", async () => {
    const first = await runCommand("detect", sales, "--json");
    expect((await runCommand("detect", sales, "--json")).stdout).toBe(first.stdout);
    expect(first.code).toBe(0);
  });

  test("says it in words without --json", async () => {
    expect((await runCommand("detect", sales, ...fast)).stdout).toMatch(
      /^sales\.csv: 1 incident in 200 rows\.\n[^]* Thu 30 May /,
    );
  });

  test("takes a season that is set by hand", async () => {
    const told = async (...season: string[]): Promise<string> =>
      JSON.parse((await runCommand("detect", sales, "--mode", "auto", ...season, "--json")).stdout).assumptions.find(
        ({ id }: { id: string }) => id === "seasons",
      ).text;
    expect(await told()).toMatch(/^(Repeats every|No repeating pattern)/);
    expect(await told("--season", "week,year")).toBe(
      "The season is set by hand: every week and every year; in use: every week.",
    );
    expect(await told("--season", "none")).toBe("The season is set by hand: none.");
  });

  test("takes a configuration and lets options win over it", async () => {
    const config = join(folder, "kpi-anomaly.yaml");
    writeFileSync(config, "consensus: 1\nseed: 7\ndetectors:\n  zScore: {threshold: 4}\n");
    const summary = JSON.parse(
      (await runCommand("detect", sales, "--config", config, ...fast, "--seed", "8", "--json")).stdout,
    );
    expect(summary).toMatchObject({ consensus: 1, seed: 8 });
    expect(summary.series[0].detectors).toMatchObject([{ id: "zScore", threshold: 4 }, { id: "interquartileRange" }]);
  });
});

describe("kpi-anomaly detect of transactions", () => {
  const stores = storeSales(folder, "stores.csv");

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
