import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator, Locator } from "playwright-core";
import { expect, test } from "vitest";
import { detect, parseConfig, readTable, type Config } from "../../kernel-lib/src/index.js";
import { chooseKpi, detectIn, openPanel } from "./open-panel.js";
import { openWorkbench } from "./open-workbench.js";

/** From 0 to 1, without a pattern, the same each time. */
function scatter(seed: number): number {
  const large = Math.sin(seed * 12.9898) * 43_758.5453;
  return large - Math.floor(large);
}

/** Hours of two plants that fail together, the second an hour later, and of a third that does not. */
function plants(hours: number): string {
  const lines = ["time,north,south,west"];
  for (let hour = 0; hour < hours; hour++) {
    const time = new Date(Date.UTC(2024, 0, 1) + hour * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
    const usual = (seed: number): number =>
      100 + 30 * Math.sin((hour / 24) * 2 * Math.PI) + 10 * scatter(hour * 3 + seed);
    const fall = (at: number): number => (hour >= at && hour < at + 3 ? -60 : 0);
    lines.push(
      [time, usual(0) + fall(500), usual(1) + fall(501), usual(2) + (hour === 300 ? 90 : 0)]
        .map((cell) => (typeof cell === "number" ? cell.toFixed(1) : cell))
        .join(","),
    );
  }
  return `${lines.join("\n")}\n`;
}

/** Hours with a spike every other day: more incidents than a table shows at once. */
function spiky(spikes: number): string {
  const value = (hour: number): number => 100 + ((hour * 7919) % 13) + (hour % 48 === 30 ? 300 + (hour % 1000) : 0);
  return `time,load\n${Array.from({ length: spikes * 48 }, (_, hour) => `${new Date(Date.UTC(2020, 0, 1) + hour * 3_600_000).toISOString().slice(0, 16)},${value(hour)}`).join("\n")}\n`;
}

const events =
  "events:\n  - { name: <b>A</b>, start: 2024-01-24, end: 2024-01-26 }\n  - { name: Fair, date: 2024-02-03 }\n";
/** Opens and presses Escape before anything is painted; whether it was open after each. */
async function openAndLeave(button: HTMLElement | SVGElement): Promise<boolean[]> {
  const isOpen = (): boolean => button.ownerDocument.querySelector("[data-testid=assumed-popup]") !== null;
  const states: boolean[] = [];
  for (const act of [
    () => (button as HTMLElement).click(),
    () =>
      button.ownerDocument.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })),
  ]) {
    act();
    await Promise.resolve();
    states.push(isOpen());
  }
  return states;
}

/** Notes, on the body, in which states the page was from now on and whether its chart was there. */
function watchRun(body: HTMLElement | SVGElement): void {
  const seen: string[] = [];
  const look = (): void => {
    const page = body.ownerDocument;
    const now = `${page.querySelector("main")?.dataset.state ?? "no state"}${page.querySelector("[data-testid=chart]") ? " chart" : ""}`;
    if (seen.at(-1) !== now) seen.push(now);
    if (body.dataset.seen !== seen.slice(1).join(", ")) body.dataset.seen = seen.slice(1).join(", ");
  };
  look();
  new MutationObserver(look).observe(body, { subtree: true, childList: true, attributes: true });
}

const ranksIn = async (panel: FrameLocator): Promise<number[]> =>
  (await panel.locator("tr.row .c-rank").allInnerTexts()).map(Number);

