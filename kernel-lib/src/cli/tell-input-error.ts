import type { InputError } from "../errors.js";
import { terminalText } from "./terminal-text.js";

/** Exit code of bad input. Scripts may rely on it. */
const BAD_INPUT = 2;

/** One sentence and its hint on stderr, or with `json` `{"error": {code, message, hint}}` on stdout. Returns the exit code. */
export function tellInputError(error: InputError, json: boolean): number {
  if (json) process.stdout.write(`${terminalText(JSON.stringify({ error }))}\n`);
  else process.stderr.write(`kpi-anomaly: ${terminalText(`${error.message} ${error.hint}`)}\n`);
  return BAD_INPUT;
}
