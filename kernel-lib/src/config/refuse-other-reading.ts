import { usualEncoding } from "../io/text/decoders.js";
import { InputError } from "../errors.js";
import { isOfColumns } from "../io/formats/columns.js";
import type { Table } from "../table.js";
import type { ResolvedConfig } from "./config.js";

/**
 * Reading options have one owner: the reading. A configuration that asks for another date column, key, format, delimiter,
 * decimal mark, encoding or header row than the table was read with would be obeyed by half only.
 *
 * @throws InputError `bad_config` naming the key; `column_not_found` for a column that is not in the table
 */
export function refuseOtherReading(table: Table, { columns, read }: ResolvedConfig): void {
  const { time, key, source } = table;
  const known = new Set([...table.columns.map(({ name }) => name), ...(time?.columns ?? [])]);
  for (const [option, asked] of [["date", columns.date] as const, ["key", columns.key] as const]) {
    if (asked === null || (table.aggregated && option === "key")) continue;
    const missing = namesIn(asked, known).find((name) => !known.has(name));
    if (missing !== undefined && !table.aggregated)
      throw new InputError("no_column_for_option", { column: missing, option: `columns.${option}` });
  }
  refuse("columns.date", columns.date, time?.columns.join("+"), known);
  if (!table.aggregated) refuse("columns.key", columns.key, key, known);
  refuse("read.dateFormat", read.dateFormat, time?.format, known);
  // Tables made in memory were never written in a dialect.
  if (source.file === "memory") return;
  refuse("read.sheet", read.sheet, source.told?.sheet, known);
  // Files of columns are not written in a dialect either.
  if (isOfColumns(source)) return;
  refuse("read.delimiter", read.delimiter, source.delimiter, known);
  refuse("read.decimal", read.decimal, source.decimal, known);
  const { told = {} } = source;
  refuse("read.encoding", read.encoding && usualName(read.encoding), told.encoding, known);
  refuse("read.skipRows", read.skipRows ? String(read.skipRows) : null, asText(told.skipRows), known);
  refuse("read.headerRow", asText(read.headerRow) ?? null, asText(told.headerRow), known);
}

function asText(number: number | null | undefined): string | undefined {
  return number === null || number === undefined ? undefined : String(number);
}

/** The name of an encoding as tables have it; as it is where there is no such encoding. */
function usualName(encoding: string): string {
  try {
    return usualEncoding(encoding);
  } catch {
    return encoding;
  }
}

function refuse(
  option: string,
  asked: string | null,
  used: string | null | undefined,
  known: ReadonlySet<string>,
): void {
  if (asked === null || (used && namesIn(asked, known).join("+") === namesIn(used, known).join("+"))) return;
  throw new InputError("other_reading", { option, asked, used: used || null });
}

/** Two names joined by + are one date or key, with or without spaces. */
function namesIn(text: string, known: ReadonlySet<string>): string[] {
  if (known.has(text) || !text.includes("+")) return [text];
  return text.split("+").map((name) => (known.has(name) ? name : name.trim()));
}
