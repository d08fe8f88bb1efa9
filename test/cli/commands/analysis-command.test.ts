import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { backtestCommand } from "../../../kernel-lib/src/cli/commands/backtest-command.js";
import { compareCommand } from "../../../kernel-lib/src/cli/commands/compare-command.js";
import { injectCommand } from "../../../kernel-lib/src/cli/commands/inject-command.js";
import { profileCommand } from "../../../kernel-lib/src/cli/commands/profile-command.js";
import { stabilityCommand } from "../../../kernel-lib/src/cli/commands/stability-command.js";
import { fast, tenTimes } from "./ten-times.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-analyses-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sales = tenTimes(folder);

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
  command.exitOverride().parseAsync([sales, ...fast, ...args], { from: "user" });

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
