import { appendFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPanel } from "./open-panel.js";
import { openWorkbench } from "./open-workbench.js";
import type { Workbench } from "./workbench.js";

/** Line of the selection in the CSV editor, which need not have the focus. */
const selectedLine = async (workbench: Workbench): Promise<number> =>
  Number(await workbench.page.locator(".editor-group-container .active-line-number").first().innerText());

test("the palette opens a panel: chart, ranked incidents, a row and a point show their line, votes are cut again without drawing the line again, CSV and picture are exported", async () => {
  const { workbench, panel } = await openPanel();
  expect(await panel.getByTestId("verdict").innerText()).toMatch(/incident/);
  expect(await panel.getByTestId("kpi").innerText()).toBe("sales");

  await panel.getByTestId("incident-1").click();
  expect(await panel.getByTestId("incident-1").getAttribute("aria-expanded")).toBe("true");
  await expect.poll(() => selectedLine(workbench)).toBe(62);
  await panel.getByTestId("detail-1").waitFor();
  await workbench.screenshot("panel-light");

  // The incident is zoomed to; Escape shows all again.
  await panel.getByTestId("incident-1").press("Escape");
  const chart = await panel.getByTestId("chart").boundingBox();
  if (!chart) throw new Error("The chart has no place on the page.");
  await workbench.page.mouse.move(chart.x + 90, chart.y + 120);
  await panel.getByRole("tooltip").waitFor();
  await workbench.page.mouse.click(chart.x + 90, chart.y + 120);
  await expect.poll(() => selectedLine(workbench)).toBeLessThan(30);

  const plot = panel.getByTestId("chart");
  await plot.evaluate(
    (div) =>
      void (div as unknown as { on(event: string, listener: () => void): void }).on(
        "plotly_afterplot",
        () => (div.dataset.redrawn = "yes"),
      ),
  );
  await panel.getByTestId("consensus-1").check();
  expect(await panel.getByTestId("consensus-1").isChecked()).toBe(true);
  await panel.getByTestId("consensus-2").check();
  for (const detector of ["interquartileRange", "isolationForest", "localOutlierFactor", "oneClassSvm"])
    await panel.getByTestId(`detector-${detector}`).click();
  await panel.getByText("No anomalies.").waitFor();
  await panel.getByTestId("consensus-1").check();
  await panel.getByTestId("incident-1").waitFor();
  expect(await plot.getAttribute("data-redrawn"), "a new cut leaves the line as it is").toBeNull();
  await panel.getByTestId("tag-1").click();
  expect(await panel.getByTestId("incident-1").getAttribute("aria-selected")).toBe("true");

  await panel.getByTestId("export-csv").click();
  await workbench.page.locator(".quick-input-widget input").waitFor();
  await workbench.page.keyboard.press("Enter");
  await expect
    .poll(() => readFileSync(join(workbench.folder, "daily-sales.anomalies.csv"), "utf8").split("\n")[0])
    .toContain("anomaly_score");
  await panel.getByTestId("export").click();
  await panel.getByTestId("export-svg").click();
  await workbench.page.locator(".quick-input-widget input").waitFor();
  await workbench.page.keyboard.press("Enter");
  await expect
    .poll(() => readFileSync(join(workbench.folder, "daily-sales.anomalies.svg"), "utf8"))
    .toMatch(/scatterlayer[^]*incident-layer[^]*tag-1/);
});

