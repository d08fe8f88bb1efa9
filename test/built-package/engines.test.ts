import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatFiles } from "../io/formats/format-files.js";
import { chromiumPath } from "../vscode-host/chromium.mjs";

/**
 * SHA-256 of the score files of three generated files, by all detectors. They are the same on every engine, so they are
 * written down: whichever Node runs this, it is compared with all others. A change that is meant to move scores moves these.
 */
const HASHES: Readonly<Record<string, string>> = {
  "daily-sales.csv": "f5d349925c5ac831ee62d2cb71b3540322e3cda1610b948d23723d31b42a134d",
  "hourly-load.csv": "f9da9ddbca1bb864714bfd11f6d5cff7a448ecf71f29c332f6433d153aeac4c1",
  "rain.csv": "5ee572c6fad829ee72d3f5a3c86e3aa2a717e1b1dc0095ea07cc5e40411e7a45",
};
const files = Object.keys(HASHES);

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const textOf = (file: string): string => readFileSync(here(`../fixtures/${file}`), "utf8");
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const folder = mkdtempSync(join(tmpdir(), "kpi-anomaly-engines-"));
const bundle = join(folder, "analyse.mjs");

beforeAll(async () => {
  // The package as a page's bundler finds it: its browser entry.
  await build({
    entryPoints: [here("engines/analyse.ts")],
    outfile: bundle,
    bundle: true,
    platform: "browser",
    format: "esm",
    logLevel: "error",
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ["the running Node", process.execPath],
  ["the shell's Node", process.env.KPI_SHELL_NODE ?? process.execPath],
])("scores on %s", (_, node) => {
  it.each(files)("of %s are the same bytes as everywhere", (file) => {
    const scores = execFileSync(node, [here("engines/run-on-node.mjs"), bundle, here(`../fixtures/${file}`)], {
      encoding: "utf8",
      maxBuffer: 1e8,
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    expect(hashOf(scores)).toBe(HASHES[file]);
  });
});

describe("in a browser", () => {
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    page = await browser.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    // No server: the browser is handed the two files it asks for.
    await page.route("**/*", (route) =>
      route.request().url().endsWith("/analyse.mjs")
        ? route.fulfill({ contentType: "text/javascript", body: readFileSync(bundle, "utf8") })
        : route.fulfill({
            contentType: "text/html",
            body: `<script type="module">import * as library from "/analyse.mjs"; globalThis.library = library; document.title = "ready";</script>`,
          }),
    );
    await page.goto("http://localhost/");
    await page.waitForFunction("document.title === 'ready'");
    // A browser starts slowly on a machine that is busy.
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(files)("scores of %s are the same bytes as everywhere, quoted cells and all", async (file) => {
    const scores = await page.evaluate(`library.scoresOf(${JSON.stringify(textOf(file))})`);
    expect(errors).toEqual([]);
    expect(hashOf(scores as string)).toBe(HASHES[file]);
  });

  it.each(Object.keys(formatFiles()).filter((name) => !/^a\.csv$|^two-sheets/.test(name)))(
    "%s is read as its CSV twin",
    async (name) => {
      const read = (file: Uint8Array): Promise<unknown> =>
        page.evaluate(`library.tableOf("${Buffer.from(file).toString("base64")}")`);
      const { "a.csv": csv, [name]: file } = formatFiles();
      expect(await read(file)).toBe(await read(csv));
      expect(errors).toEqual([]);
    },
  );

  it("a long file is cut by WebAssembly as on Node", async () => {
    const rows = Array.from(
      { length: 6000 },
      (_, i) => `"2024-01-01 ${String(i % 24).padStart(2, "0")}:00:00",${i / 7}`,
    );
    const text = `time,v\n${rows.join("\n")}\n`;
    const told = await page.evaluate(`library.tableOf("${Buffer.from(text).toString("base64")}")`);
    const [, [, values]] = JSON.parse(told as string) as [unknown, number[][]];
    expect(values).toEqual(rows.map((_, i) => i / 7));
  });
});
