import { parse } from "csv-parse/sync";

/**
 * Cells of records whose quoted cells hold line breaks or doubled quotes, read by csv-parse.
 * `text` is UTF-8 and holds whole records only.
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
