import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { backtestCommand } from "../../kernel-lib/src/cli/commands/backtest-command.js";
import { compareCommand } from "../../kernel-lib/src/cli/commands/compare-command.js";
import { injectCommand } from "../../kernel-lib/src/cli/commands/inject-command.js";
import { profileCommand } from "../../kernel-lib/src/cli/commands/profile-command.js";
import { stabilityCommand } from "../../kernel-lib/src/cli/commands/stability-command.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-analyses-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sales = join(folder, "sales.csv");
const lines = Array.from(
  { length: 120 },
  (_, day) =>
    `${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)},${day === 90 ? 1000 : (100 + 5 * Math.sin(day * 2.4)).toFixed(2)}`,
);
writeFileSync(sales, `date,<b>revenue</b>\n${lines.join("\n")}\n`);

let printed = "";
beforeEach(() => {
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

type Command = ReturnType<typeof profileCommand>;

const run = (command: Command, ...args: string[]): Promise<Command> =>
  command
    .exitOverride()
    .parseAsync([sales, "--detectors", "zScore,interquartileRange", "--mode", "vote", ...args], { from: "user" });

describe.each([
  {
    name: "profile",
    command: profileCommand,
    args: [],
    says: /sales.csv holds 120 rows of 1 KPI\./,
    keys: ["alerts", "kpis", "time"],
  },
  {
    name: "compare",
    command: compareCommand,
    args: [],
    says: /The detectors mostly point at the same[^]*Use Z-score/,
    keys: ["series"],
  },
  {
    name: "stability",
    command: stabilityCommand,
    args: ["--runs", "1"],
    says: /the one anomaly stands in 100% of \d+ refits/,
    keys: ["refits", "report", "series", "text"],
  },
  {
    name: "backtest",
    command: backtestCommand,
    args: ["--looks", "3"],
    says: /the one anomaly of hindsight would have been known/,
    keys: ["looks", "series", "text"],
  },
  {
    name: "inject",
    command: injectCommand,
    args: ["--sizes", "10", "--events", "1"],
    says: /the decision catches[^]*spike, 10 σ +\d of 1/,
    keys: ["recalls", "runs", "text"],
  },
])("kpi-anomaly $name", ({ name, command, args, says, keys }) => {
  test("prints words and a table", async () => {
    await run(command(), ...args);
    expect(printed).toMatch(says);
  });

  test("prints one JSON object and writes a page with pictures", async () => {
    const page = join(folder, `${name}.html`);
    await run(command(), ...args, "--json", "--html", page);
    expect(Object.keys(JSON.parse(printed))).toEqual(expect.arrayContaining(keys));
    const html = readFileSync(page, "utf8");
    expect(html).toContain("<svg ");
    expect(html).toContain("default-src 'none'");
    expect(html).not.toContain("<b>revenue");
    expect(html).not.toContain("<script");
  });
});

test("options that are not numbers and unknown detectors are refused", async () => {
  await expect(run(stabilityCommand(), "--runs", "many")).rejects.toThrow('--runs needs a whole number, not "many"');
  await expect(run(injectCommand(), "--sizes", "2,x")).rejects.toThrow("--sizes needs numbers above 0");
  await expect(run(compareCommand(), "--detectors", "magic")).rejects.toThrow('no detector "magic"');
});

describe("kpi-anomaly compare --labels", () => {
  test("tells how well each method agrees with the labels, and leaves their column out", async () => {
    const labelled = join(folder, "labelled.csv");
    writeFileSync(
      labelled,
      `date,revenue,anomaly\n${lines.map((line, day) => `${line},${day === 90 ? 1 : 0}`).join("\n")}\n`,
    );
    await compareCommand()
      .exitOverride()
      .parseAsync(
        [labelled, "--detectors", "zScore,interquartileRange", "--mode", "vote", "--labels", "anomaly", "--json"],
        { from: "user" },
      );
    const { series } = JSON.parse(printed) as {
      series: { kpi: string; labelled: { id: string; areaUnderRoc: number; events: { f1: number } }[] }[];
    };
    expect(series.map(({ kpi }) => kpi)).toEqual(["revenue"]);
    expect(series[0].labelled.map(({ id, areaUnderRoc, events }) => [id, areaUnderRoc, events.f1])).toEqual([
      ["decision", 1, 1],
      ["zScore", 1, 1],
      ["interquartileRange", 1, 1],
    ]);
    printed = "";
    await compareCommand()
      .exitOverride()
      .parseAsync([labelled, "--detectors", "zScore,interquartileRange", "--mode", "vote", "--labels", "anomaly"], {
        from: "user",
      });
    expect(printed).toMatch(/Against the labels, best first\.[^]*Decision +1/);
  });
});
