import { createPackageEngine } from "../package-engine.js";
import { bindSockets, readConnectionFile } from "./connection.js";
import { JupyterKernel } from "./jupyter-kernel.js";

/**
 * Runs the kernel that Jupyter started with this connection file, until it is shut down or Jupyter is gone. The cells run
 * with the current folder as theirs, which Jupyter sets to the notebook's.
 *
 * @throws InputError when the connection file is missing or broken, or ZeroMQ is not installed.
 */
export async function startKernel(connectionFile: string): Promise<void> {
  const engine = createPackageEngine(process.cwd());
  try {
    const kernel = new JupyterKernel(await bindSockets(readConnectionFile(connectionFile)), engine);
    process.on("SIGINT", () => void engine.interrupt());
    process.once("SIGTERM", () => void kernel.close());
    const watch = whenOrphaned(() => void kernel.close());
    await kernel.run().finally(() => clearInterval(watch));
    await kernel.close();
  } finally {
    await engine.dispose();
  }
}

/** Calls back when the program that started this one has ended. Jupyter says with JPY_PARENT_PID that the kernel is to follow it. */
function whenOrphaned(orphaned: () => void): NodeJS.Timeout | undefined {
  const parent = process.ppid;
  if (process.env.JPY_PARENT_PID === undefined || process.platform === "win32") return undefined;
  return setInterval(() => process.ppid !== parent && orphaned(), 1000).unref();
}
