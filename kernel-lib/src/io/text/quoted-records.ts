import { parse } from "csv-parse/browser/esm/sync";

/**
 * Cells of records whose quoted cells hold line breaks or doubled quotes, read by csv-parse.
 * `text` is UTF-8 and holds whole records only. Its build for browsers, which Node runs as well: the one for Node asks for `Buffer`.
 */
export function parseQuotedRecords(text: Uint8Array, delimiter: number): string[][] {
  return parse(new TextDecoder().decode(text), {
    delimiter: String.fromCharCode(delimiter),
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    bom: false,
  });
}
