import { CommanderError } from "commander";
import { InputError } from "../errors.js";
import { tellInputError } from "./tell-input-error.js";

/** Exit code of a fault of ours. Scripts may rely on it. */
const OUR_FAULT = 1;

/**
 * Says what went wrong. Returns the exit code: 0 when nothing did (help was asked for), 2 for bad input, 1 for our own fault.
 *
 * @param json bad input becomes one JSON object on stdout instead of a sentence on stderr
 */
export function tellError(error: unknown, json: boolean): number {
  const told = asInputError(error);
  if (told instanceof CommanderError) return 0;
  if (told instanceof InputError) return tellInputError(told, json);
  process.stderr.write(
    `kpi-anomaly: this is a fault of ours, please report it.\n${told instanceof Error ? (told.stack ?? told.message) : String(told)}\n`,
  );
  return OUR_FAULT;
}

function asInputError(error: unknown): unknown {
  if (!(error instanceof CommanderError) || error.exitCode === 0) return error;
  if (error.code === "commander.help")
    return new InputError("bad_option", "No subcommand was given.", "kpi-anomaly --help lists them.");
  const sentence = error.message
    .replace(/^error: /, "")
    .replace(/\s+/g, " ")
    .trim();
  return new InputError(
    "bad_option",
    `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${/[.?)]$/.test(sentence) ? "" : "."}`,
    "kpi-anomaly --help lists subcommands and options.",
  );
}
