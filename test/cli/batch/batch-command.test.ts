import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { storeFiles } from "../../batch/store-files.js";
import { runCommand } from "../run-command.js";

vi.mock("../../../kernel-lib/src/batch/process-pool.js", () => import("./jobs-in-this-process.js"));

const root = mkdtempSync(join(tmpdir(), "batch-command-"));
afterAll(() => rmSync(root, { recursive: true }));
const stores = join(root, "stores");
storeFiles(stores, 4);
const at = (name: string): string => join(root, name);
const fast = ["--detectors", "zScore,interquartileRange"];

describe("kpi-anomaly batch", () => {
  test("leaves one answer, says it in words and names the page", async () => {
    const { code, stdout } = await runCommand("batch", stores, "--out", at("out"), ...fast);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^2 incidents in 2 of 4 series \(240 values from 4 jobs\)\.\n/);
    expect(stdout).toMatch(/\n1\. \(\d+\) .*store-000[03]\.csv, sales, 2024-02-10\S*: .+\n/);
    expect(stdout.endsWith(`${at("out")}/summary.html\n`)).toBe(true);
    expect(readdirSync(at("out")).sort()).toEqual([
      "incidents.jsonl",
      "jobs.jsonl",
      "moments.jsonl",
      "results",
      "summary.html",
      "summary.json",
    ]);
  });

  test("again, and in shares that are complete, it prints the same", async () => {
    const json = async (...args: string[]): Promise<string> =>
      (await runCommand("batch", stores, ...fast, "--json", "--out", ...args)).stdout;
    const summary = await json(at("out"));
    expect(JSON.parse(summary)).toMatchObject({ jobs: { planned: 4, done: 4, missing: 0 }, incidents: 2, moments: 1 });
    expect(await json(at("shares"), "--shard", "2/2")).toBe("2 of 2.\n");
    expect(existsSync(join(at("shares"), "summary.json"))).toBe(false);
    expect(await json(at("shares"), "--shard", "1/2")).toBe("2 of 2.\n");
    expect(await json(at("shares"))).toBe(summary);
    expect(readFileSync(join(at("shares"), "incidents.jsonl"))).toEqual(
      readFileSync(join(at("out"), "incidents.jsonl")),
    );
  });
});

test.each([
  [["--scores-format", "xlsx"], "choice_option", { option: "--scores-format" }],
  [["--shard", "1/2", "--queue", "redis://host"], "options_together", { one: "--shard", other: "--queue" }],
  [["--processes", "0"], "count_option", { option: "--processes" }],
  [["--block", "0"], "count_option", { option: "--block" }],
  [["--shard", "3/2"], "shard_option", { text: "3/2" }],
  [["--sensitivity", "101"], "config", {}],
  [["none/*.csv"], "names_no_file", { name: "none/*.csv" }],
])("%j is refused before anything is written", async (args, kind, facts) => {
  const { code, stdout } = await runCommand("batch", stores, ...args, "--out", at("refused"), "--json");
  expect([code, JSON.parse(stdout)]).toMatchObject([2, { error: { kind, facts } }]);
  expect(existsSync(at("refused"))).toBe(false);
});
