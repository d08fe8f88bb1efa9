import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { repositoryRoot } from "./repository-root.mjs";
import { shellNode } from "./shell-node.mjs";

const binaries = join(repositoryRoot, "node_modules/.bin");
const developmentNode = join(binaries, "node");

/**
 * Runs the calling script again on the Node that came with the dependencies, if there is one and it is not running already,
 * and never returns then. The development tools need a newer Node than what ships does. `KPI_SHELL_NODE` keeps the shell's own.
 */
export async function continueOnDevelopmentNode() {
  process.env.KPI_SHELL_NODE = shellNode;
  if (!(process.env.PATH ?? "").split(delimiter).includes(binaries))
    process.env.PATH = `${binaries}${delimiter}${process.env.PATH ?? ""}`;
  if (existsSync(developmentNode) && realpathSync(developmentNode) !== realpathSync(process.execPath))
    process.exit(await runAgain());
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 18)) {
    console.error(
      `The development tools need Node 22.18 or newer; this is Node ${process.versions.node}. Install a newer Node and try again.`,
    );
    process.exit(1);
  }
}

/** @returns {Promise<number>} exit code */
function runAgain() {
  const child = spawn(developmentNode, process.argv.slice(1), { stdio: "inherit" });
  // Ctrl-C reaches the child too, being in the same process group; this process stays until the child has tidied up.
  process.on("SIGINT", () => {});
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP"])) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}
