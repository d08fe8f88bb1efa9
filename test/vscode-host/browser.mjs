import { chromium } from "playwright-core";
import { chromiumPath } from "./chromium.mjs";

/**
 * Starts the Chromium of this machine, headless.
 *
 * @param {{ scrollBars?: boolean }} [options] whether scroll bars are shown, as a person sees them
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launchBrowser({ scrollBars = false } = {}) {
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    throw new Error(
      "No Chromium was found; install it (Debian: apt-get install chromium fonts-dejavu-core) or name one in CHROMIUM_EXECUTABLE.",
    );
  return await chromium.launch({
    executablePath,
    ...(scrollBars && { ignoreDefaultArgs: ["--hide-scrollbars"] }),
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
}
