import { parse } from "csv-parse/sync";
import type { Source } from "../table.js";

/** The raw cells of every record, in file order. */
export function readRecords(bytes: Uint8Array | string, source: Source): { readonly header: readonly string[]; readonly records: Iterable<readonly string[]> } {
  const text = typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes);
  const [header, ...records]: string[][] = parse(text, { delimiter: source.delimiter, relax_column_count: true, skip_empty_lines: true });
  return { header, records };
}
