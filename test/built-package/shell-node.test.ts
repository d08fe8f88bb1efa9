import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";

/** The Node of the person's shell: `npm test` passes it on, since the tests themselves run on a newer one. */
const node = process.env.KPI_SHELL_NODE ?? process.execPath;
const commandLine = fileURLToPath(new URL("../../kernel-lib/bin/kpi-anomaly.js", import.meta.url));
const sales = fileURLToPath(new URL("../fixtures/daily-sales.csv", import.meta.url));
/** The day of that file whose sales stand out: 400 among some 100. */
const oddDay = "2024-03-01";

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...parameters: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(node, parameters, {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  return { status, stdout, stderr };
}

describe("the library", () => {
  const use = `const { InputError } = library; console.log(new InputError("empty_file", "", "").code);`;

  test("is imported by its name", () => {
    expect(run("--input-type=module", "-e", `import * as library from "kpi-anomaly"; ${use}`)).toEqual({
      status: 0,
      stdout: "empty_file\n",
      stderr: "",
    });
  });

  test("is required by its name, as a notebook cell does", () => {
    expect(run("--input-type=commonjs", "-e", `const library = require("kpi-anomaly"); ${use}`)).toMatchObject({
      status: 0,
      stdout: "empty_file\n",
    });
  });
});

describe("the command line", () => {
  test("inspects a file", () => {
    const { status, stdout, stderr } = run(commandLine, "inspect", sales, "--json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      file: "daily-sales.csv",
      records: 120,
      kpis: ["sales"],
      cadence: { label: "daily" },
    });
  });

  test("finds the odd day and writes it down", () => {
    const folder = mkdtempSync(join(tmpdir(), "kpi-anomaly-smoke-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const anomalies = join(folder, "anomalies.csv");
    const { status, stdout, stderr } = run(commandLine, "detect", sales, "--anomalies", anomalies);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("Fri 1 Mar");
    expect(readFileSync(anomalies, "utf8")).toContain(`${oddDay},400`);
  });

  test("says in one sentence what is wrong with a file that is not there", () => {
    const { status, stdout, stderr } = run(commandLine, "detect", "nowhere.csv");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^kpi-anomaly: There is no file nowhere\.csv\..*\n$/);
  });
});
