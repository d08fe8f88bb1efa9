import { cellKind, type CellKind } from "../text/cell-kind.js";
import { DateCells, type DateReadings } from "../dates/date-cells.js";
import { columnDecimal, decimalEvidence, isOpenMark } from "../numbers/decimal-mark.js";
import { durationOf, type ShortParts } from "../numbers/duration-text.js";
import { periodKind, type PeriodKind } from "../dates/period-columns.js";
import { isDottedMonths } from "../dates/dotted-month.js";
import type { Layout } from "../text/layout.js";
import { NumberCells, type NumberReadings } from "../numbers/number-cells.js";
import type { TextPieces } from "../text/text-pieces.js";
import { readStreamed } from "./streamed-records.js";
import { PlainRecords } from "./plain-records.js";
import { RecordScanner } from "../text/record-scanner.js";
import { countLineEnds } from "../text/byte-counts.js";
import { TextCells } from "./text-cells.js";

/** A column as it was read, before it is known what it is for. */
export type RawColumn =
  | { readonly kind: "number"; readonly readings: NumberReadings }
  | { readonly kind: "date"; readonly readings: DateReadings }
  | { readonly kind: "text"; readonly codes: Uint32Array; readonly dictionary: readonly string[] };

/** How the cells of one column are to be read. */
export interface ColumnPlan {
  readonly kind: RawColumn["kind"];
  readonly decimal: "." | ",";
  /** Named by the user or by its only possible use: read so whatever the cells say. */
  readonly fixed: boolean;
  /** A cell such as `3.123` of a column whose cells do not tell thousands from fractions; null where they do. */
  readonly open: string | null;
  /** What cells are that look like months and are none. */
  readonly period?: PeriodKind | null;
}

/** What one pass over the file gives. */
export interface RawTable {
  readonly columns: readonly RawColumn[];
  readonly records: number;
  readonly lines: Uint32Array;
  readonly commentLines: number;
  /** The first records with blank lines or remarks above them. */
  readonly afterGaps: readonly { readonly start: number; readonly line: number }[];
  readonly unclosedQuotes: readonly number[];
  readonly shortRows: RowCount;
  readonly longRows: RowCount;
  /** For each column a cell that can be read as thousands or as a fraction; null where that is no question. */
  readonly openMarks: readonly (string | null)[];
}

/** Records of some kind: how many, and the first of them, from 1. */
export interface RowCount {
  count: number;
  readonly rows: number[];
}

/** What steers the reading besides the layout. */
export interface ReadingRules {
  readonly isMissing: (text: string) => boolean;
  /** Numbers that mean "no value". */
  readonly missingCodes: readonly number[];
  readonly decimal: "." | "," | undefined;
  readonly prefersDayFirst: boolean;
  /** Whether the name of a column says that it holds weeks. */
  readonly saysWeek: (column: number) => boolean;
  /** What the user or its name says of durations such as `4:35` in a column. */
  readonly durationParts: (column: number) => ShortParts | null;
  /** Columns whose missing cells at the end of a line are nothing to mention. */
  readonly optional: (column: number) => boolean;
  readonly signal: AbortSignal | undefined;
}

/** Bytes of a cell that are looked at. */
const CELL = 400;

/** Most passes over the file: the first, and two more when the rest of a column contradicts its first rows. */
export const PASSES = 3;

/**
 * Reads all columns. The first records say what each column is; a column that turns out otherwise is read again.
 * One pass takes time in proportion to the file and memory for eight bytes a number.
 */
export function readColumns(
  text: Uint8Array | TextPieces,
  layout: Layout,
  width: number,
  fixed: ReadonlyMap<number, ColumnPlan["kind"]>,
  rules: ReadingRules,
): RawTable {
  let plans: ColumnPlan[] = Array.from({ length: width }, (_, c) => planColumn(layout, c, fixed.get(c), rules));
  let table = onePass(text, layout, plans, null, rules);
  for (let pass = 1; pass < PASSES; pass++) {
    const next = table.columns.map((column, c) => revisedPlan(column, plans[c], table.records));
    const changed = next.map((plan, c) => plan !== plans[c]);
    if (!changed.includes(true)) break;
    const again = onePass(text, layout, next, changed, rules);
    table = { ...table, columns: table.columns.map((column, c) => (changed[c] ? again.columns[c] : column)) };
    plans = next;
  }
  return { ...table, openMarks: plans.map(({ kind, open }) => (kind === "number" ? open : null)) };
}

