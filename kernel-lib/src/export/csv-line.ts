import { neutraliseCell } from "./neutralise-cell.js";

/** One line of CSV (RFC 4180) with its line end; cells that a spreadsheet would run are neutralised. */
export function csvLine(cells: readonly (string | number)[], delimiter: string = ","): string {
  return `${cells.map((cell) => (typeof cell === "number" ? numberCell(cell) : quoted(neutraliseCell(cell), delimiter))).join(delimiter)}\n`;
}

/** A number as text; missing (NaN) as an empty cell. */
function numberCell(value: number): string {
  return Number.isNaN(value) ? "" : String(value);
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
