import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const executable = process.platform === "win32" ? "node.exe" : "node";

/** The search path without the folders of installed packages, which npm puts in front for the scripts it runs. */
export const shellPath = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((folder) => !folder.includes("node_modules"))
  .join(delimiter);

/**
 * The Node of the person's shell, as opposed to the newer one in node_modules that the development tools run on.
 * What ships has to run on it too.
 */
export const shellNode =
  process.env.KPI_SHELL_NODE ??
  shellPath
    .split(delimiter)
    .map((folder) => join(folder, executable))
    .find((path) => existsSync(path)) ??
  process.execPath;
