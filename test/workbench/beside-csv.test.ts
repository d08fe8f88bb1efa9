import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { expect, test } from "vitest";
import { cutParts } from "../page/cut-parts.js";
import { detectIn } from "./open-panel.js";
import { openWorkbench } from "./open-workbench.js";
import type { Workbench } from "./workbench.js";

const day = 86_400_000;
/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;
/** How far both shops fall on three days that follow each other, none as far as the other. */
const falls: Readonly<Record<number, number>> = { 150: 55, 151: 80, 152: 60 };

/** Days of two shops that fall together once, of which one rises alone another time, and of a third one that does not. */
function shops(): string {
  const rows = Array.from({ length: 200 }, (_, row) => {
    const usual = (seed: number): number => 200 + 12 * scatter(row * 3 + seed);
    const cells = [usual(0) - (falls[row] ?? 0), usual(1) - (falls[row] ?? 0) + (row === 60 ? 90 : 0), usual(2)];
    const date = new Date(Date.UTC(2024, 0, 1) + row * day).toISOString().slice(0, 10);
    return `${date},${cells.map((cell) => cell.toFixed(1)).join(",")}`;
  });
  return `date,north,south,west\n${rows.join("\n")}\n`;
}

/** Columns of editors, left to right, each with the names of its tabs. */
const columns = (workbench: Workbench): Promise<string[][]> =>
  workbench.page
    .locator(".editor-group-container")
    .evaluateAll((groups) =>
      groups.map((group) =>
        Array.from(group.querySelectorAll(".tab"), (tab) => tab.getAttribute("data-resource-name") ?? ""),
      ),
    );
const selectedLine = async (workbench: Workbench): Promise<number> =>
  Number(
    await workbench.page
      .locator(
        '.editor-instance[aria-label*="shops.csv"], .editor-group-container:has(.tab.active[data-resource-name="shops.csv"])',
      )
      .first()
      .locator(".active-line-number")
      .innerText(),
  );

const cut = (panel: FrameLocator): Promise<string[]> => panel.locator("body").evaluate(cutParts);

test("beside its CSV: the same count everywhere, no column cut at 1600 px, a row's own numbers over it, a click follows only where the CSV shows, and the button opens it once", async () => {
  const workbench = await openWorkbench({ contents: { "shops.csv": shops() }, width: 1600, height: 900 });
  const { page } = workbench;
  const panel = await detectIn(workbench, "shops.csv");
  await panel.getByTestId("overview").waitFor();

  const count = "2 moments in 2 KPIs";
  expect(await panel.getByTestId("verdict").innerText()).toMatch(/^2 moments in 2 of 3 KPIs\./);
  await expect.poll(() => panel.getByTestId("heard").textContent()).toBe(count);
  await expect.poll(() => page.locator(".statusbar-item", { hasText: count }).count()).toBe(1);
  await expect
    .poll(() => page.locator(".contentWidgets .codelens-decoration, .codelens-decoration").first().innerText())
    .toContain(count);
  expect(await cut(panel), "the overview").toEqual([]);
  await workbench.screenshot("beside-csv-overview");

  await panel.getByTestId("kpi").click();
  const options = panel.getByRole("option");
  expect(await options.allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/north\s*1/), expect.stringMatching(/south\s*2/)]) as string[],
  );
  await options.filter({ hasText: "south" }).click();
  await panel.getByTestId("incident-2").waitFor();
  expect(await cut(panel), "the timeline").toEqual([]);
  await panel.getByTestId("incident-1").click();
  await panel.getByTestId("detail-1").locator("svg").first().waitFor();
  expect(await cut(panel), "a row that is open").toEqual([]);
  await workbench.screenshot("beside-csv-timeline");
  const when = (): Promise<string> => panel.locator("tr[aria-selected=true] .c-when").innerText();
  expect(await when()).toContain("30 May");
  await expect.poll(() => selectedLine(workbench)).toBe(153);

  // Over each line its own numbers, not those of the worst one.
  for (const [line, cell] of [152, 153, 154].map(
    (line) => [line, shops().split("\n")[line - 1].split(",")[2]] as const,
  )) {
    await page
      .locator(".view-line", { hasText: shops().split("\n")[line - 1] })
      .first()
      .locator("span span")
      .last()
      .hover();
    await expect
      .poll(() =>
        page
          .locator(".monaco-hover:not(.hidden) .hover-contents")
          .allInnerTexts()
          .then((texts) => texts.join().replaceAll("\u00a0", " ")),
      )
      .toContain(`south ${cell}`);
    await page.mouse.move(5, 5);
    await page
      .locator(".monaco-hover:not(.hidden) .hover-contents")
      .first()
      .waitFor({ state: "detached" })
      .catch(() => undefined);
  }

  // Closed, the CSV is not opened by a click into chart or table.
  await page.locator('.tab[data-resource-name="shops.csv"]').click();
  await workbench.runCommand("View: Close Editor");
  const alone = await columns(workbench);
  expect(alone.flat().filter((name) => name === "shops.csv")).toEqual([]);
  await panel.getByTestId("incident-2").click();
  const chart = (await panel.getByTestId("chart").boundingBox())!;
  await page.mouse.click(chart.x + chart.width / 2, chart.y + 90);
  await page.mouse.dblclick(chart.x + chart.width / 2, chart.y + 90);
  await page.waitForTimeout(1500);
  expect(await columns(workbench)).toEqual(alone);

  await panel.getByTestId("incident-1").click();
  for (let times = 0; times < 2; times++) {
    await panel.getByTestId("show-line").click();
    await expect
      .poll(async () => (await columns(workbench)).flat().filter((name) => name === "shops.csv").length)
      .toBe(1);
    await expect.poll(() => selectedLine(workbench)).toBe(153);
  }
  const both = await columns(workbench);
  expect(both.length).toBe(2);
  expect(both.filter((names) => names.includes("shops.csv")).map((names) => names.length)).toEqual([1]);
  await panel.getByTestId("incidents").waitFor();

  // Why, asked in the CSV, is answered in the panel.
  await workbench.runCommand("KPI: Why Is This Line Flagged, or Not?");
  await expect.poll(() => panel.getByTestId("why").innerText()).toContain("south");
  expect(await panel.getByTestId("why").innerText()).toMatch(/Part of incident 1/);

  // A configuration that is saved is taken, and the panel says so.
  writeFileSync(join(workbench.folder, "kpi-anomaly.yaml"), "rules: { south: { direction: up } }\n");
  await expect.poll(() => panel.getByTestId("told").innerText()).toBe("The configuration has changed and is used now.");
  await panel.locator("main[data-state=ready]").waitFor();
  await expect.poll(() => panel.getByTestId("heard").textContent()).toMatch(/^2 moments in 2 KPIs$/);
  appendFileSync(join(workbench.folder, "shops.csv"), "");

  await workbench.runCommand("View: Show KPI Anomalies");
  await expect
    .poll(() => page.locator(".pane-body .monaco-list-row", { hasText: "shops.csv" }).first().innerText())
    .toMatch(/2 moments in 2 KPIs|2 incidents/);
  await workbench.screenshot("beside-csv-tree");
});
