import { escapeMarkup } from "./scene-svg.js";
import type { MimeBundle } from "./with-display.js";

/** A small table for reading: every cell is text already. */
export interface RecordTable {
  /** One sentence above the table. */
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers, by position: they are set flush right. */
  readonly numbers?: readonly number[];
  /** A sentence below the table; nothing when left out. */
  readonly note?: string;
}

/** Sentences under a title. */
export interface TextList {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A part of what a value shows of itself. */
export type Block = RecordTable | TextList;

/** Tables and lists as one output of a notebook: HTML and text. */
export function blocksDisplay(blocks: readonly Block[]): MimeBundle {
  return {
    "text/html": blocks.map((block) => ("lines" in block ? listHtml(block) : recordTableHtml(block))).join(""),
    "text/plain": blocks.map((block) => ("lines" in block ? listText(block) : recordTableText(block))).join("\n\n"),
  };
}

function listHtml({ title, lines }: TextList): string {
  return `<p><b>${escapeMarkup(title)}</b></p><ul>${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join("")}</ul>`;
}

function listText({ title, lines }: TextList): string {
  return `${title}:\n${lines.map((line) => `- ${line}`).join("\n")}`;
}

/** A table as an output of a notebook: HTML and text. */
export function recordTableDisplay(table: RecordTable): MimeBundle {
  return { "text/html": recordTableHtml(table), "text/plain": recordTableText(table) };
}

/** A table as HTML without styles of its own, so that page and notebook give it theirs. */
export function recordTableHtml({ caption, header, rows, numbers = [], note }: RecordTable): string {
  const cell = (tag: string, text: string, column: number): string =>
    `<${tag} style="text-align:${numbers.includes(column) ? "right" : "left"}${text.length <= 34 ? ";white-space:nowrap" : ""}">${escapeMarkup(text)}</${tag}>`;
  const body = rows.map((row) => `<tr>${row.map((text, column) => cell("td", text, column)).join("")}</tr>`).join("");
  const foot = note === undefined ? "" : `<p>${escapeMarkup(note)}</p>`;
  return `<p>${escapeMarkup(caption)}</p><table><thead><tr>${header.map((text, column) => cell("th", text, column)).join("")}</tr></thead><tbody>${body}</tbody></table>${foot}`;
}

/** A table as lines of text in aligned columns, for a terminal. */
export function recordTableText({ caption, header, rows, numbers = [], note }: RecordTable): string {
  const widths = header.map((text, column) => Math.max(text.length, ...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, column) => (numbers.includes(column) ? text.padStart(widths[column]) : text.padEnd(widths[column])))
      .join("  ")
      .trimEnd();
  const lines = rows.length > 0 ? [caption, "", line(header), ...rows.map(line)] : [caption];
  return (note === undefined ? lines : [...lines, "", note]).join("\n");
}

/**
 * A number as a reader wants it: at most this many digits that tell something, a dash where there is none.
 *
 * @param language in which it is written: `de` has a decimal comma
 */
export function shortNumber(value: number, digits: number = 4, language: string = "en"): string {
  // In JSON a number that is not known is null.
  if (value === null || Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  const text = withDigits(value, digits);
  return language === "de" ? text.replace(/[.,]/g, (mark) => (mark === "." ? "," : ".")) : text;
}

function withDigits(value: number, digits: number): string {
  // Nobody counts the zeros of a longer number.
  if (Math.abs(value) >= 1e15) return value.toExponential(digits - 1).replace(/\.?0*e/, "e");
  const whole = Math.abs(value) >= Number(`1e${digits}`);
  return whole ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(digits)));
}

/** A moment as a reader wants it: the clock only where it says something. Times are read as UTC. */
export function shortMoment(time: number): string {
  const text = new Date(time).toISOString();
  return text.endsWith("T00:00:00.000Z")
    ? text.slice(0, 10)
    : text.slice(0, text.endsWith(":00.000Z") ? 16 : 19).replace("T", " ");
}
