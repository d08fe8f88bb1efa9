import { tooManyColumns } from "../../columns/source-layout.js";
import { csvCell, joined } from "../../columns/source-table.js";
import { unpacksTooFar } from "../format.js";
import type { CellStyle } from "./styles.js";
import { attribute, unescaped, XmlTags } from "./xml-tags.js";
import { unzip, type ZipEntry } from "../zip/archive.js";

/** What the cells of all sheets of a workbook share. */
export interface SheetBook {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  /** Days are counted from 1904 on, as old Macs did. */
  readonly since1904: boolean;
}

/** A first look at a sheet. */
export interface SheetFacts {
  /** Rows that hold something. */
  readonly rows: number;
  /** The first of them. */
  readonly first: readonly (readonly string[])[];
  readonly merged: readonly Merged[];
}

/** Cells from a row and column (from 0) to others that are one. */
interface Merged {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What Excel has at most. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const MOST_MERGED = 100_000;
const MOST_STRINGS = 20_000_000;
const DAY = 86_400_000;

/** Texts that cells refer to by number. */
export function sharedStrings(bytes: Uint8Array, entry: ZipEntry | undefined): string[] {
  const strings: string[] = [];
  let text = "";
  let phonetic = false;
  if (!entry) return strings;
  const tags = new XmlTags((name, _, before) => {
    if (name === "si") text = "";
    else if (name === "rPh") phonetic = true;
    else if (name === "/rPh") phonetic = false;
    else if (name === "/t" && !phonetic) text += unescaped(before);
    else if (name === "/si" || name === "si/") {
      if (strings.push(name === "si/" ? "" : text) > MOST_STRINGS) throw unpacksTooFar();
    }
  });
  unzip(bytes, entry, (piece) => tags.push(piece));
  return strings;
}

/** Looks through a sheet: how many rows, the first ones, merged cells. */
export function sheetFacts(bytes: Uint8Array, entry: ZipEntry, book: SheetBook, most: number): SheetFacts {
  const first: string[][] = [];
  const merged: Merged[] = [];
  let rows = 0;
  const tags = rowTags(book, {
    take: (_, cells) => {
      if (cells.every((cell) => cell === "")) return;
      rows++;
      if (first.length < most) first.push(cells);
    },
    merge: (range) => {
      const [from, to] = range.split(":").map(placeOf);
      if (from && to && merged.length < MOST_MERGED)
        merged.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
    },
    wanted: () => first.length < most,
  });
  unzip(bytes, entry, (piece) => tags.push(piece));
  return { rows, first, merged };
}

/** A sheet as CSV with commas: a line for each row, from the first on. */
export function sheetText(
  bytes: Uint8Array,
  entry: ZipEntry,
  book: SheetBook,
  { first, merged }: SheetFacts,
  signal?: AbortSignal,
): Uint8Array {
  // As in CSV that Excel writes, rows are as long as the longest.
  const width = first.reduce((most, { length }) => Math.max(most, length), 0);
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let lines: string[] = [];
  let next = 0;
  const fill = mergedFiller(merged, width);
  const take = (row: number, cells: string[]): void => {
    if (row < next) return;
    for (; next < row; next++) lines.push("");
    fill(row, cells);
    while (cells.length < width) cells.push("");
    lines.push(cells.map((cell) => csvCell(cell.replace(/[\r\n]+/g, " "))).join(","));
    next++;
    if (lines.length > 5000) {
      signal?.throwIfAborted();
      parts.push(encoder.encode(`${lines.join("\n")}\n`));
      lines = [];
    }
  };
  const tags = rowTags(book, { take });
  unzip(bytes, entry, (piece) => tags.push(piece));
  parts.push(encoder.encode(`${lines.join("\n")}\n`));
  return joined(parts);
}

/** Writes the text of a merged cell into all cells of a row that it covers; numbers stand once. */
function mergedFiller(merged: readonly Merged[], width: number): (row: number, cells: string[]) => void {
  const waiting = [...merged].sort((a, b) => a.top - b.top);
  let open: { readonly range: Merged; text: string }[] = [];
  let at = 0;
  return (row, cells) => {
    for (; at < waiting.length && waiting[at].top <= row; at++)
      open.push({ range: waiting[at], text: waiting[at].top === row ? (cells[waiting[at].left] ?? "") : "" });
    if (open.length === 0) return;
    open = open.filter(({ range }) => range.bottom >= row);
    for (const { range, text } of open) {
      if (text === "" || !Number.isNaN(Number(text))) continue;
      for (let c = range.left; c <= Math.min(range.right, width - 1); c++) {
        while (cells.length <= c) cells.push("");
        if (cells[c] === "") cells[c] = text;
      }
    }
  };
}

/** What is done with the rows of a sheet. */
interface RowTaker {
  readonly take: (row: number, cells: string[]) => void;
  /** A range of merged cells, `A1:C1`. */
  readonly merge?: (range: string) => void;
  /** Whether cells are still looked at; rows are counted only otherwise. */
  readonly wanted?: () => boolean;
}

/** Puts the rows of a sheet together from its tags. */
class SheetRows {
  #row = -1;
  #cells: string[] = [];
  #column = -1;
  #type = "";
  #style: CellStyle = "number";
  #value = "";
  #looks = true;

