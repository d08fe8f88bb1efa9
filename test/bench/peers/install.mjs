import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npmInFolder } from "../../../scripts/packages/npm-in-folder.mjs";

/**
 * Installs the peers into the `node_modules` of this folder (about 10 s and 185 MB, once), unless that was done from the same lockfile.
 *
 * @param {string} folder this one, which a bundle cannot know
 * @param {(line: string) => void} [tell] told what is going on, since it takes a while
 */
export async function installPeers(folder, tell = () => {}) {
  const stamp = join(folder, "node_modules/.installed-from");
  const lockfile = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockfile) return;
  tell("Installing DuckDB and Polars, about 185 MB, once ...");
  // `npm ci` refuses a lockfile whose packages for other platforms a registry lacks.
  await npmInFolder(folder, "install", "--ignore-scripts", "--no-save");
  writeFileSync(stamp, lockfile);
}
