import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { existsSync } from "node:fs";
import type { FrameLocator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { chooseKpi, openPanel } from "./open-panel.js";

const day = 86_400_000;
/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;

/** Days of two years: visits and orders that leave the usual together once, orders another time alone. */
function shop(): string {
  const rows = Array.from({ length: 500 }, (_, row) => {
    const date = new Date(Date.UTC(2022, 6, 1) + row * day).toISOString().slice(0, 10);
    const usual = 1000 + 90 * Math.sin((2 * Math.PI * row) / 7);
    const visits = usual + 30 * scatter(row) + (row === 300 ? 900 : 0);
    const orders = usual / 10 + 3 * scatter(row + 0.5) - (row === 300 ? 60 : 0) - (row === 120 ? 50 : 0);
    return `${date},${visits.toFixed(0)},${orders.toFixed(1)}`;
  });
  return `date,visits,orders\n${rows.join("\n")}\n`;
}

/** Colours in use on the chart: of severity, of the expected line, of what was measured. */
async function panelColors(panel: FrameLocator): Promise<readonly string[]> {
  return await panel.locator("body").evaluate((body) => {
    const style = getComputedStyle(body);
    const probe = body.ownerDocument.createElement("i");
    body.append(probe);
    const colors = ["kpiAnomaly-severity", "charts-blue"].map((name) => {
      probe.style.color = style.getPropertyValue(`--vscode-${name}`);
      return getComputedStyle(probe).color;
    });
    probe.remove();
    return colors;
  });
}

/** Colours of all strokes and fills of the pictures. */
const pictureColors = (report: Page): Promise<string[]> =>
  report
    .locator("svg *")
    .evaluateAll((parts) => [
      ...new Set(parts.flatMap((part) => [getComputedStyle(part).stroke, getComputedStyle(part).fill])),
    ]);

test("an HTML report exported from the panel looks and counts like it: file, moments, years, expected, rounded, light and dark", async () => {
  const { workbench, panel } = await openPanel(
    { files: [], contents: { "shop.csv": shop() }, theme: "Default Light Modern" },
    "shop.csv",
  );
  const verdict = await panel.getByTestId("verdict").innerText();
  expect(verdict).toContain("2 moments in 2 KPIs");
  await chooseKpi(panel, "orders");
  const row = panel.getByTestId("incident-1");
  await row.waitFor();
  const reason = (await row.locator(".c-why").innerText()).replaceAll("\u202f", " ");
  const light = await panelColors(panel);

  await panel.getByTestId("export").click();
  await panel.getByTestId("export-html").click();
  await workbench.page.locator(".quick-input-widget input").waitFor();
  await workbench.page.keyboard.press("Enter");
  const path = join(workbench.folder, "shop.anomalies.html");
  await expect.poll(() => existsSync(path)).toBe(true);

  const report = await workbench.page.context().browser()!.newPage();
  await report.goto(pathToFileURL(path).href);
  expect(await report.locator("h1").innerText()).toContain("shop.csv");
  expect(await report.locator("h1 + p").innerText()).toContain("2 moments in 2 KPIs");
  const heads = await report.locator("table").first().locator("thead th").allInnerTexts();
  expect(heads).toEqual(expect.arrayContaining(["actual", "expected"]));
  const first = report.locator("section, table").filter({ hasText: reason }).locator("tr", { hasText: reason }).first();
  expect(await first.innerText()).toMatch(/Thu 27 Apr 2023/);
  const cells = await first.locator("td, th").allInnerTexts();
  const [actual, expected] = ["actual", "expected"].map((head) => cells[heads.indexOf(head)]);
  expect(Number(actual)).toBeLessThan(45);
  expect(expected).toMatch(/^9\d(\.\d)?$/);

  expect(await pictureColors(report)).toEqual(expect.arrayContaining(light as string[]));
  expect(await report.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
  await workbench.screenshotOf(report, "html-report-light");

  await report.emulateMedia({ colorScheme: "dark" });
  await workbench.chooseTheme("Dark Modern");
  await panel.locator("body.vscode-dark").waitFor();
  expect(await pictureColors(report)).toEqual(expect.arrayContaining((await panelColors(panel)) as string[]));
  expect(await report.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
    "rgb(31, 31, 31)",
  );
  await workbench.screenshotOf(report, "html-report-dark");
  expect(await report.locator("script").count()).toBe(0);
});