/** How a column is to be read, as its first cells show it. */
export function planColumn(
  layout: Layout,
  c: number,
  fixed: ColumnPlan["kind"] | undefined,
  rules: ReadingRules,
): ColumnPlan {
  const cells = layout.sample.map((row) => row.cells[c] ?? "");
  const evidence = decimalEvidence(cells);
  const decimal = rules.decimal ?? columnDecimal(evidence, layout.decimal);
  const open =
    rules.decimal === undefined && isOpenMark(evidence)
      ? (cells.find((cell) => cellKind(cell) === "number")?.trim() ?? null)
      : null;
  if (fixed) return { kind: fixed, decimal, fixed: true, open };
  const period = periodKind(cells, rules.saysWeek(c));
  if (period) return { kind: "date", decimal, fixed: false, open: null, period };
  if (isDottedMonths(cells)) return { kind: "date", decimal, fixed: false, open: null };
  const present = cells.map(cellKind).filter((kind) => kind !== "missing");
  const count = (kind: string): number => present.filter((each) => each === kind).length;
  const [numbers, dates, texts] = [count("number"), count("date"), count("text")];
  const times = cells.filter((cell) => durationOf(cell) !== null);
  // `36:15:02` and `4:35 min` are no times of day, and then their neighbours are none either.
  const isDuration = (cell: string): boolean => cellKind(cell) !== "date" || durationOf(cell)?.says === "minutes";
  if (times.length * 2 > present.length && times.some(isDuration))
    return { kind: "number", decimal, fixed: false, open: null };
  const kind = numbers >= Math.max(dates, texts) ? "number" : dates >= texts ? "date" : "text";
  return { kind, decimal, fixed: false, open };
}

/** A better plan for a column whose later cells were not what its first ones promised; the same plan when it was right. */
export function revisedPlan(column: RawColumn, plan: ColumnPlan, records: number): ColumnPlan {
  if (plan.fixed || column.kind === "text") return plan;
  if (column.kind === "date") {
    const { readable, missing, timeOnly } = column.readings;
    if (timeOnly && readable < records - missing) return { ...plan, kind: "number" };
    return readable * 2 >= records - missing ? plan : { ...plan, kind: "text" };
  }
  const { unreadable, numbers, odd, decimals } = column.readings;
  if (unreadable === 0) return plan;
  const decimal = columnDecimal(decimalEvidence(odd), plan.decimal);
  if (decimal !== plan.decimal && decimals === 0) return { ...plan, decimal, open: null };
  if (unreadable <= numbers) return plan;
  const dates = odd.slice(0, 1000).filter((text) => cellKind(text) === "date").length;
  return { ...plan, kind: dates * 2 > Math.min(odd.length, 1000) ? "date" : "text" };
}

/** Records between two looks at the signal that cancels. */
const CHECK = 1 << 16;

/** What collects the cells of a column. */
export type Cells = NumberCells | DateCells | TextCells;

function onePass(
  text: Uint8Array | TextPieces,
  layout: Layout,
  plans: readonly ColumnPlan[],
  only: readonly boolean[] | null,
  rules: ReadingRules,
): RawTable {
  return text instanceof Uint8Array
    ? readPass(text, layout, plans, only, rules)
    : readPieces(text, layout, plans, only, rules);
}

/** Thrown where a text that is read piece by piece has to be read as a whole. */
export class NotPlainError extends Error {}

function readPieces(
  text: TextPieces,
  layout: Layout,
  plans: readonly ColumnPlan[],
  only: readonly boolean[] | null,
  rules: ReadingRules,
): RawTable {
  const capacity = text.lines - (layout.line - 1);
  const cells = plans.map((plan, c) => (only && !only[c] ? NOTHING : collectorOf(plan, capacity)));
  const lines = new Uint32Array(capacity);
  const records = readStreamed(text, layout, cells, capacity, lines, rules.signal);
  if (records === null) throw new NotPlainError();
  return {
    columns: cells.map((each, c) => finishColumn(each, c, records, rules)),
    records,
    lines: records === capacity ? lines : lines.slice(0, records),
    commentLines: 0,
    afterGaps: [],
    unclosedQuotes: [],
    shortRows: { count: 0, rows: [] },
    longRows: { count: 0, rows: [] },
    openMarks: [],
  };
}

