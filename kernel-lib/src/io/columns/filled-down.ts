import { dateHint, yearHint } from "../time/date-candidates.js";
import type { RawColumn } from "./read-columns.js";

/** Columns in which blank cells took over what stands above them. */
export interface FilledDown {
  readonly columns: readonly RawColumn[];
  /** Places of those columns, and how many cells of each were blank. */
  readonly filled: readonly { readonly column: number; readonly cells: number }[];
}

/** Share of the groups that have further rows. */
const FOLLOWED = 0.8;
/** Share of the rows with a blank cell that have a number. */
const WITH_NUMBER = 0.9;
/** Share of the groups that begin where the rule says so. */
const ALMOST_ALL = 0.95;

/**
 * Dates, and names of series, that stand in the first row of each group alone, as merged cells do: the rows below them are of
 * the same date or series. A date, where no other column has one in every row; a name, where the dates begin again.
 */
export function filledDown(
  names: readonly string[],
  columns: readonly RawColumn[],
  records: number,
  isMissing: (text: string) => boolean,
): FilledDown {
  const complete = columns.find((column) => isDates(column) && column.readings.missing === 0);
  const times = complete?.kind === "date" ? complete.readings.values : null;
  const filled: { column: number; cells: number }[] = [];
  const all = columns.map((column, c): RawColumn => {
    const mayBe = column.kind === "text" ? times !== null : times === null && isPartOfDate(names[c], column);
    const blank = mayBe ? blankCells(column, isMissing) : null;
    if (blank === null || !areGroups(blank, columns, c)) return column;
    const fits = column.kind === "text" ? beginAgain(blank, times!) : change(blank, column.readings.values);
    if (!fits) return column;
    filled.push({ column: c, cells: blank.reduce((sum, each) => sum + each, 0) });
    return taken(column, blank, records);
  });
  return { columns: all, filled };
}

function isDates(column: RawColumn): column is Extract<RawColumn, { kind: "date" }> {
  return column.kind === "date" && !column.readings.timeOnly;
}

function isPartOfDate(name: string, column: RawColumn): boolean {
  return isDates(column) || (column.kind === "number" && (yearHint(name) || dateHint(name) > 0));
}

/** 1 for each blank cell; null where the first one is, or none, or a cell that cannot be read is among them. */
function blankCells(column: RawColumn, isMissing: (text: string) => boolean): Uint8Array | null {
  if (column.kind === "text") {
    const blank = column.dictionary.map((text) => isMissing(text));
    if (!blank.includes(true) || blank[column.codes[0]]) return null;
    return Uint8Array.from(column.codes, (code) => (blank[code] ? 1 : 0));
  }
  const { values, missing } = column.readings;
  const unreadable =
    column.kind === "date" ? values.length - missing - column.readings.readable : column.readings.unreadable;
  if (missing === 0 || unreadable > 0 || Number.isNaN(values[0])) return null;
  return Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0));
}

/** Blank cells follow nearly every other one, in rows that have numbers. */
function areGroups(blank: Uint8Array, columns: readonly RawColumn[], c: number): boolean {
  const others = columns.flatMap((column, i) => (i !== c && column.kind === "number" ? [column.readings.values] : []));
  let groups = 0;
  let followed = 0;
  let cells = 0;
  let numbers = 0;
  for (let i = 0; i < blank.length; i++) {
    if (blank[i] === 0) {
      groups++;
      if (blank[i + 1] === 1) followed++;
      continue;
    }
    cells++;
    if (others.some((values) => !Number.isNaN(values[i]))) numbers++;
  }
  return groups > 1 && followed >= (groups - 1) * FOLLOWED && followed > 1 && numbers >= cells * WITH_NUMBER;
}

/** Each group has another value than the one above it. */
function change(blank: Uint8Array, values: Float64Array): boolean {
  let groups = 0;
  let changes = 0;
  let last = NaN;
  for (let i = 0; i < blank.length; i++) {
    if (blank[i] === 1) continue;
    groups++;
    if (values[i] !== last) changes++;
    last = values[i];
  }
  return changes >= groups * ALMOST_ALL;
}

/** Dates go on within a group and begin again with the next. */
function beginAgain(blank: Uint8Array, times: Float64Array): boolean {
  const direction = Math.sign(times[1] - times[0]);
  let fitting = 0;
  let steps = 0;
  for (let i = 1; i < blank.length; i++) {
    const step = Math.sign(times[i] - times[i - 1]) * direction;
    if (blank[i] === 0) {
      steps++;
      if (step < 0) fitting++;
    } else if (step < 0) steps++;
  }
  return direction !== 0 && steps > 0 && fitting >= steps * ALMOST_ALL;
}

function taken(column: RawColumn, blank: Uint8Array, records: number): RawColumn {
  if (column.kind === "text") {
    // Blank texts stand nowhere any more, and would be a series of their own.
    const places = new Map<number, number>();
    const codes = new Uint32Array(records);
    let last = 0;
    for (let i = 0; i < records; i++) {
      const code = column.codes[i];
      if (blank[i] === 0 && !places.has(code)) places.set(code, places.size);
      if (blank[i] === 0) last = places.get(code)!;
      codes[i] = last;
    }
    return { kind: "text", codes, dictionary: [...places.keys()].map((code) => column.dictionary[code]) };
  }
  const values = column.readings.values.slice();
  for (let i = 1; i < records; i++) if (blank[i] === 1) values[i] = values[i - 1];
  return column.kind === "date"
    ? { kind: "date", readings: { ...column.readings, values, missing: 0, readable: records } }
    : { kind: "number", readings: { ...column.readings, values, missing: 0, numbers: records } };
}
