import { isDottedMonths } from "../dates/dotted-month.js";
import { markedNumber } from "../numbers/number-marks.js";
import { isMissing, readNumber } from "../numbers/number-text.js";
import { cellKind, type CellKind } from "./cell-kind.js";
import type { SampleRow } from "./delimiter.js";

/** Names of a column of days, weeks or months, over which years stand side by side. */
const DAYS_OR_MONTHS = /^(date|day|datum|tag|month|monat|week|woche|kw|fecha|mes|jour|mois|semaine|period)$/i;

/** Rows of a table with what their cells look like. */
export interface SortedRows {
  readonly rows: readonly SampleRow[];
  readonly kinds: readonly (readonly CellKind[])[];
  /** What most cells of each column are. */
  readonly types: readonly CellKind[];
  /** Columns that hold something below the header. */
  readonly used: readonly boolean[];
}

/** Where the names of the columns stand. */
export interface Header {
  /** The names; null when the first record is data. */
  readonly names: readonly string[] | null;
  /** Index of the row of the names (of the lowest one, where there are several); -1 for none. */
  readonly row: number;
  /** Index of the first record. */
  readonly body: number;
  /** Rows that the names are put together from. */
  readonly levels: number;
}

/** So many records may stand above a row of names that is the header all the same: values of the preamble. */
const STRAY = 5;
/** Numbers that follow each other and are names of columns: at least so many, of years two beside a word that no cell below is. */
const LEAST_IN_SEQUENCE = 3;
/** Numbers that are days or months in a row and name columns: fewer may be chance. */
const LEAST_DATES = 6;

/**
 * Finds the header: the row that names the columns right above the block of regular rows. Rules (`---`), units, types and
 * notes under the names are none of it, a row of totals is a record, and names that stand in two rows are joined.
 */
export function findHeader(table: SortedRows): Header {
  const { rows, types } = table;
  if (types.every((type) => type === "text")) return { names: rows[0].cells, row: 0, body: 1, levels: 1 };
  const first = firstRecord(table);
  if (first === 0) return { names: null, row: -1, body: 0, levels: 0 };
  const candidates = nameRows(table, first);
  const most = Math.max(0, ...candidates.map((row) => namedColumns(table, row)));
  const width = table.used.filter(Boolean).length;
  const full = candidates.filter((each) => namedColumns(table, each) === most);
  const labelled = areLabelled(table, full);
  const row = labelled ? full[0] : full.at(-1);
  const enough = row !== undefined && (most * 2 >= width || (width === 2 && rows[row].cells.length === 2));
  if (!enough) return { names: null, row: -1, body: first, levels: 0 };
  const { names, levels } = joinedNames(table, candidates, row);
  return { names, row, body: labelled ? first : firstBelow(table, row, first), levels };
}

const SAYS_DATE =
  /date|time|datum|zeit|day|tag|month|monat|year|jahr|week|period|fecha|mes|data|jour|mois|hour|stunde|ds$|^ts$|日|月|年|날짜|일자|дата/i;
/** Rows of labels of which the first has the names. */
const LEAST_LABELLED = 3;

/** The name of a series above its unit, source and more, each labelled at the left (`Unit,kW`), and no row that says "date". */
function areLabelled({ types, rows }: SortedRows, candidates: readonly number[]): boolean {
  const date = types.indexOf("date");
  return (
    date >= 0 &&
    candidates.length >= LEAST_LABELLED &&
    types.filter((type) => type !== "text").length === 2 &&
    new Set(candidates.map((row) => rows[row].cells[date])).size === candidates.length &&
    candidates.every((row) => !SAYS_DATE.test(rows[row].cells[date] ?? ""))
  );
}

/** The first row below told names that is no rule and no row of units or types. */
export function bodyBelow(rows: readonly SampleRow[], types: readonly CellKind[], row: number): number {
  let body = row + 1;
  while (body < rows.length && body <= row + 2 && isBelowNames(rows[body].cells, types)) body++;
  return body;
}

function isBelowNames(cells: readonly string[], types: readonly CellKind[]): boolean {
  const kinds = cells.map(cellKind);
  const typed = types.some((type, c) => type !== "text" && (kinds[c] === "number" || kinds[c] === "date"));
  return !typed && (isRule(cells) || isUnits(cells, types));
}

