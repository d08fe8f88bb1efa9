import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npmInFolder } from "../../scripts/packages/npm-in-folder.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const codeServer = join(here, "node_modules/code-server");
const stamp = join(here, "node_modules/.installed-from");

/** The program that starts code-server: `node <entry> …`. Only there after {@link installVscodeHost}. */
export const vscodeHostEntry = join(codeServer, "out/node/entry.js");

/**
 * Installs code-server into this folder's `node_modules` (about 30 s and 400 MB, once), unless that was done from the same lockfile.
 * No install script runs, so it needs no compiler: what those scripts would build, VS Code does without.
 *
 * @param {(line: string) => void} [tell] told what is going on, since it takes a while
 */
export async function installVscodeHost(tell = () => {}) {
  const lockfile = createHash("sha256")
    .update(readFileSync(join(here, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockfile) return;
  tell("Installing code-server (VS Code in a browser), about 400 MB, once ...");
  await npmInFolder(here, "ci", "--ignore-scripts");
  const vscode = join(codeServer, "lib/vscode");
  // VS Code's own folders are packages of their own; `npm ci` refuses their shrinkwrap files.
  for (const folder of [vscode, join(vscode, "extensions")]) {
    tell(`Installing what VS Code needs in ${folder.slice(here.length)} ...`);
    await npmInFolder(folder, "install", "--omit=dev", "--omit=optional", "--ignore-scripts", "--no-save");
  }
  rmSync(join(vscode, "extensions/copilot"), { recursive: true, force: true });
  writeFileSync(stamp, lockfile);
}
