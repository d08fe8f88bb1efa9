import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { expect, inject, onTestFinished } from "vitest";
import { launchBrowser } from "../vscode-host/browser.mjs";
import { Workbench } from "./workbench.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Milliseconds that a step in the window may take on a busy machine; one that is never done fails all the same. */
const patience = 60_000;

/** What the window shows. */
export interface WorkbenchOptions {
  /** Files copied into the opened folder: paths from the repository's root, or absolute. */
  readonly files?: readonly string[];
  /** Files written into the opened folder, by name. */
  readonly contents?: Readonly<Record<string, string | Uint8Array>>;
  /** Settings of the opened folder. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** `Default Dark Modern`, `Default Light Modern`, `Default High Contrast` … Light when left out. */
  readonly theme?: string;
  /** Window size in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Of a VS Code of its own; the one all tests share when left out. */
  readonly address?: string;
}

/**
 * Opens a VS Code window on a folder of its own, with the packaged extension, inside a running test. It is closed and the
 * folder removed when the test ends; a failing test leaves a screenshot named after it. An error inside
 * a webview (an exception, a content security violation) fails the test.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const folder = makeFolder(options);
  const browser = await launchBrowser();
  const page = await browser.newPage({
    viewport: { width: options.width ?? 1400, height: options.height ?? 900 },
    colorScheme: "light",
  });
  page.setDefaultTimeout(patience);
  const workbench = new Workbench(page, folder);
  const errors = webviewErrors(page);
  onTestFinished(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`failed ${task.name}`.replace(/\W+/g, "-"));
    await closeAll(browser, folder);
    expect(errors, "errors in a webview").toEqual([]);
  });
  await page.goto(`${options.address ?? inject("vscodeAddress")}/?folder=${encodeURIComponent(folder)}`);
  await page
    .locator(".monaco-workbench .explorer-folders-view .monaco-list-row, .monaco-workbench .explorer-empty-view")
    .first()
    .waitFor();
  return workbench;
}

function makeFolder({
  files = [],
  contents = {},
  settings = {},
  theme = "Default Light Modern",
}: WorkbenchOptions): string {
  const folder = mkdtempSync(join(tmpdir(), "kpi-anomaly-folder-"));
  for (const file of files) copyFileSync(join(file.startsWith("/") ? "" : root, file), join(folder, basename(file)));
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, ".vscode"));
  writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify({ "workbench.colorTheme": theme, ...settings }));
  return folder;
}

/** What goes wrong inside webviews from now on: exceptions, content security violations, missing files. VS Code's own errors are its own. */
function webviewErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  page.on("console", (message) => {
    const { url } = message.location();
    if (message.type() === "error" && !/\/static\/(out\/vs\/code|node_modules)\//.test(url))
      errors.push(`${url}: ${message.text()}`);
  });
  return errors;
}

async function closeAll(browser: Browser, folder: string): Promise<void> {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
