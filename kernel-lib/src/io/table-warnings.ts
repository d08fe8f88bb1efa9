import type { ColumnRole, Warning } from "../table.js";
import type { DatedRecords } from "./time/dated-records.js";
import type { DecodedText } from "./text/encoding.js";
import { lastPeriodWarning } from "./time/last-period.js";
import type { Layout } from "./text/layout.js";
import type { TableDraft } from "./columns/table-draft.js";
import { valueFindings } from "./columns/value-findings.js";

/** Columns from which on a file is called wide. */
const MANY_COLUMNS = 100;
/** Fewer rows than this are too few to know what is normal. */
const FEW_ROWS = 20;

/** Everything a reader should know about the file, from its bytes to its values. A clean file gives none. */
export function tableWarnings(
  text: DecodedText,
  layout: Layout,
  draft: TableDraft,
  roles: readonly ColumnRole[],
  key: readonly number[],
  dated: DatedRecords | null,
): Warning[] {
  const { names, raw, axis } = draft;
  const records = raw.records;
  const values = raw.columns.flatMap((column, c) => valueFindings(names[c], column, roles[c], records));
  const last =
    dated && key.length === 0 && !dated.warnings.some(({ code }) => code === "incomplete_last_period")
      ? lastPeriodWarning(raw.columns, roles, dated)
      : null;
  return [
    ...textWarnings(text),
    ...layoutWarnings(layout, draft),
    ...(axis ? axis.warnings : [noDate(records)]),
    ...keyWarnings(draft, key, dated),
    ...(dated?.warnings ?? []),
    ...(last ? [last] : []),
    ...fewRows(dated, records),
    ...values,
  ];
}

function textWarnings({ valid, encoding, nulBytes }: DecodedText): Warning[] {
  const found: Warning[] = [];
  if (!valid)
    found.push({
      code: "not_utf8",
      message:
        encoding === "utf-8"
          ? "Some bytes of the file are not valid UTF-8 and were replaced."
          : "The file is not UTF-8; it is read as Windows-1252 (Western European).",
    });
  if (nulBytes > 0)
    found.push({
      code: "nul_bytes",
      message: `${nulBytes} NUL ${nulBytes === 1 ? "byte was" : "bytes were"} taken out of the text.`,
      count: nulBytes,
    });
  return found;
}

function layoutWarnings(layout: Layout, { names, raw, nameWarnings }: TableDraft): Warning[] {
  const found: Warning[] = [];
  const comments = layout.commentsBefore + raw.commentLines;
  if (comments > 0)
    found.push({
      code: "comment_lines_skipped",
      message: `${comments} ${comments === 1 ? "line that begins" : "lines that begin"} with # or // ${comments === 1 ? "was" : "were"} skipped.`,
      count: comments,
    });
  if (layout.preamble > 0)
    found.push({
      code: "preamble_skipped",
      message: `${layout.preamble} ${layout.preamble === 1 ? "line" : "lines"} of text above the table ${layout.preamble === 1 ? "was" : "were"} skipped.`,
      count: layout.preamble,
    });
  found.push(...nameWarnings);
  const ragged = raw.shortRows.count + raw.longRows.count;
  if (ragged > 0) {
    const rows = [...raw.shortRows.rows, ...raw.longRows.rows].sort((a, b) => a - b).slice(0, 20);
    found.push({
      code: "ragged_rows",
      message: `${raw.shortRows.count} rows have fewer cells than there are columns (the rest is missing), ${raw.longRows.count} have more (ignored).`,
      rows,
      count: ragged,
    });
  }
  const quotes = raw.unclosedQuotes;
  if (quotes.length > 0)
    found.push({
      code: "unclosed_quote",
      message: `A quote is opened on line ${quotes.slice(0, 5).join(", ")} and never closed; it is read as an ordinary character.`,
      count: quotes.length,
    });
  if (names.length > MANY_COLUMNS)
    found.push({
      code: "many_columns",
      message: `The file has ${names.length} columns; choose the KPIs to watch, because looking at all of them takes long and finds more by chance.`,
      count: names.length,
    });
  return found;
}

function noDate(records: number): Warning {
  return {
    code: "no_date_column_using_row_index",
    message: `No column holds dates; the ${records} rows are taken in the order of the file, one step each.`,
  };
}

function keyWarnings({ names }: TableDraft, key: readonly number[], dated: DatedRecords | null): Warning[] {
  if (key.length === 0) return [];
  const count = dated?.orders.length ?? 0;
  const list = key.map((c) => `"${names[c]}"`).join(" and ");
  const series =
    count > 0
      ? ` ${key.length > 1 ? "tell" : "tells"} them apart and ${key.length > 1 ? "make" : "makes"} ${count} series`
      : " splits it into series";
  return [
    {
      code: "long_format",
      message: `The file holds several rows for one moment; ${list}${series}.`,
      column: key.map((c) => names[c]).join("+"),
      count,
    },
  ];
}

function fewRows(dated: DatedRecords | null, records: number): Warning[] {
  const rows = dated ? Math.max(0, ...dated.orders.map((order) => order.length)) : records;
  return rows >= FEW_ROWS
    ? []
    : [
        {
          code: "too_few_rows_for_detection",
          message: `There are only ${rows} usable rows; at least ${FEW_ROWS} are needed to know what is normal.`,
          count: rows,
        },
      ];
}
