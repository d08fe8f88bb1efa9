import { existsSync } from "node:fs";

const usual = [
  ...["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  ...[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
];

/**
 * The Chromium (or Chrome) of this machine: the one named in `CHROMIUM_EXECUTABLE`, else one in its usual place.
 *
 * @returns {string | undefined}
 */
export function chromiumPath() {
  return process.env.CHROMIUM_EXECUTABLE ?? usual.find((path) => existsSync(path));
}
