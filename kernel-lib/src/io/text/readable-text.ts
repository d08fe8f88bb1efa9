import { decodeText, type DecodedText } from "./encoding.js";
import { drawnTableSettled } from "./drawn-table.js";
import { backslashesSettled } from "./backslash-quotes.js";
import { quotesSettled } from "./line-quotes.js";
import { spacesSettled } from "./space-runs.js";

/** A text that records can be cut from. */
export interface ReadableText extends DecodedText {
  /** Every line stood in quotation marks as a whole. */
  readonly wholeLinesQuoted: boolean;
}

/**
 * A file's text as UTF-8 whose lines are records: quotes around whole lines taken off, single quotes around cells made double
 * ones, quotes of print too, tables drawn with lines set apart by bars, quotes behind a backslash doubled, columns set apart by runs of spaces set apart by tabs. Line numbers stay. Almost every file comes back as it is.
 * @throws InputError `empty_file`, `not_text`, `file_too_large`
 */
export function readableText(input: Uint8Array | string, encoding?: string): ReadableText {
  const text = decodeText(input, encoding);
  const drawn = drawnTableSettled(text.bytes);
  const quotes = quotesSettled(drawn);
  const unquoted = quotes?.bytes ?? drawn;
  const bytes = spacesSettled(backslashesSettled(unquoted) ?? unquoted);
  return { ...text, bytes, wholeLinesQuoted: quotes?.wholeLines ?? false };
}
