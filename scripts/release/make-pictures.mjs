/**
 * Takes the pictures of the READMEs and of the walkthrough (one of each theme) from the real panel, on a sample file, in a real
 * VS Code: `npm run pictures`, `-- panel-dark overview-light` for some of them.
 * Writes extension/media/*.png. The extension must be built.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { launchBrowser } from "../../test/vscode-host/browser.mjs";
import { installExtension } from "../../test/vscode-host/install-extension.mjs";
import { installVscodeHost } from "../../test/vscode-host/install.mjs";
import { startServer } from "../../test/vscode-host/server.mjs";
import { repositoryRoot } from "../machine/repository-root.mjs";

/** Marketplaces shrink larger ones, and everybody who clones has them. */
const mostBytes = 200_000;
const size = { width: 1120, height: 800 };
/** Beside a file there is twice as much to see. */
const smaller = { width: 1120, height: 640 };
const energy = "notebooks/data/energy_load.csv";
const stores = "notebooks/data/store_sales.csv";
const calendar =
  "events:\n  - { name: Cold spell, start: 2024-01-15, end: 2024-01-18 }\n  - { name: Carnival, start: 2024-02-12, end: 2024-02-13 }\n";

/**
 * @typedef {import("playwright-core").FrameLocator} Panel
 * @typedef {{ name: string, theme: string, file: string, beside?: boolean, prepare: (panel: Panel, page: import("playwright-core").Page) => Promise<void>, last?: (panel: Panel) => Promise<void> }} Picture
 */

/** @param {Panel} panel */
const openWorst = async (panel) => {
  await panel.getByTestId("tab-timeline").click();
  await panel.getByTestId("incident-1").click();
  await panel.getByTestId("detail-1").waitFor();
};

/** The second incident and its line in the file, with the chart in view. @param {Panel} panel */
const selectSecond = async (panel) => {
  await panel.getByTestId("tab-timeline").click();
  await panel.getByTestId("incident-2").click();
  await panel.getByTestId("detail-2").waitFor();
  await panel.getByTestId("incident-2").click();
  await panel.locator("main").evaluate((main) => main.scrollTo(0, 0));
};

/** @param {string} view @returns {Picture["prepare"]} */
const showView = (view) => async (panel) => {
  await panel.getByTestId(`tab-${view}`).click();
  await panel
    .locator(`[data-testid=${view === "data" ? "profile" : view}]`)
    .first()
    .waitFor({ timeout: 120_000 });
};

/** What was assumed, over the results: last of all, since it closes where another part has the focus. @param {Panel} panel */
const showAssumed = async (panel) => {
  await panel.getByTestId("assumed").click();
  await panel.locator("[role=dialog]").first().waitFor();
};

/** @type {readonly Omit<Picture, "theme">[]} */
const scenes = [
  { name: "panel", file: energy, prepare: openWorst },
  { name: "overview", file: stores, prepare: showView("overview") },
  { name: "compare", file: energy, prepare: showView("compare") },
  { name: "assumed", file: stores, prepare: showView("overview"), last: showAssumed },
  { name: "editor", file: energy, beside: true, prepare: selectSecond },
];

const themes = { dark: "Default Dark Modern", light: "Default Light Modern" };

/** Each scene in each theme. @type {readonly Picture[]} */
const pictures = scenes.flatMap((scene) =>
  Object.entries(themes).map(([tone, theme]) => ({ ...scene, name: `${scene.name}-${tone}`, theme })),
);

await installVscodeHost((line) => console.log(line));
const server = await startServer();
const folder = mkdtempSync(join(tmpdir(), "kpi-anomaly-pictures-"));
try {
  installExtension(join(repositoryRoot, "extension"), server.extensions);
  for (const file of [energy, stores]) copyFileSync(join(repositoryRoot, file), join(folder, basename(file)));
  writeFileSync(join(folder, "kpi-anomaly.yaml"), calendar);
  mkdirSync(join(folder, ".vscode"));
  const wanted = process.argv.slice(2);
  for (const picture of pictures) if (wanted.length === 0 || wanted.includes(picture.name)) await take(picture);
} finally {
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
}

/** @param {Picture} picture */
async function take({ name, theme, file, beside, prepare, last }) {
  const settings = {
    "workbench.colorTheme": theme,
    "workbench.activityBar.location": "hidden",
    "workbench.statusBar.visible": beside ?? false,
    "editor.minimap.enabled": false,
    "window.commandCenter": false,
    "workbench.layoutControl.enabled": false,
  };
  writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify(settings));
  const browser = await launchBrowser({ scrollBars: true });
  try {
    const page = await browser.newPage({
      viewport: beside ? smaller : size,
      colorScheme: theme.includes("Dark") ? "dark" : "light",
    });
    await page.goto(`${server.address}/?folder=${encodeURIComponent(folder)}`);
    await page
      .locator(".monaco-workbench .explorer-folders-view .monaco-list-row")
      .first()
      .waitFor({ timeout: 60_000 });
    await pick(page, "", basename(file));
    await page.locator(`.tab.active[data-resource-name="${basename(file)}"]`).waitFor();
    await pick(page, ">", "KPI: Detect Anomalies");
    const panel = page
      .frameLocator("iframe.webview.ready")
      .frameLocator(`iframe#active-frame[title="KPI anomalies: ${basename(file)}"]`);
    await panel.locator("main[data-state=ready]").waitFor({ timeout: 120_000 });
    await pick(page, ">", "View: Close Primary Side Bar");
    await prepare(panel, page);
    if (!beside) {
      await panel.getByTestId("verdict").click();
      await pick(page, ">", "View: Close Editors in Other Groups");
    }
    await last?.(panel);
    // The mouse away from what it would point at, and the fonts in place.
    await page.mouse.move(size.width / 2, 2);
    await page.waitForTimeout(800);
    const path = join(repositoryRoot, "extension/media", `${name}.png`);
    await page.screenshot({ path });
    const bytes = statSync(path).size;
    console.log(`${name}.png: ${Math.round(bytes / 1000)} kB`);
    if (bytes > mostBytes) throw new Error(`${name}.png has ${bytes} bytes, more than ${mostBytes}.`);
  } finally {
    await browser.close();
  }
}

/** Chooses an entry of the quick input: a file, or with ">" a command. @param {import("playwright-core").Page} page @param {string} prefix @param {string} text */
async function pick(page, prefix, text) {
  const input = page.locator(".quick-input-widget input");
  const entry = page
    .locator(".quick-input-list .monaco-list-row", {
      has: page.locator(".label-name", { hasText: new RegExp(`^${text.replace(/[^\w ]/g, "\\$&")}$`) }),
    })
    .first();
  for (let tries = 0; tries < 10; tries++) {
    await page.keyboard.press("Escape");
    await page.keyboard.press(prefix === ">" ? "F1" : "Control+P");
    await input.fill(prefix + text);
    if (
      await entry.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      )
    ) {
      await entry.click();
      return;
    }
  }
  throw new Error(`VS Code does not offer "${text}".`);
}
