import { CommanderError } from "commander";
import { InputError } from "../errors.js";
import { errorText } from "../words/error.js";
import { languageOf, type Language } from "../words/language.js";
import { terminalText } from "./terminal-text.js";

/** Exit codes that scripts may rely on. */
const BAD_INPUT = 2;
const OUR_FAULT = 1;

/**
 * Says what went wrong in a run with these arguments: bad input in one sentence on stderr, or with `--json` as
 * `{"error": {code, message, hint}}` on stdout. Returns the exit code: 0 when nothing did (help was asked for), 2 for bad
 * input, 1 for our own fault.
 */
export function tellError(error: unknown, args: readonly string[]): number {
  const told = asInputError(error);
  if (told instanceof CommanderError) return 0;
  if (told instanceof InputError) {
    const { message, hint } = errorText(told, languageAsked(args));
    if (args.includes("--json"))
      process.stdout.write(`${terminalText(JSON.stringify({ error: { ...told.toJSON(), message, hint } }))}\n`);
    else process.stderr.write(`kpi-anomaly: ${terminalText(`${message} ${hint}`)}\n`);
    return BAD_INPUT;
  }
  process.stderr.write(
    `kpi-anomaly: this is a fault of ours, please report it.\n${told instanceof Error ? (told.stack ?? told.message) : String(told)}\n`,
  );
  return OUR_FAULT;
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
