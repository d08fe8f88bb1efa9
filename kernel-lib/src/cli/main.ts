import { version } from "../version.js";
import { tellHelp } from "./help.js";
import { languageAsked } from "./language-asked.js";
import { Subcommand } from "./subcommand.js";
import { tellError } from "./tell-error.js";

/** THE REGISTER of subcommands, in the order of the help text. Each is loaded when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Subcommand>>> = {
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
    await (await commandOf(args)).parseAsync([...args], { from: "user" });
  } catch (error) {
    process.exitCode = tellError(error, args);
  }
}

/** The subcommand that the arguments name, or all of them, described in the language of the run: for the help, and to say what is known. */
export async function commandOf(args: readonly string[]): Promise<Subcommand> {
  const root = new Subcommand("kpi-anomaly").version(version);
  const [asked] = args;
  const wanted = Object.hasOwn(commands, asked ?? "") ? [commands[asked]] : Object.values(commands);
  for (const load of wanted) root.addCommand(await load());
  tellHelp(root, languageAsked(args));
  return root;
}