test("events on the chart, KPIs that moved together, sorting, filter, an assumption edited in place, and a notebook with the same numbers", async () => {
  const { workbench, panel } = await openPanel(
    { files: [], contents: { "plants.csv": plants(1000), "kpi-anomaly.yml": events }, width: 1900 },
    "plants.csv",
  );
  await panel.getByTestId("overview").waitFor();
  await panel.getByTestId("tab-timeline").click();
  const brackets = panel.locator("[data-testid=chart] .shapelayer path");
  await expect
    .poll(() => panel.locator("[data-testid=chart] .annotation-text").allTextContents())
    .toEqual(expect.arrayContaining(["<b>A</b>", "Fair"]));
  const shown = await brackets.count();
  await panel.getByTestId("layer-events").click();
  await expect.poll(() => brackets.count()).toBe(shown - 2);
  await panel.getByTestId("layer-events").click();
  const chart = (await panel.getByTestId("chart").boundingBox())!;
  await workbench.page.mouse.move(chart.x + 44 + (chart.width - 52) * ((24.5 * 24) / 1000), chart.y + 120);
  await expect.poll(() => panel.getByRole("tooltip").innerText()).toContain("Known event: <b>A</b>");

  await panel.getByTestId("tab-overview").click();
  await panel.getByTestId("together-1").waitFor();
  expect(await panel.getByTestId("together-1").innerText()).toContain("north, then south after 1\u202fh");
  expect(await panel.getByTestId("verdict").innerText()).toContain("led by north");
  await workbench.screenshot("panel-overview");
  await panel.getByTestId("together-1").click();
  expect(await panel.getByTestId("card-sentence").innerText()).toContain("north");
  await panel.getByTestId("card-member-0").click();
  await panel.locator("tr.detail").waitFor();
  await expect.poll(() => panel.locator("tr[aria-selected=true] .c-when").innerText()).toContain("21 Jan");

  await panel.getByTestId("tab-compare").click();
  const compared = (): Promise<number> =>
    panel.locator("[data-testid=compare] .matrix").first().locator("tbody tr").count();
  await expect.poll(compared).toBeGreaterThan(2);
  const deciding = await compared();
  await panel.getByTestId("compare-all").check();
  await expect.poll(compared).toBeGreaterThan(Math.max(10, deciding));
  await panel.getByTestId("tab-timeline").click();

  await chooseKpi(panel, "west");
  await expect.poll(() => panel.getByTestId("incidents").getAttribute("aria-label")).toContain("west");
  await panel.getByTestId("consensus-1").check();
  await expect.poll(async () => (await ranksIn(panel)).length).toBeGreaterThan(2);
  await panel.getByTestId("sort-startTime").click();
  await expect.poll(() => panel.locator("th[aria-sort]").innerText()).toContain("\u2191");
  const byTime = await ranksIn(panel);
  await panel.getByTestId("sort-startTime").press("Enter");
  expect(await panel.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("descending");
  expect(await ranksIn(panel)).toEqual([...byTime].reverse());
  await panel.getByTestId("filter").fill("no such thing");
  await panel.getByText("No incident matches this filter.").waitFor();
  await panel.getByTestId("filter").fill("");

  await panel.getByTestId("assumed").click();
  await workbench.page.keyboard.press("Escape");
  await expect
    .poll(() => panel.getByTestId("assumed").evaluate((button) => button.ownerDocument.activeElement === button))
    .toBe(true);
  expect(await panel.getByTestId("assumed").evaluate(openAndLeave)).toEqual([true, false]);
  await panel.getByTestId("assumed").click();
  const assumption = (id: string): Locator => panel.getByTestId(`assumption-${id}`);
  const edit = async (id: string): Promise<void> => await assumption(id).getByRole("button", { name: "Edit" }).click();
  await edit("kpis");
  await assumption("kpis").getByLabel("south").uncheck();
  await workbench.page.keyboard.press("Enter");
  await panel.locator("main[data-state=ready]").waitFor();
  await panel.getByTestId("kpi").click();
  await expect
    .poll(async () => (await panel.getByRole("option").locator(".name").allInnerTexts()).sort())
    .toEqual(["All KPIs", "north", "west"]);
  await panel.getByTestId("kpi").click();

  await panel.getByTestId("seasons").click();
  await assumption("seasons").locator("select").selectOption("hand");
  for (const found of ["day", "week"]) await assumption("seasons").getByLabel(found, { exact: true }).uncheck();
  await expect.poll(() => panel.getByTestId("apply").isEnabled()).toBe(false);
  await assumption("seasons").getByLabel("week", { exact: true }).check();
  await assumption("seasons").getByLabel("or so many rows").fill("24");
  await assumption("seasons").getByText("Needs a new run.").waitFor();
  await workbench.screenshot("panel-season-by-hand");
  await panel.getByTestId("apply").click();
  await expect.poll(() => panel.getByTestId("seasons").innerText()).toContain("24 rows");
  await panel.locator("main[data-state=ready]").waitFor();
  await panel.getByTestId("assumed").click();
  expect(await assumption("seasons").innerText()).toContain("set by hand: every week and every 24 rows");
  await edit("direction");
  await assumption("direction").locator("select").selectOption("down");
  await panel.getByTestId("apply").click();
  await expect.poll(() => assumption("direction").innerText()).toContain("Only falls count");
  await panel.getByTestId("save-configuration").click();
  await workbench.page.locator(".quick-input-widget input").waitFor();
  await expect
    .poll(() => workbench.page.locator(".quick-input-widget input").inputValue())
    .toContain("kpi-anomaly.yaml");
  await workbench.page.keyboard.press("Enter");
  await workbench.page.locator('.tab.active[data-resource-name="kpi-anomaly.yaml"]').waitFor();
  const saved = parseConfig(readFileSync(join(workbench.folder, "kpi-anomaly.yaml"), "utf8"), "kpi-anomaly.yaml");
  expect(saved).toMatchObject({
    columns: { kpis: ["north", "west"] },
    season: ["week", 24],
    rules: { west: { direction: "down" } },
  });
  expect(saved.rules).toEqual({ west: { direction: "down" } });
  await panel.getByTestId("assumed").click();
  await edit("direction");
  await assumption("direction").locator("select").selectOption("both");
  await panel.getByTestId("apply").click();
  await workbench.page.keyboard.press("Escape");

  await panel.getByTestId("detector-zScore").click();
  await expect.poll(() => panel.getByTestId("detector-zScore").getAttribute("aria-pressed")).toBe("false");
  await chooseKpi(panel, "west");
  await expect.poll(() => panel.getByTestId("incidents").getAttribute("aria-label")).toContain("west");
  const count = Number(await panel.locator(".tools h2 + span").first().innerText());
  await panel.getByTestId("export").click();
  await panel.getByTestId("open-as-notebook").click();
  await workbench.page.locator('.tab.active[data-resource-name="plants.ipynb"]').waitFor();
  const { config, source } = notebookSettings(join(workbench.folder, "plants.ipynb"));
  expect(source).toContain("plants.csv");
  const report = await detect(
    readTable(readFileSync(join(workbench.folder, "plants.csv")), {
      file: "plants.csv",
      kpis: config.columns?.kpis ?? undefined,
    }),
    config,
  );
  expect(report.series.map(({ kpi }) => kpi)).toEqual(["north", "west"]);
  expect(report.series[1].incidents.length).toBe(count);
});

/** The configuration that the cells of a notebook spell out. */
function notebookSettings(path: string): { config: Config; source: string } {
  const { cells } = JSON.parse(readFileSync(path, "utf8")) as { cells: { source: string[] }[] };
  const source = cells.map((cell) => cell.source.join("")).join("\n");
  const written = /const config: kpi\.Config = (\{[^]*?\n\});/.exec(source);
  return { config: JSON.parse(written?.[1] ?? "{}") as Config, source };
}

test("hundreds of incidents by keyboard, Cancel in the page, a file that is deleted while it is analysed, text that was never saved, and a file dropped on the empty panel", async () => {
  const workbench = await openWorkbench({
    files: [],
    contents: { "spiky.csv": spiky(260), "kpi-anomaly.yaml": "mode: vote\nconsensus: 1\n" },
  });
  const panel = await detectIn(workbench, "spiky.csv");
  const table = panel.getByTestId("incidents");
  const rows = Number(await table.getAttribute("aria-rowcount"));
  expect(rows).toBeGreaterThan(201);
  await panel.getByTestId("show-all").click();
  await expect.poll(() => table.locator("tr.row").count()).toBeGreaterThan(10);
  expect(await table.locator("tr.row").count()).toBeLessThan(100);
  await panel.getByTestId("incident-1").focus();
  await workbench.page.keyboard.press("End");
  const focused = (): Promise<string | null> =>
    table.evaluate((element) => element.ownerDocument.activeElement?.getAttribute("aria-rowindex") ?? null);
  await expect.poll(focused).toBe(String(rows));
  expect(await table.locator("tr.row").count()).toBeLessThan(100);
  await workbench.page.keyboard.press("ArrowUp");
  await expect.poll(focused).toBe(String(rows - 1));
  await workbench.page.keyboard.press("Enter");
  await panel.locator("tr.detail").waitFor();
  expect(await table.getAttribute("aria-rowcount")).toBe(String(rows + 1));
  await workbench.screenshot("panel-long-list");
  await workbench.page.keyboard.press("Home");
  await expect.poll(focused).toBe("2");

  await workbench.runCommand("View: Close All Editors");
  writeFileSync(join(workbench.folder, "long.csv"), plants(30_000));
  await workbench.openFile("long.csv");
  await workbench.runCommand("KPI: Detect Anomalies");
  const second = workbench.webview("KPI anomalies: long.csv");
  await second.getByTestId("cancel").click();
  await second.getByText(/^Cancelled/).waitFor();
  await workbench.screenshot("panel-cancelled");

  await second.getByTestId("run").click();
  await second.getByTestId("tab-overview").click();
  await second.locator("main[data-state=ready]").waitFor();
  await expect.poll(() => second.getByTestId("overview").locator("tbody tr").count()).toBe(3);
  await second.getByTestId("tab-timeline").click();
  await second.locator("body").evaluate(watchRun);
  await workbench.runCommand("KPI: Detect Anomalies");
  await expect
    .poll(() => second.locator("body").evaluate((body) => body.dataset.seen))
    .toBe("working chart, ready chart");

  await workbench.runCommand("View: Close All Editors");
  writeFileSync(join(workbench.folder, "brief.csv"), plants(2000));
  await workbench.openFile("brief.csv");
  await workbench.runCommand("KPI: Detect Anomalies");
  const third = workbench.webview("KPI anomalies: brief.csv");
  await third.getByTestId("verdict").waitFor();
  rmSync(join(workbench.folder, "brief.csv"));
  await third.locator("main[data-state=ready]").waitFor();
  expect(await third.getByTestId("verdict").innerText()).toMatch(/\d+ (incident|moment)s? |changed/);
  await workbench.runCommand("KPI: Detect Anomalies");
  await third.getByTestId("problem").waitFor();
  expect(await third.getByTestId("problem").getAttribute("data-code")).toBe("file_deleted");
  expect(await third.getByTestId("problem").innerText()).toContain('The file "brief.csv" is no longer there.');

  await workbench.runCommand("View: Close All Editors");
  await workbench.runCommand("KPI: Show Results Panel");
  const empty = workbench.webview("KPI anomalies");
  await empty.getByTestId("empty").waitFor();
  await workbench.screenshot("panel-empty");
  await empty.locator("body").evaluate((body, uri) => {
    const page = body.ownerDocument.defaultView as unknown as {
      DataTransfer: typeof DataTransfer;
      DragEvent: typeof DragEvent;
    };
    const dataTransfer = new page.DataTransfer();
    dataTransfer.setData("text/uri-list", uri);
    body.dispatchEvent(new page.DragEvent("drop", { dataTransfer, bubbles: true }));
  }, `file://${workbench.folder}/spiky.csv`);
  await workbench.webview("KPI anomalies: spiky.csv").locator("main[data-state=ready]").waitFor();

  await workbench.runCommand("View: Close All Editors");
  await workbench.runCommand("KPI: Open Sample");
  // A saved file: no dot on its tab, nothing to ask when it is closed.
  await workbench.page.locator('.tab[data-resource-name="store_sales.csv"]:not(.dirty)').waitFor();
  const sample = workbench.webview("KPI anomalies: store_sales.csv");
  await sample.locator("main[data-state=ready]").waitFor();
  await sample.getByTestId("overview").waitFor();
  await sample.getByTestId("tab-timeline").click();
  await sample.getByTestId("incident-1").waitFor();
});
