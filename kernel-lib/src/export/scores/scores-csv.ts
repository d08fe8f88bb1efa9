import type { Report } from "../../report.js";
import type { Table } from "../../table.js";
import { csvLine } from "../csv-line.js";
import { timestamp } from "../timestamp.js";
import { scoreColumns, scoreRows } from "./score-columns.js";

/**
 * Every record and KPI with all scores, record by record in file order: what a script or a check wants.
 *
 * Columns: `row` (record number from 1), `timestamp`, `series`, `kpi`, `value`, `expected`, `lower`, `upper`, `score`,
 * `flag`, `incident`, `votes`, then `<detector>_score`, `<detector>_flag` for each detector that was asked for, then what is
 * usual once the neighbouring rows are known, with its range (`usual`, `usual_lower`, `usual_upper`). A row that cannot be
 * judged has empty scores and flag 0.
 *
 * @example
 * const text = scoresCsv(report, table);
 */
export function scoresCsv(report: Report, table: Table): string {
  return [...scoresCsvPieces(report, table)].join("");
}

/** Characters that are written at a time. */
const PIECE = 1 << 16;

/** The same text in pieces: of millions of rows it is longer than a string can be. */
export function* scoresCsvPieces(report: Report, table: Table): Generator<string> {
  const columns = scoreColumns(report);
  let piece = csvLine(columns.map(({ name }) => name));
  for (const row of scoreRows(report, table)) {
    piece += csvLine(
      columns.map((column) => (column.kind === "time" ? timestamp(column.of(row), report.date) : column.of(row))),
    );
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}