test("unsaved text is what is analysed, and a text or a file on disk that changes is told", async () => {
  const { workbench, panel } = await openPanel();
  await workbench.runCommand("View: Focus First Editor Group");
  await workbench.page.keyboard.press("Control+End");
  await workbench.page.keyboard.type("2024-04-30,900.0\n");
  await panel.getByText("The file has changed.").waitFor();
  await panel.getByTestId("run").click();
  await panel.locator("main[data-state=ready]").waitFor();
  await expect.poll(() => panel.getByTestId("verdict").innerText()).toContain("30 Apr");
  await workbench.page.locator(".editor-group-container .view-lines").first().click();
  await workbench.page.keyboard.press("Control+S");
  await expect
    .poll(() => readFileSync(join(workbench.folder, "daily-sales.csv"), "utf8"))
    .toContain("2024-04-30,900.0");
  await workbench.page.waitForTimeout(2500);
  expect(await panel.getByText("The file has changed.").count(), "what is saved is what was analysed").toBe(0);

  await workbench.runCommand("View: Close Editor");
  appendFileSync(join(workbench.folder, "daily-sales.csv"), "2024-05-01,5.0\n");
  await panel.getByText("The file has changed.").waitFor();
  await panel.getByTestId("run").click();
  await expect.poll(() => panel.getByTestId("verdict").innerText()).toMatch(/^2 incidents/);
  rmSync(join(workbench.folder, "daily-sales.csv"));
  await panel.getByText("The file has changed.").waitFor();
});

test("a file that cannot be used gives one clear message", async () => {
  const workbench = await openWorkbench({ contents: { "empty.csv": "" } });
  await workbench.openFile("empty.csv");
  await workbench.runCommand("KPI: Detect Anomalies");
  const problem = workbench.webview("KPI anomalies: empty.csv").getByTestId("problem");
  await problem.waitFor();
  expect(await problem.getAttribute("data-code")).toBe("empty_file");
  expect(await problem.innerText()).not.toContain("at ");
});

test("the panel has VS Code's colours, and takes others while it is open; it speaks German when it is given the words", async () => {
  const { workbench, panel } = await openPanel({ theme: "Default Dark Modern" });
  await panel.getByTestId("incident-1").click();
  await panel.getByTestId("detail-1").waitFor();
  const line = panel.locator("[data-testid=chart] .scatterlayer path.js-line").last();
  const before = await line.evaluate((path) => getComputedStyle(path).stroke);
  await workbench.screenshot("panel-Default-Dark-Modern");
  const uri = `file://${workbench.folder}/daily-sales.csv`;
  await panel.locator("body").evaluate((body, message) => body.ownerDocument.defaultView!.postMessage(message), {
    type: "boot",
    locale: "de",
    uri,
  });
  await expect.poll(() => panel.getByTestId("verdict").innerText()).toContain("Vorfall");
  expect(await panel.getByTestId("tab-overview").innerText()).toBe("\u00dcberblick");

  await workbench.chooseTheme("Dark High Contrast");
  await panel.locator("body.vscode-high-contrast").waitFor();
  await expect.poll(() => line.evaluate((path) => getComputedStyle(path).stroke)).not.toBe(before);
  expect((await panel.locator("[data-testid=chart] .xtick").allTextContents()).join()).toContain("M\u00e4rz");
  await workbench.screenshot("panel-Default-High-Contrast-German");
});