  constructor(
    readonly book: SheetBook,
    readonly taker: RowTaker,
  ) {}

  tag(name: string, attributes: string, before: string): void {
    switch (name) {
      case "row":
      case "row/":
        this.#startRow(attributes);
        if (name === "row/") this.taker.take(this.#row, this.#cells);
        return;
      case "/row":
        this.taker.take(this.#row, this.#looks ? this.#cells : COUNTED);
        return;
      case "mergeCell/":
      case "mergeCell":
        this.taker.merge?.(attribute(attributes, "ref") ?? "");
        return;
      default:
        if (this.#looks) this.#cellTag(name, attributes, before);
    }
  }

  #cellTag(name: string, attributes: string, before: string): void {
    if (name === "c" || name === "c/") this.#startCell(attributes);
    else if (name === "/v") this.#value = before;
    else if (name === "/t" && this.#type === "inlineStr") this.#value += before;
    else if (name === "/c") {
      while (this.#cells.length < this.#column) this.#cells.push("");
      this.#cells[this.#column] = cellText(this.#value, this.#type, this.#style, this.book);
    }
  }

  #startRow(attributes: string): void {
    const given = attribute(attributes, "r");
    this.#row = given === null ? this.#row + 1 : Number(given) - 1;
    if (!(this.#row >= 0 && this.#row < MOST_ROWS)) throw unpacksTooFar();
    this.#cells = [];
    this.#column = -1;
    this.#looks = this.taker.wanted?.() ?? true;
  }

  #startCell(attributes: string): void {
    const given = attribute(attributes, "r");
    this.#column = (given === null ? null : placeOf(given))?.column ?? this.#column + 1;
    if (this.#column >= MOST_COLUMNS) throw tooManyColumns(this.#column + 1);
    this.#type = attribute(attributes, "t") ?? "n";
    this.#style = this.book.styles[Number(attribute(attributes, "s") ?? 0)] ?? "number";
    this.#value = "";
  }
}

/** Hands out the rows of a sheet as its XML comes. */
function rowTags(book: SheetBook, taker: RowTaker): XmlTags {
  const rows = new SheetRows(book, taker);
  return new XmlTags((name, attributes, before) => rows.tag(name, attributes, before));
}

/** Stands for the cells of a row that is only counted. */
const COUNTED: string[] = ["…"];

/** `AB12` as a row and column from 0. */
function placeOf(reference: string): { row: number; column: number } | null {
  let column = 0;
  let p = 0;
  for (; p < reference.length; p++) {
    const letter = reference.charCodeAt(p) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const row = Number(reference.slice(p));
  return p === 0 || p > 6 || !(row > 0) ? null : { row: row - 1, column: column - 1 };
}

function cellText(value: string, type: string, style: CellStyle, { strings, since1904 }: SheetBook): string {
  if (value === "") return "";
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type === "d") return value.replace("T", " ").replace(/ 00:00:00(\.0+)?$/, "");
  if (type !== "n") return unescaped(value);
  const number = Number(value);
  if (Number.isNaN(number)) return unescaped(value);
  switch (style) {
    case "number":
      return String(rounded(number));
    case "percent":
      return `${rounded(number * 100)}%`;
    case "duration":
      return clock(Math.round(number * 86_400));
    default:
      return dateText(number, style, since1904) ?? String(rounded(number));
  }
}

/** Excel holds fifteen digits. */
function rounded(number: number): number {
  return Number.isInteger(number) ? number : Number(number.toPrecision(15));
}

function clock(seconds: number): string {
  const all = Math.abs(seconds);
  const [minutes, rest] = [Math.floor(all / 60) % 60, all % 60].map((part) => String(part).padStart(2, "0"));
  return `${seconds < 0 ? "-" : ""}${String(Math.floor(all / 3600)).padStart(2, "0")}:${minutes}:${rest}`;
}

/** Days since 1900 (which Excel takes for a leap year) or 1904 as ISO 8601; null where there is no such date. */
function dateText(serial: number, style: CellStyle, since1904: boolean): string | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null;
  if (serial < 1 && style !== "date") return clock(Math.round(serial * 86_400));
  const days = since1904 ? serial - 24_107 : serial < 60 ? serial - 25_568 : serial - 25_569;
  const text = new Date(Math.round(days * DAY)).toISOString();
  if (style === "date" && text.endsWith("T00:00:00.000Z")) return text.slice(0, 10);
  if (style === "time" && serial < 1) return text.slice(11, 19);
  return text.slice(0, text.endsWith(".000Z") ? 19 : 23).replace("T", " ");
}