function readPass(
  text: Uint8Array,
  layout: Layout,
  plans: readonly ColumnPlan[],
  only: readonly boolean[] | null,
  rules: ReadingRules,
): RawTable {
  const capacity = countLines(text, layout.position);
  const cells: Cells[] = plans.map((plan, c) => {
    if (only && !only[c]) return NOTHING;
    return collectorOf(plan, capacity);
  });
  const lines = new Uint32Array(capacity);
  const scanner = new RecordScanner(
    text,
    { delimiter: layout.delimiter.charCodeAt(0), comments: layout.comments },
    layout.position,
    layout.line,
  );
  const shortRows: RowCount = { count: 0, rows: [] };
  const longRows: RowCount = { count: 0, rows: [] };
  const plain = new PlainRecords(text, layout.delimiter.charCodeAt(0), cells);
  let records = 0;
  let wait = 0;
  let patience = 0;
  for (;;) {
    if (scanner.idle && --wait < 0) {
      const before = records;
      plain.position = scanner.position;
      plain.line = scanner.nextLine;
      while (records < (records = plain.read(records, records + CHECK, lines))) rules.signal?.throwIfAborted();
      scanner.moveTo(plain.position, plain.line);
      // Where plain records are rare, looking for them every time would be in vain.
      patience = records - before > patience ? 0 : Math.min(patience * 2 + 1, 1000);
      wait = patience;
    }
    if (!scanner.next()) break;
    addRecord(scanner, cells, records, rules, layout.types, shortRows, longRows);
    lines[records++] = scanner.line;
    if (records % CHECK === 0) rules.signal?.throwIfAborted();
  }
  plain.finish();
  const columns = cells.map((each, c) => finishColumn(each, c, records, rules));
  return {
    columns,
    records,
    lines: lines.length === records ? lines : lines.slice(0, records),
    commentLines: scanner.commentLines,
    afterGaps: scanner.afterGaps,
    unclosedQuotes: scanner.unclosedQuotes,
    shortRows,
    longRows,
    openMarks: [],
  };
}

function addRecord(
  scanner: RecordScanner,
  cells: readonly Cells[],
  record: number,
  rules: ReadingRules,
  types: readonly CellKind[],
  shortRows: RowCount,
  longRows: RowCount,
): void {
  const { cells: bytes, starts, ends, count } = scanner;
  const width = cells.length;
  const filled = count < width ? count : width;
  for (let c = 0; c < filled; c++) cells[c].add(bytes, starts[c], ends[c], record);
  if (count === width) return;
  for (let c = filled; c < width; c++) cells[c].add(bytes, 0, 0, record);
  noteRagged(scanner, width, record, rules, types, shortRows, longRows);
}

/** Stands for a column that is not read in this pass. */
const NOTHING: Cells = new TextCells(0);

/** What collects cells as the plan says. */
export function collectorOf(plan: ColumnPlan, capacity: number): Cells {
  return plan.kind === "number"
    ? new NumberCells(capacity, plan.decimal)
    : plan.kind === "date"
      ? new DateCells(capacity, plan.period)
      : new TextCells(capacity);
}

/** The column that was collected. */
export function finishColumn(cells: Cells, c: number, records: number, rules: ReadingRules): RawColumn {
  if (cells instanceof NumberCells)
    return {
      kind: "number",
      readings: cells.finish(records, rules.isMissing, rules.missingCodes, rules.durationParts(c)),
    };
  if (cells instanceof DateCells)
    return { kind: "date", readings: cells.finish(records, rules.isMissing, rules.prefersDayFirst) };
  return cells === NOTHING
    ? { kind: "text", codes: new Uint32Array(0), dictionary: [] }
    : { kind: "text", ...cells.finish(records) };
}

/**
 * A short row misses columns that matter; a long one has something in the cells beyond the last column, or cells that do not fit
 * where they stand: a delimiter too many shifts them.
 */
function noteRagged(
  scanner: RecordScanner,
  width: number,
  record: number,
  rules: ReadingRules,
  types: readonly CellKind[],
  shortRows: RowCount,
  longRows: RowCount,
): void {
  if (scanner.count < width) {
    for (let c = scanner.count; c < width; c++) {
      if (!rules.optional(c)) {
        note(shortRows, record);
        return;
      }
    }
    return;
  }
  const { cells, starts, ends, count } = scanner;
  for (let c = width; c < count; c++) {
    for (let p = starts[c]; p < ends[c]; p++) {
      if (cells[p] !== 32 && cells[p] !== 44 && cells[p] !== 59) {
        note(longRows, record);
        return;
      }
    }
  }
  if (isShifted(scanner, types)) note(longRows, record);
}

/** Some cell of a column of numbers or dates is empty or of another kind. */
function isShifted(scanner: RecordScanner, types: readonly CellKind[]): boolean {
  const cells = scanner.row(CELL);
  return types.some((type, c) => type !== "text" && cellKind(cells[c] ?? "") !== type);
}

function note(rows: RowCount, record: number): void {
  rows.count++;
  if (rows.rows.length < 20) rows.rows.push(record + 1);
}

/** Lines from a position on, of any kind of line end: no fewer than there are records, and just as many in a plain file. */
function countLines(text: Uint8Array, position: number): number {
  const last = text[text.length - 1];
  return countLineEnds(text, position) + (last === 10 || last === 13 ? 0 : 1);
}
