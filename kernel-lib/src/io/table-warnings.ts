import { LEAST_POINTS } from "../season/least-points.js";
import type { ColumnRole, Source, Warning } from "../table.js";
import type { DatedRecords } from "./time/dated-records.js";
import { readingNotes, type AcrossNote, type ReadingNotes } from "./reading-notes.js";
import type { DecodedText } from "./text/encoding.js";
import type { ReadableText } from "./text/readable-text.js";
import { lastPeriodWarning } from "./time/last-period.js";
import type { Layout } from "./text/layout.js";
import type { TableDraft } from "./columns/table-draft.js";
import { valueFindings } from "./columns/value-findings.js";

/** Columns from which on a file is called wide. */
const MANY_COLUMNS = 100;
/** Fewer rows than this are too few to know what is normal. */
const FEW_ROWS = LEAST_POINTS;

/**
 * Everything a reader should know about the file, from its bytes to its values. A clean file gives none.
 * @param lengths records of each series
 */
export function tableWarnings(
  text: ReadableText,
  layout: Layout,
  draft: TableDraft,
  roles: readonly ColumnRole[],
  key: readonly number[],
  dated: DatedRecords | null,
  lengths: readonly number[],
  told: NonNullable<Source["told"]>,
  across: AcrossNote | null,
): ReadingNotes {
  const { names, raw, axis } = draft;
  const records = raw.records;
  const values = raw.columns.flatMap((column, c) => valueFindings(names[c], column, roles[c], records));
  const last =
    dated && key.length === 0 && !dated.warnings.some(({ code }) => code === "incomplete_last_period")
      ? lastPeriodWarning(raw.columns, roles, dated)
      : null;
  const notes = readingNotes(text, layout, draft, roles, told, across);
  const warnings = [
    ...textWarnings(text),
    ...layoutWarnings(layout, draft),
    ...(axis ? axis.warnings : [noDate(records)]),
    ...keyWarnings(draft, key, lengths.length),
    ...(dated?.warnings ?? []),
    ...(last ? [last] : []),
    ...fewRows(lengths.reduce((most, length) => Math.max(most, length), 0)),
    ...notes.warnings,
    ...values,
  ];
  return { warnings, assumed: notes.assumed };
}

function textWarnings({ valid, encoding, nulBytes }: DecodedText): Warning[] {
  const found: Warning[] = [];
  if (!valid)
    found.push({
      code: "not_utf8",
      facts: { readAs: encoding },
    });
  if (nulBytes > 0)
    found.push({
      code: "nul_bytes",
      facts: { bytes: nulBytes },
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
      facts: { lines: comments },
      count: comments,
    });
  if (layout.preamble > 0)
    found.push({
      code: "preamble_skipped",
      facts: { lines: layout.preamble },
      count: layout.preamble,
    });
  found.push(...nameWarnings);
  const ragged = raw.shortRows.count + raw.longRows.count;
  if (ragged > 0) {
    const rows = [...raw.shortRows.rows, ...raw.longRows.rows].sort((a, b) => a - b).slice(0, 20);
    found.push({
      code: "ragged_rows",
      facts: { short: raw.shortRows.count, long: raw.longRows.count },
      rows,
      count: ragged,
    });
  }
  const quotes = raw.unclosedQuotes;
  if (quotes.length > 0)
    found.push({
      code: "unclosed_quote",
      facts: { lines: quotes.slice(0, 5) },
      count: quotes.length,
    });
  if (names.length > MANY_COLUMNS)
    found.push({
      code: "many_columns",
      facts: { columns: names.length },
      count: names.length,
    });
  return found;
}

function noDate(records: number): Warning {
  return {
    code: "no_date_column_using_row_index",
    facts: { rows: records },
  };
}

function keyWarnings({ names }: TableDraft, key: readonly number[], count: number): Warning[] {
  if (key.length === 0) return [];
  const columns = key.map((c) => names[c]);
  return [
    {
      code: "long_format",
      facts: { columns, series: count },
      column: columns.join("+"),
      count,
    },
  ];
}

function fewRows(rows: number): Warning[] {
  return rows >= FEW_ROWS
    ? []
    : [
        {
          code: "too_few_rows_for_detection",
          facts: { rows, needed: FEW_ROWS },
          count: rows,
        },
      ];
}
