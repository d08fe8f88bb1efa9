import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installVscodeHost } from "../../test/vscode-host/install.mjs";
import { installExtension } from "../../test/vscode-host/install-extension.mjs";
import { startServer } from "../../test/vscode-host/server.mjs";
import { repositoryRoot } from "../machine/repository-root.mjs";
import { shellPath } from "../machine/shell-node.mjs";

const extension = join(repositoryRoot, "extension");
/** The extension shows its results as soon as the file is open. Whether a folder is trusted stays the person's own decision. */
const settings = { "kpiAnomaly.detectOnOpen": true };

/**
 * Opens a file in VS Code with the built extension and its results showing: in the desktop VS Code where there is one,
 * otherwise in one served on 127.0.0.1 until Ctrl-C.
 *
 * @param {string} file absolute path
 * @returns {Promise<number>} exit code
 */
export async function openInVscode(file) {
  const desktop = desktopVscode();
  return desktop === undefined ? await serve(file) : openOnDesktop(desktop, file);
}

function desktopVscode() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named !== undefined) return named;
  const programs = process.platform === "win32" ? ["code.cmd", "codium.cmd"] : ["code", "codium"];
  return programs
    .flatMap((program) => shellPath.split(delimiter).map((folder) => join(folder, program)))
    .find((path) => existsSync(path));
}

/** In a window with settings of its own (under data/, which git ignores): the person's own VS Code stays as it is. @param {string} desktop @param {string} file */
function openOnDesktop(desktop, file) {
  const home = join(repositoryRoot, "data/vscode");
  mkdirSync(join(home, "User"), { recursive: true });
  writeFileSync(join(home, "User/settings.json"), JSON.stringify({ ...settings, "workbench.startupEditor": "none" }));
  console.log(`Opening ${file} in ${desktop} ...`);
  // VS Code does not run as root with its sandbox.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const parameters = [
    ...asRoot,
    `--user-data-dir=${home}`,
    `--extensionDevelopmentPath=${extension}`,
    "--new-window",
    file,
  ];
  const { status } = spawnSync(desktop, parameters, {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  return status ?? 1;
}

/** @param {string} file @returns {Promise<number>} */
async function serve(file) {
  await installVscodeHost((line) => console.log(line));
  console.log("Starting VS Code in the browser (no desktop `code` was found) ...");
  const password = randomBytes(9).toString("base64url");
  const server = await startServer({ password, settings, trust: true });
  const stopped = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, resolve);
  });
  installExtension(extension, server.extensions);
  const payload = JSON.stringify([["openFile", `vscode-remote://127.0.0.1:${server.port}${file}`]]);
  console.log(
    `\n  Open      ${server.address}/?${new URLSearchParams({ ew: "true", payload })}\n  Password  ${password}\n\nPress Ctrl-C to end.`,
  );
  await Promise.race([stopped, server.ended]);
  await server.stop();
  return 0;
}