test("keyboard, sorting, verdicts beside the file, names that look like HTML, and a reload of the window", async () => {
  const rows = Array.from(
    { length: 200 },
    (_, row) =>
      `${new Date(Date.UTC(2024, 0, row + 1)).toISOString().slice(0, 10)},${100 + ((row * 37) % 11) + (row === 80 ? 300 : 0) - (row === 150 ? 90 : 0)}`,
  );
  const { workbench, panel } = await openPanel({
    contents: { "daily-sales.csv": `date,<img src=x onerror=alert(1)>\n${rows.join("\n")}\n` },
    files: [],
  });
  expect(await panel.getByTestId("kpi").innerText()).toBe("<img src=x onerror=alert(1)>");

  await panel.getByTestId("incident-1").focus();
  await workbench.page.keyboard.press("F8");
  await expect.poll(() => panel.locator("tr[aria-selected=true]").getAttribute("data-testid")).toBe("incident-1");
  await workbench.page.keyboard.press("F8");
  await expect.poll(() => panel.locator("tr[aria-selected=true]").getAttribute("data-testid")).toBe("incident-2");
  await panel.getByTestId("incident-2").focus();
  await workbench.page.keyboard.press("Enter");
  await panel.getByTestId("detail-2").waitFor();

  await panel.getByTestId("verdict-expected").click();
  await expect.poll(() => panel.getByTestId("verdict-expected").getAttribute("aria-pressed")).toBe("true");
  const kept = JSON.parse(readFileSync(join(workbench.folder, "daily-sales.csv.anomalies.json"), "utf8")) as {
    verdicts: { verdict: string; start: string }[];
  };
  expect(kept.verdicts.map(({ verdict, start }) => [verdict, start])).toEqual([["expected", "2024-05-30T00:00:00Z"]]);
  const said = (): { verdict: string; note?: string }[] =>
    (
      JSON.parse(readFileSync(join(workbench.folder, "daily-sales.csv.anomalies.json"), "utf8")) as {
        verdicts: { verdict: string; note?: string }[];
      }
    ).verdicts;
  await panel.getByTestId("note").click();
  await workbench.page.keyboard.type("inventory");
  await panel.getByTestId("verdict-real").click();
  await expect.poll(() => said().map(({ verdict, note }) => [verdict, note])).toEqual([["real", "inventory"]]);
  await panel.getByTestId("note").click();
  await workbench.page.keyboard.type(" of nothing");
  await workbench.page.keyboard.press("Escape");
  await panel.getByTestId("verdict-expected").click();
  await expect.poll(() => said().map(({ verdict, note }) => [verdict, note])).toEqual([["expected", "inventory"]]);
  await panel.getByTestId("note").click();
  await workbench.page.keyboard.type(" counted");
  await workbench.page.keyboard.press("Enter");
  await panel.getByText("inventory counted").waitFor();
  expect(await panel.getByTestId("note-field").count()).toBe(0);
  // An empty field, confirmed as often as one likes, takes nothing away.
  for (let times = 0; times < 2; times++) {
    await panel.getByTestId("note").click();
    await panel.getByTestId("note-field").fill("");
    await workbench.page.keyboard.press("Enter");
    await panel.getByTestId("note-field").waitFor({ state: "detached" });
  }
  await panel.getByText("inventory counted").waitFor();
  expect(said().map(({ note }) => note)).toEqual(["inventory counted"]);
  await panel.getByTestId("remove-note").click();
  await expect.poll(() => said().map(({ verdict, note }) => [verdict, note])).toEqual([["expected", ""]]);

  await panel.getByTestId("sensitivity").fill("52");
  await panel.getByTestId("assumed").click();
  await panel.getByTestId("assumption-seed").getByRole("button").click();
  await panel.getByTestId("assumption-seed").locator("input").fill("7");
  await panel.getByTestId("apply").click();
  await panel.getByTestId("assumed").click();
  await expect
    .poll(() => panel.getByTestId("assumption-seed").innerText())
    .toContain("Random numbers start from seed 7.");
  await panel.locator("main[data-state=ready]").waitFor();
  // What is set is kept a moment after the results.
  await workbench.page.waitForTimeout(1000);
  await workbench.runCommand("Developer: Reload Window");
  await panel.locator("main").waitFor({ state: "detached" });
  await panel.locator("main[data-state=ready]").waitFor({ timeout: 60_000 });
  await expect.poll(() => panel.locator("tr[aria-selected=true]").getAttribute("data-testid")).toBe("incident-2");
  await expect.poll(() => panel.getByTestId("incident-2").getAttribute("class")).toContain("hushed");
  expect(await panel.getByTestId("sensitivity").inputValue()).toBe("52");
  await panel.getByTestId("assumed").click();
  expect(await panel.getByTestId("assumption-seed").innerText()).toContain("Random numbers start from seed 7.");
});
