import { cellKind } from "./cell-kind.js";
import { RecordScanner } from "./record-scanner.js";

/** A record of the sample, with the place where it stands. */
export interface SampleRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly start: number;
  /** Whether blank lines or remarks stand right above it. */
  readonly gap: boolean;
}

const CANDIDATES = [",", ";", "\t", "|"];
/** Tried only when none of the usual ones makes columns. */
const RARE = ["^", "~", ":", " ", "\u0001", "\u001f"];
const ROWS = 200;
const CELLS = 20_000;
const BYTES = 4 << 20;
/** Cells are cut to this many bytes in the sample: no number, date or name is longer. */
const CELL = 400;

/** The first records of a text under a delimiter. */
export function sampleRows(
  text: Uint8Array,
  delimiter: string,
  comments: boolean,
  position: number = 0,
  line: number = 1,
  most: number = ROWS,
): SampleRow[] {
  const scanner = new RecordScanner(text, { delimiter: delimiter.charCodeAt(0), comments }, position, line);
  const rows: SampleRow[] = [];
  let cells = 0;
  while (
    rows.length < most &&
    (cells < CELLS || rows.length < 10) &&
    scanner.position - position < BYTES &&
    scanner.next()
  ) {
    rows.push({ cells: scanner.row(CELL), line: scanner.line, start: scanner.start, gap: scanner.gap });
    cells += scanner.count;
  }
  return rows;
}

/** Number of cells that most rows have; the larger one of a tie. */
export function modalWidth(rows: readonly SampleRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && width > best)) best = width;
  }
  return best;
}

/**
 * The delimiter that makes the text most like a table: rows of equal length whose cells are numbers and dates. The comma for
 * a single column. Decided on the first records.
 */
export function findDelimiter(text: Uint8Array, comments: boolean, position: number): string {
  const usual = mostTableLike(text, CANDIDATES, comments, position);
  // One column of typed cells, or any columns with something typed in them, is a table.
  if (usual.score > 0.3) return usual.delimiter;
  const rare = mostTableLike(text, RARE, comments, position);
  return rare.score > 0.5 && rare.score > usual.score ? rare.delimiter : usual.delimiter;
}

function mostTableLike(
  text: Uint8Array,
  delimiters: readonly string[],
  comments: boolean,
  position: number,
): { delimiter: string; score: number } {
  let best = { delimiter: delimiters[0], score: -1 };
  for (const delimiter of delimiters) {
    const score = tableLikeness(sampleRows(text, delimiter, comments, position), delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best;
}

function tableLikeness(rows: readonly SampleRow[], delimiter: string): number {
  const width = modalWidth(rows);
  if (rows.length === 0 || (delimiter === "," && isDecimalComma(rows, width))) return -1;
  const full = rows.filter(({ cells }) => cells.length === width);
  let typed = 0;
  let known = 0;
  for (const { cells } of full) {
    for (const cell of cells) {
      const kind = cellKind(cell);
      if (kind === "missing") continue;
      known++;
      if (kind !== "text") typed++;
    }
  }
  const regular = full.length / rows.length;
  return regular * (0.1 + (known === 0 ? 0 : typed / known)) * (width > 1 ? 1 + Math.min(width, 20) * 0.01 : 0.6);
}

/** One column of numbers such as `99,62` under a name of one word is not two columns. */
function isDecimalComma(rows: readonly SampleRow[], width: number): boolean {
  const body = rows.filter(({ cells }) => cells.length === 2);
  return (
    width === 2 &&
    rows[0].cells.length === 1 &&
    body.every(({ cells }) => /^\s*[+-]?[\d.]+$/.test(cells[0]) && /^\d+\s*$/.test(cells[1]))
  );
}
