import { InputError } from "../../errors.js";
import { cellKind } from "../text/cell-kind.js";
import { columnTypes, decimalMark, type Layout } from "../text/layout.js";
import type { SampleRow } from "../text/delimiter.js";
import { sourceCell, type SourceTable } from "./source-columns.js";

/** Records and cells looked at, as many as of a text, and characters of a cell. */
const ROWS = 199;
const CELLS = 20_000;
const CELL = 400;
/** Most columns that can be read. */
export const MOST_COLUMNS = 50_000;

/**
 * What `findLayout` finds in a CSV file of the same cells: nothing is to be found, the names are known.
 * @throws InputError `no_data_rows`, `file_too_large`
 */
export function sourceLayout(
  source: SourceTable,
  { delimiter = ",", decimal }: { readonly delimiter?: string; readonly decimal?: "." | "," },
): Layout {
  const { columns, records } = source;
  const header = columns.map(({ name }) => name);
  if (columns.length > MOST_COLUMNS) throw tooManyColumns(columns.length);
  if (columns.length === 0 || records === 0)
    throw columns.length === 0
      ? new InputError("no_columns", {})
      : new InputError("no_rows_below", { names: header.slice(0, 8) });
  const sample: SampleRow[] = [];
  for (let record = 0, cells = columns.length; record < Math.min(records, ROWS); record++) {
    if (cells >= CELLS && record >= 9) break;
    sample.push({
      cells: columns.map((column) => sourceCell(column, record).slice(0, CELL)),
      line: source.lines[record],
      start: 0,
      gap: false,
    });
    cells += columns.length;
  }
  const types = columnTypes(
    [header, ...sample.map(({ cells }) => cells)].map((cells) => cells.map(cellKind)),
    columns.length,
  );
  return {
    delimiter,
    comments: false,
    ...decimalMark(sample, types, delimiter, decimal),
    width: columns.length,
    types,
    headerLevels: 1,
    header,
    position: 0,
    line: 2,
    preamble: 0,
    end: null,
    otherTables: null,
    commentsBefore: 0,
    sample,
  };
}

/** What is said of a file with more columns than can be read. */
export function tooManyColumns(columns: number): InputError {
  return new InputError("too_many_columns", { columns, most: MOST_COLUMNS });
}