/** Numbers and dates stand where the column has them, and no word stands where the column has dates. */
export function isRecord(cells: readonly string[], kinds: readonly CellKind[], types: readonly CellKind[]): boolean {
  let fits = 0;
  let misfits = 0;
  let wordForDate = false;
  types.forEach((type, c) => {
    const kind = kinds[c];
    if (type === "text" || kind === undefined || kind === "missing") return;
    if (kind === type) fits++;
    else misfits++;
    if (type === "date" && kind === "text") wordForDate = true;
  });
  const beyond = cells.slice(types.length).some((cell) => !isMissing(cell));
  return (
    fits > 0 &&
    fits >= misfits &&
    !beyond &&
    !(wordForDate && types.filter((type) => type === "date").length === 1) &&
    !isSequence(cells, kinds, types)
  );
}

/** Words in most columns of numbers and dates, and no number among them. */
export function isNaming(cells: readonly string[], kinds: readonly CellKind[], types: readonly CellKind[]): boolean {
  let words = 0;
  let typed = 0;
  types.forEach((type, c) => {
    if (type === "text") return;
    typed++;
    if (kinds[c] === "text") words++;
  });
  return words * 2 > typed && !cells.some((_, c) => types[c] === "number" && kinds[c] === "number");
}

/** Years, hours or other numbers that follow each other, as names of columns of numbers. */
function isSequence(cells: readonly string[], kinds: readonly CellKind[], types: readonly CellKind[]): boolean {
  if (types.some((type, c) => type === "date" && kinds[c] !== "text")) return false;
  if (kinds[0] === "text" && isDottedMonths(cells.filter((_, c) => types[c] !== "date" && kinds[c] === "number")))
    return true;
  const numbers = cells.flatMap((cell, c) => (types[c] !== "date" && kinds[c] === "number" ? [Number(cell)] : []));
  const years = numbers[0] >= 1800 && numbers[0] <= 2100;
  const word = kinds[0] === "text" && (types[0] !== "text" || DAYS_OR_MONTHS.test(cells[0].trim()));
  if (numbers.length < (years && word ? 2 : LEAST_IN_SEQUENCE)) return false;
  const step = numbers[1] - numbers[0];
  if (kinds[0] === "text" && numbers.length >= LEAST_DATES && areDates(numbers)) return true;
  const even = numbers.every((number, i) => Number.isInteger(number) && (i === 0 || number - numbers[i - 1] === step));
  return even && Math.abs(step) === 1 && (years || ((numbers[0] === 0 || numbers[0] === 1) && kinds[0] !== "number"));
}

/** Days as spreadsheets count them, or months such as 202401, each right behind the one before. */
function areDates(numbers: readonly number[]): boolean {
  const days = numbers.every(
    (number, i) => number >= 30_000 && number <= 70_000 && (i === 0 || number - numbers[i - 1] === 1),
  );
  const month = (number: number): number => Math.floor(number / 100) * 12 + (number % 100);
  const months = numbers.every(
    (number, i) =>
      number >= 190_001 &&
      number <= 210_012 &&
      number % 100 >= 1 &&
      number % 100 <= 12 &&
      (i === 0 || month(number) - month(numbers[i - 1]) === 1),
  );
  return days || months;
}

/** Index of the first record that the regular block begins with. */
function firstRecord({ rows, kinds, types, used }: SortedRows): number {
  const isData = rows.map((row, i) => isRecord(row.cells, kinds[i], types));
  const first = isData.indexOf(true);
  if (first < 0) return rows.length;
  let records = 0;
  for (let i = first; i < rows.length && records <= STRAY; i++) {
    if (isData[i]) records++;
    else if (
      isFullHeader(rows[i], kinds[i], types, used) &&
      isData[i + 1] &&
      isData[i + 2] &&
      !repeats(rows, i, first)
    ) {
      const next = isData.indexOf(true, i);
      return next < 0 ? first : next;
    }
  }
  return first;
}

/** A word over every column that holds something. */
function isFullHeader(
  row: SampleRow,
  kinds: readonly CellKind[],
  types: readonly CellKind[],
  used: readonly boolean[],
): boolean {
  return used.every((holds, c) => !holds || kinds[c] === "text") && isNaming(row.cells, kinds, types);
}

/** The header once more, as at the top of a printed page. */
function repeats(rows: readonly SampleRow[], index: number, before: number): boolean {
  const same = (row: SampleRow): boolean => row.cells.join("\0") === rows[index].cells.join("\0");
  return rows.slice(0, before).some(same);
}

