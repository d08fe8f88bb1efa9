/** What can be wrong with a person's input, by stable code. Scripts may rely on these words. */
export type InputErrorCode =
  | "empty_file"
  | "no_data_rows"
  | "too_few_rows"
  | "no_numeric_column"
  | "not_text"
  | "not_csv"
  | "column_not_found"
  | "file_not_found"
  | "file_too_large"
  | "too_little_memory"
  | "queue_unreachable"
  | "file_not_writable"
  | "bad_config"
  | "bad_option"
  | "bad_data";

/**
 * Something the user can put right: the only error that leaves the library on purpose.
 * Anything else that is thrown is a bug of ours.
 *
 * `message` is one sentence that names what came and what is needed; `hint` says what to do.
 */
export class InputError extends Error {
  readonly code: InputErrorCode;
  readonly hint: string;
  /** Line of the data file, from 1, that is at fault, where it is one. */
  readonly line: number | undefined;

  constructor(code: InputErrorCode, message: string, hint: string, line?: number) {
    super(message);
    this.name = "InputError";
    this.code = code;
    this.hint = hint;
    this.line = line;
  }

  /** The shape printed by `kpi-anomaly … --json` and sent to the results panel. */
  toJSON(): { code: InputErrorCode; message: string; hint: string; line?: number } {
    const { code, message, hint, line } = this;
    return line === undefined ? { code, message, hint } : { code, message, hint, line };
  }
}
