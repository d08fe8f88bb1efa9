import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import * as plots from "../../../kernel-lib/src/plots/index.js";
import { runCommand } from "../run-command.js";
import { tenTimes } from "./ten-times.js";

const folder = mkdtempSync(join(tmpdir(), "kpi-profile-"));
afterAll(() => rmSync(folder, { recursive: true }));
const sales = tenTimes(folder);

test("a profile is one JSON object with its sentences, in the language that is asked for", async () => {
  const { code, stdout } = await runCommand("profile", sales, "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    kpis: [{ kpi: "<b>revenue</b>", points: 120, repeats: 0, standsOut: { time: Date.UTC(2024, 2, 31) } }],
  });
  expect((await runCommand("profile", sales)).stdout).toContain("sales.csv holds 120 rows of 1 KPI.");
  expect((await runCommand("profile", sales, "--language", "de")).stdout).not.toContain("holds 120 rows");
});

test("the page has a picture for every plot of a profile, the KPIs first", async () => {
  const page = join(folder, "profile.html");
  await runCommand("profile", sales, "--html", page);
  const pictures = readFileSync(page, "utf8").match(/<svg /g) ?? [];
  const drawn = Object.values(plots).filter((plot) => "input" in plot && plot.input === "profile");
  expect(drawn.length).toBeGreaterThan(1);
  expect(pictures.length).toBeGreaterThanOrEqual(drawn.length);
});

test("a page is never written over the file", async () => {
  const before = readFileSync(sales);
  const { code, stdout } = await runCommand("profile", sales, "--html", sales, "--json");
  expect([code, JSON.parse(stdout)]).toMatchObject([
    2,
    { error: { code: "file_not_writable", kind: "output_is_input" } },
  ]);
  expect(readFileSync(sales)).toEqual(before);
});
