/**
 * `npm start [-- FILE.csv] [--no-open]`: installs and builds what is missing, prints the anomalies of the file, writes
 * data/processed/clean_data.csv and anomalies.csv, and opens the file in VS Code with the extension.
 * Up to `continueOnDevelopmentNode` it runs on the shell's own Node, before there are any dependencies.
 */
import { spawnSync } from "node:child_process";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { continueOnDevelopmentNode } from "../machine/development-node.mjs";
import { installDependencies } from "../machine/install.mjs";
import { repositoryRoot } from "../machine/repository-root.mjs";

const sample = join(repositoryRoot, "notebooks/data/sp500-2000.csv");
const processed = join(repositoryRoot, "data/processed");
/** Where the person typed the command; npm itself runs scripts in the repository. */
const typedIn = process.env.INIT_CWD ?? process.cwd();

const { file, open } = readArguments();
await installDependencies();
await continueOnDevelopmentNode();

console.log("Building ...");
runOrExit("npm", ["run", "--silent", "build"], repositoryRoot);
console.log("");

const outputs = { clean: join(processed, "clean_data.csv"), anomalies: join(processed, "anomalies.csv") };
const commandLine = join(repositoryRoot, "kernel-lib/bin/kpi-anomaly.js");
runOrExit(
  process.execPath,
  [commandLine, "detect", file, "--clean", outputs.clean, "--anomalies", outputs.anomalies],
  typedIn,
);
console.log(
  `\nWritten: ${Object.values(outputs)
    .map((path) => relative(typedIn, path))
    .join(", ")}`,
);

if (open) {
  const { openInVscode } = await import("./open-in-vscode.mjs");
  process.exitCode = await openInVscode(resolve(typedIn, file));
}

/** @returns {{ file: string, open: boolean }} */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { "no-open": { type: "boolean", default: false } },
    });
    if (positionals.length > 1)
      throw new Error(`One file is analysed at a time; these came: ${positionals.join(", ")}.`);
    return { file: positionals[0] ?? relative(typedIn, sample), open: !values["no-open"] };
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message.split(". ")[0] : error}\nUsage: npm start -- [FILE.csv] [--no-open]`,
    );
    process.exit(2);
  }
}

/** @param {string} program @param {string[]} parameters @param {string} folder */
function runOrExit(program, parameters, folder) {
  const { status } = spawnSync(program, parameters, {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}
