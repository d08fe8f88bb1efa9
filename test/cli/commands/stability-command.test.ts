import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runCommand } from "../run-command.js";
import { fast, tenTimes } from "./ten-times.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-stability-"));
afterAll(() => rmSync(folder, { recursive: true }));
const sales = tenTimes(folder);

test("--runs says how often each change is made: more runs, more refits", async () => {
  const refits = async (runs: string): Promise<Record<string, number>> => {
    const { stdout } = await runCommand("stability", sales, ...fast, "--runs", runs, "--json");
    return (JSON.parse(stdout) as { refits: Record<string, number> }).refits;
  };
  const [one, two] = [await refits("1"), await refits("2")];
  expect(Object.keys(one).length).toBeGreaterThan(0);
  for (const [kind, runs] of Object.entries(one)) expect(two[kind], kind).toBeGreaterThanOrEqual(runs);
  const total = (refitted: Record<string, number>): number => Object.values(refitted).reduce((sum, n) => sum + n, 0);
  expect(total(two)).toBeGreaterThan(total(one));
});

test("a number of runs that is none is refused", async () => {
  for (const text of ["many", "-1", "1.5"])
    expect(await runCommand("stability", sales, "--runs", text)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`--runs needs a whole number, not "${text}"`),
    });
});
