import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "csv-parse/sync";
import { runCommand } from "./run-command.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** 200 days of a quiet KPI with one day ten times too high. */
const lines = Array.from({ length: 200 }, (_, day) => {
  const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
  return `${date},${day === 150 ? 1000 : (100 + 5 * Math.sin(day * 2.4)).toFixed(2)},=cmd()`;
});
const sales = join(folder, "sales.csv");
writeFileSync(sales, `date,revenue,note\n${lines.join("\n")}\n`);
const fast = ["--detectors", "zScore,interquartileRange"];

describe("kpi-anomaly inspect", () => {
  test("prints how the file is understood", async () => {
    const { code, stdout } = await runCommand("inspect", sales, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      file: "sales.csv",
      encoding: "utf-8",
      delimiter: ",",
      decimal: ".",
      header: true,
      records: 200,
      rows: 200,
      date: { columns: ["date"], format: "YYYY-MM-DD" },
      cadence: { seconds: 86400, label: "daily" },
      key: null,
      kpis: ["revenue"],
    });
    expect((await runCommand("inspect", sales)).stdout).toMatch(/200 records[^]*Date: date/);
  });
});

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

describe("kpi-anomaly why", () => {
  test("says of one row why it is flagged or not", async () => {
    const flagged = await runCommand("why", sales, "--line", "152");
    expect([flagged.code, flagged.stderr]).toEqual([0, ""]);
    expect(flagged.stdout).toMatch(
      /^revenue, line 152, Thu 30 May 2024: 1,000, expected [\d.]+ \(usually [\d.]+ to [\d.]+\)\. Flagged: Part of incident 1\.\n$/,
    );
    expect((await runCommand("why", sales, "--line", "100")).stdout).toMatch(
      /Not flagged: .* times the usual deviation from expected; its score is .*, [\d.]+ is needed\./,
    );
    expect((await runCommand("why", sales, "--at", "2024-04-08", ...fast)).stdout).toMatch(
      /Not flagged: No detector flags it; 2 must agree\./,
    );
    expect(JSON.parse((await runCommand("why", sales, "--line", "152", "--json")).stdout)).toMatchObject({
      answers: [{ kpi: "revenue", line: 152, flagged: true, value: 1000 }],
    });
  });
});

describe("known events", () => {
  test.each([
    ["events.csv", "date,name\n2024-05-30,Fair\n"],
    [
      "events.ics",
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20240530\r\nSUMMARY:Fair\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ],
  ])("of %s are expected", async (name, text) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    const summary = JSON.parse(
      (await runCommand("detect", sales, "--mode", "auto", "--events", file, "--json")).stdout,
    );
    expect(
      summary.series[0].incidents.filter(
        ({ start, end }: { start: string; end: string }) => start <= "2024-05-30" && end >= "2024-05-30",
      ),
    ).toEqual([]);
  });
});

describe("bad input", () => {
  test.each([
    [["detect", join(folder, "nothing.csv")], "file_not_found"],
    [["detect", folder], "file_not_found"],
    [["detect", sales, "--kpi", "profit"], "column_not_found"],
    [["detect", sales, "--detectors", "magic"], "bad_option"],
    [["detect", sales, "--consensus", "two"], "bad_option"],
    [["detect", sales, "--consensus", "0"], "bad_config"],
    [["detect", sales, "--consensus", "9"], "bad_config"],
    [["detect", sales, "--mode", "magic"], "bad_config"],
    [["detect", sales, "--sensitivity", "101"], "bad_config"],
    [["detect", sales, "--season", "fortnight"], "bad_option"],
    [["detect", sales, "--season", "1"], "bad_option"],
    [["why", sales], "bad_option"],
    [["why", sales, "--line", "1"], "bad_option"],
    [["why", sales, "--at", "yesterday"], "bad_option"],
    [["detect", sales, "--events", sales.replace("sales", "nothing")], "file_not_found"],
    [["detect", sales, "--colour", "red"], "bad_option"],
    [["detect"], "bad_option"],
    [["guess", sales], "bad_option"],
    [["detect", sales, ...fast, "--anomalies", sales], "file_not_writable"],
    [["detect", sales, ...fast, "--anomalies", join(sales, "x.csv")], "file_not_writable"],
  ])("%j is exit code 2 with %s", async (args, code) => {
    const before = readFileSync(sales);
    const json = await runCommand(...args, "--json");
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toEqual({
      error: {
        code,
        message: expect.any(String),
        hint: expect.any(String),
        kind: expect.any(String),
        facts: expect.any(Object),
      },
    });
    const plain = await runCommand(...args);
    expect(plain).toMatchObject({ code: 2, stdout: "" });
    expect(plain.stderr).toMatch(/^kpi-anomaly: [^\n]+\n$/);
    expect(readFileSync(sales)).toEqual(before);
  });

  test("and what is understood of a file too", async () => {
    const { stdout } = await runCommand("inspect", sales, "--language", "de");
    expect(stdout).toContain("Datum: date, gelesen als YYYY-MM-DD.\nTakt: jeden Tag.\n");
    expect(stdout).not.toMatch(/Encoding|Cadence|Note:/);
  });

  test("is told in German on request, by the parser of the command line too", async () => {
    const missing = await runCommand("detect", "nothing.csv", "--language", "de");
    expect(missing.stderr).toBe(
      "kpi-anomaly: Die Datei nothing.csv gibt es nicht. Prüfen Sie den Pfad; er gilt vom aktuellen Ordner aus.\n",
    );
    const json = await runCommand("detect", "nothing.csv", "--language=de", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject({
      error: { code: "file_not_found", kind: "no_file", message: "Die Datei nothing.csv gibt es nicht." },
    });
    expect((await runCommand("detect", "--nonsense", "--language", "de")).stderr).toMatch(
      /Option --nonsense gibt es nicht/,
    );
  });

  test("--help and --version are no errors", async () => {
    expect(await runCommand("--help")).toMatchObject({ code: 0, stdout: expect.stringContaining("inspect") });
    expect(await runCommand("--version")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
