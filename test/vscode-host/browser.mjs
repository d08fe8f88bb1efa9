import { chromium } from "playwright-core";
import { chromiumPath } from "./chromium.mjs";

/**
 * Starts the Chromium of this machine, headless.
 *
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launchBrowser() {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("No Chromium was found; install it (Debian: apt-get install chromium fonts-dejavu-core) or name one in CHROMIUM_EXECUTABLE.");
  return await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}
