import { Command } from "commander";
import { version } from "../version.js";
import { tellError } from "./tell-error.js";

/** THE REGISTER of subcommands, in the order of the help text. Each is loaded when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  inspect: async () => (await import("./commands/inspect-command.js")).inspectCommand(),
  detect: async () => (await import("./commands/detect-command.js")).detectCommand(),
  why: async () => (await import("./commands/why-command.js")).whyCommand(),
  profile: async () => (await import("./commands/profile-command.js")).profileCommand(),
  compare: async () => (await import("./commands/compare-command.js")).compareCommand(),
  stability: async () => (await import("./commands/stability-command.js")).stabilityCommand(),
  backtest: async () => (await import("./commands/backtest-command.js")).backtestCommand(),
  inject: async () => (await import("./commands/inject-command.js")).injectCommand(),
  drivers: async () => (await import("./commands/drivers-command.js")).driversCommand(),
  diff: async () => (await import("./commands/diff-command.js")).diffCommand(),
  batch: async () => (await import("./batch/batch-command.js")).batchCommand(),
  merge: async () => (await import("./batch/merge-command.js")).mergeCommand(),
  worker: async () => (await import("./batch/worker-command.js")).workerCommand(),
  notebook: async () => (await import("./commands/notebook-command.js")).notebookCommand(),
  kernel: async () => (await import("./commands/kernel-command.js")).kernelCommand(),
};

/**
 * Runs the command line. Sets the process's exit code: 0 done, 2 bad input (one sentence on stderr, or with `--json`
 * `{"error": {code, message, hint}}` on stdout), 1 our own fault.
 */
export async function main(args: readonly string[]): Promise<void> {
  try {
    await (await program(args)).parseAsync([...args], { from: "user" });
  } catch (error) {
    process.exitCode = tellError(error, args);
  }
}

/** The subcommand that the arguments name, or all of them: for the help, and to say what is known. */
async function program([asked]: readonly string[]): Promise<Command> {
  const root = new Command("kpi-anomaly")
    .description("Find the moments of a KPI file that are not normal: how far off, why, and how sure.")
    .version(version)
    .showHelpAfterError(false);
  const wanted = Object.hasOwn(commands, asked ?? "") ? [commands[asked]] : Object.values(commands);
  for (const load of wanted) root.addCommand(await load());
  for (const command of [root, ...root.commands, ...root.commands.flatMap(({ commands: inner }) => inner)])
    command.exitOverride().configureOutput({ writeErr: () => {} });
  return root;
}
