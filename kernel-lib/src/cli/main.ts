import { Command, CommanderError } from "commander";
import { InputError } from "../errors.js";
import { version } from "../version.js";
import { errorText } from "../words/error.js";
import { languageOf, type Language } from "../words/language.js";
import { backtestCommand } from "./commands/backtest-command.js";
import { compareCommand } from "./commands/compare-command.js";
import { detectCommand } from "./commands/detect-command.js";
import { diffCommand } from "./commands/diff-command.js";
import { driversCommand } from "./commands/drivers-command.js";
import { injectCommand } from "./commands/inject-command.js";
import { inspectCommand } from "./commands/inspect-command.js";
import { kernelCommand } from "./commands/kernel-command.js";
import { notebookCommand } from "./commands/notebook-command.js";
import { profileCommand } from "./commands/profile-command.js";
import { terminalText } from "./terminal-text.js";
import { stabilityCommand } from "./commands/stability-command.js";
import { whyCommand } from "./commands/why-command.js";

/** THE REGISTER of subcommands, in the order of the help text. */
const commands: readonly (() => Command)[] = [
  inspectCommand,
  detectCommand,
  whyCommand,
  profileCommand,
  compareCommand,
  stabilityCommand,
  backtestCommand,
  injectCommand,
  driversCommand,
  diffCommand,
  notebookCommand,
  kernelCommand,
];

/** Exit codes that scripts may rely on. */
const BAD_INPUT = 2;
const OUR_FAULT = 1;

/**
 * Runs the command line. Sets the process's exit code: 0 done, 2 bad input (one sentence on stderr, or with `--json`
 * `{"error": {code, message, hint}}` on stdout), 1 our own fault.
 */
export async function main(args: readonly string[]): Promise<void> {
  try {
    await program().parseAsync([...args], { from: "user" });
  } catch (error) {
    process.exitCode = report(asInputError(error), args.includes("--json"), languageAsked(args));
  }
}

function program(): Command {
  const root = new Command("kpi-anomaly")
    .description("Find the moments of a KPI file that are not normal: how far off, why, and how sure.")
    .version(version)
    .showHelpAfterError(false);
  for (const command of commands) root.addCommand(command());
  for (const command of [root, ...root.commands, ...root.commands.flatMap(({ commands: inner }) => inner)])
    command.exitOverride().configureOutput({ writeErr: () => {} });
  return root;
}

function asInputError(error: unknown): unknown {
  if (!(error instanceof CommanderError) || error.exitCode === 0) return error;
  if (error.code === "commander.help") return new InputError("no_subcommand", {});
  const sentence = error.message
    .replace(/^error: /, "")
    .replace(/\s+/g, " ")
    .trim();
  const text = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${/[.?)]$/.test(sentence) ? "" : "."}`;
  return new InputError("command_line", { text });
}

/** The language of the run; the parser of the command line may have failed before it came to it. */
function languageAsked(args: readonly string[]): Language {
  const at = args.findIndex((arg) => /^--language(=|$)/.test(arg));
  const tag = args[at]?.split("=")[1] ?? args[at + 1];
  return at < 0 || tag === undefined ? "en" : languageOf(tag);
}

function report(error: unknown, json: boolean, language: Language): number {
  if (error instanceof CommanderError) return 0;
  if (error instanceof InputError) {
    const { message, hint } = errorText(error, language);
    if (json)
      process.stdout.write(`${terminalText(JSON.stringify({ error: { ...error.toJSON(), message, hint } }))}\n`);
    else process.stderr.write(`kpi-anomaly: ${terminalText(`${message} ${hint}`)}\n`);
    return BAD_INPUT;
  }
  process.stderr.write(
    `kpi-anomaly: this is a fault of ours, please report it.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return OUR_FAULT;
}
