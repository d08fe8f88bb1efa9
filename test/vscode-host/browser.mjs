import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/**
 * Starts the Chromium (or Chrome) of this machine, headless; `CHROMIUM_EXECUTABLE` names another one.
 *
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launchBrowser() {
  const executablePath = process.env.CHROMIUM_EXECUTABLE ?? installed.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error("No Chromium was found; install it (Debian: apt-get install chromium fonts-dejavu-core) or name one in CHROMIUM_EXECUTABLE.");
  return await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}
