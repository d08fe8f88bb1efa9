#!/usr/bin/env node
/**
 * Takes the arguments of a desktop VS Code that is to run an extension's tests
 * (`--extensionDevelopmentPath=… --extensionTestsPath=… [--user-data-dir=…] [FOLDER]`), and runs them in code-server and a
 * headless browser instead, with the same output and exit code. So `@vscode/test-electron` needs no desktop and no download.
 */
import { resolve } from "node:path";
import { format, parseArgs } from "node:util";
import { launchBrowser } from "./browser.mjs";
import { installVscodeHost } from "./install.mjs";
import { startServer } from "./server.mjs";

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { extensionDevelopmentPath: { type: "string", multiple: true }, extensionTestsPath: { type: "string" } },
});
const developed = /** @type {string[]} */ (values.extensionDevelopmentPath ?? []);
const tests = /** @type {string | undefined} */ (values.extensionTestsPath);
if (developed.length === 0 || tests === undefined) {
  console.error(
    "Expected --extensionDevelopmentPath=FOLDER and --extensionTestsPath=FILE: this stand-in for a desktop VS Code only runs extension tests.",
  );
  process.exit(2);
}

await installVscodeHost((line) => console.log(line));
const server = await startServer({ testDriver: true });
const browser = await launchBrowser();
let code = 1;
try {
  const page = await browser.newPage();
  /** @type {Promise<number>} */
  const finished = new Promise((settle, reject) => {
    void page.exposeFunction("codeAutomationLog", (/** @type {string} */ _level, /** @type {unknown[]} */ parts) =>
      console.log(format(...parts)),
    );
    void page.exposeFunction("codeAutomationExit", settle);
    page.on("crash", () => reject(new Error("The browser page of VS Code crashed.")));
    browser.on("disconnected", () => reject(new Error("The browser of VS Code ended.")));
  });
  // A busy machine takes its time.
  await page.goto(workbenchAddress(server.port, positionals[0]), { timeout: 120_000 });
  code = await finished;
} catch (error) {
  console.error(error);
} finally {
  await browser.close().catch(() => {});
  await server.stop();
}
process.exit(code);

/** @param {number} port @param {string | undefined} folder */
function workbenchAddress(port, folder) {
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${resolve(path)}`;
  const payload = [
    ...developed.map((path) => ["extensionDevelopmentPath", remote(path)]),
    ["extensionTestsPath", remote(/** @type {string} */ (tests))],
  ];
  const query = new URLSearchParams({
    ...(folder !== undefined && { folder: resolve(folder) }),
    payload: JSON.stringify(payload),
  });
  return `http://127.0.0.1:${port}/?${query}`;
}
