import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vscodeHostEntry } from "./install.mjs";

const vsce = createRequire(import.meta.url).resolve("@vscode/vsce/vsce");

/**
 * Packs a built extension into a .vsix and installs that into a folder of extensions, as a user would.
 *
 * @param {string} source folder of the extension
 * @param {string} extensions the folder to install into
 */
export function installExtension(source, extensions) {
  const home = mkdtempSync(join(tmpdir(), "kpi-anomaly-vsix-"));
  try {
    const packed = join(home, "extension.vsix");
    runNode(source, home, vsce, "package", "--no-dependencies", "--allow-missing-repository", "--out", packed);
    runNode(
      home,
      home,
      vscodeHostEntry,
      "--user-data-dir",
      join(home, "data"),
      "--extensions-dir",
      extensions,
      "--install-extension",
      packed,
      "--force",
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {string} home @param {string[]} parameters */
function runNode(folder, home, ...parameters) {
  const environment = { ...process.env, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: folder,
    encoding: "utf8",
    env: environment,
  });
  if (status !== 0)
    throw new Error(
      `The extension could not be packed and installed: ${parameters.slice(0, 2).join(" ")} ended with exit code ${status}.\n${stdout}${stderr}`,
    );
}
