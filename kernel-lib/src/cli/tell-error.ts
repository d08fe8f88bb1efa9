import { CommanderError } from "commander";
import { InputError } from "../errors.js";
import { errorText } from "../words/error.js";
import { speechOf } from "../words/speech.js";
import { languageAsked } from "./language-asked.js";
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
    `kpi-anomaly: ${speechOf(languageAsked(args)).words.labels.ourFault}\n${told instanceof Error ? (told.stack ?? told.message) : String(told)}\n`,
  );
  return OUR_FAULT;
}

function asInputError(error: unknown): unknown {
  const bare = error instanceof CommanderError && error.code === "commander.help" && error.exitCode !== 0;
  return bare ? new InputError("no_subcommand", {}) : error;
}