/** Rows above the first record that may hold names. */
function nameRows(table: SortedRows, first: number): number[] {
  const { rows, kinds, types } = table;
  const all = Array.from({ length: first }, (_, row) => row).filter(
    (row) =>
      !isRule(rows[row].cells) &&
      rows[row].cells.slice(types.length).every((cell) => /^[\s,;|]*$/.test(cell)) &&
      !holdsNumbers(kinds[row], types, rows[row].cells),
  );
  return all.filter(
    (row) =>
      !(
        isUnits(rows[row].cells, types) &&
        all.some((above) => above < row && namedColumns(table, above) >= namedColumns(table, row))
      ),
  );
}

/** Numbers stand where the column has numbers: totals, or values of a preamble. */
function holdsNumbers(kinds: readonly CellKind[], types: readonly CellKind[], cells: readonly string[]): boolean {
  const places = types.flatMap((type, c) =>
    type === "number" && kinds[c] !== undefined && kinds[c] !== "missing" ? [c] : [],
  );
  const numbers = places.filter((c) => kinds[c] === "number").length;
  return numbers > 0 && numbers * 2 >= places.length && !isSequence(cells, kinds, types);
}

function namedColumns({ rows, used }: SortedRows, row: number): number {
  return rows[row].cells.filter((cell, c) => (used[c] ?? false) && !/^[\s,;|]*$/.test(cell)).length;
}

/** `---`, `:---:`, `====`: a line drawn under the names. */
function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => /^[\s:|=_+*~-]*$/.test(cell)) && cells.some((cell) => /[-=_]{2}/.test(cell));
}

const TYPE_WORD =
  /^(string|text|str|varchar|char|int(eger)?|int\d+|bigint|long|float|float\d+|double|real|decimal|number|numeric|num|date|time|datetime|timestamp|bool(ean)?|dateTime:RFC3339)(\(\d+(,\d+)?\))?$/i;

/** Units or types over most columns of numbers, in brackets or not. */
function isUnits(cells: readonly string[], types: readonly CellKind[]): boolean {
  if (cells.every((cell) => cell === "" || /^[[(].*[\])]$/.test(cell.trim()))) return true;
  const over = cells.filter((cell, c) => types[c] === "number" && cell.trim() !== "");
  return over.filter((cell) => isUnit(cell.trim())).length * 2 > over.length;
}

function isUnit(cell: string): boolean {
  if (/^[[(].*[\])]$|^in [^ ]|^RN$|^\d{4} ?= ?100$/i.test(cell) || TYPE_WORD.test(cell) || cell === "-") return true;
  return (
    markedNumber(`1 ${cell}`)?.kind === "unit" || (cell !== "" && !Number.isNaN(readNumber(`1 ${cell}`, ".").value))
  );
}

/** The first row below the names that is a record or has numbers; units and rules between are skipped. */
function firstBelow({ rows, kinds, types }: SortedRows, header: number, first: number): number {
  for (let row = header + 1; row < first; row++) if (holdsNumbers(kinds[row], types, rows[row].cells)) return row;
  return first;
}

/**
 * Names of one row, or of two where one does not tell the columns apart: a group over several columns stands once, above the
 * first of them.
 */
function joinedNames(
  { rows, used }: SortedRows,
  candidates: readonly number[],
  row: number,
): { names: readonly string[]; levels: number } {
  const names = rows[row].cells;
  const above = candidates.filter((each) => each < row).at(-1);
  if (isTelling(names, used) || above === undefined) return { names, levels: 1 };
  const upper = filledRight(rows[above].cells, names.length);
  const distinct = new Set(names.filter((_, c) => c > 0 && used[c])).size;
  if (distinct === 1 && isTelling(rows[above].cells, used)) return { names: rows[above].cells, levels: 1 };
  const joined = names.map((name, c) => {
    const parts = [upper[c] ?? "", name].map((part) => part.trim()).filter((part) => part !== "");
    return c === 0 && name.trim() !== "" ? name : [...new Set(parts)].join(" ");
  });
  return isTelling(joined, used) ? { names: joined, levels: 2 } : { names, levels: 1 };
}

/** All names of columns in use differ. */
function isTelling(names: readonly string[], used: readonly boolean[]): boolean {
  const given = names.filter((name, c) => (used[c] ?? false) && name.trim() !== "");
  return new Set(given).size === given.length;
}

function filledRight(cells: readonly string[], width: number): string[] {
  let last = "";
  return Array.from({ length: width }, (_, c) => {
    const cell = (cells[c] ?? "").trim();
    if (cell !== "") last = cell;
    return last;
  });
}
